// SQL of groups: which maps are groups of which template, and how far its changes were brought to them.
import type { Change, Id, LoggedEdit } from '@counterpoint/shared';
import { newerPatches } from '@counterpoint/shared';
import { QueryFailedError, type EntityManager } from 'typeorm';

export interface Group {
  readonly map: Id;
  readonly template: Id;
  readonly name: string;
  readonly place: number;
  /** Of the template: up to there its changes were brought over. */
  readonly version: number;
  readonly missed: number;
}

const COLUMNS = `map_id as map, template_id as template, name, place, version, missed`;

type Row = Omit<Group, 'version'> & { readonly version: string };
const groupOf = (row: Row): Group => ({ ...row, version: Number(row.version) });

/** In their order. */
export async function groupsOf(manager: EntityManager, template: Id): Promise<Group[]> {
  const rows: Row[] = await manager.query(
    `select ${COLUMNS} from groups where template_id = $1 order by place`,
    [template],
  );
  return rows.map(groupOf);
}

/** The group that a map is of; undefined where it is none. */
export async function groupAt(manager: EntityManager, map: Id): Promise<Group | undefined> {
  const rows: Row[] = await manager.query(`select ${COLUMNS} from groups where map_id = $1`, [map]);
  return rows[0] && groupOf(rows[0]);
}

/** With the memberships that the people have in the template, under the same participants. */
export async function addGroup(
  manager: EntityManager,
  { map, template, name, place, version, people }: Omit<Group, 'missed'> & { readonly people: readonly Id[] },
): Promise<void> {
  await manager.query(
    'insert into groups (map_id, template_id, name, place, version) values ($1, $2, $3, $4, $5)',
    [map, template, name, place, version],
  );
  await seatAs(manager, map, template, people);
}

/** Whether it bears the name now: no other group of the template has it. */
export async function renameGroup(
  manager: EntityManager,
  { map, template }: Pick<Group, 'map' | 'template'>,
  name: string,
): Promise<boolean> {
  const [, changed]: [unknown, number] = await manager.query(
    `update groups set name = $3 where map_id = $1
     and not exists (select 1 from groups other where other.template_id = $2 and other.map_id <> $1 and other.name = $3)`,
    [map, template, name],
  );
  return changed > 0;
}

/** Gives people of the template the same seats in the map of a group. */
export async function seatAs(
  manager: EntityManager,
  map: Id,
  template: Id,
  people: readonly Id[],
): Promise<void> {
  await manager.query(
    `insert into memberships (map_id, account_id, participant_id)
     select $1, account_id, participant_id from memberships
     where map_id = $2 and participant_id = any($3::uuid[]) on conflict do nothing`,
    [map, template, people],
  );
}

/** Templates of which some group has not seen all. */
export async function behind(manager: EntityManager): Promise<Id[]> {
  const rows: { id: Id }[] = await manager.query(
    `select distinct template_id as id from groups join maps on maps.id = template_id where maps.version > groups.version`,
  );
  return rows.map(({ id }) => id);
}

export interface Asked extends Pick<Change, 'version' | 'by' | 'id' | 'kind' | 'patches'> {
  readonly edit: LoggedEdit;
}

/** Changes that follow a version, oldest first, as they were asked for. */
export async function askedAfter(
  manager: EntityManager,
  map: Id,
  { since, limit }: { readonly since: number; readonly limit: number },
): Promise<Asked[]> {
  const rows: { asked: Asked }[] = await manager.query(
    `select json_build_object('version', version, 'by', "by", 'id', id, 'kind', kind, 'patches', patches, 'edit', edit) as asked
     from changes where map_id = $1 and version > $2 order by version limit $3`,
    [map, since, limit],
  );
  return rows.map(({ asked }) => ({ ...asked, patches: newerPatches(asked.patches) }));
}

/** Several servers may bring the same: what was missed is counted by the first. */
export async function noteBrought(
  manager: EntityManager,
  { map, version }: Pick<Group, 'map' | 'version'>,
  { to, missed }: { readonly to: number; readonly missed: number },
): Promise<void> {
  await manager.query(
    'update groups set version = $3, missed = missed + $4 where map_id = $1 and version = $2',
    [map, version, to, missed],
  );
}

export const isOfGroups = (error: unknown): boolean =>
  error instanceof QueryFailedError &&
  ['groups_template', 'groups_place'].includes(
    (error.driverError as { constraint?: string }).constraint ?? '',
  );
