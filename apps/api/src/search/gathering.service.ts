// Brings what can be found in a map up to date: before somebody searches it, and from then on when it has settled. An edit
// pays nothing for it.
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { Id } from '@counterpoint/shared';
import type { EntityManager } from 'typeorm';
import { PgChangeLog } from '../maps/change-log.ts';
import { RoomsService } from '../maps/rooms.service.ts';
import { isMapGone, whenSettled } from '../maps/settled.ts';
import { gatherAll, gatherSince, type Gathering } from './findable.ts';
import { behind, keep, standOf } from './search.queries.ts';

@Injectable()
export class GatheringService implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(GatheringService.name);
  /** One at a time: a large map takes a second of the processor. */
  private queue: Promise<unknown> = Promise.resolve();
  private stop: (() => void) | undefined;

  constructor(
    private readonly rooms: RoomsService,
    private readonly log: PgChangeLog,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  onModuleInit(): void {
    this.stop = whenSettled(this.rooms, this.logger, (map) =>
      this.queued(() => this.gather(map, { isSearched: false })),
    );
  }

  async onModuleDestroy(): Promise<void> {
    this.stop?.();
    await this.queue;
  }

  /** Afterwards all that was in the log of these maps when this was asked can be found, and nothing that it took away. */
  async upToDate(maps: readonly Id[]): Promise<void> {
    for (const map of await behind(this.manager, maps))
      await this.queued(() => this.gather(map, { isSearched: true }));
  }

  private queued(work: () => Promise<void>): Promise<void> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }

  private async gather(map: Id, { isSearched }: { isSearched: boolean }): Promise<void> {
    for (let isDone = false; !isDone;) {
      const stand = await standOf(this.manager, map);
      if (!stand || stand.gathered === stand.version || (stand.gathered === null && !isSearched)) return;
      const gathering = await this.gatheringOf(map, stand);
      isDone = !gathering || (await this.kept(map, { since: stand.gathered, gathering }));
    }
  }

  /** From its room, if that is open here and knows as much as the database; undefined when the map is gone. */
  private async gatheringOf(
    map: Id,
    { version, gathered }: { version: number; gathered: number | null },
  ): Promise<Gathering | undefined> {
    const room = await this.rooms.opened(map);
    if (!room || room.current.version < version) {
      const loaded = await this.log.load(map);
      return loaded && gatherAll(loaded.map, loaded.version);
    }
    const { current } = room;
    const changes = gathered === null ? undefined : room.keptSince(gathered);
    if (gathered === null || !changes) return gatherAll(current.map, current.version);
    const roots = room.rootsIn({ from: gathered, to: current.version, changes });
    return gatherSince(changes, roots, current);
  }

  private async kept(map: Id, work: { since: number | null; gathering: Gathering }): Promise<boolean> {
    try {
      return await keep(this.manager, map, work);
    } catch (error) {
      if (!isMapGone(error)) throw error;
      return true;
    }
  }
}
