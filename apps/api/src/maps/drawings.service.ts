// What a list shows of a map besides its heading. Drawn when the map settles, so that a list finds it; one at a time.
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { emptyMap, subtree, theses, thumbnail, type ArgumentMap, type Id } from '@counterpoint/shared';
import type { EntityManager } from 'typeorm';
import { PgChangeLog } from './change-log.ts';
import { DrawingRow } from './maps.entities.ts';
import { RoomsService } from './rooms.service.ts';
import { isMapGone, whenSettled } from './settled.ts';

export type Drawing = Omit<DrawingRow, 'map'>;

/** In the units of the picture; more boxes than these would be stripes. */
const PICTURE = { width: 340, height: 100, most: 20 };

@Injectable()
export class DrawingsService implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(DrawingsService.name);
  private queue: Promise<unknown> = Promise.resolve();
  /** Drawings that have not begun: who asks for the same map meanwhile gets the same. */
  private readonly waiting = new Map<Id, Promise<Drawing>>();
  private stop: (() => void) | undefined;

  constructor(
    private readonly rooms: RoomsService,
    private readonly log: PgChangeLog,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  onModuleInit(): void {
    this.stop = whenSettled(this.rooms, this.logger, (map) => this.draw(map));
  }

  async onModuleDestroy(): Promise<void> {
    this.stop?.();
    await this.queue;
  }

  /** The map as it is, from its room if that is open here: no room is opened for a drawing. */
  draw(map: Id): Promise<Drawing> {
    const known = this.waiting.get(map);
    if (known) return known;
    const drawn = this.queue.then(() => this.drawNow(map));
    this.waiting.set(map, drawn);
    this.queue = drawn.catch(() => undefined);
    return drawn;
  }

  private async drawNow(map: Id): Promise<Drawing> {
    this.waiting.delete(map);
    const current = (await this.rooms.opened(map))?.current ?? (await this.log.load(map));
    const { version, map: content } = current ?? { version: 0, map: emptyMap };
    const drawing = { version, claims: claimsIn(content), thumbnail: thumbnail(content, PICTURE) };
    if (current) await this.keep(map, drawing);
    return drawing;
  }

  private async keep(map: Id, drawing: Drawing): Promise<void> {
    try {
      await this.manager.upsert(DrawingRow, { map, ...drawing }, ['map']);
    } catch (error) {
      if (!isMapGone(error)) throw error;
    }
  }
}

function claimsIn(map: ArgumentMap): number {
  let count = 0;
  for (const thesis of theses(map))
    for (const { kind } of subtree(map, thesis.id)) if (kind === 'claim') count += 1;
  return count;
}
