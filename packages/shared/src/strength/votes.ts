import type { Id } from '../map/id.ts';
import type { Method } from './semantics.ts';

/** The votes on one thing: how many, and the sum of their values, each 0 to 4. */
export interface Tally {
  readonly votes: number;
  readonly sum: number;
}

/** [G8] The votes that count. What is handed in is all that a strength knows of them: a hidden vote stays outside. */
export interface Votes {
  /** Whether people hold the claim to be right. */
  truth(claim: Id): Tally | undefined;
  /** Whether, if its premises hold, they speak for or against the target. */
  relevance(argument: Id): Tally | undefined;
}

export const NO_VOTES: Votes = { truth: () => undefined, relevance: () => undefined };

export interface Prior {
  /** Where something stands before anybody voted, 0 to 1. */
  readonly prior: number;
  /** As how many votes that counts. */
  readonly weight: number;
}

/** How strengths are counted. */
export interface How extends Prior {
  readonly method: Method;
}

export const USUAL: How = { method: 'quadratic', prior: 0.5, weight: 2 };

/** [G1] */
export function baseOf(tally: Tally | undefined, { prior, weight }: Prior): number {
  const { votes, sum } = tally ?? NO_VOTE;
  return votes === 0 ? prior : (weight * prior + sum / 4) / (weight + votes);
}

/** [G2] Nobody doubted it yet: see decision 28. */
export const relevanceOf = (tally: Tally | undefined, { weight }: Prior): number =>
  baseOf(tally, { prior: 1, weight });

const NO_VOTE: Tally = { votes: 0, sum: 0 };
