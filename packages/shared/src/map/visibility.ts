// What one viewer sees of a map. Every way out (frame, catch-up, history, search, export) goes through here.
import { bare, isWorded } from './bare.ts';
import { ruleOf, waiting } from './edit.ts';
import { TABLES, type Entities, type TableName } from './tables/tables.ts';
import { authorAndReviewers, everyone, type Circle } from './tables/audience.ts';
import { changedContent, tables, type ArgumentMap, type MapContent, type Row } from './map.ts';
import type { Id } from './id.ts';
import type { Role } from './tables/participants.ts';
import { applyPatches, drop, put, type EntityPatch, type Patch } from './patch.ts';
import { may } from './roles.ts';
import { isBareProposal } from './words.ts';
import type { Proposal } from './tables/proposals.ts';
import { beneath, putAwayIn, withoutDangling } from './putAway.ts';

export interface Viewer {
  readonly participant: Id | null;
  readonly role: Role | null;
}

type Entity = Entities[TableName];
type Made = { readonly by: Id | null };
const isOwn = ({ participant }: Viewer, { by }: Made): boolean => participant !== null && by === participant;

/** Tables of which not everyone sees everything. */
const PRIVATE = TABLES.filter((table) => tables[table].sees !== everyone);

function isIn(circle: Circle, { participant, role }: Viewer): boolean {
  switch (circle) {
    case 'everyone':
      return true;
    case 'reviewers':
      return may(role, 'review');
    default:
      return participant !== null && circle === `person:${participant}`;
  }
}

/** [V1] Whether the viewer is in a circle that sees it, as its table says. */
const sees = (viewer: Viewer, table: TableName, entity: Entity, now: ArgumentMap): boolean =>
  tables[table].sees(entity as never, now).some((circle) => isIn(circle, viewer));

/** [V5] Whether it was put away, by the map as it is `now`, and is not the viewer's to read. */
function isClosed(table: TableName, entity: Entity, viewer: Viewer, now: ArgumentMap): boolean {
  if (!isWorded(table) || authorAndReviewers(entity as Made).some((circle) => isIn(circle, viewer)))
    return false;
  return putAwayIn(now).has(table, entity.id);
}

/** An entity as the viewer may see it by the map as it is `now`; undefined for nothing at all. */
function seen(table: TableName, entity: Entity, viewer: Viewer, now: ArgumentMap): Entity | undefined {
  if (!sees(viewer, table, entity, now)) return undefined;
  return isClosed(table, entity, viewer, now) ? bare(table, entity as never) : entity;
}

/** [V6] `now` is the map as it is: the past is told as the present allows. The same list when all of it is seen. */
export function visiblePatches(
  patches: readonly Patch[],
  viewer: Viewer,
  now: ArgumentMap,
): readonly Patch[] {
  if (may(viewer.role, 'review')) return patches;
  const visible = patches.map((patch) => visiblePatch(patch, viewer, now));
  return visible.every((patch, i) => patch === patches[i])
    ? patches
    : visible.filter((patch) => patch !== undefined);
}

function visiblePatch(patch: Patch, viewer: Viewer, now: ArgumentMap): Patch | undefined {
  if (patch.table === 'info') return patch;
  // What was dropped says no more who saw it.
  if (!('put' in patch)) return PRIVATE.includes(patch.table) ? undefined : patch;
  const entity = seen(patch.table, patch.put, viewer, now);
  return entity === patch.put ? patch : entity && ({ ...patch, put: entity } as EntityPatch);
}

/** [V6] A content, of now or of the past, as the viewer may see it by the map as it is `now`. */
export function visibleContent(content: MapContent, viewer: Viewer, now: ArgumentMap): MapContent {
  if (may(viewer.role, 'review')) return content;
  return changedContent(content, ({ table, entity }) => seen(table, entity, viewer, now));
}

