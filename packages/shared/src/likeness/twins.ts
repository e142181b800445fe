// Pairs of claims of which one may be enough, for who keeps a map tidy.
import type { Id } from '../map/id.ts';
import type { ArgumentMap } from '../map/map.ts';
import { byAge, isLive, lineage } from '../map/tree.ts';
import { ALIKE } from './Likes.ts';
import type { Neighbours } from './Neighbours.ts';
import { mayTurn } from './turned.ts';

/** Two claims that say much the same: what would be merged, and what it would be merged into. */
export interface Twins {
  readonly claim: Id;
  readonly into: Id;
  readonly score: number;
  readonly isSame: boolean;
  /** They may say opposite things. */
  readonly mayTurn: boolean;
}

/** The most alike first, what may say opposite things last. */
export function twinsIn(map: ArgumentMap, neighbours: Neighbours): Twins[] {
  const found = new Map<string, Twins>();
  for (const id of neighbours.claims())
    for (const { claim: other, score, isSame } of neighbours.of(id)) {
      const [one, two] = [map.claims.get(id), map.claims.get(other)];
      const key = pairOf(id, other);
      if (score < ALIKE || !one || !two || found.has(key) || !isLive(map, id) || !isLive(map, other))
        continue;
      // [E18] What came first stays, unless it hangs beneath the other.
      const [first, second] = byAge(one, two) < 0 ? [one, two] : [two, one];
      const isBeneath = [...lineage(map, first.id)].some(({ value }) => value.id === second.id);
      const [claim, into] = isBeneath ? [first, second] : [second, first];
      const turns = mayTurn(one.text, two.text);
      found.set(key, { claim: claim.id, into: into.id, score, isSame, mayTurn: turns });
    }
  return [...found.values()].sort(
    (a, b) => Number(a.mayTurn) - Number(b.mayTurn) || b.score - a.score || (pairOf(a.claim, a.into) < pairOf(b.claim, b.into) ? -1 : 1), // prettier-ignore
  );
}

/** The same for a pair, whichever comes first. */
export const pairOf = (one: Id, other: Id): string => (one < other ? `${one} ${other}` : `${other} ${one}`);
