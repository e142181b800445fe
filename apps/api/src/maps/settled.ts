import type { Logger } from '@nestjs/common';
import { isAside, type Id } from '@counterpoint/shared';
import { QueryFailedError } from 'typeorm';
import type { RoomsService } from './rooms.service.ts';

/** A map has settled when nothing changed for so many ms. */
const SETTLED = 2_000;

/** Does `work` for each map that changes, once it has settled, until the returned function is called. What fails is logged: whoever needs it next does it. */
export function whenSettled(
  { frames }: RoomsService,
  logger: Logger,
  work: (map: Id) => Promise<unknown>,
): () => void {
  /** When each map that is yet to settle changed last: open ones only. */
  const restless = new Map<Id, number>();
  const changes = frames.subscribe(({ map, frame }) => {
    if (!frame.changes.every(({ patches }) => isAside(patches))) restless.set(map, Date.now());
  });
  const timer = setInterval(() => {
    for (const [map, changed] of restless) {
      if (Date.now() - changed < SETTLED) continue;
      restless.delete(map);
      work(map).catch((error: unknown) => logger.warn(`map ${map}: ${String(error)}`));
    }
  }, SETTLED);
  return () => {
    clearInterval(timer);
    changes.unsubscribe();
  };
}

/** Whether a row about a map could not be kept because the map was deleted meanwhile. */
export const isMapGone = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23503';
