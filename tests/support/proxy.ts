// A wire to a server that a test can cut, with a word or without, and mend.
import net from 'node:net';

export interface Wire {
  readonly url: string;
  /** Connections at the moment, and the most there ever were at once. */
  readonly open: number;
  readonly mostOpen: number;
  /** Ends all connections, and new ones at once. */
  cut(): void;
  /** Keeps all connections, takes new ones, and lets nothing through. */
  stall(): void;
  /** Keeps all connections, and keeps back what the server says. */
  mute(): void;
  /** Lets requests through, and answers whatever would become a websocket with 403, as some networks do. */
  refuseSockets(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function wireTo(port: number): Promise<Wire> {
  const pairs = new Set<readonly [net.Socket, net.Socket]>();
  let state: 'good' | 'cut' | 'stalled' | 'muted' | 'without sockets' = 'good';
  let mostOpen = 0;
  const server = net.createServer((here) => {
    if (state === 'cut') {
      here.destroy();
      return;
    }
    const there = net.connect(port, '127.0.0.1');
    const pair = [here, there] as const;
    pairs.add(pair);
    mostOpen = Math.max(mostOpen, pairs.size);
    for (const [one, other] of [pair, [there, here] as const]) {
      one.on('data', (bytes) => {
        if (
          state === 'without sockets' &&
          one === here &&
          /^upgrade: websocket\r$/im.test(bytes.toString())
        ) {
          here.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
          return;
        }
        if (state !== 'stalled' && (state !== 'muted' || one === here)) other.write(bytes);
      });
      one.on('end', () => other.end());
      one.on('error', () => other.destroy());
      one.on('close', () => (pairs.delete(pair), other.destroy()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as net.AddressInfo;
  const cut = (): void => {
    state = 'cut';
    for (const socket of [...pairs].flat()) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    get open() {
      return pairs.size;
    },
    get mostOpen() {
      return mostOpen;
    },
    cut,
    stall: () => void (state = 'stalled'),
    mute: () => void (state = 'muted'),
    refuseSockets: () => {
      cut();
      state = 'without sockets';
    },
    mend: () => void (state = 'good'),
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
