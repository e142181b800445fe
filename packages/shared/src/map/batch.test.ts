import { describe, expect, it } from '@jest/globals';
import { aMap, OTHER_PARTICIPANT, OWNER, PARTICIPANT, seenOf } from '../../testing/aMap.ts';
import { Batch, Edit, undoOf, type SingleEdit } from './edit.ts';
import { contentOf } from './patch.ts';

const aThesis = (claim: string, text = 'T') =>
  ({ kind: 'add-claim', claim, text, language: 'en', to: { at: 'thesis', order: 'a0' } }) as const;

describe('a batch', () => {
  it('[E2] applies its parts in order, and a part sees what earlier parts did', () => {
    const m = aMap();
    const [thesis, claim] = [m.newId(), m.newId()];
    const to = { ...m.newArgument('support', thesis), target: { kind: 'claim', id: thesis } } as const;
    const edits: SingleEdit[] = [
      aThesis(thesis),
      { ...aThesis(claim, 'X'), to },
      { kind: 'reword', claim, text: 'Y', was: 'X' },
      { kind: 'turn', argument: to.argument, direction: 'rebut' },
      { kind: 'comment', comment: m.newId(), claim, text: 'C' },
    ];
    const before = m.map;
    m.edit({ kind: 'batch', edits });
    expect(m.picture).toBe('T\n  - Y');
    m.map = before;
    for (const edit of edits) m.edit(edit);
    expect(m.picture).toBe('T\n  - Y');
    expect(m.answer({ kind: 'batch', edits: edits.toReversed() })).toBe('id-taken');
  });

  it('[E2] that is refused leaves the map as it was', () => {
    const m = aMap();
    m.thesis();
    const before = contentOf(m.map);
    const edits = [aThesis(m.newId()), { kind: 'remove', id: m.newId() } as const];
    expect(m.ask({ kind: 'batch', edits })).toMatchObject({ ok: false, refusal: { code: 'removed' } });
    expect(contentOf(m.map)).toEqual(before);
  });

  it('[E2] may take apart and put together the same argument', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis('T'), 'X');
    const to = {
      ...m.newArgument('rebut', m.claim(claim).id),
      argument,
      target: { kind: 'claim', id: m.thesis('S') },
    } as const;
    m.edit({
      kind: 'batch',
      edits: [
        { kind: 'move-claim', claim, to: { at: 'thesis', order: 'a5' } },
        { kind: 'move-claim', claim, to },
      ],
    });
    expect(m.picture).toBe('T\nS\n  - X');
  });

  it('[M4] has one to 200 parts, and none of them is a batch', () => {
    const parts = (count: number): unknown => ({
      kind: 'batch',
      edits: Array.from({ length: count }, (_, i) => aThesis(aMap().newId(), `T${i}`)),
    });
    expect([0, 1, 200, 201].map((count) => Batch.safeParse(parts(count)).success)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(Edit.safeParse({ kind: 'batch', edits: [parts(1)] }).success).toBe(false);
  });
});

describe('undo of a batch', () => {
  function moved() {
    const m = aMap();
    const { claim } = m.support(m.thesis('T'), 'X', { by: PARTICIPANT });
    m.edit({ kind: 'reorder', id: claim, order: 'a7' });
    const edit = {
      kind: 'batch',
      edits: [{ kind: 'move-claim', claim, to: { at: 'thesis', order: 'a5' } }, aThesis(m.newId(), 'S')],
    } as const;
    const before = m.map;
    m.edit({ ...edit, edits: [...edit.edits] }, OWNER);
    return {
      m,
      claim,
      before,
      undo: () => undoOf({ ...edit, edits: [...edit.edits] }, before, m.map),
      added: edit.edits[1].claim,
    };
  }

  it('[U2] takes its parts back from the last to the first', () => {
    const { m, before, undo } = moved();
    const inverse = undo();
    if (!inverse) throw new Error('no undo');
    m.edit(inverse);
    expect(seenOf(m.map)).toBe(seenOf(before));
  });

  it('[U1] is offered for the whole batch or not at all', () => {
    const { m, added, undo } = moved();
    m.support(added, 'R', { by: OTHER_PARTICIPANT });
    expect(undo()).toBeUndefined();
  });
});
