// What one viewer sees of a map. Every way out (frame, catch-up, history, search, export) goes through here.
import { bare, isWorded } from './bare.ts';
import { audienceOf, circlesOf, isAmong, type Viewer } from './circles.ts';
import { idsIn, type Id } from './id.ts';
import {
  changedContent,
  emptyContent,
  rowAt,
  tables,
  type ArgumentMap,
  type MapContent,
  type Row,
} from './map.ts';
import { applyPatches, contentOf, drop, put, type EntityPatch, type Patch } from './patch.ts';
import { beneath, putAwayIn, withoutDangling } from './putAway.ts';
import { may } from './roles.ts';
import { authorAndReviewers, everyone, type Audience, type Circle } from './tables/audience.ts';
import type { Claim } from './tables/claims.ts';
import type { Edition, EditionText } from './tables/editions.ts';
import { isOpen, type Proposal } from './tables/proposals.ts';
import { TABLES, type TableName } from './tables/tables.ts';
import { isBareProposal, textIn, toldEntity, toldPatches } from './words.ts';

/** Tables of which not everyone sees everything. */
const PRIVATE = TABLES.filter((table) => tables[table].sees !== everyone);
/** Those of which each person has their own, and the others. */
const ASIDE = PRIVATE.filter((table) => tables[table].aside);
const SHARED = PRIVATE.filter((table) => !tables[table].aside);

const authorsOf = ({ entity }: Row): Audience => authorAndReviewers('by' in entity ? entity : { by: null });

/** [V5] Of those, who reads its words, where it was put away by the map as it is `now`: undefined for all of them. */
const readersOf = (row: Row, now: ArgumentMap): Audience | undefined =>
  isWorded(row.table) && putAwayIn(now).has(row.table, row.entity.id) ? authorsOf(row) : undefined;

/** An entity as who is in these circles may see it by the map as it is `now`; undefined for nothing at all. */
function seen(row: Row, circles: readonly Circle[], now: ArgumentMap): Row['entity'] | undefined {
  if (!isAmong(audienceOf(row, now), circles)) return undefined;
  const readers = readersOf(row, now);
  return !readers || isAmong(readers, circles) ? row.entity : bare(row.table, row.entity as never);
}

/** [V6] `now` is the map as it is: the past is told as the present allows. The same list when all of it is seen and told. */
export function visiblePatches(
  patches: readonly Patch[],
  viewer: Viewer,
  now: ArgumentMap,
): readonly Patch[] {
  const circles = circlesOf(viewer);
  const visible = patches.map((patch) => visiblePatch(patch, circles, now));
  return toldPatches(
    visible.every((patch, i) => patch === patches[i])
      ? patches
      : visible.filter((patch) => patch !== undefined),
  );
}

/** What was dropped says no more who saw it: rows that not everyone sees are put away, never dropped. */
function visiblePatch(patch: Patch, circles: readonly Circle[], now: ArgumentMap): Patch | undefined {
  if (patch.table === 'info') return patch;
  if (!('put' in patch)) return PRIVATE.includes(patch.table) ? undefined : patch;
  const entity = seen(rowOf(patch), circles, now);
  return entity === patch.put ? patch : entity && ({ ...patch, put: entity } as EntityPatch);
}

/** Whether something of a change is kept from the viewer that would tell who made it. */
export const isUnsigned = (patches: readonly Patch[], viewer: Viewer, now: ArgumentMap): boolean =>
  patches.some(
    (patch) =>
      patch.table !== 'info' &&
      tables[patch.table].unsigned &&
      visiblePatch(patch, circlesOf(viewer), now) === undefined,
  );

/** Whether something of a change is kept from the viewer that would tell what was done. */
export const isUnnamed = (patches: readonly Patch[], viewer: Viewer, now: ArgumentMap): boolean =>
  patches.some(
    (patch) =>
      patch.table !== 'info' &&
      tables[patch.table].unnamed &&
      visiblePatch(patch, circlesOf(viewer), now) === undefined,
  );

const rowOf = ({ table, put }: { readonly table: TableName; readonly put: Row['entity'] }): Row =>
  ({ table, entity: put }) as Row;

/** [V6] [V9] A content, of now or of the past, as it is told to the viewer by the map as it is `now`. */
export function visibleContent(content: MapContent, viewer: Viewer, now: ArgumentMap): MapContent {
  const circles = circlesOf(viewer);
  return changedContent(content, (row) => {
    const entity = seen(row, circles, now);
    return entity && toldEntity(row.table, entity);
  });
}

/** [V9] What nobody is told of an edition: one of the map, or one that a proposal would bring; undefined where it is hidden. */
export function editionText(map: ArgumentMap, id: Id, viewer: Viewer): EditionText | undefined {
  const circles = circlesOf(viewer);
  const edition = map.editions.get(id);
  if (edition) return seen({ table: 'editions', entity: edition }, circles, map) as Edition | undefined;
  for (const row of rowsIn(map, ['proposals'])) {
    const proposal = seen(row, circles, map) as Proposal | undefined;
    const text = proposal && textIn(proposal, id);
    if (text) return text;
  }
  return undefined;
}

