import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap } from '../../testing/aMap.ts';
import { isLive } from '../map/tree.ts';
import { growthOf } from './growth.ts';

describe('how a map grew', () => {
  it('[S-19] [H5] with each claim, and less with each removal, also of what hangs beneath', () => {
    const m = aMap();
    const thesis = m.thesis();
    const reason = m.support(thesis);
    m.rebut(reason.argument);
    m.rebut(reason.claim);
    m.remove(reason.claim);
    expect(growthOf(m.map).map(({ at: _, ...counts }) => Object.values(counts))).toEqual([
      [1, 0, 0, 0],
      [1, 1, 0, 0],
      [1, 1, 0, 1],
      [1, 1, 1, 1],
      [1, 0, 0, 0],
    ]);
  });

  it('[H5] ends at what stands in the map now', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.boolean()), { maxLength: 25 }), (steps) => {
        const m = aMap();
        const claims = [m.thesis()];
        for (const [n, isRemoval] of steps) {
          const at = claims[n % claims.length]!;
          if (!isLive(m.map, at)) continue;
          if (isRemoval) m.remove(at);
          else claims.push(m.rebut(at).claim);
        }
        const last = growthOf(m.map).at(-1)!;
        expect(last.thesis + last.rebut).toBe(claims.filter((id) => isLive(m.map, id)).length);
      }),
    );
  });
});
