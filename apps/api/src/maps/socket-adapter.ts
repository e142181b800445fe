import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { MOST_BYTES } from '@counterpoint/shared';
import type { IncomingMessage } from 'node:http';
import type { ServerOptions } from 'socket.io';

/** The Socket.IO server as the sync needs it: websocket only, frames encoded once, nothing kept for the absent. */
export class SocketAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly isOwnOrigin: (request: IncomingMessage) => boolean,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions) {
    return super.createIOServer(port, {
      ...options,
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      // Longer messages than the protocol allows are answered, up to this length; beyond, the connection ends.
      maxHttpBufferSize: 4 * MOST_BYTES,
      pingInterval: 10_000,
      pingTimeout: 8_000,
      // CORS does not guard websockets: the Origin is checked before the upgrade (Z-03).
      allowRequest: (request: IncomingMessage, decide: (error: string | null, allowed: boolean) => void) => {
        const own = this.isOwnOrigin(request);
        decide(own ? null : 'wrong origin', own);
      },
    } as ServerOptions);
  }
}
