import type { ArgumentMap } from './map.ts';
import type { Id } from './id.ts';
import type { Direction } from './tables/arguments.ts';
import { isLive } from './tree.ts';

/** How many arguments a person made for a claim and against it, and whether its words are theirs. */
export interface Stance extends Readonly<Record<Direction, number>> {
  readonly wrote: boolean;
}

/** [M-11] Where a person stands on a claim, by what they did in the map; undefined where they did nothing about it. */
export function stanceOn(map: ArgumentMap, claim: Id, by: Id): Stance | undefined {
  const made = (map.index.replies.get(claim) ?? []).flatMap((id) => {
    const argument = map.arguments.get(id);
    return argument?.by === by && isLive(map, id) ? [argument.direction] : [];
  });
  const about = map.claims.get(claim);
  const wrote = about?.by === by || about?.reworded?.by === by;
  const count = (which: Direction): number => made.filter((direction) => direction === which).length;
  return made.length > 0 || wrote ? { support: count('support'), rebut: count('rebut'), wrote } : undefined;
}
