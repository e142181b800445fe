import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { debateOf, endsAt, type Id } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { RoomsService } from './rooms.service.ts';

/** How often it is looked which phases have ended, in ms. */
const LOOK = 1_000;

/**
 * [D5] Writes down that phases have ended by plan. Nothing waits for it: who may do what is told from the clock at every
 * moment. Several servers may say so at once; the map takes it once.
 */
@Injectable()
export class PhasesService implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(PhasesService.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly rooms: RoomsService) {}

  onModuleInit(): void {
    this.timer = setInterval(() => this.look(Date.now()), LOOK);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private look(now: number): void {
    for (const { map, room } of this.rooms.openRooms()) {
      const debate = debateOf(room.current.map);
      const ends = debate && endsAt(debate);
      if (debate && typeof ends === 'number' && ends <= now)
        this.pass(map, debate.id).catch((error: unknown) => this.logger.warn(`map ${map}: ${String(error)}`));
    }
  }

  private async pass(map: Id, debate: Id): Promise<void> {
    await this.rooms.edit(map, null, [{ id: uuidv7(), edit: { kind: 'clock', debate, phase: null, deed: { what: 'pass' } } }]); // prettier-ignore
  }
}
