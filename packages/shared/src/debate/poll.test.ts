import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import vectors from '../../testing/oxford-vectors.json' with { type: 'json' };
import { ANSWERS } from '../map/tables/polls.ts';
import { compared, swingOf, type Pair } from './poll.ts';

const aPair = fc.tuple(...([0, 1].map(() => fc.option(fc.nat(2))) as [fc.Arbitrary<number | null>, fc.Arbitrary<number | null>])); // prettier-ignore

describe('a vote before and after', () => {
  it.each(vectors)(
    '[S-17] $name',
    ({ pairs, paired, unpaired, flow, before, after, points, switched, winner }) => {
      const told = compared(pairs as unknown as Pair[], 1);
      expect(told).toEqual({ flow, paired, unpaired });
      const swing = swingOf(told.flow ?? []);
      expect(swing).toMatchObject({ before, after, switched, winner });
      for (const answer of ANSWERS) expect(swing.points[answer]).toBeCloseTo(points[answer], 6);
    },
  );

  it('[C7] [S-18] tells nothing but how many there were, where fewer than five went one way', () => {
    const pairs = (count: number): Pair[] => Array.from({ length: count }, () => [0, 2]);
    expect(compared(pairs(4), 5)).toEqual({ flow: null, paired: 4, unpaired: 0 });
    expect(compared(pairs(5), 5).flow?.[0]).toEqual([0, 0, 5]);
    expect(compared([...pairs(9), [1, 1]], 5).flow).toBeNull();
    expect(compared([], 5).flow).toEqual([[0, 0, 0], [0, 0, 0], [0, 0, 0]]); // prettier-ignore
  });

  it('[C7] loses nobody: who is in the flow voted twice, whoever else voted is counted, and points add up to none', () => {
    fc.assert(
      fc.property(fc.array(aPair), (pairs) => {
        const { flow, paired, unpaired } = compared(pairs, 1);
        expect(flow?.flat().reduce((all, one) => all + one, 0)).toBe(paired);
        expect(paired + unpaired).toBe(pairs.filter((pair) => pair.some((one) => one !== null)).length);
        const { points, switched } = swingOf(flow ?? []);
        expect(points.for + points.against + points.undecided).toBeCloseTo(0, 6);
        expect(switched).toBe(pairs.filter(([a, b]) => a !== null && b !== null && a !== b).length);
      }),
    );
  });
});
