// People of a bench at bare sockets: many of them, with as little of their own as can be.
import { once } from 'node:events';
import { PROTOCOL, type Id } from '@counterpoint/shared';
import { io, type Socket } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import type { Person } from '../support/people.ts';

export interface Seat {
  readonly socket: Socket;
  readonly client: Id;
  readonly participant: Id;
  seq: number;
}

export async function seatOf(url: string, person: Person, map: Id): Promise<Seat> {
  const socket = io(url, { transports: ['websocket'], forceNew: true, extraHeaders: { ...person.headers, origin: url } }); // prettier-ignore
  await once(socket as never, 'connect');
  const client = uuidv7();
  const hello = { protocol: PROTOCOL, map, client, version: null, epoch: null };
  const welcome = (await socket.emitWithAck('hello', hello)) as { ok: boolean; participant: Id };
  if (!welcome.ok) throw new Error(JSON.stringify(welcome));
  return { socket, client, participant: welcome.participant, seq: 0 };
}

/** Resolves with the acknowledgement, and throws where an edit is refused. */
export async function push(
  seat: Seat,
  edits: readonly { readonly id: Id; readonly edit: object }[],
): Promise<void> {
  const numbered = edits.map((one) => ({ seq: ++seat.seq, ...one }));
  const reply = (await seat.socket.emitWithAck('push', { client: seat.client, edits: numbered })) as { ok: boolean; verdicts?: object[] }; // prettier-ignore
  if (!reply.ok || reply.verdicts?.some((verdict) => 'refusal' in verdict)) throw new Error(JSON.stringify(reply)); // prettier-ignore
}
