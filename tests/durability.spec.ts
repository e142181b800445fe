// kill -9 of the server under load: what was acknowledged is there, once.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  applyPatches,
  contentOf,
  emptyMap,
  mapOf,
  type Change,
  type History,
  type Id,
  type Snapshot,
} from '@counterpoint/shared';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { startApi, type RunningApi } from './support/api.ts';
import { Bot } from './support/bot.ts';
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

/** Everything in the log of a map, as any member may read it. */
async function logOf(owner: { ask<T>(method: 'GET', path: string): Promise<T> }, map: Id): Promise<Change[]> {
  const changes: Change[] = [];
  for (;;) {
    const since = changes.length;
    const page = await owner.ask<History>('GET', `/api/maps/${map}/changes?since=${since}&limit=1000`);
    changes.push(...page.changes);
    if (changes.length >= page.version) return changes;
  }
}

describe('a server that is killed', () => {
  it('[S2] [S3] [S11] loses no acknowledged edit, applies none twice, and everyone agrees afterwards', async () => {
    const { map, owner, guests } = await aSeminar(api.url, 4);
    const bots = guests.map((guest) => new Bot(api.url, guest, map));
    await Promise.all(bots.map((bot) => bot.live()));
    const asked: Id[] = [];
    const acknowledged = new Set<Id>();
    for (const bot of bots)
      bot.onFrame = ({ changes }) => changes.forEach((change) => acknowledged.add(change.id));
    const load = setInterval(() => {
      for (const bot of bots) {
        const text = `一句话 ${asked.length}`;
        const edit = {
          kind: 'add-claim',
          claim: uuidv7(),
          text,
          language: 'zh',
          to: { at: 'thesis', order: 'a0' },
        } as const;
        const result = bot.client.edit(edit);
        if (result.ok) asked.push(result.value);
      }
    }, 25);
    for (let kill = 0; kill < KILLS; kill++) {
      await sleep(250 + 70 * kill);
      const gone = once(api.process, 'exit');
      api.process.kill('SIGKILL');
      await gone; // and its port is free
      api = await startApi({ databaseUrl: database.url, port: api.port });
      await Promise.all(bots.map((bot) => bot.live()));
    }
    clearInterval(load);
    await Promise.all(bots.map((bot) => bot.settled()));
    const log = await logOf(owner, map);
    const written = log.map((change) => change.id);
    expect(new Set(written).size).toBe(written.length);
    expect(asked.filter((id) => !written.includes(id))).toEqual([]);
    expect([...acknowledged].filter((id) => !written.includes(id))).toEqual([]);
    expect(log.map((change) => change.version)).toEqual(log.map((_, i) => i + 1));
    const snapshot = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
    const replayed = applyPatches(
      emptyMap,
      log.flatMap((change) => change.patches),
    );
    await Promise.all(bots.map((bot) => bot.until((client) => client.version === snapshot.version)));
    for (const bot of bots) expect(contentOf(bot.client.confirmed)).toEqual(contentOf(mapOf(snapshot.map)));
    expect(contentOf(replayed)).toEqual(contentOf(mapOf(snapshot.map)));
    expect(bots.flatMap((bot) => bot.tray)).toEqual([]);
    bots.forEach((bot) => bot.close());
  });
});
