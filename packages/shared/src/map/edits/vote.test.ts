import { describe, expect, it } from '@jest/globals';
import { aMap, EVERYBODY, MODERATOR, OBSERVER, OTHER_PARTICIPANT, OWNER, PARTICIPANT, STRANGER, SUGGESTER, type MapBuilder } from '../../../testing/aMap.ts'; // prettier-ignore
import { contentOf } from '../patch.ts';
import { viewerIn } from '../circles.ts';
import { undoOf, type Edit } from '../edit.ts';
import type { Id } from '../id.ts';
import type { MapInfo } from '../info.ts';
import { visibleChange } from '../../sync/Door.ts';
import { fileContent, groupIn, mayClose, sightOf, visibleContent } from '../visibility.ts';
import { ballotFor, earlierBallots, judgedIn, tallyFor, voteOf } from '../voting.ts';
import { Vote } from './vote.ts';

const voting = (info: Partial<MapInfo> = {}) => {
  const m = aMap({ votes: 'hidden', ...info });
  const thesis = m.thesis('The bridge is kept');
  const { claim, argument } = m.support(thesis, 'It is strong');
  return { m, thesis, claim, argument };
};

const aVote = (m: MapBuilder, on: Id, value: number | null, more: Partial<Vote> = {}): Vote => ({ kind: 'vote', vote: m.newId(), on, ballot: m.newId(), judged: null, value, ...more }); // prettier-ignore
const cast = (m: MapBuilder, on: Id, value: number | null, by: Id) => m.edit(aVote(m, on, value), by);
const code = (m: MapBuilder, edit: Edit, by: Id | null = PARTICIPANT) => m.answer(edit, by);
const tallyOn = (m: MapBuilder, on: Id, by: Id | null) => tallyFor(m.map, ballotFor(m.map, on)?.id, by);
const VOTERS = [PARTICIPANT, OTHER_PARTICIPANT, SUGGESTER, MODERATOR, OWNER];

