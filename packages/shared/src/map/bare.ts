// What of an entity are the words of people. The rest is what the tree and the log need.
import type { Id } from './id.ts';
import { eachTable, tables } from './map.ts';
import type { Patch } from './patch.ts';
import type { Entities, TableName } from './tables/tables.ts';

const WORDED = eachTable((table) => Object.keys(tables[table].words).length > 0);

export const isWorded = (table: TableName): boolean => WORDED[table];

/** The entity without its words: what stays is its id, place and marks; itself when it has none. */
export const bare = <T extends TableName>(table: T, entity: Entities[T]): Entities[T] =>
  emptied(entity, tables[table].words);

/**
 * By what the words of something are known to be gone. A participant or a proposal may have the id of a claim or a reason,
 * which whoever makes one chooses, and neither goes with the other. Of all tables that share their ids it is the id itself.
 */
export const goneKey = (table: TableName, id: Id): string => (tables[table].apart ? `${table} ${id}` : id);

/** The id in it. */
export const idInKey = (key: string): Id => key.slice(-36);

/** The same value when it is as empty already. */
export const emptied = <T extends object>(value: T, none: Partial<T>): T =>
  isEmptied(value, none) ? value : { ...value, ...none };

export const isEmptied = <T extends object>(value: T, none: Partial<T>): boolean =>
  Object.entries(none).every(([name, nothing]) => {
    const part: unknown = value[name as keyof T];
    return Array.isArray(nothing) && Array.isArray(part) ? part.length === 0 : part === nothing;
  });

/** [E16] [E22] All that lost its words for good by these patches, unfiltered ones of the log; see `goneKey`. */
export function emptiedBy(patches: readonly Patch[]): Set<string> {
  const gone = new Set<string>();
  for (const patch of patches) {
    if (patch.table === 'info' || !('put' in patch) || !isWorded(patch.table)) continue;
    const { table, put } = patch;
    const isGone = 'removed' in put ? put.removed?.purged !== undefined : bare(table, put) === put;
    if (isGone) gone.add(goneKey(table, put.id));
  }
  return gone;
}

/** The same list when nothing in it changes. */
export function each<T>(list: readonly T[], change: (one: T) => T): readonly T[] {
  const changed = list.map(change);
  return changed.every((one, i) => one === list[i]) ? list : changed;
}
