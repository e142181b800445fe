// [S-19] How a map grew: what stood in it at each moment, by what the map keeps of when each thing was made and removed.
import type { Id } from '../map/id.ts';
import type { ArgumentMap } from '../map/map.ts';
import { relationOfClaim, type Relation } from '../map/relation.ts';
import { lineage } from '../map/tree.ts';

export interface Grown extends Readonly<Record<Relation, number>> {
  /** In ms since 1970. */
  readonly at: number;
}

/**
 * [H5] How many claims of each kind stood in the map, after each moment at which that changed; oldest first. A claim counts as what
 * it is now, from when it was made until it, or what it hangs beneath, was removed; what came back again counts throughout.
 */
export function growthOf(map: ArgumentMap): Grown[] {
  const steps: { at: number; relation: Relation; by: 1 | -1 }[] = [];
  for (const claim of map.claims.values()) {
    const relation = relationOfClaim(map, claim);
    const removed = removedAt(map, claim.id);
    if (removed !== undefined && removed <= claim.at) continue;
    steps.push({ at: claim.at, relation, by: 1 });
    if (removed !== undefined) steps.push({ at: removed, relation, by: -1 });
  }
  steps.sort((a, b) => a.at - b.at);
  const grown: Grown[] = [];
  let now = { thesis: 0, support: 0, rebut: 0, undercut: 0 };
  for (const { at, relation, by } of steps) {
    now = { ...now, [relation]: now[relation] + by };
    if (grown.at(-1)?.at === at) grown.pop();
    grown.push({ at, ...now });
  }
  return grown;
}

/** When it, or the first thing above it, was removed; undefined while it is live. */
function removedAt(map: ArgumentMap, id: Id): number | undefined {
  let first: number | undefined;
  for (const { value } of lineage(map, id))
    if (value.removed) first = Math.min(first ?? Infinity, value.removed.at);
  return first;
}
