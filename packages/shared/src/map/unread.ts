// What of a map somebody has not read yet: what others wrote since their last visit, and was not opened in this one.
import type { Id } from './id.ts';
import type { ArgumentMap } from './map.ts';
import { sinceOf } from './edits/look.ts';
import type { Claim } from './tables/claims.ts';
import type { Opened, Visit } from './tables/visits.ts';
import { commentsOn, isLive, subtree, theses } from './tree.ts';

/** How far somebody has read. */
export interface ReadMarks {
  readonly me: Id;
  /** [W2] What was there by then is read. */
  readonly since: number;
  readonly opened: ReadonlyMap<Id, Opened>;
}

/** As the visit says at the moment `at`. */
export const readMarksOf = (visit: Visit, at: number): ReadMarks => ({
  me: visit.id,
  since: sinceOf(visit, at),
  opened: new Map(visit.opened.map((one) => [one.claim, one])),
});

const readUntil = ({ since, opened }: ReadMarks, claim: Id, part: 'words' | 'talk'): number =>
  Math.max(since, opened.get(claim)?.[part] ?? 0);

/** [W2] Whether others made the claim, or worded it anew, since it was last read. */
export function unreadWords(claim: Claim, marks: ReadMarks): 'new' | 'reworded' | null {
  const { reworded } = claim;
  // Most are older than the last visit, and nothing has to be looked up.
  if (claim.at <= marks.since && (!reworded || reworded.at <= marks.since)) return null;
  const until = readUntil(marks, claim.id, 'words');
  if (claim.by !== marks.me && claim.at > until) return 'new';
  return reworded && reworded.by !== marks.me && reworded.at > until ? 'reworded' : null;
}

/** [W2] How many comments of others on the claim were not seen yet. */
export function unreadTalk(map: ArgumentMap, claim: Id, marks: ReadMarks): number {
  const until = readUntil(marks, claim, 'talk');
  let count = 0;
  for (const id of map.index.comments.get(claim) ?? []) {
    const comment = map.comments.get(id);
    if (comment && !comment.removed && comment.by !== marks.me && comment.at > until) count += 1;
  }
  return count;
}

/** The claims with something unread, in no order; those that are gone are not among them. */
export function unreadClaims(map: ArgumentMap, marks: ReadMarks): Claim[] {
  const talked = new Set<Id>();
  for (const { claim, by, at, removed } of map.comments.values())
    if (at > marks.since && by !== marks.me && !removed && at > readUntil(marks, claim, 'talk'))
      talked.add(claim);
  const found: Claim[] = [];
  for (const claim of map.claims.values())
    if ((unreadWords(claim, marks) || talked.has(claim.id)) && isLive(map, claim.id)) found.push(claim);
  return found;
}

/** The next claim with something unread after the one named, from the top of the map to its end and on from the top. */
export function nextUnread(map: ArgumentMap, marks: ReadMarks, after: Id | null): Id | undefined {
  const unread = new Set(unreadClaims(map, marks).map(({ id }) => id));
  if (unread.size === 0) return undefined;
  let first: Id | undefined;
  let isPast = false;
  for (const thesis of theses(map))
    for (const { kind, value } of subtree(map, thesis.id)) {
      if (kind !== 'claim') continue;
      if (unread.has(value.id)) {
        if (isPast && value.id !== after) return value.id;
        first ??= value.id;
      }
      isPast ||= value.id === after;
    }
  return first;
}

/** When the latest of what can be unread was written; 0 in an empty map. */
export function latestIn(map: ArgumentMap): number {
  let latest = 0;
  for (const { at, reworded } of map.claims.values()) latest = Math.max(latest, at, reworded?.at ?? 0);
  for (const { at } of map.comments.values()) latest = Math.max(latest, at);
  return latest;
}

/** When the latest of what others said about a claim was written: with it, it is read. */
export function latestOf(map: ArgumentMap, claim: Claim, part: 'words' | 'talk'): number {
  if (part === 'words') return Math.max(claim.at, claim.reworded?.at ?? 0);
  return Math.max(0, ...commentsOn(map, claim.id).map(({ at }) => at));
}
