// Brings what can be found in a map up to date: before somebody searches it, and from then on when it has settled. An edit
// pays nothing for it.
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { Id } from '@counterpoint/shared';
import type { Subscription } from 'rxjs';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { PgChangeLog } from '../maps/change-log.ts';
import { RoomsService } from '../maps/rooms.service.ts';
import { gatherAll, gatherSince, type Gathering } from './findable.ts';
import { behind, keep, standOf } from './search.queries.ts';

/** A map has settled when nothing changed for so many ms. */
const SETTLED = 2_000;

@Injectable()
export class GatheringService implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(GatheringService.name);
  /** When each map that is yet to settle changed last. */
  private readonly restless = new Map<Id, number>();
  /** One at a time: a large map takes a second of the processor. */
  private queue: Promise<unknown> = Promise.resolve();
  private frames: Subscription | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly rooms: RoomsService,
    private readonly log: PgChangeLog,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  onModuleInit(): void {
    this.frames = this.rooms.frames.subscribe(({ map }) => this.restless.set(map, Date.now()));
    this.timer = setInterval(() => this.gatherSettled(), SETTLED);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.frames?.unsubscribe();
    await this.queue;
  }

  /** Afterwards all that was in the log of these maps when this was asked can be found, and nothing that it took away. */
  async upToDate(maps: readonly Id[]): Promise<void> {
    for (const map of await behind(this.manager, maps))
      await this.queued(() => this.gather(map, { isSearched: true }));
  }

  private gatherSettled(): void {
    for (const [map, changed] of this.restless) {
      if (Date.now() - changed < SETTLED) continue;
      this.restless.delete(map);
      this.queued(() => this.gather(map, { isSearched: false })).catch((error: unknown) =>
        // The next search does it.
        this.logger.warn(`map ${map} was not gathered: ${String(error)}`),
      );
    }
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
      // The map was deleted meanwhile.
      const code = error instanceof QueryFailedError && (error.driverError as { code?: string }).code;
      if (code !== '23503') throw error;
      return true;
    }
  }
}