/** A claim as the viewer sees it. */
export function visibleClaim(map: ArgumentMap, id: Id, viewer: Viewer): Claim | undefined {
  const entity = map.claims.get(id);
  return entity && (seen({ table: 'claims', entity }, circlesOf(viewer), map) as Claim | undefined);
}

/** A map without what the viewer may not see, as after the loss of a role. */
export function visibleMap(map: ArgumentMap, viewer: Viewer): ArgumentMap {
  const circles = circlesOf(viewer);
  const patches = [...rowsIn(map, PRIVATE), ...putAwayIn(map).rows()].flatMap((row) => {
    const entity = seen(row, circles, map);
    if (entity === row.entity) return [];
    return entity ? put(row.table, entity as never) : drop(row.table, row.entity.id);
  });
  return applyPatches(map, patches);
}

/** [V8] [W1] What a file holds for the viewer: what they may not read is left out, with all that hangs on it, and what is no part of the map. */
export function fileContent(content: MapContent, viewer: Viewer, now: ArgumentMap): MapContent {
  const circles = circlesOf(viewer);
  return withoutDangling(
    changedContent(content, (row) =>
      !isPurged(row) && !tables[row.table].aside && isAmong(readersOf(row, now) ?? ['everyone'], circles)
        ? seen(row, circles, now)
        : undefined,
    ),
  );
}

/** What lives in the map, as the viewer sees it: nothing of it was put away. */
export function livingContent(map: ArgumentMap, viewer: Viewer): MapContent {
  const circles = circlesOf(viewer);
  const away = putAwayIn(map);
  return withoutDangling(
    changedContent(contentOf(map), (row) =>
      away.has(row.table, row.entity.id) ? undefined : seen(row, circles, map),
    ),
  );
}

/** Nobody may read what was purged. An edition of it goes with its source. */
const isPurged = ({ table, entity }: Row): boolean =>
  ('removed' in entity && entity.removed?.purged !== undefined) ||
  (table === 'proposals' && isBareProposal(entity));

/** Where somebody looks, as far as it names things. */
interface Looked {
  readonly selected: Id | null;
  readonly editing: Id | null;
  readonly reviewing: Id | null;
}

/** Whether it names nothing but what everybody finds in the map. */
export const isLookForAll = ({ selected, editing, reviewing }: Looked, now: ArgumentMap): boolean =>
  reviewing === null && [selected, editing].every((id) => id === null || rowAt(now, id) !== undefined);

/**
 * [V1] What is told of where somebody looks: that something waits is known to those who decide, and what is in no map yet
 * to those who see the draft or proposal that would bring it.
 */
export function visibleLook<L extends Looked>(look: L, viewer: Viewer, now: ArgumentMap): L {
  if (isLookForAll(look, now)) return look;
  const circles = circlesOf(viewer);
  const isSeen = (proposal: Proposal) => isAmong(audienceOf({ table: 'proposals', entity: proposal }, now), circles); // prettier-ignore
  const told = (id: Id | null): Id | null =>
    id === null || rowAt(now, id) || naming(now, id).some(isSeen) ? id : null;
  return {
    ...look,
    selected: told(look.selected),
    editing: told(look.editing),
    reviewing: may(viewer.role, 'review') ? look.reviewing : null,
  };
}

/** Drafts and proposals that wait, whose edit names this. */
function naming({ proposals }: ArgumentMap, id: Id): readonly Proposal[] {
  const known = namedBy.get(proposals) ?? namesIn([...proposals.values()].filter(isOpen));
  namedBy.set(proposals, known);
  return known.get(id) ?? [];
}

const namedBy = new WeakMap<ArgumentMap['proposals'], ReadonlyMap<Id, readonly Proposal[]>>();

function namesIn(proposals: readonly Proposal[]): ReadonlyMap<Id, readonly Proposal[]> {
  const names = new Map<Id, Proposal[]>();
  for (const proposal of proposals)
    for (const id of idsIn(proposal.edit)) {
      const others = names.get(id);
      if (others) others.push(proposal);
      else names.set(id, [proposal]);
    }
  return names;
}

type Rows = Partial<Omit<MapContent, 'info'>>;

/** The content of a map without what is kept beside it for one person each; see Description.aside. */
export const withoutAside = (content: MapContent): MapContent => ({ ...content, ...eachOf(ASIDE, () => []) });

/** [W1] What is kept beside the map for this viewer. */
export const asideOf = (map: ArgumentMap, viewer: Viewer): Rows =>
  eachOf(
    ASIDE,
    (table) => visibleContent({ ...emptyContent, [table]: [...map[table].values()] }, viewer, map)[table],
  );

const eachOf = (
  of: readonly TableName[],
  rows: (table: TableName) => readonly unknown[],
): Partial<MapContent> => Object.fromEntries(of.map((table) => [table, rows(table)]));

/** Viewers of the same group see the same of a map, but for what is aside. It stands in ETags, where commas part them. */
export function groupIn(map: ArgumentMap, viewer: Viewer): string {
  const named = namedIn.get(map) ?? circlesNamed([...rowsIn(map, SHARED), ...putAwayIn(map).rows()], map);
  namedIn.set(map, named);
  return among(named, viewer).join('+');
}

