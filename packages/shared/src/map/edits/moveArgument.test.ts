import { describe, expect, it } from '@jest/globals';
import { aMap, OTHER_PARTICIPANT, PARTICIPANT } from '../../../testing/aMap.ts';
import { undoOf } from '../edit.ts';
import { contentOf } from '../patch.ts';

const onClaim = (argument: string, id: string) =>
  ({ kind: 'move-argument', argument, target: { kind: 'claim', id }, order: 'a5' }) as const;

describe('move-argument', () => {
  it('[E13] takes along all premises and all beneath them', () => {
    const m = aMap();
    const { claim, argument } = m.rebut(m.thesis('T'), 'X');
    m.joint(argument, 'Y');
    m.support(claim, 'R');
    m.rebut(argument, 'U');
    m.edit(onClaim(argument, m.thesis('S')));
    expect(m.picture).toBe('T\nS\n  - X\n    + R\n  & Y\n    ~ U');
  });

  it('[T1] refuses a target beneath the argument, and the argument itself', () => {
    const m = aMap();
    const { claim, argument } = m.rebut(m.thesis());
    const undercut = m.rebut(argument);
    const itself = { ...onClaim(argument, argument), target: { kind: 'argument', id: argument } } as const;
    expect(
      [onClaim(argument, claim), onClaim(argument, undercut.claim), itself].map((edit) => m.answer(edit)),
    ).toEqual(['cycle', 'cycle', 'cycle']);
  });

  it('[E4] a support cannot move onto an argument', () => {
    const m = aMap();
    const thesis = m.thesis();
    const [support, rebuttal] = [m.support(thesis), m.rebut(thesis)];
    const target = { kind: 'argument', id: m.support(thesis).argument } as const;
    expect(m.answer({ kind: 'move-argument', argument: support.argument, target, order: 'a5' })).toBe(
      'undercut-must-rebut',
    );
    expect(m.answer({ kind: 'move-argument', argument: rebuttal.argument, target, order: 'a5' })).toBe('ok');
  });

  it('[E5] refuses a removed argument or target, [E11] and the target it has', () => {
    const m = aMap();
    const [thesis, other] = [m.thesis(), m.thesis()];
    const { argument } = m.support(thesis);
    expect(m.answer(onClaim(argument, thesis))).toBe('no-change');
    m.remove(other);
    expect(m.answer(onClaim(argument, other))).toBe('removed');
    m.remove(argument);
    expect(m.answer(onClaim(argument, m.thesis()))).toBe('removed');
    expect(m.answer(onClaim(thesis, m.thesis()))).toBe('removed');
  });

  it('[U2] is undone to its old target and place, [U1] while it is where the edit put it', () => {
    const m = aMap();
    const { argument } = m.support(m.thesis('T'), 'X');
    const edit = onClaim(argument, m.thesis('S'));
    const before = m.map;
    m.edit(edit, PARTICIPANT);
    const undo = undoOf(edit, before, m.map);
    if (!undo) throw new Error('no undo');
    const moved = m.map;
    m.edit(undo);
    expect(contentOf(m.map)).toEqual(contentOf(before));
    m.map = moved;
    m.edit(onClaim(argument, m.thesis()), OTHER_PARTICIPANT);
    expect(undoOf(edit, before, m.map)).toBeUndefined();
  });
});
