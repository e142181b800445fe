import { describe, expect, it } from '@jest/globals';
import {
  aMap,
  MODERATOR,
  OTHER_PARTICIPANT,
  PARTICIPANT,
  seenOf,
  type MapBuilder,
} from '../../../testing/aMap.ts';
import { applyPatches, contentOf } from '../patch.ts';
import { undoOf, type Edit } from '../edit.ts';
import type { Id } from '../id.ts';
import { premisesOf, quotationsOf } from '../tree.ts';
import type { SplitClaim, SplitPart } from './split.ts';

const part = (m: MapBuilder, text: string, more: Partial<SplitPart> = {}): SplitPart => ({
  claim: m.newId(),
  argument: m.newId(),
  order: 'a5',
  text,
  quotations: [],
  ...more,
});

const split = (
  m: MapBuilder,
  claim: Id,
  text: string,
  parts: readonly SplitPart[],
  as: SplitClaim['as'] = 'own',
): SplitClaim => ({ kind: 'split-claim', claim, was: m.claim(claim).text, text, as, parts: [...parts] });

function aDouble() {
  const m = aMap();
  const thesis = m.thesis('T');
  const { claim, argument } = m.support(thesis, 'It is cheap and fast', { by: PARTICIPANT });
  return { m, thesis, claim, argument };
}

