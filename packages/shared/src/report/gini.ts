/**
 * [H4] How unevenly something is shared out: 0 when all have the same, up to 1 - 1/n when one of n has all. The mean difference
 * of all pairs, halved, by the mean (Gini 1912). 0 of nothing and of one.
 * @param shares Each at least 0.
 */
export function gini(shares: readonly number[]): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (total === 0) return 0;
  const weighted = ascending(shares).reduce(
    (sum, share, i) => sum + (2 * (i + 1) - shares.length - 1) * share,
    0,
  );
  return weighted / (shares.length * total);
}

/** [H4] Points of the curve of Lorenz: which part of all the least have together; from 0, 0 to 1, 1. */
export function lorenz(shares: readonly number[]): readonly (readonly [people: number, part: number])[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let sum = 0;
  return [
    [0, 0],
    ...ascending(shares).map((share, i) => {
      sum += share;
      return [(i + 1) / shares.length, total === 0 ? (i + 1) / shares.length : sum / total] as const;
    }),
  ];
}

const ascending = (shares: readonly number[]): number[] => [...shares].sort((a, b) => a - b);
