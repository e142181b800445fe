import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OTHER_PARTICIPANT, OWNER, PARTICIPANT, seenOf, type MapBuilder } from '../../../testing/aMap.ts'; // prettier-ignore
import { contentOfJson, jsonOf } from '../../formats/json.ts';
import { unsound } from '../../formats/graph/soundness.ts';
import { undoOf, type Edit } from '../edit.ts';
import type { Id } from '../id.ts';
import { contentOf } from '../patch.ts';
import { standing } from '../permissions.ts';
import { commentsOn, mergersInto, quotationsOf } from '../tree.ts';
import { visibleContent } from '../visibility.ts';

const merge = (m: MapBuilder, claim: Id, into: Id) =>
  ({ kind: 'merge-claim', claim, into, reference: m.newId() }) as const;

/** Ann's thesis says what a reason of Pia's, elsewhere, says as well. */
function twins() {
  const m = aMap();
  const thesis = m.thesis('T');
  const into = m.support(thesis, 'same', { by: OWNER });
  const other = m.thesis('Other');
  const twin = m.rebut(other, 'the same', { by: PARTICIPANT });
  return { m, thesis, into: into.claim, other, twin: twin.claim, argument: twin.argument };
}

const undone = (m: MapBuilder, edit: Edit, before: MapBuilder['map']): void => {
  const undo = undoOf(edit, before, m.map);
  if (!undo) throw new Error('there is no undo');
  m.edit(undo);
};

