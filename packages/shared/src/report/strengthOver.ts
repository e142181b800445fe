// [S-19] How strong claims were while a debate went on: counted from the maps that its log made.
import type { Id } from '../map/id.ts';
import type { Past } from '../replay/Past.ts';
import { shownOf, type Shown } from '../strength/shown.ts';
import { strengthsAfter, strengthsOf, type Strengths } from '../strength/strengths.ts';
import { votesFor, type How } from '../strength/votes.ts';

export interface StrengthThen {
  readonly version: number;
  /** Of each claim that was asked for, in their order; undefined while it does not stand in the map. */
  readonly shown: readonly (Shown | undefined)[];
}

export interface StrengthAsked {
  readonly claims: readonly Id[];
  readonly how: How;
  /** Whose past it is; null is a visitor. */
  readonly viewer: Id | null;
}

/**
 * [H8] At each of the versions, which ascend, by the same method throughout. What the viewer may not know of the votes then is
 * left out, as it was on their page.
 */
export function* strengthOver(
  past: Past,
  versions: readonly number[],
  { claims, how, viewer }: StrengthAsked,
): Generator<StrengthThen> {
  let last: Strengths | undefined;
  for (const version of versions) {
    const map = past.at(version);
    const votes = votesFor(map, viewer);
    // What a setting opens or closes may touch the votes on anything. No role does.
    const isSame = last?.graph.map.info === map.info;
    const now = last && isSame ? strengthsAfter(last, map, votes) : strengthsOf(map, votes, how);
    last = now;
    yield { version, shown: claims.map((claim) => shownOf(now, claim)) };
  }
}
