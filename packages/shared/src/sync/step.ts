// One thing that can be undone: an edit of mine and, of the map before it, only what its undo looks at. It is a plain value,
// so that it outlives the page that made it; the whole map would be too much to keep, a hundred times.
import { z } from 'zod';
import { bare, emptied } from '../map/bare.ts';
import { Edit, kindOf, partsOf, undoOfParts, type EditPart, type SingleEdit } from '../map/edit.ts';
import { Id, idsIn } from '../map/id.ts';
import { emptyMap, INDEXES, needsOf, rowAt, tables, type ArgumentMap, type Row } from '../map/map.ts';
import { applyPatches, put, type Patch } from '../map/patch.ts';
import { parentsOf } from '../map/putAway.ts';
import { TABLES } from '../map/tables/tables.ts';
import { ToldPatch } from '../map/told.ts';

export const Step = z.object({
  id: Id,
  edit: Edit,
  /** For each part of the edit, what its undo looks at; none when there was no such part. */
  before: z.array(z.array(ToldPatch)),
});
export type Step = Readonly<z.infer<typeof Step>>;

/** An edit, and the map as its author saw it before. */
export interface Done {
  readonly id: Id;
  readonly edit: Edit;
  readonly before: ArgumentMap;
}

export const stepOf = ({ id, edit, before }: Done): Step => ({
  id,
  edit,
  before: (partsOf(edit, before) ?? []).map(lookedAt),
});

/** The edit that takes the step back from the map as it is now, if there is one that would be accepted. */
export function undoOfStep({ edit, before }: Step, now: ArgumentMap): Edit | undefined {
  const edits: readonly SingleEdit[] = edit.kind === 'batch' ? edit.edits : [edit];
  const parts = before.flatMap((patches, i): EditPart[] => {
    const part = edits[i];
    return part ? [{ edit: part, before: applyPatches(emptyMap, patches) }] : [];
  });
  return parts.length === edits.length ? undoOfParts(edit, parts, now) : undefined;
}

/** Whether words that the step holds were deleted for good since. */
export const isPurgedIn = (now: ArgumentMap, step: Step): boolean =>
  heldBy(step).some((id) => {
    const entity = rowAt(now, id)?.entity;
    return entity !== undefined && 'removed' in entity && entity.removed?.purged !== undefined;
  });

const held = new WeakMap<Step, readonly Id[]>();

function heldBy(step: Step): readonly Id[] {
  const ids = held.get(step) ?? [...new Set(idsIn([step.edit, step.before]))];
  held.set(step, ids);
  return ids;
}

/**
 * What the edit names, or the proposal that it names, and what that hangs on; of what was removed, also all that hung on it and all above, since a
 * restoration brings these back. What names nothing is about the map itself. Only what is named keeps its words.
 */
function lookedAt({ edit, before }: EditPart): Patch[] {
  const named = [...namedIn(edit, before)].flatMap((id) => rowsAt(before, id));
  if (named.length === 0) return [{ table: 'info', put: before.info }];
  // A rule of a map may have the id of something else.
  const rows = new Map<string, Row>();
  const keep = (row: Row): unknown => rows.set(`${row.table} ${row.entity.id}`, row);
  for (const row of named) {
    const near = [...needsOf(row), ...mergedWith(row, before)].flatMap((id) => rowsAt(before, id));
    const away = [row, ...near].filter(isMarked);
    for (const one of [...near, ...away.flatMap((top) => around(before, top))]) keep(bared(one));
  }
  for (const row of named) keep(short(row));
  return [...rows.values()].map(({ table, entity }) => put(table, entity));
}

function namedIn(edit: EditPart['edit'], before: ArgumentMap): ReadonlySet<Id> {
  const own = [...idsIn(edit), ...(kindOf(edit).unnamed?.(before) ?? [])];
  return new Set(own.flatMap((id) => [id, ...idsIn(before.proposals.get(id)?.edit)]));
}

/** Of what was merged, what a merger made or put away, and the uses that stayed with it: merged once more, these must be the same. */
function mergedWith({ table, entity }: Row, { index }: ArgumentMap): Id[] {
  if (table !== 'mergers') return [];
  return [entity.reference, ...entity.emptied, ...(index.uses.get(entity.id) ?? [])];
}

/** What hangs beneath a row, and what each of that cannot be without. */
function around(map: ArgumentMap, top: Row): Row[] {
  const found = new Map<Id, Row>();
  const down = [top.entity.id];
  const up: Id[] = [];
  for (let id = down.pop(); id !== undefined; id = down.pop()) {
    const row = found.has(id) ? undefined : rowAt(map, id);
    if (!row) continue;
    found.set(id, row);
    up.push(...needsOf(row), ...parentsOf(row));
    for (const index of INDEXES) down.push(...(map.index[index].get(id) ?? []));
  }
  for (let id = up.pop(); id !== undefined; id = up.pop()) {
    const row = found.has(id) ? undefined : rowAt(map, id);
    if (!row) continue;
    found.set(id, row);
    up.push(...needsOf(row), ...parentsOf(row));
  }
  return [...found.values()];
}

const isMarked = ({ entity }: Row): boolean => 'removed' in entity && entity.removed !== null;
const bared = ({ table, entity }: Row): Row => ({ table, entity: bare(table, entity) }) as Row;
/** Texts that are fetched when they are read are never part of a step. */
const short = ({ table, entity }: Row): Row =>
  ({ table, entity: emptied<object>(entity, tables[table].fetched ?? {}) }) as Row;

const rowsAt = (map: ArgumentMap, id: Id): Row[] =>
  TABLES.flatMap((table) => {
    const entity = map[table].get(id);
    return entity ? [{ table, entity } as Row] : [];
  });
