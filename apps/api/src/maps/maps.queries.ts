import {
  newerPatches,
  type Change,
  type HistoryQuery,
  type Id,
  type MapInfo,
  type Patch,
} from '@counterpoint/shared';
import type { EntityManager } from 'typeorm';
import { CHANGE_COLUMNS, INFO } from './commit-statement.ts';
import { APART, indexLog, type Run } from './touched.ts';

/** The row of a new map at version 0, which its first change fills, and the membership of its owner. */
export async function foundMap(
  manager: EntityManager,
  {
    id,
    info,
    sample,
    at,
    owner,
  }: {
    id: Id;
    info: MapInfo;
    sample: boolean;
    at: number;
    owner: { account: Id; participant: Id } | undefined;
  },
): Promise<void> {
  const values = [id, sample, at, ...INFO.map((name) => info[name])];
  await manager.query(
    `insert into maps (id, sample, changed_at, ${INFO.join(', ')})
     values (${values.map((_, i) => `$${i + 1}`).join(', ')})`,
    values,
  );
  if (owner) await joinMap(manager, { map: id, ...owner });
}

export async function versionsOf(
  manager: EntityManager,
  maps: readonly Id[],
): Promise<{ map: Id; version: number }[]> {
  const rows: { id: Id; version: string }[] = await manager.query(
    'select id, version from maps where id = any($1::uuid[])',
    [maps],
  );
  return rows.map(({ id, version }) => ({ map: id, version: Number(version) }));
}

/**
 * Patches that make the map as it was at a version out of an empty one: those of the changes that were the last to touch
 * something, in order. They are as many as there are things in the map, however often each was changed. Each table counts by
 * itself: what moved to another under its id has left the first, and one id may be that of two things.
 */
export async function patchesUpTo(manager: EntityManager, map: Id, version: number): Promise<Patch[]> {
  await indexLog(runOn(manager), map);
  const rows: { patches: Patch[] }[] = await manager.query(
    `select patches from changes where map_id = $1 and version in (
       select max(version) from touched where map_id = $1 and version <= $2 group by thing, in_table)
     order by version`,
    [map, version],
  );
  return rows.flatMap((row) => newerPatches(row.patches));
}

/** Changes oldest first: those that follow `since`, or the latest. */
export async function changesOf(
  manager: EntityManager,
  map: Id,
  { since, limit }: HistoryQuery,
): Promise<Change[]> {
  const rows: { changes: Change[] }[] = await manager.query(
    `select coalesce(json_agg(t order by t.version), '[]') as changes from (
       select ${CHANGE_COLUMNS} from changes where map_id = $1 and version > $2
       order by version ${orderOf(since)} limit $3) t`,
    [map, since ?? 0, limit],
  );
  return newer(rows[0]?.changes ?? []);
}

/** The same of some things, and of each change only their patches: one that brought a file in may have thousands. */
export async function changesOfThings(
  manager: EntityManager,
  map: Id,
  { since, limit, things }: HistoryQuery & { things: readonly Id[] },
): Promise<Change[]> {
  await indexLog(runOn(manager), map);
  const columns = CHANGE_COLUMNS.replace('"patches"', 'part.patches');
  const rows: { changes: Change[] }[] = await manager.query(
    `with found as materialized (
       select distinct version from touched where map_id = $1 and thing = any($4::uuid[]) and version > $2
         and in_table <> all($5::text[])
       order by version ${orderOf(since)} limit $3)
     select coalesce(json_agg(t order by t.version), '[]') as changes from (
       select ${columns} from changes join found using (version), lateral (
         select jsonb_agg(patch order by place) as patches
         from jsonb_array_elements(changes.patches) with ordinality x(patch, place)
         where coalesce(patch -> 'put' ->> 'id', patch ->> 'drop') = any($4::text[])
           and patch ->> 'table' <> all($5::text[])
       ) part where map_id = $1) t`,
    [map, since ?? 0, limit, things, APART],
  );
  return newer(rows[0]?.changes ?? []);
}

const runOn =
  (manager: EntityManager): Run =>
  (text, values) =>
    manager.query(text, [...values]);

const newer = (changes: readonly Change[]): Change[] =>
  changes.map((change) => ({ ...change, patches: newerPatches(change.patches) }));

const orderOf = (since: number | undefined): string => (since === undefined ? 'desc' : 'asc');

export async function joinMap(
  manager: EntityManager,
  { map, account, participant }: { map: Id; account: Id; participant: Id },
): Promise<void> {
  await manager.query(
    'insert into memberships (map_id, account_id, participant_id) values ($1, $2, $3) on conflict do nothing',
    [map, account, participant],
  );
}

/** Under which id somebody of one map stands in another. */
export interface Known {
  readonly was: Id;
  readonly as: Id;
}

/** Whoever is behind an author of the map that this one was copied from is behind them here, too; see `authors`. */
export async function keepAuthors(
  manager: EntityManager,
  { map, from, authors }: { map: Id; from: Id; authors: readonly Known[] },
): Promise<void> {
  await manager.query(
    `insert into authors (map_id, participant_id, account_id)
     select $1, x."as", known.account_id
     from jsonb_to_recordset($3::jsonb) x(was uuid, "as" uuid) join (
       select participant_id, account_id from memberships where map_id = $2
       union select participant_id, account_id from authors where map_id = $2) known on known.participant_id = x.was
     on conflict do nothing`,
    [map, from, JSON.stringify(authors)],
  );
}

/** [Y1] Those who sit in the map that this one was copied from sit here, too. Whoever has a seat by now keeps that. */
export async function keepSeats(
  manager: EntityManager,
  { map, from, members }: { map: Id; from: Id; members: readonly Known[] },
): Promise<void> {
  await manager.query(
    `insert into memberships (map_id, account_id, participant_id)
     select $1, m.account_id, x."as" from jsonb_to_recordset($3::jsonb) x(was uuid, "as" uuid)
     join memberships m on m.map_id = $2 and m.participant_id = x.was
     on conflict do nothing`,
    [map, from, JSON.stringify(members)],
  );
}
