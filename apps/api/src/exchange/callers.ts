import type { Request } from 'express';
import { countedAs, personOf } from '../accounts/faces.service.ts';
import { networkOf } from '../limiter.ts';

/** Whom a piece of work belongs to. */
export const callerKey = (request: Request): string => countedAs(personOf(request)) ?? networkOf(request.ip);

/** Aborts when the caller goes away before the answer was sent. */
export function goneSignal({ res }: Request): AbortSignal {
  const gone = new AbortController();
  res?.once('close', () => {
    if (!res.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** The file of a form, as multer gives it. */
export type FormFile = { readonly buffer: Buffer; readonly originalname: string } | undefined;
