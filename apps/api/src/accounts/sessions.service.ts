// Who is signed in: a random id in a signed cookie, and a row in Postgres that holds the account's id.
import type { Id } from '@counterpoint/shared';
import { parseCookie } from 'cookie';
import { unsign } from 'cookie-signature';
import connectPgSimple from 'connect-pg-simple';
import session, { type Session, type SessionData } from 'express-session';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import { FaceCookies } from './faces.service.ts';

declare module 'express-session' {
  interface SessionData {
    account?: Id;
    /** ms since 1970: when the session was last given its whole lifetime. */
    renewedAt?: number;
    /** Accounts that this browser was signed in as before, the latest first. */
    former?: Id[];
  }
}

/** The part of a request, or of a socket's handshake, that sessions live on. */
export interface Carrier {
  sessionID: string;
  session: Session & Partial<SessionData>;
}

const COOKIE = 'counterpoint';
const DAY = 86_400_000;
const LIFETIME = 30 * DAY;
/** A few, so that a computer that many share forgets. */
const MOST_FORMER = 5;

export class SessionsService {
  /** Express middleware, for the web server and for the handshake of sockets. */
  readonly middleware: ReturnType<typeof session>;
  /** [A3] The other cookie: of maps without names. */
  readonly faces: FaceCookies;
  private readonly store: InstanceType<ReturnType<typeof connectPgSimple>>;

  constructor(
    { cookieSecure }: Pick<Config, 'cookieSecure'>,
    private readonly secret: string,
    private readonly pool: Pool,
  ) {
    this.faces = new FaceCookies({ cookieSecure }, secret);
    // Touching would write to the database at every request: `renew` does it once a day instead.
    this.store = new (connectPgSimple(session))({
      pool,
      tableName: 'sessions',
      disableTouch: true,
      pruneSessionInterval: 3600,
    });
    this.middleware = session({
      name: COOKIE,
      secret,
      store: this.store,
      resave: false,
      saveUninitialized: false,
      // A proxy that ends TLS says so in X-Forwarded-Proto; without it no secure cookie would be set.
      proxy: cookieSecure || undefined,
      cookie: { httpOnly: true, sameSite: 'lax', secure: cookieSecure, maxAge: LIFETIME },
    });
  }

  /** The id that this server once gave the caller, whether or not the session still lives; the database is not asked. */
  idOf({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined {
    const value = parseCookie(headers.cookie ?? '')[COOKIE];
    const id = value?.startsWith('s:') ? unsign(value.slice(2), this.secret) : false;
    return id === false ? undefined : id;
  }

  /** Under a new session id, so that an id planted before is worth nothing (session fixation). */
  async enter(request: Carrier, account: Id): Promise<void> {
    const former = accountsOf(request).filter((one) => one !== account);
    await this.regenerate(request, former);
    request.session.account = account;
    request.session.renewedAt = Date.now();
  }

  /** Ends the session. The next one of this browser only remembers who it was: who was taken out of a map is known again. */
  async leave(request: Carrier): Promise<void> {
    await this.regenerate(request, accountsOf(request));
  }

  private async regenerate(request: Carrier, former: Id[]): Promise<void> {
    await promisify(request.session.regenerate.bind(request.session))();
    if (former.length > 0) request.session.former = former.slice(0, MOST_FORMER);
  }

  /** A session in use does not expire. */
  renew({ session: present }: Carrier): void {
    if (present.account && Date.now() - (present.renewedAt ?? 0) > DAY) present.renewedAt = Date.now();
  }

  /** Those of the sessions that have not ended. */
  async live(ids: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.pool.query<{ sid: string }>({
      name: 'live-sessions',
      text: 'select sid from sessions where sid = any($1) and expire > now()',
      values: [ids],
    });
    return new Set(rows.map(({ sid }) => sid));
  }

  onApplicationShutdown(): void {
    this.store.close();
  }
}

const accountsOf = ({ session: { account, former = [] } }: Carrier): Id[] =>
  account === undefined ? former : [account, ...former.filter((one) => one !== account)];
