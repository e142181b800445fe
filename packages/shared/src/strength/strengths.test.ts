import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, PARTICIPANT, SUGGESTER, type MapBuilder } from '../../testing/aMap.ts';
import type { Id } from '../map/id.ts';
import { orderLast } from '../map/order.ts';
import { withProposals } from '../map/pending.ts';
import { howOf, mapOfExample, vectorOf } from '../../testing/vectorMap.ts';
import { numberOf, strengthsAfter, strengthsOf } from './strengths.ts';
import { votesFor, baseOf, NO_VOTES, relevanceOf, USUAL, type Voted, type Votes } from './votes.ts';

type Tallies = Readonly<Record<Id, Voted>>;
const votesOf = (truth: Tallies, relevance: Tallies = {}): Votes => ({
  truth: (id) => truth[id],
  relevance: (id) => relevance[id],
});
const values = (of: readonly number[]): Voted => ({ votes: of.length, sum: of.reduce((all, one) => all + one, 0) }); // prettier-ignore

const strengthIn = ({ map }: MapBuilder, id: Id, votes = NO_VOTES): number | undefined => {
  const strength = strengthsOf(map, votes).byId.get(id);
  return strength && numberOf(strength);
};

describe('what a strength is made of', () => {
  it('[G1] begins in the middle and moves the further, the more people vote', () => {
    expect(baseOf(undefined, USUAL)).toBe(0.5);
    expect(baseOf(values([4]), USUAL)).toBeCloseTo(0.667, 3);
    expect(baseOf(values([4, 4, 4]), USUAL)).toBeCloseTo(0.8, 6);
    const m = aMap();
    const thesis = m.thesis();
    expect(strengthIn(m, thesis)).toBe(0.5);
    expect(strengthIn(m, thesis, votesOf({ [thesis]: values([0, 0]) }))).toBe(0.25);
  });

  it('[G2] [E-03] holds an argument for relevant until somebody doubts it, whatever they hold of its claim', () => {
    expect(relevanceOf(undefined, USUAL)).toBe(1);
    expect(relevanceOf(values([4]), USUAL)).toBe(1);
    expect(relevanceOf(values([0]), USUAL)).toBeCloseTo(0.667, 3);
    const m = aMap();
    const thesis = m.thesis();
    const { claim, argument } = m.support(thesis);
    const doubted = strengthsOf(m.map, votesOf({}, { [argument]: values([0, 0]) }));
    expect(numberOf(doubted.byId.get(claim))).toBe(0.5);
    expect(numberOf(doubted.byId.get(argument))).toBe(0.25);
  });

  it('[G5] makes a joint argument as strong as its premises together allow', () => {
    const m = aMap();
    const thesis = m.thesis();
    const { claim, argument } = m.support(thesis);
    const joint = m.joint(argument);
    const votes = votesOf({ [claim]: values([4, 4]), [joint]: values([0, 0]) });
    expect(strengthIn(m, argument, votes)).toBeCloseTo(0.75 * 0.25, 12);
    expect(strengthIn(m, thesis, votes)).toBeCloseTo(0.5 + 0.5 * (0.1875 ** 2 / (1 + 0.1875 ** 2)), 12);
  });

  it('[G5] lets an undercut weaken the argument, and neither its premise nor its target by itself', () => {
    const m = aMap();
    const thesis = m.thesis();
    const { claim, argument } = m.support(thesis);
    m.rebut(argument);
    expect(strengthIn(m, claim)).toBe(0.5);
    expect(strengthIn(m, argument)).toBeCloseTo(0.4, 12);
    expect(strengthIn(m, thesis)).toBeCloseTo(0.5 + 0.5 * (0.16 / 1.16), 12);
  });

  it('[G4] [E-09] counts a claim once for each argument that uses it', () => {
    const m = aMap();
    const thesis = m.thesis();
    const { claim } = m.support(thesis);
    const other = m.thesis();
    const place = m.newArgument('support', other);
    m.edit({ kind: 'add-reference', reference: m.newId(), claim, to: place });
    m.rebut(claim);
    expect(strengthIn(m, other)).toBe(strengthIn(m, thesis));
    expect(strengthIn(m, claim)).toBeCloseTo(0.4, 12);
  });
});

