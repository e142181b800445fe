import { describe, expect, it } from '@jest/globals';
import { aMap, OTHER_PARTICIPANT, PARTICIPANT } from '../../../testing/aMap.ts';
import { undoOf } from '../edit.ts';

describe('reorder', () => {
  it('[O1] moves a thesis, a premise, a reference and an argument among their siblings', () => {
    const m = aMap();
    const [first, second] = [m.thesis('T'), m.thesis('S')];
    const { argument } = m.support(first, 'X');
    const reference = m.refer(second, argument);
    m.joint(argument, 'Y');
    const rebuttal = m.rebut(first, 'R').argument;
    expect(m.picture).toBe('T\n  + X\n  & = S\n  & Y\n  - R\nS');
    m.edit({ kind: 'reorder', id: second, order: 'Zz' });
    m.edit({ kind: 'reorder', id: reference, order: 'Zz' });
    m.edit({ kind: 'reorder', id: rebuttal, order: 'Zz' });
    expect(m.picture).toBe('S\nT\n  - R\n  + = S\n  & X\n  & Y');
  });

  it('[E5] refuses what was removed, also with what is above it, [E11] and the place it has', () => {
    const m = aMap();
    const thesis = m.thesis();
    const { claim, argument } = m.support(m.thesis());
    const reference = m.refer(thesis, argument);
    expect(m.answer({ kind: 'reorder', id: thesis, order: m.claim(thesis).order })).toBe('no-change');
    m.remove(argument);
    const answers = [claim, argument, reference, m.newId()].map((id) =>
      m.answer({ kind: 'reorder', id, order: 'a9' }),
    );
    expect(answers).toEqual(['removed', 'removed', 'removed', 'removed']);
  });

  it('[U2] is undone to the old key, [U1] unless another key or another parent came since', () => {
    const m = aMap();
    const { claim } = m.support(m.thesis());
    const { argument } = m.support(m.thesis());
    const order = m.claim(claim).order;
    const before = m.map;
    const edit = { kind: 'reorder', id: claim, order: 'a7' } as const;
    m.edit(edit, PARTICIPANT);
    const reordered = m.map;
    expect(undoOf(edit, before, m.map)).toEqual({ kind: 'reorder', id: claim, order });
    m.edit({ kind: 'reorder', id: claim, order: 'a8' }, OTHER_PARTICIPANT);
    expect(undoOf(edit, before, m.map)).toBeUndefined();
    m.map = reordered;
    m.edit({ kind: 'move-claim', claim, to: { at: 'premise', argument, order: 'a7' } }, OTHER_PARTICIPANT);
    expect(undoOf(edit, before, m.map)).toBeUndefined();
  });
});