describe('a vote', () => {
  it('[C1] [E-03] is on a claim or on an argument, each by itself, one of a person on each', () => {
    const { m, claim, argument } = voting({ votes: 'open' });
    cast(m, claim, 3, PARTICIPANT);
    cast(m, argument, 1, PARTICIPANT);
    cast(m, claim, 0, OTHER_PARTICIPANT);
    expect(tallyOn(m, claim, null)).toMatchObject({ votes: 2, sum: 3, counts: [1, 0, 0, 1, 0] });
    expect(tallyOn(m, argument, null)).toMatchObject({ votes: 1, sum: 1, counts: [0, 1, 0, 0, 0] });
    // [E-14] The second replaces the first, whatever id it comes under.
    cast(m, claim, 4, PARTICIPANT);
    expect(tallyOn(m, claim, null)).toMatchObject({ votes: 2, sum: 4, counts: [1, 0, 0, 0, 1] });
    expect([...m.map.votes.values()].filter(({ by }) => by === PARTICIPANT)).toHaveLength(2);
    cast(m, claim, null, PARTICIPANT);
    expect(ballotFor(m.map, claim)?.voted).toBe(1);
    expect(tallyOn(m, claim, null)).toMatchObject({ votes: 1, sum: 0, counts: [1, 0, 0, 0, 0] });
  });

  it('[C1] is refused out of range, by an observer or a stranger, for another, on what is gone, and where nothing is voted on', () => {
    const { m, thesis, claim } = voting();
    for (const value of [-1, 5, 2.5, '3']) expect(Vote.safeParse({ ...aVote(m, claim, 0), value }).success).toBe(false); // prettier-ignore
    for (const by of [OBSERVER, STRANGER, null]) expect(code(m, aVote(m, claim, 3), by)).toBe('not-allowed');
    const [mine] = [aVote(m, claim, 3)];
    m.edit(mine, PARTICIPANT);
    expect(code(m, aVote(m, claim, 3))).toBe('no-change');
    expect(code(m, { ...mine, value: 0 }, OTHER_PARTICIPANT)).toBe('not-allowed');
    expect(code(m, aVote(m, m.newId(), 3))).toBe('not-found');
    expect(code(m, aVote(m, thesis, 3, { vote: claim }))).toBe('id-taken');
    expect(code(m, aVote(m, thesis, 3, { ballot: claim }))).toBe('id-taken');
    expect(code(m, aVote(m, claim, 2, { judged: 'made up' }))).toBe('stale');
    m.edit({ kind: 'remove', id: thesis });
    for (const on of [thesis, claim]) expect(code(m, aVote(m, on, 1))).toBe('removed');
    m.edit({ kind: 'restore', id: thesis });
    m.edit({ kind: 'change-settings', set: { votes: 'off' } });
    expect(code(m, aVote(m, claim, 1))).toBe('vote-closed');
    m.edit({ kind: 'change-settings', set: { votes: 'hidden' } });
    m.edit({ kind: 'set-hold', hold: 'frozen', slow: 0 });
    expect(code(m, aVote(m, claim, 1))).toBe('frozen');
  });

  it('[D2] is refused in a phase that does not vote, and never waits for a moderator', () => {
    const { m, claim } = voting();
    const { debate, go } = aDebate(m);
    go('talk');
    expect(code(m, aVote(m, claim, 3))).toBe('not-now');
    go('vote');
    expect(m.map.info.votes).toBe('hidden');
    cast(m, claim, 3, SUGGESTER);
    expect(ballotFor(m.map, claim)?.voted).toBe(1);
    m.edit({ kind: 'clock', debate, phase: m.map.debates.get(debate)?.phase ?? null, deed: { what: 'end' } });
    expect(code(m, aVote(m, claim, 3))).toBe('ok');
  });

  it('[C2] [S-29] stays with the wording it judged; people are asked anew, and it counts again when that is back', () => {
    const { m, claim } = voting({ votes: 'open' });
    cast(m, claim, 4, PARTICIPANT);
    const first = ballotFor(m.map, claim)!;
    m.edit({ kind: 'reword', claim, text: 'It is weak', was: 'It is strong' });
    expect(ballotFor(m.map, claim)).toBeUndefined();
    expect(earlierBallots(m.map, claim).map(({ id, voted }) => [id, voted])).toEqual([[first.id, 1]]);
    cast(m, claim, 0, PARTICIPANT);
    expect(tallyFor(m.map, first.id, null)).toMatchObject({ votes: 1, sum: 4 });
    expect(tallyOn(m, claim, null)).toMatchObject({ votes: 1, sum: 0 });
    // Who still saw the earlier wording votes on that.
    m.edit(aVote(m, claim, 2, { judged: first.judged }), OTHER_PARTICIPANT);
    expect(tallyFor(m.map, first.id, null)).toMatchObject({ votes: 2, sum: 6 });
    m.edit({ kind: 'reword', claim, text: 'It is strong', was: 'It is weak' });
    expect(ballotFor(m.map, claim)?.id).toBe(first.id);
    expect(voteOf(m.map, first.id, PARTICIPANT)?.value).toBe(4);
  });

  it('[C2] [S-29] on an argument stays with its premises and its target, however it is moved, joined or turned', () => {
    const { m, thesis, claim, argument } = voting({ votes: 'open' });
    const other = m.thesis('Another');
    cast(m, argument, 4, PARTICIPANT);
    cast(m, claim, 3, PARTICIPANT);
    const first = ballotFor(m.map, argument)!;
    const changes: Edit[] = [
      { kind: 'move-argument', argument, target: { kind: 'claim', id: other }, order: 'a0' },
      { kind: 'turn', argument, direction: 'rebut' },
      { kind: 'add-claim', claim: m.newId(), text: 'Also', language: 'en', to: { at: 'premise', argument, order: 'a1' } },
    ]; // prettier-ignore
    const seen = new Set([judgedIn(m.map, argument)]);
    for (const change of changes) {
      m.edit(change);
      expect(ballotFor(m.map, argument)).toBeUndefined();
      expect(earlierBallots(m.map, argument)).toEqual([first]);
      seen.add(judgedIn(m.map, argument));
    }
    expect(seen.size).toBe(4);
    // How right the claim is has nothing to do with where it stands.
    expect(ballotFor(m.map, claim)?.voted).toBe(1);
    const back = m.map.claims.get(claim)!;
    m.edit({ kind: 'move-claim', claim, to: { at: 'thesis', order: 'a9' } });
    expect([...m.map.ballots.values()]).toContain(first);
    expect([back.home, thesis]).toEqual([argument, thesis]);
  });

  it('[C2] [E6] [S-29] outlives its argument: what was voted on is put away with its last premise, and is there again', () => {
    const { m, claim, argument } = voting({ votes: 'open' });
    cast(m, argument, 2, PARTICIPANT);
    const before = m.map;
    const move: Edit = { kind: 'move-claim', claim, to: { at: 'thesis', order: 'a9' } };
    m.edit(move);
    expect(m.map.arguments.get(argument)?.removed).not.toBeNull();
    m.edit(undoOf(move, before, m.map)!);
    expect(m.map.arguments.get(argument)?.removed).toBeNull();
    expect(tallyOn(m, argument, null)).toMatchObject({ votes: 1, sum: 2 });
  });

  it('[C2] [E18] [E19] [E21] [S-29] stays with words that were merged, comes back with them, and outlives a split', () => {
    const { m, thesis, claim } = voting({ votes: 'open' });
    const twin = m.support(thesis, 'It is solid');
    for (const on of [claim, twin.claim, twin.argument]) cast(m, on, 4, PARTICIPANT);
    const ballots = [claim, twin.claim, twin.argument].map((on) => ballotFor(m.map, on)!);
    m.edit({ kind: 'merge-claim', claim: twin.claim, into: claim, reference: m.newId() });
    expect(m.map.arguments.get(twin.argument)?.removed).not.toBeNull();
    expect(code(m, aVote(m, twin.claim, 1))).toBe('merged');
    expect(ballotFor(m.map, claim)?.voted).toBe(1);
    expect(m.map.ballots.get(ballots[1]!.id)).toEqual(ballots[1]);
    m.edit({ kind: 'unmerge-claim', claim: twin.claim });
    expect([claim, twin.claim, twin.argument].map((on) => ballotFor(m.map, on))).toEqual(ballots);
    const part = { claim: m.newId(), argument: m.newId(), order: 'a5', text: 'strong', quotations: [] };
    m.edit({ kind: 'split-claim', claim, was: 'It is strong', text: 'It is', as: 'own', parts: [part] });
    expect(earlierBallots(m.map, claim)).toEqual([ballots[0]]);
  });

  it('[U1] [C1] is taken back by undo, unless it was changed since', () => {
    const { m, claim } = voting({ votes: 'open' });
    const [first, second] = [aVote(m, claim, 1), aVote(m, claim, 4)];
    const before = m.map;
    m.edit(first, PARTICIPANT);
    m.edit(undoOf(first, before, m.map)!, PARTICIPANT);
    expect(ballotFor(m.map, claim)?.voted).toBe(0);
    m.edit(first, PARTICIPANT);
    m.edit({ ...second, vote: first.vote }, PARTICIPANT);
    expect(undoOf(first, before, m.map)).toBeUndefined();
  });

  it('[P4] [C3] of others hinders nobody from taking away what is theirs', () => {
    const { m } = voting();
    const claim = m.thesis('Mine', { by: PARTICIPANT });
    cast(m, claim, 0, OTHER_PARTICIPANT);
    m.edit({ kind: 'remove', id: claim }, PARTICIPANT);
    expect(m.map.claims.get(claim)?.removed).not.toBeNull();
  });
});