/** A map without what the viewer may not see, as after the loss of a role. */
export function visibleMap(map: ArgumentMap, viewer: Viewer): ArgumentMap {
  if (may(viewer.role, 'review')) return map;
  const hidden = privateRows(map).filter(({ table, entity }) => !sees(viewer, table, entity, map));
  const puts = putAwayIn(map).rows().map(({ table, entity }) => put(table, entity)); // prettier-ignore
  return applyPatches(map, [
    ...hidden.map(({ table, entity }) => drop(table, entity.id)),
    ...visiblePatches(puts, viewer, map).filter((patch, i) => patch !== puts[i]),
  ]);
}

/**
 * [V7] What opened or closed with these roots, as the viewer sees it now: their removal is one mark at the top, and what
 * hangs beneath them is in no patch. Nothing of their own: they never lost sight of it.
 */
export function turnedPatches(roots: readonly Id[], viewer: Viewer, now: ArgumentMap): Patch[] {
  if (roots.length === 0) return [];
  return beneath(now, roots).flatMap(({ table, entity }) => {
    if (!isWorded(table) || isOwn(viewer, entity as Made)) return [];
    if (bare(table, entity as never) === entity) return [];
    return put(table, seen(table, entity, viewer, now) as never);
  });
}

/** [V7] What is seen from now on by who has just got a role: pending proposals, and the words of what was removed. */
export function openedPatches(viewer: Viewer, now: ArgumentMap): readonly Patch[] {
  const hidden = privateRows(now).map(({ table, entity }) => put(table, entity));
  const words = may(viewer.role, 'review') ? putAwayIn(now).rows() : [];
  return [...visiblePatches(hidden, viewer, now), ...words.map(({ table, entity }) => put(table, entity))];
}

/** Whose words are among what hangs beneath these roots: they see it like nobody else. */
export function authorsBeneath(roots: readonly Id[], now: ArgumentMap): Set<Id> {
  return new Set(beneath(now, roots).flatMap(({ entity }) => ('by' in entity && entity.by) || []));
}

/** Who sees the same of a map: reviewers, everyone else, and each person with something of their own that others do not see. */
export function audienceOf(map: ArgumentMap, { participant, role }: Viewer): string {
  if (may(role, 'review')) return 'reviewers';
  if (participant === null) return 'everyone';
  const own = (entity: object): boolean => 'by' in entity && entity.by === participant;
  const isAlone = [...putAwayIn(map).rows(), ...privateRows(map)].some(({ entity }) => own(entity));
  return isAlone ? participant : 'everyone';
}

/** [V8] What a file holds for the viewer: what they may not read is left out, with all that hangs on it. */
export function fileContent(content: MapContent, viewer: Viewer, now: ArgumentMap): MapContent {
  return withoutDangling(
    changedContent(content, ({ table, entity }) =>
      isPurged(table, entity) || isClosed(table, entity, viewer, now)
        ? undefined
        : seen(table, entity, viewer, now),
    ),
  );
}

/** Nobody may read what was purged. An edition of it goes with its source. */
const isPurged = (table: TableName, entity: Entity): boolean =>
  ('removed' in entity && entity.removed?.purged !== undefined) ||
  (table === 'proposals' && isBareProposal(entity as Proposal));

const privateRows = (map: ArgumentMap): Row[] =>
  PRIVATE.flatMap((table) => [...map[table].values()].map((entity) => ({ table, entity }) as Row));

/** Pending proposals in the order they were made. */
export function pendingProposals(map: ArgumentMap): Proposal[] {
  const pending = [...map.proposals.values()].filter((proposal) => proposal.state === 'pending');
  return pending.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/**
 * The map with pending proposals folded on top, all of them or those by one author. The viewer's map already holds
 * only proposals the viewer may see. A proposal that no longer fits is left out until it is decided.
 */
export function withProposals(map: ArgumentMap, by?: Id | null): ArgumentMap {
  let view = map;
  for (const proposal of pendingProposals(map)) {
    if (by !== undefined && proposal.by !== by) continue;
    const result = ruleOf(view, waiting(proposal), proposal);
    if (result.ok) view = applyPatches(view, result.value);
  }
  return view;
}
