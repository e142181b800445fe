// kill -9 of the server under load: what was acknowledged is there, once.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApi, type RunningApi } from './support/api.ts';
import { Bot } from './support/bot.ts';
import { Load } from './support/load.ts';
import { aSeminar } from './support/people.ts';
import { createTestDatabase, type TestDatabase } from './support/testDatabase.ts';

const KILLS = 5;

let database: TestDatabase;
let api: RunningApi;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startApi({ databaseUrl: database.url });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

describe('a server that is killed', () => {
  it('[S2] [S3] [S11] loses no acknowledged edit, applies none twice, and everyone agrees afterwards', async () => {
    const { map, owner, guests } = await aSeminar(api.url, 4);
    const bots = guests.map((guest) => new Bot(api.url, guest, map));
    await Promise.all(bots.map((bot) => bot.live()));
    const load = new Load(bots);
    load.start();
    for (let kill = 0; kill < KILLS; kill++) {
      await sleep(250 + 70 * kill);
      const gone = once(api.process, 'exit');
      api.process.kill('SIGKILL');
      await gone; // and its port is free
      api = await startApi({ databaseUrl: database.url, port: api.port });
      await Promise.all(bots.map((bot) => bot.live()));
    }
    expect(await load.faults(owner, map)).toEqual([]);
    expect(load.told).toBeGreaterThan(0);
    bots.forEach((bot) => bot.close());
  });
});
