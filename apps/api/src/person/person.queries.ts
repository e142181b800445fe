// In which maps an account is, as whom, and who else is there.
import type { Id, Role } from '@counterpoint/shared';
import type { EntityManager } from 'typeorm';

export interface OwnSeat {
  readonly map: Id;
  readonly title: string;
  readonly participant: Id;
  /** When they were last there, as far as it is kept. */
  readonly seen: Date | null;
  /** Null where they were taken out, or have departed. */
  readonly role: Role | null;
  /** Others with a role, and others who own the map. */
  readonly others: number;
  readonly owners: number;
  /** The groups that were made of it. */
  readonly groups: readonly Id[];
}

/** Maps of groups come before the maps that they were made of, which cannot go as long as these are there. */
export function seatsAt(manager: EntityManager, account: Id): Promise<OwnSeat[]> {
  return manager.query(
    `select m.map_id as map, maps.title, m.participant_id as participant, m.seen_at as seen, p.role,
       (select count(*)::int from participants o where o.map_id = m.map_id and o.id <> m.participant_id and o.role is not null) as others,
       (select count(*)::int from participants o where o.map_id = m.map_id and o.id <> m.participant_id and o.role = 'owner') as owners,
       array(select g.map_id from groups g where g.template_id = m.map_id) as groups
     from memberships m join maps on maps.id = m.map_id
     left join participants p on p.map_id = m.map_id and p.id = m.participant_id
     where m.account_id = $1
     order by cardinality(array(select 1 from groups g where g.template_id = m.map_id)), maps.changed_at desc, maps.id`,
    [account],
  );
}

/** Copies of maps in which they stand as an author, and are no member. */
export function authorshipsOf(
  manager: EntityManager,
  account: Id,
): Promise<{ readonly map: Id; readonly participant: Id }[]> {
  return manager.query(
    'select map_id as map, participant_id as participant from authors where account_id = $1',
    [account],
  );
}

/** What of an account and its address of mail is the person's own. */
export async function ownRow(manager: EntityManager, account: Id) {
  const rows: {
    id: Id;
    name: string;
    login: string | null;
    admin: boolean;
    since: Date;
    address: string | null;
    confirmed: boolean;
    digest: boolean;
  }[] = await manager.query(
    `select a.id, a.name, a.login, a.admin, a.created_at as since,
       m.address, m.confirmed_at is not null as confirmed, coalesce(m.digest, false) as digest
     from accounts a left join mail_addresses m on m.account_id = a.id where a.id = $1`,
    [account],
  );
  return rows[0];
}
