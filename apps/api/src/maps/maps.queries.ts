import type { Change, HistoryQuery, Id, MapInfo, Patch } from '@counterpoint/shared';
import type { EntityManager } from 'typeorm';
import { CHANGE_COLUMNS } from './commit-statement.ts';

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
  const { title, question, about, language, access, editing, embeds } = info;
  await manager.query(
    `insert into maps (id, sample, changed_at, title, question, about, language, access, editing, embeds)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, sample, at, title, question, about, language, access, editing, embeds],
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

/** Patches of all changes up to a version, in order. */
export async function patchesUpTo(manager: EntityManager, map: Id, version: number): Promise<Patch[]> {
  const rows: { patches: Patch[] }[] = await manager.query(
    'select patches from changes where map_id = $1 and version <= $2 order by version',
    [map, version],
  );
  return rows.flatMap((row) => row.patches);
}

/** Changes oldest first: those that follow `since`, or the latest; of one claim and its argument when asked. */
export async function changesOf(
  manager: EntityManager,
  map: Id,
  { since, limit, claim, argument }: HistoryQuery & { argument: Id | null },
): Promise<Change[]> {
  const touched = (id: Id | null | undefined): string | null =>
    id ? JSON.stringify([{ put: { id } }]) : null;
  const rows: { changes: Change[] }[] = await manager.query(
    `select coalesce(json_agg(t order by t.version), '[]') as changes from (
       select ${CHANGE_COLUMNS} from changes
       where map_id = $1 and version > $2
         and ($4::jsonb is null or patches @> $4::jsonb or ($5::jsonb is not null and patches @> $5::jsonb))
       order by version ${since === undefined ? 'desc' : 'asc'} limit $3) t`,
    [map, since ?? 0, limit, touched(claim), touched(argument)],
  );
  return rows[0]?.changes ?? [];
}

export async function joinMap(
  manager: EntityManager,
  { map, account, participant }: { map: Id; account: Id; participant: Id },
): Promise<void> {
  await manager.query(
    'insert into memberships (map_id, account_id, participant_id) values ($1, $2, $3) on conflict do nothing',
    [map, account, participant],
  );
}
