// Who is signed in: a random id in a signed cookie, and a row in Postgres that holds the account's id.
import type { AccountSession, Id } from '@counterpoint/shared';
import { parseCookie } from 'cookie';
import { unsign } from 'cookie-signature';
import connectPgSimple from 'connect-pg-simple';
import session, { type Session, type SessionData } from 'express-session';
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import { cookiePathOf } from '../prefix.ts';
import { deviceOf, type Device } from './device.ts';
import { FaceCookies } from './faces.service.ts';

declare module 'express-session' {
  interface SessionData {
    account?: Id;
    /** [Z-12] What the browser says it is, and when it was signed in. */
    device?: Device;
    since?: number;
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
  headers: Pick<IncomingMessage['headers'], 'user-agent'>;
}

const COOKIE = 'counterpoint';
const DAY = 86_400_000;
const LIFETIME = 30 * DAY;
/** A few, so that a computer that many share forgets. */
const MOST_FORMER = 5;
/** Nobody looks through more. */
const MOST_TOLD = 100;

export class SessionsService {
  /** Express middleware, for the web server and for the handshake of sockets. */
  readonly middleware: ReturnType<typeof session>;
  /** [A3] The other cookie: of maps without names. */
  readonly faces: FaceCookies;
  private readonly store: InstanceType<ReturnType<typeof connectPgSimple>>;

  constructor(
    config: Pick<Config, 'cookieSecure' | 'publicUrl'>,
    private readonly secret: string,
    private readonly pool: Pool,
  ) {
    const { cookieSecure } = config;
    this.faces = new FaceCookies(config, secret);
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
      cookie: {
        path: cookiePathOf(config),
        httpOnly: true,
        sameSite: 'lax',
        secure: cookieSecure,
        maxAge: LIFETIME,
      },
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
    request.session.device = deviceOf(request.headers['user-agent']);
    request.session.since = request.session.renewedAt = Date.now();
  }

  /** Ends the session. The next one of this browser only remembers who it was: who was taken out of a map is known again. */
  async leave(request: Carrier): Promise<void> {
    await this.regenerate(request, accountsOf(request));
  }

  /** Ends the session, and the browser forgets who it was. */
  async drop(request: Carrier): Promise<void> {
    await this.regenerate(request, []);
  }

  private async regenerate(request: Carrier, former: Id[]): Promise<void> {
    await promisify(request.session.regenerate.bind(request.session))();
    if (former.length > 0) request.session.former = former.slice(0, MOST_FORMER);
  }

  /** A session in use does not expire. */
  renew({ session: present }: Carrier): void {
    if (present.account && Date.now() - (present.renewedAt ?? 0) > DAY) present.renewedAt = Date.now();
  }

  /** [Z-12] Where somebody is signed in, the latest first; `own` is the session that asks. */
  async of(account: Id, own: string): Promise<AccountSession[]> {
    const { rows } = await this.pool.query<{ sid: string; sess: Partial<SessionData>; seen: string }>(
      `select sid, sess, extract(epoch from expire) * 1000 - $2 as seen from sessions
       where sess ->> 'account' = $1 and expire > now() order by sid = $3 desc, expire desc limit ${MOST_TOLD}`,
      [account, LIFETIME, own],
    );
    return rows.map(({ sid, sess: { device, since = null, renewedAt }, seen }) => ({
      id: toldAs(sid),
      browser: device?.browser ?? null,
      system: device?.system ?? null,
      since,
      seen: renewedAt ?? Math.round(Number(seen)),
      own: sid === own,
    }));
  }

  /** Ends sessions of somebody, those of other browsers too: all, all but one, or the one that is told under an id. */
  async end(account: Id, which: { readonly but?: string; readonly id?: string } = {}): Promise<number> {
    const { rows } = await this.pool.query<{ sid: string }>(
      `select sid from sessions where sess ->> 'account' = $1`,
      [account],
    );
    const ended = rows
      .map(({ sid }) => sid)
      .filter((sid) => sid !== which.but && (which.id === undefined || toldAs(sid) === which.id));
    await this.pool.query('delete from sessions where sid = any($1)', [ended]);
    return ended.length;
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

/** The id of a session is the key to it: another is told. */
const toldAs = (sid: string): string => createHash('sha256').update(`told ${sid}`).digest('hex').slice(0, 32);

const accountsOf = ({ session: { account, former = [] } }: Carrier): Id[] =>
  account === undefined ? former : [account, ...former.filter((one) => one !== account)];
