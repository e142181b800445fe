import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import {
  Id,
  may,
  viewerIn,
  type Faces,
  type LastSeen,
  type Right,
  type Role,
  type Viewer,
} from '@counterpoint/shared';
import type { EntityManager } from 'typeorm';
import { keyOf, type Person } from '../accounts/faces.service.ts';
import { joinMap } from './maps.queries.ts';
import { RoomsService } from './rooms.service.ts';
import { seatsOf, seatsSql } from './seats.ts';

/** Who reads without being known. */
const NOBODY: Person = { account: null, faces: null };

/** Who somebody is in a map: the only place where participants meet accounts and the faces of browsers. */
@Injectable()
export class MembersService {
  constructor(
    private readonly rooms: RoomsService,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  /** The viewer that a person is in a map; undefined when the map does not exist or is closed to them. */
  async viewer(map: Id, person: Person, right: Right = 'read'): Promise<Viewer | undefined> {
    const current = await this.rooms.current(map);
    if (!current) return undefined;
    const participant = await this.participantOf(map, person);
    const role = participant === null ? null : (current.map.participants.get(participant)?.role ?? null);
    return may(role, right, current.map.info.access) ? viewerIn(current.map, participant) : undefined;
  }

  /**
   * Origins that may show the map in a frame, '' for none. Within a frame of another site nobody is signed in, so
   * a map that not anyone may read is shown in none.
   */
  async framersOf(map: Id): Promise<string> {
    if (!Id.safeParse(map).success || !(await this.viewer(map, NOBODY))) return '';
    return (await this.rooms.current(map))?.map.info.embeds ?? '';
  }

  /** By the account, where it is in the map; else by the face that the browser has in it. */
  async participantOf(map: Id, { account, faces }: Person): Promise<Id | null> {
    if (account === null && faces === null) return null;
    const rows: { participant: Id | null }[] = await this.manager.query(
      `select coalesce(
         (select participant_id from memberships where map_id = $1 and account_id = $2),
         (select participant_id from faces where map_id = $1 and key = decode($3, 'hex'))) as participant`,
      [map, account, faces && keyOf(faces, map)],
    );
    return rows[0]?.participant ?? null;
  }

  /** Maps that a person has a role in. */
  async mapsWithRole(person: Person): Promise<Id[]> {
    if (person.account === null && !person.faces?.maps.length) return [];
    const rows: { id: Id }[] = await this.manager.query(
      `select seat.map_id as id from (${seatsSql(1)}) seat
       join participants on participants.map_id = seat.map_id and participants.id = seat.participant_id
       where participants.role is not null`,
      seatsOf(person),
    );
    return rows.map(({ id }) => id);
  }

  /** The roles of these participants, as the database has them now: another process may just have changed them. */
  async rolesOf(map: Id, participants: readonly Id[]): Promise<ReadonlyMap<Id, Role | null>> {
    const rows: { id: Id; role: Role | null }[] = await this.manager.query(
      'select id, role from participants where map_id = $1 and id = any($2::uuid[])',
      [map, participants],
    );
    return new Map(rows.map(({ id, role }) => [id, role]));
  }

  /** Participants with a person behind them, members or taken out; authors who came with a copy or a file have none. */
  async joined(map: Id): Promise<Id[]> {
    const rows: { id: Id }[] = await this.manager.query(
      `select participant_id as id from memberships where map_id = $1
       union select participant_id from faces where map_id = $1 order by 1`,
      [map],
    );
    return rows.map(({ id }) => id);
  }

  /** Notes that somebody is in a map now. [A3] Of a face nothing is kept. */
  async saw(map: Id, participant: Id): Promise<void> {
    await this.manager.query(
      'update memberships set seen_at = now() where map_id = $1 and participant_id = $2',
      [map, participant],
    );
  }

  async lastSeen(map: Id): Promise<LastSeen[]> {
    const rows: { participant: Id; at: Date }[] = await this.manager.query(
      `select participant_id as participant, seen_at as at from memberships
       where map_id = $1 and seen_at is not null order by 1`,
      [map],
    );
    return rows.map(({ participant, at }) => ({ participant, at: at.getTime() }));
  }

  /** [A4] The name of the account behind a participant; undefined where none is. */
  async nameBehind(map: Id, participant: Id): Promise<string | undefined> {
    const rows: { name: string }[] = await this.manager.query(
      `select accounts.name from memberships join accounts on accounts.id = memberships.account_id
       where map_id = $1 and participant_id = $2`,
      [map, participant],
    );
    return rows[0]?.name;
  }

  /**
   * Whether a moderator has taken out who comes: by their account or face, or as one that their browser was signed in as
   * before. An account that is older than the seat of the former one is another person's, as on a shared computer.
   */
  async isTakenOut(map: Id, { account, faces }: Person, former: readonly Id[]): Promise<boolean> {
    const rows: unknown[] = await this.manager.query(
      `select 1 from participants p where p.map_id = $1 and p.role is null and (
         exists (select 1 from memberships m where m.map_id = $1 and m.participant_id = p.id and (m.account_id = $2::uuid
           or (m.account_id = any($3::uuid[]) and coalesce($4::bigint > p.at, true))))
         or exists (select 1 from faces f where f.map_id = $1 and f.participant_id = p.id and f.key = decode($5, 'hex')))
       limit 1`,
      [map, account, former, account && madeAt(account), faces && keyOf(faces, map)],
    );
    return rows.length > 0;
  }

  /** [A3] Ties a person to a participant: by their account, or where there are no names by a face of their browser. */
  async join(map: Id, { account, faces }: Person, participant: Id, by: Faces): Promise<void> {
    if (by !== 'anonymous' && account !== null) await joinMap(this.manager, { map, account, participant });
    else if (faces)
      await this.manager.query(
        `insert into faces (map_id, key, participant_id) values ($1, decode($2, 'hex'), $3) on conflict do nothing`,
        [map, keyOf(faces, map), participant],
      );
  }

  /** Unties what never became a participant. */
  async untie(map: Id, participant: Id): Promise<void> {
    for (const table of ['memberships', 'faces'])
      await this.manager.query(
        `delete from ${table} t where map_id = $1 and participant_id = $2
         and not exists (select 1 from participants p where p.map_id = t.map_id and p.id = t.participant_id)`,
        [map, participant],
      );
  }
}

/** When an account was made, by its id (a UUIDv7), in ms since 1970. */
const madeAt = (account: Id): number => Number.parseInt(account.replaceAll('-', '').slice(0, 12), 16);
