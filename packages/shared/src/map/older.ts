// Rows and patches that an earlier version wrote, as this one has them. The log is for ever.
import { newerInfo } from './info.ts';
import { tables, type MapContent } from './map.ts';
import type { Patch } from './patch.ts';
import { TABLES, type Entities, type TableName } from './tables/tables.ts';

const OLDER = TABLES.filter((table) => tables[table].older);

/** A row, however old, by the last description of its table. */
export function newerRow<T extends TableName>(table: T, row: Entities[T]): Entities[T] {
  return tables[table].older?.(row) ?? row;
}

export function newerPatches(patches: readonly Patch[]): readonly Patch[] {
  return patches.map((patch) => {
    if (patch.table === 'info') return { ...patch, put: newerInfo(patch.put) };
    return 'put' in patch && OLDER.includes(patch.table)
      ? ({ ...patch, put: newerRow(patch.table, patch.put) } as Patch)
      : patch;
  });
}

export function newerContent(content: MapContent): MapContent {
  const newer = OLDER.map((table) => [table, content[table].map((row) => newerRow(table, row))]);
  return { ...content, info: newerInfo(content.info), ...(Object.fromEntries(newer) as Partial<MapContent>) };
}