describe('split-claim', () => {
  it('[E21] lets the claim keep its id, its replies and comments, and gives each part a place beside it', () => {
    const { m, claim, argument } = aDouble();
    m.comment(claim, 'which?');
    m.rebut(claim, 'no');
    const own = m.map;
    m.edit(split(m, claim, 'It is cheap', [part(m, 'fast')]), MODERATOR);
    expect(m.picture).toBe('T\n  + It is cheap\n    - no\n  + fast');
    m.map = own;
    m.edit(split(m, claim, 'It is cheap', [part(m, 'It is fast')], 'joint'), MODERATOR);
    expect(m.picture).toBe('T\n  + It is cheap\n    - no\n  & It is fast');
    expect(premisesOf(m.map, argument).map((one) => one.claim.by)).toEqual([PARTICIPANT, PARTICIPANT]);
  });

  it('[E21] splits a thesis into theses, and an undercut into undercuts', () => {
    const m = aMap();
    const thesis = m.thesis('A and B');
    m.edit(split(m, thesis, 'A', [part(m, 'B'), part(m, 'C')], 'joint'));
    const undercut = m.rebut(m.support(thesis, 'R').argument, 'U and V');
    m.edit(split(m, undercut.claim, 'U', [part(m, 'V')]));
    expect(m.picture).toBe('A\n  + R\n    ~ U\n    ~ V\nB\nC');
  });

  it('[E21] says whose words they are: to the letter the author’s, otherwise also of who splits', () => {
    const { m, claim } = aDouble();
    const parts = [part(m, 'fast'), part(m, 'It is fast')];
    m.edit(split(m, claim, 'It is cheap', parts), MODERATOR);
    const [letter, other] = parts.map((one) => m.claim(one.claim));
    expect([letter?.reworded, other?.reworded?.by, m.claim(claim).reworded?.by]).toEqual([null, MODERATOR, MODERATOR]); // prettier-ignore
  });

  it('[E21] hands over the quotations that are named, and no others', () => {
    const { m, claim } = aDouble();
    const { edition } = m.source();
    const [stays, goes] = [m.quote(claim, edition, [0, 3]), m.quote(claim, edition, [4, 9])];
    const one = part(m, 'fast', { quotations: [goes] });
    m.edit(split(m, claim, 'It is cheap', [one]), MODERATOR);
    expect(quotationsOf(m.map, claim).map(({ id }) => id)).toEqual([stays]);
    expect(quotationsOf(m.map, one.claim).map(({ id }) => id)).toEqual([goes]);
    const again = part(m, 'and', { quotations: [goes] });
    expect(m.answer(split(m, claim, 'It', [again]))).toBe('removed');
  });

  it('[E21] refuses what was reworded since, is gone, was merged, or has an id in use', () => {
    const { m, claim, thesis } = aDouble();
    const edit = split(m, claim, 'It is cheap', [part(m, 'fast')]);
    expect(m.answer({ ...edit, was: 'It was' })).toBe('stale');
    expect(m.answer({ ...edit, parts: [part(m, 'fast', { claim: thesis })] })).toBe('id-taken');
    const whole = m.map;
    m.remove(claim);
    expect(m.answer(edit)).toBe('removed');
    m.map = whole;
    m.edit({ kind: 'merge-claim', claim, into: thesis, reference: m.newId() });
    expect(m.answer(edit)).toBe('merged');
  });

  it('[U2] [U3] is undone as long as nobody touched a part', () => {
    const { m, thesis, claim } = aDouble();
    const { edition } = m.source();
    const author = m.map.claims.get(claim)?.by ?? null;
    const one = part(m, 'fast', { quotations: [m.quote(claim, edition)] });
    const before = m.map;
    const edit = split(m, claim, 'It is cheap', [one]);
    m.edit(edit, MODERATOR);
    const after = m.map;
    const touches: readonly (() => void)[] = [
      () => m.comment(one.claim),
      () => m.support(one.claim),
      () => m.rebut(one.argument),
      () => m.joint(one.argument),
      () => m.edit({ kind: 'move-claim', claim: one.claim, to: m.newArgument('rebut', thesis) }, author),
      () => m.edit({ kind: 'reword', claim: one.claim, text: 'faster', was: 'fast' }),
      () => m.edit({ kind: 'reword', claim, text: 'dear', was: 'It is cheap' }),
    ];
    for (const touch of touches) {
      m.map = after;
      touch();
      expect(undoOf(edit, before, m.map)).toBeUndefined();
    }
    m.map = after;
    m.edit(undoOf(edit, before, after) as Edit);
    expect(seenOf(m.map)).toBe(seenOf(before));
  });

  it('[U3] is not undone where a part would take along the argument that somebody made for it', () => {
    const { m, thesis, claim } = aDouble();
    const before = m.map;
    const one = part(m, 'fast');
    const edit = split(m, claim, 'It is cheap', [one]);
    m.edit(edit, PARTICIPANT);
    m.edit({ kind: 'move-claim', claim: one.claim, to: m.newArgument('rebut', thesis) }, MODERATOR);
    expect(undoOf(edit, before, m.map)).toBeUndefined();
  });

  it('[E16] loses the words of the whole with any of its parts, in a proposal', () => {
    const { m, claim } = aDouble();
    m.edit({ kind: 'change-settings', set: { editing: 'own' } });
    m.propose(split(m, claim, 'It is cheap', [part(m, 'zq-secret')]), OTHER_PARTICIPANT);
    m.remove(claim);
    m.edit({ kind: 'purge', id: claim }, MODERATOR);
    expect(JSON.stringify(contentOf(m.map))).not.toContain('zq-secret');
    expect([...m.map.proposals.values()].map(({ state }) => state)).toEqual(['rejected']);
  });
});

describe('move-quotation', () => {
  it('[E21] rests another claim on the passage, and back', () => {
    const { m, claim, thesis } = aDouble();
    const quotation = m.quote(claim, m.source().edition);
    const before = m.map;
    const edit = { kind: 'move-quotation', quotation, claim: thesis } as const;
    const patches = m.edit(edit);
    expect(applyPatches(before, patches).quotations.get(quotation)?.claim).toBe(thesis);
    expect(m.answer(edit)).toBe('no-change');
    expect(undoOf(edit, before, m.map)).toEqual({ ...edit, claim });
    m.remove(thesis);
    expect(m.answer({ ...edit, claim: thesis })).toBe('removed');
  });
});
