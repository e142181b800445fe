import { MapInfo, TABLES, type Id, type MapSummary, type Role } from '@counterpoint/shared';
import type { EntityManager } from 'typeorm';
import type { Person } from '../accounts/faces.service.ts';
import { quoted } from './commit-statement.ts';
import type { Drawing } from './drawings.service.ts';
import { MapRow } from './maps.entities.ts';
import { REWRITES_LOG } from './rewrites-log.ts';
import { seatsOf, seatsSql } from './seats.ts';

export interface Listed extends Pick<MapSummary, 'id' | 'info' | 'sample' | 'version' | 'changedAt'> {
  readonly role: Role | null;
  /** The last one made, of this version or an older one. */
  readonly drawing: Drawing | undefined;
}

/** Maps that a person is in, the latest change first, those that follow `before` when given; else all samples, too. */
export async function mapsOf(
  manager: EntityManager,
  person: Person,
  { before, most }: { before: string | undefined; most: number },
): Promise<Listed[]> {
  const [changedAt = null, id = null] = before?.split(/-(.*)/) ?? [];
  // One value a row: numbers stay numbers.
  const rows: { listed: Omit<Listed, 'drawing'> & { drawing: Drawing | null } }[] = await manager.query(
    `select json_build_object(
       'id', map.id, 'sample', map.sample, 'version', map.version, 'changedAt', map.changed_at, 'role', listed.role,
       'info', json_build_object(${INFO}),
       'drawing', case when drawing.map_id is not null then json_build_object(
         'version', drawing.version, 'claims', drawing.claims, 'thumbnail', drawing.thumbnail) end) as listed
     from (
       (select map.id, person.role from (${seatsSql(4)}) member
        join participants person on person.map_id = member.map_id and person.id = member.participant_id
        join maps map on map.id = member.map_id
        where person.role is not null and not map.sample
          and ($1::bigint is null or (map.changed_at, map.id) < ($1, $2::uuid))
        order by map.changed_at desc, map.id desc limit $3)
       union all
       select id, null from maps where sample and $1 is null
     ) listed
     join maps map using (id)
     left join drawings drawing on drawing.map_id = map.id
     order by map.sample, map.changed_at desc, map.id desc`,
    [changedAt, id, most, ...seatsOf(person)],
  );
  return rows.map(({ listed }) => ({ ...listed, drawing: listed.drawing ?? undefined }));
}

const INFO = Object.keys(MapInfo.shape)
  .map((field) => `'${field}', map.${field}`)
  .join(', ');

/** Memberships, faces, invitations, drawings and how far it is searched go with the map's row. */
export async function deleteMap(manager: EntityManager, map: Id): Promise<void> {
  await manager.transaction(async (inside) => {
    await inside.query(REWRITES_LOG, ['delete-map']);
    await inside.delete(MapRow, { id: map });
    for (const table of [...TABLES, 'changes', 'touched', 'indexed', 'findable', 'clients'])
      await inside.query(`delete from ${quoted(table)} where map_id = $1`, [map]);
  });
}
