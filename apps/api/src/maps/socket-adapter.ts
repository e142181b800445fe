import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { MOST_BYTES, type Refusal } from '@counterpoint/shared';
import type { IncomingMessage } from 'node:http';
import type { ServerOptions } from 'socket.io';
import type { Origins } from '../origin.ts';
import type { Turnstile } from '../turnstile.ts';

/** The Socket.IO server as the sync needs it: websocket only, frames encoded once, nothing kept for the absent. */
export class SocketAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly origins: Origins,
    private readonly turnstile: Turnstile,
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
      // Pages say so when they hear nothing for longer than this takes (apps/web/src/open/silence.ts).
      pingInterval: 1_500,
      pingTimeout: 8_000,
      // CORS does not guard websockets: the Origin is checked before the upgrade (Z-03).
      allowRequest: (request: IncomingMessage, decide: (error: string | null, allowed: boolean) => void) => {
        const refusal = this.origins.refusalOf(request);
        if (refusal) end(request, '403 Forbidden', refusal);
        else
          void this.turnstile.pass(request).then((refused) => {
            if (refused) end(request, '429 Too Many Requests', refused.refusal);
            else decide(null, true);
          });
      },
    } as ServerOptions);
  }
}

/** Answers an upgrade itself: Engine.IO would say 400. Nobody else listens to the socket any more. */
function end({ socket }: IncomingMessage, status: string, refusal: Refusal): void {
  const body = JSON.stringify({ refusal });
  const head = [
    `HTTP/1.1 ${status}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.on('error', () => undefined);
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
