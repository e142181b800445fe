// A connection made by hand that comes back as the page's does (mapConnection.ts of apps/web).
import { comesBack, type Goodbye } from '@counterpoint/shared';
import { io, type Socket } from 'socket.io-client';
import type { Person } from './people.ts';

export interface Line {
  readonly socket: Socket;
  /** For good. */
  readonly end: () => void;
}

/** In ms. */
const PAUSE = 200;

/**
 * Comes back whenever it was lost, ended by the server or not let in: Socket.IO does so in the first case alone. Not where
 * a goodbye said not to, or who holds it disconnected it.
 */
export function lineTo(base: string, { headers }: Pick<Person, 'headers'>): Line {
  const socket = io(base, {
    transports: ['websocket'],
    extraHeaders: { ...headers, origin: base },
    reconnection: false,
    forceNew: true,
  });
  let isWelcome = true;
  let later: ReturnType<typeof setTimeout> | undefined;
  const comeBack = (): void => {
    clearTimeout(later);
    if (isWelcome) later = setTimeout(() => socket.connect(), PAUSE);
  };
  const end = (): void => {
    isWelcome = false;
    clearTimeout(later);
    socket.disconnect();
  };
  socket.on('goodbye', (goodbye: Goodbye) => (isWelcome = comesBack(goodbye)));
  // Only the end of the connection says that it is over: a goodbye may come long before.
  socket.on('disconnect', (reason) => {
    if (reason !== 'io client disconnect') comeBack();
  });
  socket.on('connect_error', comeBack);
  return { socket, end };
}
