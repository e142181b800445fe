import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { Id, may, viewerIn, type Right, type Role, type Viewer } from '@counterpoint/shared';
import type { EntityManager } from 'typeorm';
import { joinMap } from './maps.queries.ts';
import { RoomsService } from './rooms.service.ts';

/** Who an account is in a map: the only place where accounts and participants meet. */
@Injectable()
export class MembersService {
  constructor(
    private readonly rooms: RoomsService,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  /** The viewer that an account is in a map; undefined when the map does not exist or is closed to them. */
  async viewer(map: Id, account: Id | null, right: Right = 'read'): Promise<Viewer | undefined> {
    const current = await this.rooms.current(map);
    if (!current) return undefined;
    const participant = account === null ? null : await this.participantOf(map, account);
    const role = participant === null ? null : (current.map.participants.get(participant)?.role ?? null);
    return may(role, right, current.map.info.access) ? viewerIn(current.map, participant) : undefined;
  }

  /**
   * Origins that may show the map in a frame, '' for none. Within a frame of another site nobody is signed in, so
   * a map that not anyone may read is shown in none.
   */
  async framersOf(map: Id): Promise<string> {
    if (!Id.safeParse(map).success || !(await this.viewer(map, null))) return '';
    return (await this.rooms.current(map))?.map.info.embeds ?? '';
  }

  async participantOf(map: Id, account: Id): Promise<Id | null> {
    const rows: { participant_id: Id }[] = await this.manager.query(
      'select participant_id from memberships where map_id = $1 and account_id = $2',
      [map, account],
    );
    return rows[0]?.participant_id ?? null;
  }

  /** The roles of these participants, as the database has them now: another process may just have changed them. */
  async rolesOf(map: Id, participants: readonly Id[]): Promise<ReadonlyMap<Id, Role | null>> {
    const rows: { id: Id; role: Role | null }[] = await this.manager.query(
      'select id, role from participants where map_id = $1 and id = any($2::uuid[])',
      [map, participants],
    );
    return new Map(rows.map(({ id, role }) => [id, role]));
  }

  /** Participants with an account behind them, members or taken out; authors who came with a copy or a file have none. */
  async joined(map: Id): Promise<Id[]> {
    const rows: { id: Id }[] = await this.manager.query(
      'select participant_id as id from memberships where map_id = $1 order by 1',
      [map],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Whether a moderator has taken out who comes: by their account, or as one that their browser was signed in as before.
   * An account that is older than the seat of the former one is another person's, as on a shared computer.
   */
  async isTakenOut(map: Id, account: Id | null, former: readonly Id[]): Promise<boolean> {
    const rows: unknown[] = await this.manager.query(
      `select 1 from memberships m join participants p on p.map_id = m.map_id and p.id = m.participant_id
       where m.map_id = $1 and p.role is null and (m.account_id = $2::uuid
         or (m.account_id = any($3::uuid[]) and coalesce($2::uuid > p.id, true))) limit 1`,
      [map, account, former],
    );
    return rows.length > 0;
  }

  async join(map: Id, account: Id, participant: Id): Promise<void> {
    await joinMap(this.manager, { map, account, participant });
  }
}
