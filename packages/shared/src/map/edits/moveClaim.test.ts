import { describe, expect, it } from '@jest/globals';
import { aMap, OTHER_PARTICIPANT, PARTICIPANT } from '../../../testing/aMap.ts';
import { undoOf } from '../edit.ts';
import { contentOf } from '../patch.ts';

describe('move-claim', () => {
  it('[E13] takes along all beneath the claim, and leaves joint premises where they are', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis('T'), 'X');
    m.joint(argument, 'Y');
    m.rebut(claim, 'R');
    m.edit({ kind: 'move-claim', claim, to: { at: 'thesis', order: 'a1' } });
    expect(m.picture).toBe('T\n  + Y\nX\n  - R');
  });

  it('[T2] gives the claim one home: thesis, premise or argument of its own', () => {
    const m = aMap();
    const thesis = m.thesis('T');
    const { argument } = m.support(thesis, 'X');
    const claim = m.thesis('Y');
    m.edit({ kind: 'move-claim', claim, to: { at: 'premise', argument, order: 'a5' } });
    expect(m.picture).toBe('T\n  + X\n  & Y');
    m.edit({ kind: 'move-claim', claim, to: m.newArgument('rebut', argument) });
    expect(m.picture).toBe('T\n  + X\n    ~ Y');
    m.edit({ kind: 'move-claim', claim, to: { at: 'thesis', order: 'a5' } });
    expect(m.picture).toBe('T\n  + X\nY');
  });

  it('[T1] refuses a place beneath the claim itself', () => {
    const m = aMap();
    const thesis = m.thesis();
    const { claim, argument } = m.support(thesis);
    const answers = [
      m.newArgument('support', thesis),
      m.newArgument('rebut', claim),
      m.newArgument('rebut', argument),
      { at: 'premise', argument, order: 'a5' } as const,
    ].map((to) => m.answer({ kind: 'move-claim', claim: thesis, to }));
    expect(answers).toEqual(['cycle', 'cycle', 'cycle', 'cycle']);
  });

  it('[E11] refuses the place where the claim stands', () => {
    const m = aMap();
    const thesis = m.thesis();
    const { claim, argument } = m.support(thesis);
    expect(m.answer({ kind: 'move-claim', claim: thesis, to: { at: 'thesis', order: 'a5' } })).toBe(
      'no-change',
    );
    expect(m.answer({ kind: 'move-claim', claim, to: { at: 'premise', argument, order: 'a5' } })).toBe(
      'no-change',
    );
  });

  it('[E5] refuses a removed claim, a removed target and the id of an argument in use', () => {
    const m = aMap();
    const gone = m.support(m.thesis());
    const { claim, argument } = m.support(m.thesis());
    const to = m.newArgument('support', gone.claim);
    expect(m.answer({ kind: 'move-claim', claim, to: { ...to, argument: gone.argument } })).toBe('id-taken');
    expect(m.answer({ kind: 'move-claim', claim, to: { ...to, argument } })).toBe('id-taken');
    m.remove(gone.claim);
    expect(m.answer({ kind: 'move-claim', claim, to })).toBe('removed');
    expect(m.answer({ kind: 'move-claim', claim: gone.claim, to: { at: 'thesis', order: 'a5' } })).toBe(
      'removed',
    );
    expect(m.answer({ kind: 'move-claim', claim: argument, to: { at: 'thesis', order: 'a5' } })).toBe(
      'removed',
    );
  });

  it('[E12] refuses such an argument also when the home it leaves is put away behind it', () => {
    const m = aMap();
    const thesis = m.thesis();
    const left = m.support(thesis, 'leaves');
    m.edit({ kind: 'remove', id: m.joint(left.argument) });
    const { argument } = m.support(thesis, 'refers');
    m.refer(left.claim, argument);
    const to = { at: 'premise', argument, order: 'a9' } as const;
    expect(m.answer({ kind: 'move-claim', claim: left.claim, to })).toBe('already-premise');
  });

  it('[E12] refuses an argument that refers to the claim already', () => {
    const m = aMap();
    const { argument } = m.support(m.thesis());
    const claim = m.thesis();
    m.refer(claim, argument);
    expect(m.answer({ kind: 'move-claim', claim, to: { at: 'premise', argument, order: 'a9' } })).toBe(
      'already-premise',
    );
  });
});