const namedIn = new WeakMap<ArgumentMap, ReadonlySet<Circle>>();

/** The circles by which it hangs who sees what of these. */
function circlesNamed(rows: readonly Row[], now: ArgumentMap): Set<Circle> {
  const named = new Set(rows.flatMap((row) => [...audienceOf(row, now), ...(readersOf(row, now) ?? [])]));
  named.delete('everyone');
  return named;
}

const among = (named: ReadonlySet<Circle>, viewer: Viewer): Circle[] =>
  circlesOf(viewer).filter((circle) => named.has(circle));

const rowsIn = (map: ArgumentMap, of: readonly TableName[]): Row[] =>
  of.flatMap((table) => [...map[table].values()].map((entity) => ({ table, entity }) as Row));

/** What changes move besides what their patches say, and for whom. */
export interface Sight {
  /** Whether everyone sees the same of it, and whoever could read the map still can. */
  readonly isForAll: boolean;
  /** Viewers of the same group are told the same. */
  groupOf(viewer: Viewer): string;
  /** [V7] What opened or closed for a viewer without a patch of its own, as they see it now. */
  opened(viewer: Viewer): readonly Patch[];
}

/**
 * Looks at changes through the eyes of all viewers, by the map as it is `now`. `roots` are what was removed or restored,
 * or moved since: their removal is one mark at the top, and what hangs beneath them is in no patch.
 */
export function sightOf(patches: readonly Patch[], roots: readonly Id[], now: ArgumentMap): Sight {
  const changed = new Set(patches.map(({ table }) => table));
  const people = peopleIn(patches);
  const turned = roots.length === 0 ? [] : beneath(now, roots).filter(hasWords);
  const decided = rowsIn(now, PRIVATE.filter((table) => isDecidedBy(table, changed))) // prettier-ignore
    .filter((row) => mayHaveOpened(row, patches));
  const told = patches.flatMap((patch) => (patch.table !== 'info' && 'put' in patch ? rowOf(patch) : []));
  const named = circlesNamed([...told, ...turned, ...decided], now);
  for (const row of turned) for (const circle of authorsOf(row)) named.add(circle);
  const dropsPrivate = patches.some((patch) => 'drop' in patch && PRIVATE.includes(patch.table));
  const isTouched = ({ participant }: Viewer) => participant !== null && people.has(participant);
  return {
    // What opened to all is in no patch: each is told of it beside these.
    isForAll: named.size === 0 && people.size === 0 && decided.length === 0 && !changed.has('info') && !dropsPrivate, // prettier-ignore
    groupOf: (viewer) => (isTouched(viewer) ? `touched ${viewer.participant}` : among(named, viewer).join()),
    opened(viewer) {
      const circles = circlesOf(viewer);
      // Who read its words before and still does never lost sight of it.
      const closing = isTouched(viewer) ? turned : turned.filter((row) => !isAmong(authorsOf(row), circles));
      const whole = isTouched(viewer) ? [...rowsIn(now, PRIVATE), ...putAwayIn(now).rows()] : decided;
      return [
        ...closing.flatMap((row) => putSeen(row, seen(row, circles, now))),
        ...whole.flatMap((row) => {
          const entity = seen(row, circles, now);
          // What opened after its words were put away is there all the same; what all see is there already.
          return entity === row.entity || PRIVATE.includes(row.table) ? putSeen(row, entity) : [];
        }),
      ];
    },
  };
}

const putSeen = ({ table }: Row, entity: Row['entity'] | undefined): Patch[] =>
  entity ? [put(table, toldEntity(table, entity) as never)] : [];

const hasWords = ({ table, entity }: Row): boolean =>
  isWorded(table) && bare(table, entity as never) !== entity;

/** Whether changes in these tables open and close rows of the table. */
const isDecidedBy = (table: TableName, changed: ReadonlySet<string>): boolean =>
  Object.keys(tables[table].decidedBy ?? {}).some((name) => changed.has(name));

/** [V7] Whether one of these may have opened it to somebody. */
const mayHaveOpened = ({ table, entity }: Row, patches: readonly Patch[]): boolean =>
  Object.entries(tables[table].decidedBy ?? {}).some(([name, decides]) =>
    patches.some(
      (patch) =>
        patch.table === name &&
        (decides === true || ('put' in patch && decides(entity as never, patch.put as never))),
    ),
  );

/** Whose own circles may have changed. */
const peopleIn = (patches: readonly Patch[]): ReadonlySet<Id> =>
  new Set(patches.flatMap((p) => (p.table === 'participants' ? ('put' in p ? p.put.id : p.drop) : [])));

/** Whether the viewer may have lost sight of something by these patches. */
export function mayClose(patches: readonly Patch[], { participant }: Viewer): boolean {
  if (participant !== null && peopleIn(patches).has(participant)) return true;
  const changed = new Set(patches.map(({ table }) => table));
  return PRIVATE.some((table) => isDecidedBy(table, changed));
}
