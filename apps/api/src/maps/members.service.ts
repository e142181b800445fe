import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { Id, may, type Right, type Viewer } from '@counterpoint/shared';
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
    return may(role, right, current.map.info.access) ? { participant, role } : undefined;
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

  async join(map: Id, account: Id, participant: Id): Promise<void> {
    await joinMap(this.manager, { map, account, participant });
  }
}
