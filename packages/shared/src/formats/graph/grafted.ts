// A content as one edit, which puts it into a map that is there: parents before children, under new ids, after all that
// stands there already. Whoever imports it becomes its author.
import { MOST_GRAFTED_PARTS, MOST_PARTS, type Batch, type SingleEdit } from '../../map/edit.ts';
import type { Place } from '../../map/edits/place.ts';
import type { ArgumentMap, MapContent } from '../../map/map.ts';
import type { Direction } from '../../map/tables/arguments.ts';
import { TOP } from '../../map/tables/description.ts';
import type { Id } from '../../map/id.ts';
import { byOrder, orderAt, orderLast, type OrderKey } from '../../map/order.ts';
import { lineage } from '../../map/tree.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { addClaim, Grafting, type Placing } from './graftedEdits.ts';
import { countGraftLosses } from './graftedLosses.ts';
import { sourceEdits } from './graftedSources.ts';
import { Losses, type Told } from '../loss.ts';
import { renew } from './renew.ts';
import { isClaim, shownTree, type ShownTree } from '../shownTree.ts';

/** Deepest place of a claim that comes in so: every edit climbs from its place to the thesis, and the server waits. */
const MOST_LEVELS = 100;

export interface GraftOptions {
  /** The claim that the file's theses speak for or against; null makes them theses of the map. */
  readonly under: { readonly claim: Id; readonly direction: Direction } | null;
  /** Ids must come in ascending order. */
  readonly newId: () => Id;
}

export interface Graft {
  readonly edit: Batch;
  /** As much of it as has to be undone (undoOf), for all of it to go: what hangs on nothing else of the file. The
   *  inverse is small enough for every door; texts of sources are left out, since undo does not ask for them. */
  readonly upper: Batch;
}

/** Refused when it would be too large for one edit, or could not be taken back by one. */
export function grafted(
  contents: readonly MapContent[],
  map: ArgumentMap,
  { under, newId }: GraftOptions,
): Result<Told<Graft>> {
  if (under && !map.claims.has(under.claim)) return refuse('not-found', 'There is no such claim in the map.');
  const above = under ? [...lineage(map, under.claim)].filter(({ kind }) => kind === 'claim').length : 0;
  const edits: SingleEdit[] = [];
  const losses = new Losses();
  const upper: SingleEdit[] = [];
  let last = lastOrder(map, under?.claim ?? null);
  for (const content of contents) {
    const renewed = renew(content, newId);
    const tree = shownTree(renewed);
    if (levelsOf(tree) + above > MOST_LEVELS)
      return refuse('too-large', `At most ${MOST_LEVELS} levels go into a map as one edit. Import the file as a map of its own.`); // prettier-ignore
    countGraftLosses(renewed, tree, losses);
    const sources = sourceEdits(renewed, tree);
    const placed = tree.theses.map((thesis): Placing => {
      last = last === undefined ? orderLast([]) : orderAt([{ id: '', order: last }], 1);
      return { do: 'claim', claim: thesis, to: placeUnder(under, last, newId) };
    });
    edits.push(...sources.before, ...new Grafting(tree, placed).run(), ...sources.after);
    upper.push(...sources.upper, ...placed.map(({ claim, to }) => addClaim(claim, to)));
  }
  if (edits.length === 0) return refuse('no-change', 'There is nothing in the file to put into a map.');
  if (edits.length > MOST_GRAFTED_PARTS)
    return refuse('too-large', `At most ${MOST_GRAFTED_PARTS} claims, relations and remarks go into a map as one edit; here are ${edits.length}. Import the file as a map of its own.`); // prettier-ignore
  if (upper.length > MOST_PARTS)
    return refuse('too-large', `At most ${MOST_PARTS} theses and sources go into a map as one edit that can be taken back; here are ${upper.length}. Import the file as a map of its own.`); // prettier-ignore
  const value: Graft = { edit: { kind: 'batch', edits }, upper: { kind: 'batch', edits: upper } };
  return ok({ value, losses: losses.list() });
}

/** How many claims stand one above the other, at most. */
function levelsOf({ inOrder }: ShownTree): number {
  const levels = new Map<Id, number>();
  let most = 0;
  for (const node of inOrder) {
    const parent = isClaim(node) ? node.home : node.target.id;
    const level = (levels.get(parent ?? '') ?? 0) + (isClaim(node) ? 1 : 0);
    levels.set(node.id, level);
    most = Math.max(most, level);
  }
  return most;
}

/** The key of the last sibling, removed or not: it may come back. */
function lastOrder(map: ArgumentMap, target: Id | null): OrderKey | undefined {
  const siblings = target === null ? map.index.home.get(TOP) : map.index.replies.get(target);
  const ordered = (siblings ?? []).flatMap((id) => map.claims.get(id) ?? map.arguments.get(id) ?? []);
  return ordered.sort(byOrder).at(-1)?.order;
}

function placeUnder(under: GraftOptions['under'], order: OrderKey, newId: () => Id): Place {
  if (!under) return { at: 'thesis', order };
  const target = { kind: 'claim', id: under.claim } as const;
  return { at: 'argument', argument: newId(), direction: under.direction, target, order };
}
