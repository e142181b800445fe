import type { Id } from '../map/id.ts';
import type { ArgumentMap } from '../map/map.ts';
import type { Tally } from '../map/tables/tallies.ts';
import { ballotFor, tallyFor } from '../map/voting.ts';
import type { Method } from './semantics.ts';

/** The votes on one thing: how many, and the sum of their values, each 0 to 4. */
export type Voted = Pick<Tally, 'votes' | 'sum'>;

/** [G8] The votes that count. What is handed in is all that a strength knows of them: a hidden vote stays outside. */
export interface Votes {
  /** Whether people hold the claim to be right. */
  truth(claim: Id): Voted | undefined;
  /** Whether, if its premises hold, they speak for or against the target. */
  relevance(argument: Id): Voted | undefined;
}

export const NO_VOTES: Votes = { truth: () => undefined, relevance: () => undefined };

/** [C2] [C4] Those on what stands in the map now that this person may know; null is a visitor. */
export function votesFor(map: ArgumentMap, viewer: Id | null): Votes {
  const on = (id: Id): Voted | undefined =>
    map.index.ballots.has(id) ? tallyFor(map, ballotFor(map, id)?.id, viewer) : undefined;
  return { truth: on, relevance: on };
}

/** [C2] Those that a map tells of, for one that holds no more than its reader may know, as a file does. */
export function votesTold(map: ArgumentMap): Votes {
  const on = (id: Id): Voted | undefined =>
    map.index.ballots.has(id) ? map.tallies.get(ballotFor(map, id)?.id ?? '') : undefined;
  return { truth: on, relevance: on };
}

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
export function baseOf(tally: Voted | undefined, { prior, weight }: Prior): number {
  const { votes, sum } = tally ?? NO_VOTE;
  return votes === 0 ? prior : (weight * prior + sum / 4) / (weight + votes);
}

/** [G2] Nobody doubted it yet: see decision 28. */
export const RELEVANCE = 1;

export const relevanceOf = (tally: Voted | undefined, { weight }: Prior): number =>
  baseOf(tally, { prior: RELEVANCE, weight });

const NO_VOTE: Voted = { votes: 0, sum: 0 };
