// Pages of other sites must not act in a visitor's name: neither by a request nor by a socket (Z-03).
import type { Refusal } from '@counterpoint/shared';
import type { RequestHandler } from 'express';
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { Config } from './config.ts';
import { Refused } from './refusals.ts';

/** Whether a neighbour may speak for those behind it: Express's reading of TRUST_PROXY. */
export type Trusts = (address: string, hop: number) => boolean;

type Asking = Pick<IncomingMessage, 'headers' | 'socket'>;

/** Most addresses that the log is told of: pages of other sites may make up as many as they like. */
const MOST_TOLD = 5;
/** Where a page asks whether its sockets will be taken. */
const DOOR = '/door';

export class Origins {
  /** Where people reach the server, without a slash at the end. */
  private readonly home: string | undefined;
  private readonly told = new Set<string>();

  constructor(
    { publicUrl }: Pick<Config, 'publicUrl'>,
    private readonly trusts: Trusts,
    private readonly warn: (words: string) => void = () => undefined,
  ) {
    this.home = publicUrl?.replace(/\/+$/, '');
  }

  /** Programs send no Origin and carry no visitor's cookies; browsers send one with whatever can do harm. */
  refusalOf(request: Asking): Refusal | undefined {
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (origin === undefined)
      return site === undefined || site === 'same-origin' || site === 'none'
        ? undefined
        : this.refuse(request);
    // The browser itself says same-origin where a proxy in between changed the Host or the scheme.
    return URL.canParse(origin) && site === 'same-origin' ? undefined : this.strangeness(request);
  }

  readonly guard: RequestHandler = (request, _response, next) => {
    const isSafe = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS';
    const refusal = isSafe
      ? undefined
      : // With the upgrade of a socket not every browser says that it is same-origin.
        (this.refusalOf(request) ?? (request.path === DOOR ? this.strangeness(request) : undefined));
    if (refusal) throw new Refused(refusal);
    next();
  };

  /** What is wrong with the Origin alone. */
  private strangeness(request: Asking): Refusal | undefined {
    const { origin } = request.headers;
    if (origin === undefined || (URL.canParse(origin) && this.own(request).includes(origin)))
      return undefined;
    return this.refuse(request);
  }

  /** What names the fault to who opened the page, and to who runs the server. */
  private refuse(request: Asking): Refusal {
    const { origin = '', 'sec-fetch-site': site = 'same-origin' } = request.headers;
    const used = this.used(request);
    if (site === 'same-origin' && /^https?:/.test(origin) && URL.canParse(origin))
      this.tell(new URL(origin).origin, this.home ?? used);
    // By which name a proxy knows this server is nobody's business, unless it is the one that the browser has, too.
    const isSameHost = used !== undefined && URL.canParse(origin) && new URL(used).hostname === new URL(origin).hostname; // prettier-ignore
    const address = this.home ?? (isSameHost ? used : undefined);
    const message = `The request does not come from a page of this server${address ? `, which is at ${address}` : ''}. Where people open it at another address, whoever runs it sets PUBLIC_URL to that.`;
    return { code: 'wrong-origin', message, ...(address ? { address } : {}) };
  }

  private tell(origin: string, own: string | undefined): void {
    if (this.told.has(origin) || this.told.size >= MOST_TOLD) return;
    this.told.add(origin);
    this.warn(
      `A page at ${origin} was turned away: this server thinks that it is at ${own ?? 'no address'}. If people open it at ${origin}, set PUBLIC_URL=${origin}.`,
    );
  }

  private own(request: Asking): string[] {
    const used = this.used(request);
    if (this.home === undefined) return used === undefined ? [] : [used];
    const home = new URL(this.home);
    // The public host by another scheme is a page that anyone in between could have written.
    const isOther = used !== undefined && new URL(used).host !== home.host;
    return isOther ? [home.origin, used] : [home.origin];
  }

  /** The origin that the caller's browser speaks to, as far as this server can tell. */
  private used({ headers, socket }: Asking): string | undefined {
    const isTrusted = this.trusts(socket.remoteAddress ?? '', 0);
    const said = (name: string): string =>
      isTrusted ? (String(headers[name] ?? '').split(',')[0] ?? '').trim() : '';
    const scheme = said('x-forwarded-proto') || (socket instanceof TLSSocket ? 'https' : 'http');
    const address = `${scheme}://${said('x-forwarded-host') || headers.host}`;
    return /^https?:/.test(address) && URL.canParse(address) ? new URL(address).origin : undefined;
  }
}
