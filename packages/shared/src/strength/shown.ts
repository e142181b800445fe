// What of a strength a person is shown, and by which method a map counts.
import type { Id } from '../map/id.ts';
import type { MapInfo } from '../map/info.ts';
import { ballotFor } from '../map/voting.ts';
import type { Method } from './semantics.ts';
import type { Strength, Strengths } from './strengths.ts';
import { USUAL, type How } from './votes.ts';

/** As the setting of a map names them. */
export type NamedMethod = Exclude<MapInfo['strength'], 'off'>;

export const METHOD_NAMED = {
  'quadratic-energy': 'quadratic',
  'df-quad': 'dfquad',
  euler: 'euler',
} as const satisfies Readonly<Record<NamedMethod, Method>>;

/** [G13] How a map counts; undefined for one that shows no strengths. */
export const howIn = ({ strength }: Pick<MapInfo, 'strength'>): How | undefined =>
  strength === 'off' ? undefined : { ...USUAL, method: METHOD_NAMED[strength] };

/** `hidden` where people voted on the claim itself and what came out is not told. */
export type Shown = Strength | { readonly kind: 'hidden' };

const HIDDEN: Shown = { kind: 'hidden' };

/** [G14] Undefined for what does not count. */
export const shownOf = (strengths: Strengths, claim: Id): Shown | undefined => {
  const strength = strengths.byId.get(claim);
  return strength && hiddenVotes(strengths, claim) > 0 ? HIDDEN : strength;
};

/** How many votes on a thing there are that the one who counts is not told of. */
export function hiddenVotes({ graph: { map }, votes }: Strengths, on: Id): number {
  if (!map.index.ballots.has(on)) return 0;
  const told = map.claims.has(on) ? votes.truth(on) : votes.relevance(on);
  return told ? 0 : (ballotFor(map, on)?.voted ?? 0);
}
