// Pages of other sites must not act in a visitor's name: neither by a request nor by a socket (Z-03).
import type { Refusal } from '@counterpoint/shared';
import type { RequestHandler } from 'express';
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { Config } from './config.ts';
import { Refused } from './refusals.ts';

/** Whether a neighbour may speak for those behind it: Express's reading of TRUST_PROXY. */
export type Trusts = (address: string, hop: number) => boolean;

export class Origins {
  private readonly home: string | undefined;

  constructor(
    { publicUrl }: Pick<Config, 'publicUrl'>,
    private readonly trusts: Trusts,
  ) {
    this.home = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  }

  /** Programs send no Origin and carry no visitor's cookies; browsers send one with whatever can do harm. */
  refusalOf(request: Pick<IncomingMessage, 'headers' | 'socket'>): Refusal | undefined {
    const { origin, 'sec-fetch-site': site } = request.headers;
    // The browser itself says same-origin where a proxy in between changed the Host or the scheme.
    const isOwn =
      origin === undefined
        ? site === undefined || site === 'same-origin' || site === 'none'
        : URL.canParse(origin) && (site === 'same-origin' || this.own(request).includes(origin));
    if (isOwn) return undefined;
    const address = this.home ?? this.used(request);
    const message = `The request does not come from a page of this server${address ? `, which is at ${address}` : ''}.`;
    return { code: 'wrong-origin', message, ...(address ? { address } : {}) };
  }

  readonly guard: RequestHandler = (request, _response, next) => {
    const isSafe = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS';
    const refusal = isSafe ? undefined : this.refusalOf(request);
    if (refusal) throw new Refused(refusal);
    next();
  };

  private own(request: Pick<IncomingMessage, 'headers' | 'socket'>): string[] {
    const used = this.used(request);
    if (this.home === undefined) return used === undefined ? [] : [used];
    // The public host by another scheme is a page that anyone in between could have written.
    const isOther = used !== undefined && new URL(used).host !== new URL(this.home).host;
    return isOther ? [this.home, used] : [this.home];
  }

  /** The origin that the caller's browser speaks to, as far as this server can tell. */
  private used({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string | undefined {
    const isTrusted = this.trusts(socket.remoteAddress ?? '', 0);
    const said = (name: string): string =>
      isTrusted ? (String(headers[name] ?? '').split(',')[0] ?? '').trim() : '';
    const scheme = said('x-forwarded-proto') || (socket instanceof TLSSocket ? 'https' : 'http');
    const address = `${scheme}://${said('x-forwarded-host') || headers.host}`;
    return /^https?:/.test(address) && URL.canParse(address) ? new URL(address).origin : undefined;
  }
}
