import { describe, expect, it } from '@jest/globals';
import { aMap } from '../../testing/aMap.ts';
import { above, isLive, lineage, liveTarget, nodeAt, premisesOf, subtree, theses } from './tree.ts';

describe('look-ups', () => {
  it('[T4] what hangs beneath something removed is not live', () => {
    const m = aMap();
    const thesis = m.thesis();
    const { claim, argument } = m.support(thesis);
    expect([thesis, claim, argument].map((id) => isLive(m.map, id))).toEqual([true, true, true]);
    m.remove(thesis);
    expect([thesis, claim, argument, m.newId()].map((id) => isLive(m.map, id))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([...subtree(m.map, thesis)]).toEqual([]);
  });

  it('[T6] lists theses, premises and replies in order, parents before children, and follows no reference', () => {
    const m = aMap();
    const second = m.thesis('S', { order: 'a5' });
    const first = m.thesis('T', { order: 'a1' });
    const { claim, argument } = m.support(first, 'X', { order: 'a3' });
    const joint = m.joint(argument, 'Y', { order: 'a1' });
    m.refer(second, argument, { order: 'a2' });
    const rebuttal = m.rebut(first, 'R', { order: 'a1' });
    expect(theses(m.map).map(({ id }) => id)).toEqual([first, second]);
    expect(premisesOf(m.map, argument).map((premise) => premise.claim.id)).toEqual([joint, second, claim]);
    const ids = [...subtree(m.map, first)].map((node) => node.value.id);
    expect(ids).toEqual([first, rebuttal.argument, rebuttal.claim, argument, joint, claim]);
  });

  it('[T2] a claim hangs under its home, an argument under its target', () => {
    const m = aMap();
    const thesis = m.thesis();
    const { claim, argument } = m.support(thesis);
    const undercut = m.rebut(argument);
    const line = [...lineage(m.map, undercut.claim)].map((node) => node.value.id);
    expect(line).toEqual([undercut.claim, undercut.argument, argument, thesis]);
    const node = nodeAt(m.map, claim);
    expect(node && above(m.map, node)?.value.id).toBe(argument);
    expect(liveTarget(m.map, { kind: 'argument', id: argument })).toBe(true);
    expect(liveTarget(m.map, { kind: 'claim', id: argument })).toBe(false);
  });

  it('[T6] walks a deep chain', () => {
    const m = aMap();
    let id = m.thesis();
    const thesis = id;
    for (let i = 0; i < 300; i++) id = m.support(id).claim;
    expect([...subtree(m.map, thesis)]).toHaveLength(601);
    expect([...lineage(m.map, id)]).toHaveLength(601);
  });
});
