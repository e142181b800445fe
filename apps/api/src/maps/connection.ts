// What the server knows of one socket, and how much of the server that socket may have at a time.
import { refuse, type ClientToServer, type Goodbye, type Id, type MapRoom, type Refused, type ServerToClient } from '@counterpoint/shared'; // prettier-ignore
import type { Server, Socket } from 'socket.io';
import type { Person } from '../accounts/faces.service.ts';
import type { Limiter } from '../limiter.ts';
import type { Asker } from '../limits.ts';

/** A place in a map, from hello on. */
export interface Seat {
  readonly map: Id;
  readonly client: Id;
  readonly tab: number;
  readonly room: MapRoom;
  readonly participant: Id | null;
}

export interface Connection {
  readonly asker: Asker;
  readonly person: Person;
  readonly session: string;
  readonly looks: Limiter;
  /** A hello is on its way: one at a time. */
  greeting: boolean;
  /** Bytes of edits that wait for their verdicts. */
  pushing: number;
  seat: Seat | undefined;
}

export type MapSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, Connection>;
export type MapServer = Server<ClientToServer, ServerToClient, Record<string, never>, Connection>;

/** Unsent bytes after which a reader is let go; it comes back and catches up. */
const LAGGING = 8 * 1024 * 1024;
/** Unsent bytes of all sockets together, after which those with the most are let go. */
const ALL_LAGGING = 256 * 1024 * 1024;
/** Unsent bytes after which a socket gets no more long answers until it has read some. */
const FULL = 1024 * 1024;
/** Bytes of edits that one socket may have waiting. */
const MOST_PUSHING = 1024 * 1024;
/** Looks and cursors come ten times a second; what comes faster is dropped. */
export const LOOKS = { most: 40, perMs: 2_000 };

const busy = (message: string): Refused => {
  const { refusal } = refuse('busy', message);
  return { ok: false, refusal: { ...refusal, retryAfterMs: 500 } };
};

/** Answers in flight are bounded: a socket that does not read gets nothing more to read. */
export const isFull = (socket: MapSocket): Refused | undefined =>
  unsentBytes(socket) > FULL ? busy('Read first what was sent.') : undefined;

/** Counts a push until `release`; refused while too much of the same socket waits. */
export function holdPush({ data }: MapSocket, bytes: number): Refused | (() => void) {
  if (data.pushing + bytes > MOST_PUSHING) return busy('Wait for the answers to earlier edits.');
  data.pushing += bytes;
  return () => {
    data.pushing -= bytes;
  };
}

export function dismiss(socket: MapSocket, goodbye: Goodbye): void {
  socket.emit('goodbye', goodbye);
  socket.disconnect(true);
}

/** Readers to let go: each that is too far behind, and the furthest while all together are. */
export function laggards(
  sockets: readonly MapSocket[],
  most = { each: LAGGING, all: ALL_LAGGING },
): MapSocket[] {
  const behind = sockets.map((socket) => ({ socket, bytes: unsentBytes(socket) }));
  behind.sort((a, b) => b.bytes - a.bytes);
  let all = behind.reduce((sum, { bytes }) => sum + bytes, 0);
  const gone = behind.filter(({ bytes }) => {
    if (bytes <= most.each && all <= most.all) return false;
    all -= bytes;
    return true;
  });
  return gone.map(({ socket }) => socket);
}

/** What the socket sends meanwhile waits on its side of the line. */
export function pause({ conn }: MapSocket, ms: number): void {
  const { socket } = conn.transport as unknown as {
    socket?: { isPaused: boolean; pause(): void; resume(): void };
  };
  if (!socket || socket.isPaused) return;
  socket.pause();
  setTimeout(() => socket.resume(), ms).unref();
}

/** What the connection has not taken yet: in the websocket, and before it. */
function unsentBytes({ conn }: MapSocket): number {
  const { transport, writeBuffer } = conn as unknown as {
    readonly transport: { readonly socket?: { readonly bufferedAmount?: number } };
    readonly writeBuffer?: readonly { readonly data?: unknown }[];
  };
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer ?? []) if (typeof data === 'string') bytes += data.length;
  return bytes;
}
