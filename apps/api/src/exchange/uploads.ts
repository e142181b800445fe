// The bytes of files that are held in memory at once: over all, and for each address and account its share.
import type { Request, RequestHandler } from 'express';
import { MOST_FILE_BYTES } from '@counterpoint/shared';
import { countedAs, personOf } from '../accounts/faces.service.ts';
import type { UploadLimits } from '../config.ts';
import { networkOf } from '../limiter.ts';
import { Refused } from '../refusals.ts';
import { isLong } from './longBodies.ts';

/** About as long as a file takes to come and be read. */
const RETRY_AFTER_MS = 2_000;

/** Takes room for an upload before its body is read, until it is answered; without room it is refused as `busy`. */
export function uploadsWithin(limits: UploadLimits): RequestHandler {
  const held = new Map<string, number>();
  const hold = (key: string, bytes: number): void => {
    const now = (held.get(key) ?? 0) + bytes;
    if (now === 0) held.delete(key);
    else held.set(key, now);
  };
  return (request, response, next) => {
    const person = countedAs(personOf(request));
    // Others are refused before anything of theirs is kept.
    if (person === undefined || !isLong(request)) {
      next();
      return;
    }
    const bytes = bytesOf(request);
    const shares: readonly (readonly [key: string, most: number])[] = [
      ['all', limits.all],
      [`address ${networkOf(request.ip)}`, limits.address],
      [`person ${person}`, limits.account],
    ];
    if (shares.some(([key, most]) => (held.get(key) ?? 0) + bytes > most))
      throw new Refused({
        code: 'busy',
        message: 'Too many files are on their way at the moment.',
        retryAfterMs: RETRY_AFTER_MS,
      });
    for (const [key] of shares) hold(key, bytes);
    response.once('close', () => {
      for (const [key] of shares) hold(key, -bytes);
    });
    next();
  };
}

/** As announced; what is not announced, or grows when it is unpacked, may have as many as a file can have. */
function bytesOf({ headers }: Request): number {
  const announced =
    headers['content-encoding'] === undefined ? Number(headers['content-length'] ?? NaN) : NaN;
  return Number.isNaN(announced) ? MOST_FILE_BYTES : Math.min(announced, MOST_FILE_BYTES);
}