describe('[E-08] what counts', () => {
  const contested = () => {
    const m = aMap();
    const thesis = m.thesis();
    const support = m.support(thesis);
    const rebuttal = m.rebut(support.claim);
    return { m, thesis, support, rebuttal };
  };

  it('[G4] leaves out what is removed, by itself or with what is above it', () => {
    const { m, thesis, support, rebuttal } = contested();
    m.remove(rebuttal.argument);
    expect(strengthIn(m, support.claim)).toBe(0.5);
    expect(strengthIn(m, rebuttal.claim)).toBeUndefined();
    m.remove(support.argument);
    expect(strengthIn(m, thesis)).toBe(0.5);
    expect([support.claim, support.argument].map((id) => strengthIn(m, id))).toEqual([undefined, undefined]);
  });

  it('[T5] leaves out an argument that lost all its premises elsewhere', () => {
    const m = aMap();
    const [thesis, other] = [m.thesis(), m.thesis()];
    const { claim, argument } = m.support(other);
    const place = m.newArgument('rebut', thesis);
    m.edit({ kind: 'add-reference', reference: m.newId(), claim, to: place });
    expect(strengthIn(m, thesis)).toBe(0.4);
    m.remove(argument);
    expect(strengthIn(m, thesis)).toBe(0.5);
    expect(strengthIn(m, place.argument)).toBeUndefined();
  });

  it('[E18] counts a claim that was merged as the one that it went into', () => {
    const { m, thesis, support } = contested();
    const twin = m.support(thesis);
    const before = strengthIn(m, thesis);
    m.edit({ kind: 'merge-claim', claim: twin.claim, into: support.claim, reference: m.newId() }, MODERATOR);
    expect(strengthIn(m, twin.claim)).toBeUndefined();
    expect(strengthIn(m, thesis)).toBeLessThan(before ?? 0);
  });

  it('[G4] leaves out what waits for a moderator, unless the map with it on top is handed in, and counts it once it is accepted', () => {
    const { m, thesis } = contested();
    const before = strengthIn(m, thesis);
    const proposal = m.newId();
    const to = m.newArgument('rebut', thesis);
    m.ask({ kind: 'add-claim', claim: m.newId(), text: 'No', language: 'en', to }, SUGGESTER, proposal);
    expect(m.map.proposals.get(proposal)?.state).toBe('pending');
    expect(strengthIn(m, thesis)).toBe(before);
    expect(numberOf(strengthsOf(withProposals(m.map, SUGGESTER), NO_VOTES).byId.get(thesis))).not.toBe(
      before,
    );
    m.edit({ kind: 'decide', proposal, verdict: 'accepted', reason: null }, MODERATOR);
    expect(strengthIn(m, thesis)).toBeLessThan(before ?? 0);
  });

  it('[G8] [C4] takes from the map the votes that the viewer may know, on the words that stand there now', () => {
    const m = aMap({ votes: 'hidden' });
    const thesis = m.thesis();
    m.edit({ kind: 'vote', vote: m.newId(), on: thesis, ballot: m.newId(), judged: null, value: 4 });
    const shownTo = (viewer: Id | null) =>
      numberOf(strengthsOf(m.map, votesFor(m.map, viewer)).byId.get(thesis));
    expect(shownTo(PARTICIPANT)).toBe(0.5);
    const hidden = strengthsOf(m.map, votesFor(m.map, null));
    m.edit({ kind: 'change-settings', set: { votes: 'open' } });
    const open = strengthsAfter(hidden, m.map, votesFor(m.map, null));
    expect(numberOf(open.byId.get(thesis))).toBeCloseTo(0.667, 3);
    expect(shownTo(PARTICIPANT)).toBeCloseTo(0.667, 3);
    const before = strengthsOf(m.map, votesFor(m.map, null));
    m.edit({ kind: 'reword', claim: thesis, text: 'Quite another thing', was: m.claim(thesis).text });
    const after = strengthsAfter(before, m.map, votesFor(m.map, null));
    expect([shownTo(null), numberOf(after.byId.get(thesis))]).toEqual([0.5, 0.5]);
  });

  it('[G8] [E-04] a vote that is not handed in changes nothing', () => {
    const { m, thesis, support } = contested();
    const all: Tallies = { [support.claim]: values([4, 4, 0]), [thesis]: values([1]) };
    const shown: Tallies = { [thesis]: values([1]) };
    const counted = strengthsOf(m.map, votesOf(shown));
    expect(numberOf(counted.byId.get(support.claim))).toBe(0.4);
    expect(numberOf(strengthsOf(m.map, votesOf(all)).byId.get(support.claim))).not.toBe(0.4);
  });
});

describe('what is unsettled', () => {
  it('[G7] leaves everything that rests on it without a number, and nothing else', () => {
    const { args, edges } = vectorOf('V12');
    const example = { args: { ...args, t: 0.5, u: 0.5 }, edges: [...edges, ['a', 't', 'sup'], ['u', 'a', 'att', 0]] } as const; // prettier-ignore
    const { map, votes, claim } = mapOfExample(example);
    const { byId } = strengthsOf(map, votes, howOf('dfquad'));
    expect(['a', 'b', 't', 'u'].map((name) => byId.get(claim(name))?.kind)).toEqual([
      'unsettled',
      'unsettled',
      'unsettled',
      'settled',
    ]);
  });
});

describe('after an edit', () => {
  it('[G9] keeps every number that the edit does not reach, and tells the others apart', () => {
    const m = aMap();
    const [thesis, other] = [m.thesis(), m.thesis()];
    const { claim } = m.support(thesis, 'Yes', { by: PARTICIPANT });
    m.rebut(other);
    const before = strengthsOf(m.map, NO_VOTES);
    const reply = m.rebut(claim);
    const after = strengthsAfter(before, m.map, NO_VOTES);
    expect([...before.byId.changed(after.byId)].sort()).toEqual(
      [thesis, claim, reply.claim, reply.argument, argumentOf(m, claim)].sort(),
    );
    expect(after.byId.get(other)).toBe(before.byId.get(other));
  });

  it('counts nothing anew for words and places alone', () => {
    const m = aMap();
    const thesis = m.thesis();
    m.support(thesis);
    const before = strengthsOf(m.map, NO_VOTES);
    m.edit({ kind: 'reword', claim: thesis, text: 'In other words', was: m.claim(thesis).text });
    m.edit({ kind: 'reorder', id: thesis, order: orderLast([m.claim(thesis)]) });
    expect(strengthsAfter(before, m.map, NO_VOTES).byId).toBe(before.byId);
  });
});

const argumentOf = (m: MapBuilder, claim: Id): Id => m.claim(claim).home ?? claim;
