// A reader on a line of 32 KB a second, who missed two megabytes while others go on writing: they catch up, by pieces while
// those are shorter and by the snapshot when it is, without being cut off on the way.
import type { Id } from '@counterpoint/shared';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { benchPostgres } from '../bench/postgres.ts';
import { REAL_LIMITS, startApi } from '../support/api.ts';
import { Bot } from '../support/bot.ts';
import { aSeminar, type Person } from '../support/people.ts';

const BYTES_PER_SECOND = 32 * 1024;
const PATIENCE = 400_000;

const database = await benchPostgres();
const api = await startApi({ databaseUrl: database.url, env: { ...REAL_LIMITS, LOG_LEVEL: 'fatal' } });
const faults: string[] = [];
try {
  const { map, owner, guests } = await aSeminar(api.url, 1);
  const line = await slowLineTo(api.port);
  const reader = guests[0]!.on(line.url);
  for (let i = 0; i < 40; i++) await add(owner, map);
  const away = new Bot(line.url, reader, map);
  await arrives('with the snapshot alone', away, owner, map);
  away.socket.disconnect();
  for (let i = 0; i < 40; i++) await add(owner, map);
  away.socket.connect();
  await arrives('after two megabytes missed', away, owner, map);
  line.close();
} finally {
  await api.stop();
  await database.stop();
}
for (const fault of faults) console.log(`fault: ${fault}`);
process.exit(faults.length === 0 ? 0 : 1);

/** Words that no compression makes short. */
function noise(): string {
  return String.fromCharCode(
    ...Array.from({ length: 5_000 }, () => 0x4e00 + Math.floor(Math.random() * 20_000)),
  );
}

async function add(owner: Person, map: Id): Promise<void> {
  const claim = () => ({ kind: 'add-claim', claim: uuidv7(), text: noise(), language: 'zh', to: { at: 'thesis', order: 'a0' } }); // prettier-ignore
  await owner.edit(map, [claim(), claim(), claim()]);
}

async function arrives(what: string, bot: Bot, owner: Person, map: Id): Promise<void> {
  const begun = performance.now();
  let cuts = 0;
  const over = new AbortController();
  const lost = (): void => {
    cuts += 1;
  };
  bot.socket.on('disconnect', lost);
  const writing = (async () => {
    while (!over.signal.aborted) {
      await sleep(2_000);
      await owner.edit(map, [{ kind: 'add-claim', claim: uuidv7(), text: '还在写', language: 'zh', to: { at: 'thesis', order: 'a0' } }]); // prettier-ignore
    }
  })();
  const { version } = await owner.ask<{ version: number }>('GET', `/api/maps/${map}`);
  await bot.until((client) => client.status === 'live' && (client.version ?? 0) >= version, PATIENCE);
  over.abort();
  bot.socket.off('disconnect', lost);
  const seconds = (performance.now() - begun) / 1_000;
  console.log(`${what}: live and up to date after ${seconds.toFixed(0)} s, cut off ${cuts} times`);
  if (cuts > 0) faults.push(`${what}: the line was cut`);
  await writing;
}

/** Everything that the server says goes through at one speed, over all connections together. */
async function slowLineTo(port: number): Promise<{ url: string; close(): void }> {
  let free = 0;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((here) => {
    const there = net.connect(port, '127.0.0.1');
    for (const one of [here, there]) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => sockets.delete(one));
    }
    here.on('close', () => there.destroy());
    // What was said last is still on its way.
    there.on('close', () => setTimeout(() => here.destroy(), Math.max(0, free - performance.now()) + 1));
    here.on('data', (bytes) => there.write(bytes));
    there.on('data', (bytes) => {
      there.pause();
      free = Math.max(free, performance.now()) + (bytes.length / BYTES_PER_SECOND) * 1_000;
      setTimeout(() => {
        here.write(bytes);
        there.resume();
      }, free - performance.now());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
