import { describe, expect, it } from '@jest/globals';
import { aMap } from '../../../testing/aMap.ts';
import { undoOf } from '../edit.ts';
import { contentOf } from '../patch.ts';

describe('turn', () => {
  it('[E3] turns a support into a rebuttal and back', () => {
    const m = aMap();
    const { argument } = m.support(m.thesis('T'), 'X');
    const before = m.map;
    const edit = { kind: 'turn', argument, direction: 'rebut' } as const;
    m.edit(edit);
    expect(m.picture).toBe('T\n  - X');
    const undo = undoOf(edit, before, m.map);
    expect(undo).toEqual({ kind: 'turn', argument, direction: 'support' });
    m.edit({ kind: 'turn', argument, direction: 'support' });
    expect(contentOf(m.map)).toEqual(contentOf(before));
    expect(undoOf(edit, before, m.map)).toBeUndefined();
  });

  it('[E4] an undercut cannot be turned, [E5] nor what was removed, [E11] nor to what it is', () => {
    const m = aMap();
    const { argument } = m.support(m.thesis());
    const undercut = m.rebut(argument).argument;
    expect(m.answer({ kind: 'turn', argument: undercut, direction: 'support' })).toBe('undercut-must-rebut');
    expect(m.answer({ kind: 'turn', argument: undercut, direction: 'rebut' })).toBe('no-change');
    m.remove(argument);
    expect(m.answer({ kind: 'turn', argument, direction: 'rebut' })).toBe('removed');
    expect(m.answer({ kind: 'turn', argument: m.newId(), direction: 'rebut' })).toBe('removed');
  });
});
