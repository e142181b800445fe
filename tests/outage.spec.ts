// The database goes away, or ends its connections, while people write to two servers. tests/chaos does more of it, and by the clock.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PROTOCOL } from '@counterpoint/shared';
import { setTimeout as sleep } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { startApi, type RunningApi } from './support/api.ts';
import { Bot } from './support/bot.ts';
import { Cluster } from './support/cluster.ts';
import { Load } from './support/load.ts';
import { aSeminar, type Person } from './support/people.ts';

/** The pools of two servers, and their doorbells. */
const MOST_CONNECTIONS = 2 * (20 + 1);

let cluster: Cluster;
let servers: RunningApi[];

beforeAll(async () => {
  cluster = await Cluster.start(['fsync=off', 'full_page_writes=off']);
  const first = await startApi({ databaseUrl: cluster.url });
  servers = [first, await startApi({ databaseUrl: cluster.url })];
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await cluster.remove();
});

/** Two people write to each server while `trouble` goes on; it is told who speaks to the second. */
async function underLoad(trouble: (person: Person, bot: Bot) => Promise<void>): Promise<void> {
  const [here, there] = servers as [RunningApi, RunningApi];
  const { map, owner, guests } = await aSeminar(here.url, 4);
  const bots = guests.map((guest, i) => new Bot((i % 2 === 0 ? here : there).url, guest, map));
  await Promise.all(bots.map((bot) => bot.live()));
  const load = new Load(bots);
  load.start();
  await sleep(300);
  await trouble(owner.on(there.url), bots[1] as Bot);
  const told = load.told;
  await Promise.all(bots.map((bot) => bot.until(() => load.told > told)));
  expect(servers.map(({ process }) => process.exitCode ?? process.signalCode)).toEqual([null, null]);
  expect(await load.faults(owner, map)).toEqual([]);
  expect(await cluster.connections()).toBeLessThanOrEqual(MOST_CONNECTIONS);
  bots.forEach((bot) => bot.close());
}

/** The status of each server's health page. */
const health = async (): Promise<number[]> =>
  Promise.all(servers.map(async ({ url }) => (await fetch(`${url}/healthz`)).status));

describe('a database that goes away', () => {
  it('[S2] [S3] [S11] for 3 s, killed: no server ends, no edit is lost or doubled, no connections pile up', async () => {
    await underLoad(async (person, bot) => {
      await cluster.kill();
      await sleep(1_500);
      expect(await health()).toEqual([503, 503]);
      const busy = { refusal: { code: 'busy', retryAfterMs: 1_000 } };
      const answer = await person.send('GET', '/api/accounts/me');
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject(busy);
      const hello = { protocol: PROTOCOL, map: uuidv7(), client: uuidv7(), version: null, epoch: null };
      expect(await bot.socket.emitWithAck('hello', hello)).toMatchObject(busy);
      await sleep(1_500);
      await cluster.startAgain();
    });
    while ((await health()).some((status) => status !== 200)) await sleep(100);
  });

  it('[S2] [S3] [S11] ends all its connections again and again: the same', async () => {
    await underLoad(async () => {
      for (let i = 0; i < 10; i++) {
        expect(await cluster.endConnections()).toBeLessThanOrEqual(MOST_CONNECTIONS);
        await sleep(100 + 20 * i);
      }
    });
  });
});