describe('what came out', () => {
  const seenBy = (m: MapBuilder, who: Id | null) =>
    visibleContent(contentOf(m.map), viewerIn(m.map, who), m.map);
  const tellers = (m: MapBuilder) => [...EVERYBODY, null].filter((who) => seenBy(m, who).tallies.length > 0);

  it('[C3] [C4] [E-04] is seen by nobody before it is opened, not by those who decide either; each sees their own vote', () => {
    const { m, claim } = voting();
    for (const by of VOTERS) cast(m, claim, 2, by);
    expect(tellers(m)).toEqual([]);
    for (const who of EVERYBODY) {
      const own = VOTERS.includes(who) ? [who] : [];
      expect(seenBy(m, who).votes.map(({ by }) => by)).toEqual(own);
      expect(seenBy(m, who).ballots.map(({ voted }) => voted)).toEqual([5]);
      expect(fileContent(contentOf(m.map), viewerIn(m.map, who), m.map).tallies).toEqual([]);
    }
    m.edit({ kind: 'change-settings', set: { votes: 'open' } });
    expect(tellers(m)).toEqual([...EVERYBODY, null]);
  });

  it('[C4] [E-04] is seen by each who voted there, where the map says so', () => {
    const { m, thesis, claim } = voting({ votes: 'own' });
    cast(m, claim, 4, PARTICIPANT);
    cast(m, thesis, 1, OTHER_PARTICIPANT);
    expect(tellers(m)).toEqual([PARTICIPANT, OTHER_PARTICIPANT]);
    expect(tallyOn(m, claim, PARTICIPANT)?.sum).toBe(4);
    expect(tallyOn(m, thesis, PARTICIPANT)).toBeUndefined();
    // Who took a vote back has seen it: it does not go away.
    cast(m, claim, null, PARTICIPANT);
    expect(tallyOn(m, claim, PARTICIPANT)?.votes).toBe(0);
    expect(groupIn(m.map, viewerIn(m.map, PARTICIPANT))).not.toBe(groupIn(m.map, viewerIn(m.map, MODERATOR)));
  });

  it('[C3] [V2] a vote passes without a name, a client or a value for everyone else', () => {
    const { m, claim } = voting();
    const edit = aVote(m, claim, 4);
    const patches = m.edit(edit, PARTICIPANT);
    const change = { version: 9, at: 9, by: PARTICIPANT, id: m.newId(), client: m.newId(), seq: 3, kind: 'vote' as const, patches }; // prettier-ignore
    for (const who of [MODERATOR, OWNER, OTHER_PARTICIPANT, null]) {
      const told = visibleChange(change, viewerIn(m.map, who), m.map);
      expect(told).toMatchObject({ by: null, kind: 'hidden', seq: 0 });
      expect(told.patches.map(({ table }) => table)).toEqual(['ballots']);
      expect(JSON.stringify(told)).not.toMatch(new RegExp([PARTICIPANT, change.id, change.client, edit.vote].join('|'))); // prettier-ignore
    }
    expect(visibleChange(change, viewerIn(m.map, PARTICIPANT), m.map)).toMatchObject({ by: PARTICIPANT, kind: 'vote' }); // prettier-ignore
  });

  it('[C4] [V7] opens with the end of a phase that votes, and is kept back again with the next one', () => {
    const { m, claim } = voting({ votes: 'off' });
    const { go } = aDebate(m);
    go('vote');
    cast(m, claim, 4, PARTICIPANT);
    expect(tellers(m)).toEqual([]);
    const patches = go('talk');
    expect(m.map.info.votes).toBe('open');
    expect(tellers(m)).toHaveLength(EVERYBODY.length + 1);
    const opened = sightOf(patches, [], m.map).opened(viewerIn(m.map, OBSERVER));
    expect(opened.map(({ table }) => table)).toContain('tallies');
    expect(mayClose(go('vote'), viewerIn(m.map, OBSERVER))).toBe(true);
    expect(tellers(m)).toEqual([]);
  });

  it('[C5] [S-18] [Z-28] where nobody can be looked behind: all at once and for good, the sum alone, of five and more', () => {
    const { m, thesis, claim } = voting({ faces: 'anonymous' });
    for (const by of VOTERS) cast(m, claim, 3, by);
    for (const by of VOTERS.slice(1)) cast(m, thesis, 3, by);
    expect(code(m, { kind: 'change-settings', set: { votes: 'own' } }, OWNER)).toBe('invalid');
    m.edit({ kind: 'change-settings', set: { votes: 'open' } });
    expect(seenBy(m, null).tallies).toEqual([expect.objectContaining({ on: claim, votes: 5, sum: 15, counts: [] })]); // prettier-ignore
    expect(code(m, aVote(m, claim, 1))).toBe('vote-closed');
    for (const votes of ['hidden', 'off', 'own'] as const)
      expect(code(m, { kind: 'change-settings', set: { votes } }, OWNER)).toBe('invalid');
    const { go } = aDebate(m);
    go('vote');
    expect(m.map.info.votes).toBe('open');
  });
});

/** A debate with a phase to talk in and one to vote in. */
function aDebate(m: MapBuilder) {
  const debate = m.newId();
  const phases = ['talk', 'vote'].map((name) => ({ id: m.newId(), name, side: null, seconds: null, may: name === 'vote' ? (['vote'] as const) : (['claim'] as const), bells: [] })); // prettier-ignore
  m.edit({ kind: 'begin-debate', debate, plan: { name: 'D', sides: [], phases, queue: 'raised', pace: 'hand', injury: null, choose: false } }); // prettier-ignore
  const go = (name: string) =>
    m.edit({ kind: 'clock', debate, phase: m.map.debates.get(debate)?.phase ?? null, deed: { what: 'go', to: phases.find((one) => one.name === name)?.id ?? '' } }); // prettier-ignore
  return { debate, go };
}
