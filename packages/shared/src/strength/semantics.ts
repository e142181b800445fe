// The published ways to count. Each is an aggregation, of what speaks for and against, and an influence, of that on a base.

export interface Semantics {
  /** All that acts on something as one figure: above 0 it speaks for it, below 0 against it. */
  readonly aggregation: (supports: readonly number[], attacks: readonly number[]) => number;
  readonly influence: (base: number, acting: number) => number;
}

const sum = (strengths: readonly number[]): number => strengths.reduce((all, one) => all + one, 0);
const energy = (supports: readonly number[], attacks: readonly number[]): number =>
  sum(supports) - sum(attacks);

/** What is left when each takes its share of what the ones before it left. */
const left = (strengths: readonly number[]): number => strengths.reduce((rest, one) => rest * (1 - one), 1);

/** How far a sum pushes: 0 at 0, towards 1 the further it goes. */
const push = (sum: number): number => sum ** 2 / (1 + sum ** 2);

/** [G3] What is not a number goes through all of them as such. */
export const METHODS = {
  /** Quadratic energy (Potyka, KR 2018). */
  quadratic: {
    aggregation: energy,
    influence: (base, acting) => (acting > 0 ? base + (1 - base) * push(acting) : base - base * push(acting)),
  },
  /** DF-QuAD (Rago, Toni, Aurisicchio, Baroni, KR 2016). */
  dfquad: {
    aggregation: (supports, attacks) => left(attacks) - left(supports),
    influence: (base, acting) => base + (acting > 0 ? 1 - base : base) * acting,
  },
  /** Amgoud and Ben-Naim, ECSQARU 2017. */
  euler: {
    aggregation: energy,
    influence: (base, acting) => 1 - (1 - base ** 2) / (1 + base * Math.exp(acting)),
  },
  /** Potyka, AAAI 2021. */
  mlp: {
    aggregation: energy,
    influence: (base, acting) => 1 / (1 + Math.exp(-Math.log(base / (1 - base)) - acting)),
  },
  /** Weighted h-categorizer (Amgoud, Ben-Naim, Doder, Vesic, IJCAI 2017); it knows attacks only. */
  hcategorizer: {
    aggregation: (_, attacks) => -sum(attacks),
    influence: (base, acting) => base / (1 - acting),
  },
} as const satisfies Readonly<Record<string, Semantics>>;

export type Method = keyof typeof METHODS;
