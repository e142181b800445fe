// What one person brought to a map: what a marker reads before grading.
import type { ArgumentMap } from '../map/map.ts';
import type { Id } from '../map/id.ts';
import { relationOfClaim, type Relation } from '../map/relation.ts';
import { isLive } from '../map/tree.ts';

export interface Work {
  /** Of a claim, of one that was merged into another, or of a comment. */
  readonly id: Id;
  readonly what: Relation | 'comment' | 'merged';
  /** Empty where its reader may not read it any more. */
  readonly text: string;
  readonly at: number;
  /** Where it is on the map, or was. */
  readonly claim: Id;
  readonly isRemoved: boolean;
}

/** Oldest first. What was taken away was contributed all the same. */
export function workOf(map: ArgumentMap, participant: Id): readonly Work[] {
  const found: Work[] = [];
  for (const claim of map.claims.values()) {
    const { id, by, text, at } = claim;
    if (by === participant)
      found.push({ id, what: relationOfClaim(map, claim), text, at, claim: id, isRemoved: !isLive(map, id) });
  }
  for (const { id, by, text, at, into, removed } of map.mergers.values())
    if (by === participant)
      found.push({ id, what: 'merged', text, at, claim: into, isRemoved: removed !== null });
  for (const { id, by, text, at, claim, removed } of map.comments.values())
    if (by === participant)
      found.push({
        id,
        what: 'comment',
        text,
        at,
        claim,
        isRemoved: removed !== null || !isLive(map, claim),
      });
  return found.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
