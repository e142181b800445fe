import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import vectors from '../../testing/gini-vectors.json' with { type: 'json' };
import { gini, lorenz } from './gini.ts';

describe('how unevenly something is shared out', () => {
  it.each(vectors)('[S-19] [H4] $seconds is $gini', ({ seconds, gini: expected }) => {
    expect(gini(seconds)).toBeCloseTo(expected, 12);
  });

  it('[H4] is half the mean difference of all pairs by the mean, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 30 }), (shares) => {
        const total = shares.reduce((sum, one) => sum + one, 0);
        const differences = shares.flatMap((a) => shares.map((b) => Math.abs(a - b)));
        const mean = differences.reduce((sum, one) => sum + one, 0) / shares.length ** 2;
        expect(gini(shares)).toBeCloseTo(total === 0 ? 0 : mean / (2 * (total / shares.length)), 9);
        expect(gini([...shares].reverse())).toBeCloseTo(gini(shares), 12);
      }),
    );
  });

  it('[H4] is twice what lies between the curve and equal shares', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 20 }), (shares) => {
        const curve = lorenz(shares);
        expect(curve.at(-1)?.[1]).toBeCloseTo(1, 9);
        const beneath = curve.slice(1).reduce((sum, [x, y], i) => {
          const [before, part] = curve[i] ?? [0, 0];
          return sum + ((x - before) * (y + part)) / 2;
        }, 0);
        expect(1 - 2 * beneath).toBeCloseTo(gini(shares), 9);
      }),
    );
  });
});
