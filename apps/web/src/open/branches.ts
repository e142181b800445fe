// Branches of the map as a screen asks about them.
import {
  isLive,
  lineage,
  premisesOf,
  repliesTo,
  standpointOf,
  type ArgumentMap,
  type Id,
} from '@counterpoint/shared';

/** Maps with fewer claims are never folded at first. */
export const SMALL_MAP = 24;

/** Whether a premise still stands in the map. */
export const isThere = (map: ArgumentMap, id: Id): boolean =>
  isLive(map, map.references.get(id)?.argument ?? id);

export function hasReplies(view: ArgumentMap, claim: Id): boolean {
  return (view.index.replies.get(claim) ?? []).some((id) => view.arguments.get(id)?.removed === null);
}

/** What is selected when a card goes: what it hung on; for an undercut, a premise of what it attacked. */
export function aboveOf(view: ArgumentMap, id: Id): Id | null {
  const target = standpointOf(view, id)?.argument.target;
  if (!target) return null;
  return target.kind === 'claim' ? target.id : (premisesOf(view, target.id)[0]?.id ?? null);
}

/** The nearest thing above a card that is still there, in a map as it was before the card went. */
export function survivorOf(before: ArgumentMap, now: ArgumentMap, id: Id): Id | null {
  for (let at = aboveOf(before, id); at !== null; at = aboveOf(before, at)) if (isLive(now, at)) return at;
  return null;
}

/** Claims deeper than `depth` fold away. */
export function foldsBelow(view: ArgumentMap, thesesIds: readonly Id[], depth: number): Set<Id> {
  const folded = new Set<Id>();
  const walk = (claim: Id, level: number): void => {
    const replies = repliesTo(view, claim);
    if (replies.length > 0 && level >= depth) folded.add(claim);
    else for (const argument of replies) walkArgument(argument.id, level + 1);
  };
  const walkArgument = (argument: Id, level: number): void => {
    for (const premise of premisesOf(view, argument)) if (!premise.reference) walk(premise.claim.id, level);
    for (const undercut of repliesTo(view, argument)) walkArgument(undercut.id, level);
  };
  for (const thesis of thesesIds) walk(thesis, 0);
  return folded;
}

/** The folds that do not hide what a link leads to. */
export function without(folds: ReadonlySet<Id>, map: ArgumentMap, shown: Id | null): ReadonlySet<Id> {
  if (shown === null) return folds;
  const above = new Set(
    [...lineage(map, map.references.get(shown)?.argument ?? shown)].map(({ value }) => value.id),
  );
  return new Set([...folds].filter((one) => one === shown || !above.has(one)));
}
