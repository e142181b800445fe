// Pages of other sites must not act in a visitor's name: neither by a request nor by a socket (Z-03).
import type { RequestHandler } from 'express';
import type { IncomingMessage } from 'node:http';
import type { Config } from './config.ts';
import { Refused } from './refusals.ts';

/** Programs send no Origin and carry no visitor's cookies; browsers send one with whatever can do harm. */
export function isOwnOrigin(
  { headers }: Pick<IncomingMessage, 'headers'>,
  { publicUrl }: Pick<Config, 'publicUrl'>,
): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
  if (!URL.canParse(origin)) return false;
  // The browser itself says same-origin where a proxy in between changed the Host.
  return (
    new URL(origin).host === host ||
    (publicUrl !== undefined && origin === new URL(publicUrl).origin) ||
    site === 'same-origin'
  );
}

export const ownOriginOnly =
  (config: Pick<Config, 'publicUrl'>): RequestHandler =>
  (request, _response, next) => {
    const safe = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS';
    if (!safe && !isOwnOrigin(request, config))
      throw new Refused({ code: 'wrong-origin', message: 'The request comes from another site.' });
    next();
  };
