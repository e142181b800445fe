// One member of a class who floods the server with all there is, over sockets and requests, until the process is ended:
// `flooder.ts URL MAP COOKIE`.
import { uuidv7 } from 'uuidv7';
import { setTimeout as sleep } from 'node:timers/promises';
import { helloOf, open } from './flood.ts';

const [url = '', map = '', cookie = ''] = process.argv.slice(2);
const SOCKETS = 8;
const AT_ONCE = 20;

process.once('SIGTERM', () => process.exit(0));

const to = { at: 'thesis', order: 'a0' } as const;
const edit = () => ({ kind: 'add-claim', claim: uuidv7(), text: '吵'.repeat(300), language: 'zh', to });

const send = (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) =>
  fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).then((answer) => answer.arrayBuffer());

const wrongCode = (n: number): string => (n + 31 ** 5).toString(31).slice(-6).replace(/[01]/g, 'a');

const REQUESTS: readonly ((n: number) => Promise<unknown>)[] = [
  () => send('POST', `/api/maps/${map}/edits`, { cookie }, { edits: [{ id: uuidv7(), edit: edit() }] }),
  () => send('GET', `/api/maps/${map}`, { cookie }),
  () => send('GET', `/api/maps/${map}/changes?since=0&limit=1000`, { cookie }),
  () => send('GET', `/api/maps/${map}`),
  (n) => send('GET', `/api/join/${wrongCode(n)}`),
];

async function ask(request: (n: number) => Promise<unknown>): Promise<never> {
  for (let n = 0; ; n += AT_ONCE)
    await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => request(n + i).catch(() => sleep(10))));
}

async function speak(): Promise<never> {
  for (;;) {
    const socket = await open(url, { cookie }).catch(() => undefined);
    const client = uuidv7();
    await socket?.emitWithAck('hello', helloOf(map, client)).catch(() => undefined);
    for (let seq = 1; socket?.connected; seq += 64) {
      const edits = Array.from({ length: 64 }, (_, i) => ({ seq: seq + i, id: uuidv7(), edit: edit() }));
      for (let i = 0; i < 30; i++) socket.emit('catch-up', { since: 0 }, () => undefined);
      for (let i = 0; i < 10; i++) socket.emit('hello', helloOf(map, client), () => undefined);
      await socket.emitWithAck('push', { client, edits }).catch(() => undefined);
    }
    await sleep(10);
  }
}

await Promise.all([...REQUESTS.map(ask), ...Array.from({ length: SOCKETS }, speak)]);
