// The only reader of the environment: everything else is handed a Config.
import type { WorkerLimits } from '@counterpoint/convert';
import { z } from 'zod';

const TrustProxy = z
  .string()
  .transform((text) =>
    /^\d+$/.test(text) ? Number(text) : text === 'true' ? true : text === 'false' ? false : text,
  );

/** Named to people in README.md and docker-compose.yml; a test compares them. */
export const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4000),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address'),
  /** Where people reach the server; with https, cookies are sent over https only. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** The built pages; without it the server answers the API only. */
  WEB_DIST: z.string().optional(),
  /** Signs session cookies. When absent, one is made once and kept in the database. */
  SESSION_SECRET: z.string().min(16).optional(),
  COOKIE_SECURE: z.stringbool().optional(),
  /** Which proxies may name the caller's address, as Express's `trust proxy`: a number of hops, or addresses. */
  TRUST_PROXY: TrustProxy.default(false),
  /** All limits times this: for measurements, or for many classes behind one address. */
  LIMIT_FACTOR: z.coerce.number().positive().default(1),
  /** A server that takes mail, as `smtps://user:password@host`; without one no mail is sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Who letters are from: an address, or `Name <address>`. */
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\r\n]+$/, 'must be an address')
    .optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
});

/** So many in a row, filled up again evenly over `perMs`. */
export interface Limit {
  readonly most: number;
  readonly perMs: number;
}

const MINUTE = 60_000;

/** Generous where a whole class sits behind one address (Z-06), tight where one secret is guessed at. */
const LIMITS = {
  /** Per address and login. */
  signIn: { most: 10, perMs: MINUTE },
  /** Per address. */
  signInFrom: { most: 300, perMs: MINUTE },
  /** Per account: guesses at its own password, as by whoever finds its page open. */
  passwords: { most: 10, perMs: MINUTE },
  signUp: { most: 200, perMs: 10 * MINUTE },
  /** Per address and invitation. */
  join: { most: 300, perMs: MINUTE },
  /** Per person, over sockets and requests; a batch counts by its parts. See limits.ts for what an address may. */
  edits: { most: 600, perMs: MINUTE / 2 },
  /** Snapshots, catch-ups, histories. */
  reads: { most: 400, perMs: MINUTE / 3 },
  /** Requests of any kind, by session: who is faster waits for their turn, see turnstile.ts. */
  requests: { most: 150, perMs: MINUTE / 4 },
  /** Messages of any kind over sockets: who is faster is read no faster. */
  messages: { most: 400, perMs: MINUTE / 15 },
  /** New connections. */
  sockets: { most: 60, perMs: MINUTE },
  /** Per account. */
  newMaps: { most: 60, perMs: 10 * MINUTE },
  /** Per account: questions whether an address is theirs. */
  mail: { most: 5, perMs: 60 * MINUTE },
  /** Per account: maps of files, each counted. */
  importedMaps: { most: 200, perMs: 10 * MINUTE },
  /** Per account, or per address for readers without one: reading and writing files. */
  exchange: { most: 120, perMs: MINUTE },
} satisfies Record<string, Limit>;

const MB = 1024 * 1024;
/** Bytes of files that are held in memory at once. */
export interface UploadLimits {
  readonly all: number;
  /** A class may share one. */
  readonly address: number;
  readonly account: number;
}

const UPLOADS: UploadLimits = { all: 200 * MB, address: 120 * MB, account: 60 * MB };

export type LimitName = keyof typeof LIMITS;

export interface Config {
  readonly port: number;
  readonly databaseUrl: string;
  readonly publicUrl: string | undefined;
  readonly webDist: string | undefined;
  readonly sessionSecret: string | undefined;
  readonly cookieSecure: boolean;
  readonly trustProxy: boolean | number | string;
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
  /** Left out where no mail is sent. */
  readonly mail?: { readonly server: string; readonly from: string } | undefined;
  readonly limits: Readonly<Record<LimitName, Limit>>;
  /** Threads that read and write files, where they differ from what packages/convert thinks right. */
  readonly workers: Partial<WorkerLimits>;
  readonly uploads: UploadLimits;
  /** Of maps that are held in memory while nobody is in them, about, in bytes. */
  readonly idleMapBytes: number;
  /** Longest JSON body in bytes. */
  readonly bodyBytes: number;
  /** How long /healthz waits for the database, in ms: whoever watches over the server wants an answer in half a second. */
  readonly healthMs: number;
}

/** Under this token Nest hands out the Config. */
export const CONFIG = Symbol('config');

export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw new Error(`The configuration is wrong:\n${z.prettifyError(parsed.error)}`);
  const {
    PORT,
    DATABASE_URL,
    PUBLIC_URL,
    WEB_DIST,
    SESSION_SECRET,
    COOKIE_SECURE,
    TRUST_PROXY,
    LIMIT_FACTOR,
    SMTP_URL,
    MAIL_FROM,
    LOG_LEVEL,
  } = parsed.data;
  // Letters hold links, and a request that could tell where people come is not at hand.
  if (SMTP_URL !== undefined && (MAIL_FROM === undefined || PUBLIC_URL === undefined))
    throw new Error('The configuration is wrong:\nSMTP_URL needs MAIL_FROM and PUBLIC_URL, too.');
  return {
    port: PORT,
    databaseUrl: DATABASE_URL,
    publicUrl: PUBLIC_URL,
    webDist: WEB_DIST,
    sessionSecret: SESSION_SECRET,
    cookieSecure: COOKIE_SECURE ?? PUBLIC_URL?.startsWith('https:') ?? false,
    trustProxy: TRUST_PROXY,
    mail:
      SMTP_URL !== undefined && MAIL_FROM !== undefined ? { server: SMTP_URL, from: MAIL_FROM } : undefined,
    logLevel: LOG_LEVEL,
    limits: mapped(LIMITS, ({ most, perMs }) => ({ most: most * LIMIT_FACTOR, perMs })),
    workers: {},
    uploads: UPLOADS,
    idleMapBytes: 256 * MB,
    bodyBytes: 256 * 1024,
    healthMs: 300,
  };
}

function mapped<K extends string, V>(values: Readonly<Record<K, V>>, change: (value: V) => V): Record<K, V> {
  const entries = Object.entries<V>(values).map(([key, value]) => [key, change(value)]);
  return Object.fromEntries(entries) as Record<K, V>;
}

/** One line for each setting that does not go with another: what will not work, and what to set. */
export function warningsOf({
  publicUrl,
  trustProxy,
  cookieSecure,
}: Pick<Config, 'publicUrl' | 'trustProxy' | 'cookieSecure'>): string[] {
  const isHttps = publicUrl?.startsWith('https:') ?? false;
  const said = {
    'TRUST_PROXY is set without PUBLIC_URL: cookies are not kept to https, and pages are refused as of a wrong origin where the proxy hands on another host or scheme. Set PUBLIC_URL to the address that people use.':
      trustProxy !== false && publicUrl === undefined,
    'PUBLIC_URL is https, but TRUST_PROXY is not set: everyone seems to come from the address of the proxy and shares its limits. Set TRUST_PROXY to the number of proxies.':
      isHttps && trustProxy === false,
    'COOKIE_SECURE is true, but PUBLIC_URL is not https: where people come by http, nobody can sign in. Set PUBLIC_URL to the https address.':
      cookieSecure && !isHttps,
    'COOKIE_SECURE is false, but PUBLIC_URL is https: cookies go over unencrypted connections, too.':
      !cookieSecure && isHttps,
  };
  return Object.entries(said).flatMap(([warning, holds]) => (holds ? [warning] : []));
}
