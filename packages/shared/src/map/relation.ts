// What people call the way a claim hangs in the map; the three moves, and the thesis that needs none.
import type { Argument } from './tables/arguments.ts';
import type { ArgumentMap } from './map.ts';
import type { Claim } from './tables/claims.ts';

export type Relation = 'thesis' | 'support' | 'rebut' | 'undercut';

/** A rebuttal of an argument attacks the inference itself: an undercut. */
export const relationOf = ({ direction, target }: Pick<Argument, 'direction' | 'target'>): Relation =>
  target.kind === 'argument' ? 'undercut' : direction;

export function relationOfClaim(map: ArgumentMap, { home }: Pick<Claim, 'home'>): Relation {
  const argument = home === null ? undefined : map.arguments.get(home);
  return argument ? relationOf(argument) : 'thesis';
}
