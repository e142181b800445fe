// The table `touched` says which changes put or dropped a thing, and in which table; the heading is the thing that bears the
// map's own id. It is an index of the log, brought up to date by who asks: an edit, for which people wait, pays nothing for it.
import { TABLES, tables, type Id, type TableName } from '@counterpoint/shared';

/** Tables in which an id may be that of something else in another. */
export const APART: readonly TableName[] = TABLES.filter((table) => tables[table].apart);

/** Runs a statement and answers its rows. */
export type Run = (text: string, values: readonly unknown[]) => Promise<readonly object[]>;

/** Afterwards the whole log of the map, as it was when this was asked, is in `touched`. Each change is read once for it. */
export async function indexLog(run: Run, map: Id): Promise<void> {
  const behind = await run(
    `select 1 from maps left join indexed on indexed.map_id = maps.id
     where maps.id = $1 and maps.version > coalesce(indexed.version, 0)`,
    [map],
  );
  if (behind.length === 0) return;
  await run('insert into indexed (map_id, version) values ($1, 0) on conflict do nothing', [map]);
  // Whoever asks at the same time waits for the row, and then finds little to do or nothing.
  await run(
    `with since as materialized (select version from indexed where map_id = $1 for update),
     fresh as materialized (
       select changes.version, patches from changes, since
       where changes.map_id = $1 and changes.version > since.version),
     marked as (
       insert into touched (map_id, thing, version, in_table)
       select distinct $1::uuid, coalesce((patch -> 'put' ->> 'id')::uuid, (patch ->> 'drop')::uuid, $1), version, patch ->> 'table'
       from fresh, jsonb_array_elements(patches) patch
       on conflict do nothing)
     update indexed set version = fresh.version
     from (select max(version) as version from fresh) fresh
     where map_id = $1 and fresh.version is not null`,
    [map],
  );
}
