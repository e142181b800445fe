// Someone who asks without waiting for answers, over as many sockets as they like.
import { PROTOCOL, type Id } from '@counterpoint/shared';
import { readFileSync } from 'node:fs';
import { io, type Socket } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './api.ts';

export async function open(base: string, headers: Record<string, string> = {}): Promise<Socket> {
  const socket = io(base, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { ...headers, origin: base },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

export const helloOf = (map: Id, client: Id = uuidv7(), version: number | null = null, epoch = 1) => ({
  protocol: PROTOCOL,
  map,
  client,
  version,
  epoch: version === null ? null : epoch,
});

/** Sends a message so often at once, and answers how many of the answers were given and not refused. */
export async function flood(socket: Socket, times: number, event: string, message: unknown): Promise<number> {
  // Who is let go gets no answer.
  const asks = Array.from({ length: times }, () =>
    (socket.emitWithAck(event, message) as Promise<{ ok: boolean }>).catch(() => undefined),
  );
  return (await Promise.all(asks)).filter((answer) => answer?.ok).length;
}

/** What a process holds in memory, in MB; 0 where the system does not tell. */
export function megabytes({ process: { pid } }: RunningApi): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return 0;
  }
}