describe('merge-claim', () => {
  it('[E18] takes over all that hangs on a claim, and stands in its place', () => {
    const { m, into, twin } = twins();
    m.comment(twin, 'so true', OTHER_PARTICIPANT);
    const { edition } = m.source();
    const quotation = m.quote(twin, edition);
    m.edit({ kind: 'gloss', quotation, text: '河水', language: 'zh' });
    m.support(twin, 'why');
    m.refer(twin, m.rebut(into, 'used').argument);
    m.edit(merge(m, twin, into));
    expect(m.picture).toBe('T\n  + same\n    + why\n    - used\n    & = same\nOther\n  - = same');
    expect(commentsOn(m.map, into).map(({ text }) => text)).toEqual(['so true']);
    expect(quotationsOf(m.map, into).map(({ gloss }) => gloss?.text)).toEqual(['河水']);
    expect(mergersInto(m.map, into)).toMatchObject([{ id: twin, text: 'the same', by: PARTICIPANT }]);
    expect(m.map.claims.has(twin)).toBe(false);
  });

  it('[E18] refuses what is not there, itself, and a claim beneath it', () => {
    const { m, into, twin, thesis } = twins();
    expect(m.answer(merge(m, into, into))).toBe('no-change');
    expect(m.answer(merge(m, thesis, into))).toBe('cycle');
    expect(m.answer({ ...merge(m, twin, into), reference: thesis })).toBe('id-taken');
    m.edit(merge(m, twin, into));
    expect(m.answer(merge(m, twin, thesis))).toBe('merged');
    m.remove(into);
    expect(m.answer(merge(m, thesis, into))).toBe('removed');
    expect(m.answer(merge(m, into, thesis))).toBe('removed');
  });

  it('[E18] [E12] makes no premise twice: of two premises of one argument, one is left', () => {
    const m = aMap();
    const a = m.support(m.thesis('T'), 'one');
    const b = m.joint(a.argument, 'two');
    const use = m.refer(b, m.rebut(a.claim, 'R').argument);
    const again = m.refer(a.claim, m.map.references.get(use)?.argument ?? '');
    const before = m.map;
    const edit = merge(m, b, a.claim);
    m.edit(edit);
    expect(m.picture).toBe('T\n  + one\n    - R\n    & = one');
    expect([...m.map.references.keys()].sort()).toEqual([use, again].sort());
    expect(unsound(contentOf(m.map))).toBeUndefined();
    undone(m, edit, before);
    expect(seenOf(m.map)).toBe(seenOf(before));
  });

  it('[E19] puts away an argument that only says itself, and one that says what another says', () => {
    const m = aMap();
    const thesis = m.thesis('T');
    const restated = m.support(thesis, 'T, once more');
    const first = m.support(thesis, 'R');
    const second = m.support(thesis, 'R again');
    const start = m.map;
    const self = merge(m, restated.claim, thesis);
    m.edit(self);
    const twice = merge(m, second.claim, first.claim);
    const between = m.map;
    m.edit(twice);
    expect(m.picture).toBe('T\n  + R');
    for (const { argument } of [restated, second])
      expect(m.map.arguments.get(argument)?.removed).not.toBeNull();
    undone(m, twice, between);
    undone(m, self, start);
    expect(seenOf(m.map)).toBe(seenOf(start));
  });

  it('[E19] leaves an argument in sight that is undercut, has a premise of its own, or another scheme', () => {
    const m = aMap();
    const thesis = m.thesis('T');
    const circular = m.support(thesis, 'T, once more');
    m.rebut(circular.argument, 'a circle');
    const joined = m.support(thesis, 'T, again');
    m.joint(joined.argument, 'and');
    m.edit(merge(m, circular.claim, thesis));
    m.edit(merge(m, joined.claim, thesis));
    expect(m.picture).toBe('T\n  + = T\n    ~ a circle\n  + = T\n  & and');
  });

  it('[E18] carries over what is said of a merged claim later, and refuses by name to change it', () => {
    const { m, into, twin, argument } = twins();
    m.edit(merge(m, twin, into));
    const { edition } = m.source();
    m.comment(twin, 'late', PARTICIPANT);
    m.quote(twin, edition);
    m.support(twin, 'late reason');
    expect(commentsOn(m.map, into)).toHaveLength(1);
    expect(quotationsOf(m.map, into)).toHaveLength(1);
    expect(m.map.index.replies.get(into)).toHaveLength(1);
    expect(m.answer({ kind: 'reword', claim: twin, text: 'new', was: 'the same' })).toBe('merged');
    expect(m.answer({ kind: 'move-claim', claim: twin, to: { at: 'thesis', order: 'a5' } })).toBe('merged');
    const reference = { kind: 'add-reference', reference: m.newId(), claim: twin } as const;
    expect(m.answer({ ...reference, to: { at: 'premise', argument, order: 'a5' } })).toBe('already-premise');
  });

  it('[E18] leads what was merged before to where it is now', () => {
    const { m, into, twin, thesis } = twins();
    m.edit(merge(m, twin, into));
    m.edit(merge(m, into, thesis));
    expect(
      mergersInto(m.map, thesis)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([twin, into].sort());
    const late = m.thesis('late');
    m.edit(merge(m, late, twin));
    expect(m.map.mergers.get(late)?.into).toBe(thesis);
  });

  it('[E18] [Q9] shows a passage that both rest on once, and a translation wherever there is one', () => {
    const { m, into, twin } = twins();
    const { edition } = m.source();
    const first = m.quote(into, edition, [0, 9], OWNER);
    const second = m.quote(twin, edition, [0, 9], PARTICIPANT);
    m.edit(merge(m, twin, into));
    expect(m.map.index.quotations.get(into)).toHaveLength(2);
    expect(quotationsOf(m.map, into).map(({ id }) => id)).toEqual([first]);
    m.edit({ kind: 'gloss', quotation: second, text: 'G', language: 'zh' });
    expect(quotationsOf(m.map, into).map(({ id }) => id)).toEqual([second]);
    m.edit({ kind: 'gloss', quotation: first, text: 'H', language: 'zh' });
    expect(quotationsOf(m.map, into).map(({ id }) => id)).toEqual([first, second]);
  });

  it('[F1] leaves a flag with the words that it is about', () => {
    const { m, into, twin } = twins();
    const flag = (about: Id) =>
      ({ kind: 'flag', flag: m.newId(), about, code: 'personal', text: null }) as const;
    m.edit(flag(twin), OTHER_PARTICIPANT);
    m.edit(merge(m, twin, into));
    expect([...m.map.flags.values()].map(({ about }) => about)).toEqual([twin]);
    m.edit(flag(twin), MODERATOR);
    m.edit({ kind: 'close-flags', about: twin }, MODERATOR);
    m.remove(twin);
    expect(m.answer(flag(twin))).toBe('removed');
  });

  it('[P3] is a proposal of a participant where a thing of others is merged, and each edits their own', () => {
    const { m, into, twin, thesis } = twins();
    m.edit({ kind: 'change-settings', set: { editing: 'own' } });
    const own = m.thesis('mine', { by: PARTICIPANT });
    const asked = (claim: Id, target: Id) => standing(m.map, merge(m, claim, target), PARTICIPANT, 1);
    expect([asked(twin, own), asked(twin, into), asked(thesis, own)]).toEqual([
      'change',
      'proposal',
      'proposal',
    ]);
    m.comment(twin, 'theirs', OTHER_PARTICIPANT);
    expect(asked(twin, own)).toBe('proposal');
    const proposal = m.propose(merge(m, twin, into), PARTICIPANT);
    m.edit({ kind: 'decide', proposal, verdict: 'accepted', reason: null }, MODERATOR);
    expect(m.map.mergers.get(twin)).toMatchObject({ into, merged: { by: PARTICIPANT } });
  });
});

describe('unmerge-claim', () => {
  it('[E20] [U3] leaves what came since with the other one, and what others moved where they moved it', () => {
    const { m, into, twin, other } = twins();
    const kept = m.comment(twin, 'before');
    const moved = m.support(twin, 'moved since');
    const before = m.map;
    const edit = merge(m, twin, into);
    m.edit(edit);
    const late = m.comment(into, 'after');
    const reply = m.support(into, 'late', { by: PARTICIPANT });
    m.edit({
      kind: 'move-argument',
      argument: moved.argument,
      target: { kind: 'claim', id: other },
      order: 'a7',
    });
    undone(m, edit, before);
    expect(commentsOn(m.map, twin).map(({ id }) => id)).toEqual([kept]);
    expect(commentsOn(m.map, into).map(({ id }) => id)).toEqual([late]);
    expect(m.map.arguments.get(reply.argument)?.target.id).toBe(into);
    expect(m.map.arguments.get(moved.argument)?.target.id).toBe(other);
    expect(m.map.mergers.size).toBe(0);
  });

  it('[E20] refuses where the place is gone, or hangs beneath the claim by now', () => {
    const { m, into, twin, argument, other } = twins();
    const reply = m.support(twin, 'beneath');
    m.edit(merge(m, twin, into));
    const part = { kind: 'unmerge-claim', claim: twin } as const;
    expect(m.answer({ ...part, claim: into })).toBe('not-found');
    const whole = m.map;
    m.edit({ kind: 'move-argument', argument, target: { kind: 'claim', id: reply.claim }, order: 'a5' });
    expect(m.answer(part)).toBe('cycle');
    m.map = whole;
    m.remove(other);
    expect(m.answer(part)).toBe('removed');
    m.map = whole;
    m.remove(into);
    expect(m.answer(part)).toBe('removed');
  });

  it('[U3] is not undone once somebody built on the claim again', () => {
    const { m, into, twin } = twins();
    m.edit(merge(m, twin, into));
    const before = m.map;
    const part = { kind: 'unmerge-claim', claim: twin } as const;
    m.edit(part);
    expect(undoOf(part, before, m.map)).toMatchObject({ kind: 'merge-claim', claim: twin, into });
    m.comment(twin, 'good that it is back');
    expect(undoOf(part, before, m.map)).toBeUndefined();
  });

  it('[U2] is not undone where merging once more would bring back something else', () => {
    const { m, into, twin, argument } = twins();
    m.joint(argument, 'and');
    const edit = merge(m, twin, into);
    m.edit(edit);
    m.edit({ kind: 'drop-reference', reference: edit.reference });
    const before = m.map;
    const part = { kind: 'unmerge-claim', claim: twin } as const;
    m.edit(part);
    expect(undoOf(part, before, m.map)).toBeUndefined();
  });

  it('[U4] is not undone where what had gone over went elsewhere since: parted once more, the claim would be without it', () => {
    const { m, into, twin, other } = twins();
    const reply = m.support(twin, 'goes over');
    m.edit(merge(m, twin, into));
    const move = { kind: 'move-argument', argument: reply.argument, target: { kind: 'claim', id: other }, order: 'a7' } as const; // prettier-ignore
    m.edit(move);
    const before = m.map;
    const part = { kind: 'unmerge-claim', claim: twin } as const;
    m.edit(part);
    expect(undoOf(part, before, m.map)).toBeUndefined();
  });
});

describe('the words of a merged claim', () => {
  const read = (m: MapBuilder, participant: Id): string =>
    JSON.stringify(visibleContent(contentOf(m.map), { participant, role: 'participant' }, m.map));

  it('[V5] are seen with the other one, and hidden with it', () => {
    const { m, into, twin } = twins();
    m.edit({ kind: 'reword', claim: twin, text: 'zq-secret', was: 'the same' });
    const past = contentOf(m.map);
    m.edit(merge(m, twin, into));
    expect(read(m, OTHER_PARTICIPANT)).toContain('zq-secret');
    const told = (participant: Id): string =>
      JSON.stringify(visibleContent(past, { participant, role: 'participant' }, m.map));
    // [V6] So is the past, in which it was a claim.
    expect(told(OTHER_PARTICIPANT)).toContain('zq-secret');
    m.remove(into);
    expect(read(m, OTHER_PARTICIPANT)).not.toContain('zq-secret');
    expect(told(OTHER_PARTICIPANT)).not.toContain('zq-secret');
    expect(read(m, PARTICIPANT)).toContain('zq-secret');
  });

  it('[E16] go for good by themselves, or with the other one', () => {
    for (const isWhole of [false, true]) {
      const { m, into, twin } = twins();
      m.edit({ kind: 'reword', claim: twin, text: 'zq-secret', was: 'the same' });
      const before = m.map;
      const edit = merge(m, twin, into);
      m.edit(edit);
      const gone = isWhole ? into : twin;
      m.remove(gone);
      m.edit({ kind: 'purge', id: gone }, MODERATOR);
      expect(JSON.stringify(contentOf(m.map))).not.toContain('zq-secret');
      expect(undoOf(edit, before, m.map)).toBeUndefined();
      expect(m.answer({ kind: 'unmerge-claim', claim: twin })).toBe('removed');
    }
  });

  it('[E18] are in our own files, which no part of can be left dangling', () => {
    const { m, into, twin } = twins();
    m.edit(merge(m, twin, into));
    const content = contentOf(m.map);
    expect(contentOfJson(jsonOf(content))).toEqual({ ok: true, value: { value: content, losses: [] } });
    expect(
      unsound({ ...content, mergers: content.mergers.map((one) => ({ ...one, into: twin })) }),
    ).toMatchObject({
      refusal: { message: 'mergers.0.into: there is no such claim' },
    });
  });
});