describe('[E6] the last premise that leaves', () => {
  it('[E6] takes the argument along', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis('T'), 'X');
    m.edit({ kind: 'move-claim', claim, to: { at: 'thesis', order: 'a5' } });
    expect(m.map.arguments.has(argument)).toBe(false);
    expect(m.picture).toBe('T\nX');
  });

  it('[E6] cannot leave an argument that is undercut, unless the undercut was removed', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis('T'), 'X');
    const undercut = m.rebut(argument);
    const edit = { kind: 'move-claim', claim, to: { at: 'thesis', order: 'a5' } } as const;
    expect(m.answer(edit)).toBe('would-empty-argument');
    m.remove(undercut.claim);
    m.edit(edit);
    expect(m.map.arguments.get(argument)?.removed).not.toBeNull();
  });

  it('[E6] cannot turn against the argument that it would empty', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis('T'), 'X');
    const edit = { kind: 'move-claim', claim, to: m.newArgument('rebut', argument) } as const;
    expect(m.answer(edit)).toBe('would-empty-argument');
    m.joint(argument, 'Y');
    m.edit(edit);
    expect(m.picture).toBe('T\n  + Y\n    ~ X');
  });

  it('[E6] puts the argument away where a removed premise is left, which comes back with the next premise', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis('T'), 'X');
    m.remove(m.joint(argument, 'Y'));
    m.edit({ kind: 'move-claim', claim, to: { at: 'thesis', order: 'a5' } });
    expect(m.picture).toBe('T\nX');
    m.joint(argument, 'Z', { by: PARTICIPANT });
    expect(m.picture).toBe('T\n  + Z\nX');
  });
});

describe('undo of move-claim', () => {
  it('[U2] brings the claim and its argument back, dropped or put away', () => {
    for (const buried of [false, true]) {
      const m = aMap();
      const { claim, argument } = m.rebut(m.thesis('T'), 'X');
      if (buried) m.remove(m.joint(argument, 'Y'));
      const before = m.map;
      const edit = { kind: 'move-claim', claim, to: { at: 'thesis', order: 'a5' } } as const;
      m.edit(edit, PARTICIPANT);
      const undo = undoOf(edit, before, m.map);
      if (!undo) throw new Error('no undo');
      m.edit(undo, PARTICIPANT);
      expect(m.picture).toBe('T\n  - X');
      if (buried) expect(contentOf(m.map)).toEqual(contentOf(before));
    }
  });

  it('[U1] is not offered once someone else moved the claim', () => {
    const m = aMap();
    const { claim } = m.support(m.thesis());
    const before = m.map;
    const edit = { kind: 'move-claim', claim, to: { at: 'thesis', order: 'a5' } } as const;
    m.edit(edit, PARTICIPANT);
    m.edit({ kind: 'move-claim', claim, to: m.newArgument('rebut', m.thesis()) }, OTHER_PARTICIPANT);
    expect(undoOf(edit, before, m.map)).toBeUndefined();
  });

  it('[U3] is not offered once someone undercut the new argument', () => {
    const m = aMap();
    const claim = m.thesis();
    const before = m.map;
    const to = m.newArgument('rebut', m.thesis());
    const edit = { kind: 'move-claim', claim, to } as const;
    m.edit(edit, PARTICIPANT);
    m.rebut(to.argument, 'U', { by: OTHER_PARTICIPANT });
    expect(undoOf(edit, before, m.map)).toBeUndefined();
  });
});
