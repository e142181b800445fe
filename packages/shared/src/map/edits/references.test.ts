import { describe, expect, it } from '@jest/globals';
import { aMap, OTHER_PARTICIPANT, PARTICIPANT } from '../../../testing/aMap.ts';
import { undoOf } from '../edit.ts';

describe('add-reference', () => {
  it('[T2] uses a claim once more and leaves it at home', () => {
    const m = aMap();
    const thesis = m.thesis('T');
    const claim = m.thesis('C');
    m.refer(claim, m.support(thesis, 'X').argument);
    m.edit({ kind: 'add-reference', reference: m.newId(), claim, to: m.newArgument('rebut', thesis) });
    expect(m.picture).toBe('T\n  + X\n  & = C\n  - = C\nC');
  });

  it('[T3] may run in a circle', () => {
    const m = aMap();
    const thesis = m.thesis('T');
    const { claim, argument } = m.support(thesis, 'X');
    m.refer(thesis, argument);
    m.edit({ kind: 'add-reference', reference: m.newId(), claim, to: m.newArgument('support', claim) });
    expect(m.picture).toBe('T\n  + X\n    + = X\n  & = T');
  });

  it('[E12] refuses a claim that is a premise of the argument, at home or by reference', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis());
    const other = m.thesis();
    m.refer(other, argument);
    const refer = (id: string) =>
      m.answer({
        kind: 'add-reference',
        reference: m.newId(),
        claim: id,
        to: { at: 'premise', argument, order: 'a9' },
      });
    expect([refer(claim), refer(other), refer(m.thesis())]).toEqual([
      'already-premise',
      'already-premise',
      'ok',
    ]);
  });

  it('[E5] refuses a removed claim or argument, [E4] a support of an argument, [M1] and ids in use', () => {
    const m = aMap();
    const thesis = m.thesis();
    const { claim, argument } = m.support(thesis);
    const to = m.newArgument('support', thesis);
    const edit = { kind: 'add-reference', reference: m.newId(), claim, to } as const;
    expect(m.answer(edit)).toBe('ok');
    expect(m.answer({ ...edit, reference: to.argument })).toBe('id-taken');
    expect(m.answer({ ...edit, reference: claim })).toBe('id-taken');
    expect(m.answer({ ...edit, to: m.newArgument('support', argument) })).toBe('undercut-must-rebut');
    m.remove(claim);
    expect(m.answer(edit)).toBe('removed');
    expect(m.answer({ ...edit, claim: thesis, to: { at: 'premise', argument, order: 'a0' } })).toBe(
      'removed',
    );
  });

  it('[U2] is undone by dropping it, [U3] unless its new argument was undercut since', () => {
    const m = aMap();
    const thesis = m.thesis('T');
    const to = m.newArgument('support', thesis);
    const edit = { kind: 'add-reference', reference: m.newId(), claim: m.thesis('C'), to } as const;
    const before = m.map;
    m.edit(edit, PARTICIPANT);
    expect(undoOf(edit, before, m.map)).toEqual({ kind: 'drop-reference', reference: edit.reference });
    m.rebut(to.argument, 'U', { by: OTHER_PARTICIPANT });
    expect(undoOf(edit, before, m.map)).toBeUndefined();
  });
});

describe('[T5] a claim that is removed at home', () => {
  it('[T5] takes arguments out of sight that rest on it alone, with all beneath, until it is back', () => {
    const m = aMap();
    const thesis = m.thesis('T');
    const claim = m.thesis('C');
    const alone = m.newArgument('rebut', thesis);
    m.edit({ kind: 'add-reference', reference: m.newId(), claim, to: alone });
    m.rebut(alone.argument, 'U');
    m.refer(claim, m.support(thesis, 'X').argument);
    const picture = 'T\n  - = C\n    ~ U\n  + X\n  & = C\nC';
    expect(m.picture).toBe(picture);
    m.remove(claim);
    expect(m.picture).toBe('T\n  + X');
    m.edit({ kind: 'restore', id: claim });
    expect(m.picture).toBe(picture);
  });

  it('[T5] also when it went with a branch that holds the argument', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis('T'), 'X');
    const beneath = m.support(claim, 'Z').claim;
    m.refer(beneath, argument);
    m.remove(claim);
    expect(m.picture).toBe('T');
    m.edit({ kind: 'restore', id: claim });
    expect(m.picture).toBe('T\n  + X\n    + Z\n  & = Z');
  });
});

describe('drop-reference', () => {
  it('[E6] takes an argument along that has no other premise, unless it is undercut', () => {
    const m = aMap();
    const to = m.newArgument('support', m.thesis('T'));
    const reference = m.newId();
    m.edit({ kind: 'add-reference', reference, claim: m.thesis('C'), to });
    const before = m.map;
    m.rebut(to.argument);
    expect(m.answer({ kind: 'drop-reference', reference })).toBe('would-empty-argument');
    m.map = before;
    m.edit({ kind: 'drop-reference', reference });
    expect(m.map.arguments.has(to.argument)).toBe(false);
    const undo = undoOf({ kind: 'drop-reference', reference }, before, m.map);
    if (!undo) throw new Error('no undo');
    m.edit(undo);
    expect(m.picture).toBe('T\n  + = C\nC');
  });

  it('[E5] refuses one in a removed argument, or one that is not there', () => {
    const m = aMap();
    const { argument } = m.support(m.thesis());
    const reference = m.refer(m.thesis(), argument);
    m.remove(argument);
    expect(m.answer({ kind: 'drop-reference', reference })).toBe('removed');
    expect(m.answer({ kind: 'drop-reference', reference: m.newId() })).toBe('not-found');
  });

  it('[U2] comes back into an argument that was put away, since a removed premise was left in it', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis('T'), 'X');
    const reference = m.refer(m.thesis('C'), argument);
    m.remove(claim);
    const before = m.map;
    m.edit({ kind: 'drop-reference', reference });
    expect(m.picture).toBe('T\nC');
    const undo = undoOf({ kind: 'drop-reference', reference }, before, m.map);
    if (!undo) throw new Error('no undo');
    m.edit(undo);
    expect(m.picture).toBe('T\n  + = C\nC');
  });

  it('[U2] [E12] does not come back where it was out of sight, since it stayed with a claim that was merged', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis('T'), 'X');
    m.joint(argument, 'Y');
    const twin = m.thesis('Twin');
    const reference = m.refer(twin, argument);
    m.edit({ kind: 'merge-claim', claim: twin, into: claim, reference: m.newId() });
    m.edit({ kind: 'move-claim', claim, to: { at: 'thesis', order: 'a5' } });
    const before = m.map;
    m.edit({ kind: 'drop-reference', reference });
    expect(m.picture).toBe('T\n  + Y\nX');
    expect(undoOf({ kind: 'drop-reference', reference }, before, m.map)).toBeUndefined();
  });
});
