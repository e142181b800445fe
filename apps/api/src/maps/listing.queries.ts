import { TABLES, type Id, type Role } from '@counterpoint/shared';
import type { EntityManager } from 'typeorm';
import { quoted } from './commit-statement.ts';
import { MapRow } from './maps.entities.ts';

export interface Listed {
  readonly map: MapRow;
  readonly role: Role | null;
}

/** The newest maps that an account is in, and all samples. */
export async function mapsOf(manager: EntityManager, account: Id | null, most: number): Promise<Listed[]> {
  const { entities, raw } = await manager
    .createQueryBuilder(MapRow, 'map')
    .leftJoin(
      'memberships',
      'membership',
      'membership.map_id = map.id and membership.account_id = :account',
      { account },
    )
    .leftJoin('participants', 'person', 'person.map_id = map.id and person.id = membership.participant_id')
    .addSelect('person.role', 'role')
    .where('person.role is not null or map.sample')
    .orderBy('map.changed_at', 'DESC')
    .limit(most)
    .getRawAndEntities<{ role: Role | null }>();
  return entities.map((map, i) => ({ map, role: raw[i]?.role ?? null }));
}

/** Memberships and invitations go with the map's row. */
export async function deleteMap(manager: EntityManager, map: Id): Promise<void> {
  await manager.transaction(async (inside) => {
    await inside.delete(MapRow, { id: map });
    for (const table of [...TABLES, 'changes', 'clients'])
      await inside.query(`delete from ${quoted(table)} where map_id = $1`, [map]);
  });
}
