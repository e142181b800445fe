// [A3] Who somebody is in maps without names: a secret in a signed cookie, and nothing of it on the server. A key of the
// database is made of the secret and the map; without the cookie nobody can tell which keys are of one browser.
import type { Id } from '@counterpoint/shared';
import { parseCookie } from 'cookie';
import { sign, unsign } from 'cookie-signature';
import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Subject } from 'rxjs';
import type { Config } from '../config.ts';
import { cookiePathOf } from '../prefix.ts';

/** What a browser keeps: its secret, and in which maps it has a face. */
export interface OwnFaces {
  readonly secret: string;
  readonly maps: readonly Id[];
}

/** Who comes: by an account, by the faces of their browser, by both or by neither. */
export interface Person {
  readonly account: Id | null;
  readonly faces: OwnFaces | null;
}

/** As much of an answer as keeps a cookie. */
interface Answering {
  cookie(name: string, value: string, options: object): unknown;
  clearCookie(name: string, options: object): unknown;
}

declare module 'http' {
  interface IncomingMessage {
    faces?: OwnFaces | null;
  }
}

const COOKIE = 'counterpoint.faces';
const DAY = 86_400_000;
/** A term and the time after it. */
const LIFETIME = 180 * DAY;
const SECRET_BYTES = 24;
const ID_BYTES = 16;
/** A cookie has room for 4,096 bytes. */
const MOST_MAPS = 100;

export class FaceCookies {
  /** The secret of a browser that was signed out. */
  readonly left = new Subject<string>();

  constructor(
    private readonly config: Pick<Config, 'cookieSecure' | 'publicUrl'>,
    private readonly signedWith: string,
  ) {}

  /** For requests, and for the handshake of sockets. */
  readonly middleware = (request: IncomingMessage, _response: unknown, next: () => void): void => {
    request.faces = this.of(request);
    next();
  };

  /** What this server once gave the browser to keep. */
  of({ headers }: Pick<IncomingMessage, 'headers'>): OwnFaces | null {
    const value = unsign(parseCookie(headers.cookie ?? '')[COOKIE] ?? '', this.signedWith);
    return value === false ? null : read(Buffer.from(value, 'base64url'));
  }

  /** Gives the browser a face in one more map. With a hundred, the oldest is in no list any more, and is a face still. */
  keep(response: Answering, { secret, maps }: OwnFaces, map: Id): void {
    const kept = [map, ...maps.filter((one) => one !== map)].slice(0, MOST_MAPS);
    const value = Buffer.concat([Buffer.from(secret, 'base64url'), ...kept.map(bytesOf)]);
    response.cookie(COOKIE, sign(value.toString('base64url'), this.signedWith), {
      ...this.attributes,
      maxAge: LIFETIME,
    });
  }

  /** For good: nobody knows the secret any more. */
  forget({ faces }: Pick<IncomingMessage, 'faces'>, response: Answering): void {
    if (!faces) return;
    response.clearCookie(COOKIE, this.attributes);
    this.left.next(faces.secret);
  }

  private get attributes() {
    return {
      path: cookiePathOf(this.config),
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.cookieSecure,
    } as const;
  }
}

export const newFaces = (): OwnFaces => ({
  secret: randomBytes(SECRET_BYTES).toString('base64url'),
  maps: [],
});

/** What the database knows a face of this map by. */
export const keyOf = ({ secret }: OwnFaces, map: Id): string =>
  createHmac('sha256', Buffer.from(secret, 'base64url')).update(map).digest('hex');

/** By what the browser's own page knows whose words it keeps; it says nothing of the secret. */
export const nameOf = (faces: OwnFaces): string => keyOf(faces, 'kept by the page').slice(0, 32);

/** By what a person is counted, in memory alone; undefined for strangers. */
export const countedAs = ({ account, faces }: Person): string | undefined =>
  account ?? (faces ? `face ${faces.secret}` : undefined);

export const personOf = ({
  session,
  faces,
}: Pick<IncomingMessage, 'faces'> & { readonly session: { readonly account?: Id } }): Person => ({
  account: session.account ?? null,
  faces: faces ?? null,
});

function read(bytes: Buffer): OwnFaces | null {
  if (bytes.length < SECRET_BYTES || (bytes.length - SECRET_BYTES) % ID_BYTES !== 0) return null;
  const maps: Id[] = [];
  for (let at = SECRET_BYTES; at < bytes.length; at += ID_BYTES)
    maps.push(idOf(bytes.subarray(at, at + ID_BYTES)));
  return { secret: bytes.subarray(0, SECRET_BYTES).toString('base64url'), maps };
}

const bytesOf = (id: Id): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer): Id =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
