// What all connections to the database have in common, whoever opens them.
import { Socket } from 'node:net';
import type { ClientBase } from 'pg';

/** The server ends a statement that takes longer, in ms. */
export const STATEMENT_MS = 15_000;

/**
 * A socket that breaks when nothing comes or goes for so many ms: a frozen server, or a line that is cut without a word,
 * would otherwise be waited for. Breaking it fails whatever waits on it, and no pool hands it out again.
 */
export function impatientSocket(ms: number): Socket {
  const socket = new Socket();
  const silent = Object.assign(new Error('The database gave no answer.'), { code: 'ETIMEDOUT' });
  return socket.setTimeout(ms, () => socket.destroy(silent));
}

/**
 * An ended connection raises `error`, which without a listener ends the process. Pools listen while a connection is with
 * them, and whoever took one out might not: so each is listened to from birth. Its queries fail all the same.
 */
export function outliveErrors(client: ClientBase): void {
  client.on('error', () => undefined);
}
