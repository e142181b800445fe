// Backups against the built server and real Postgres: one moment of everything, put back whole or not at all.
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import {
  applyPatches,
  contentOf,
  emptyMap,
  jsonOf,
  mapOf,
  type Id,
  type Snapshot,
} from '@counterpoint/shared';
import { backUp } from '@counterpoint/migrations/backup/backup';
import { restore, type Wish } from '@counterpoint/migrations/backup/restore';
import { migrations } from '@counterpoint/migrations';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import { manyClaims } from '../packages/shared/testing/manyClaims.ts';
import { startApi, type RunningApi } from './support/api.ts';
import { Bot } from './support/bot.ts';
import { logOf } from './support/load.ts';
import { aSeminar, type Person } from './support/people.ts';
import { createTestDatabase, rowsOf, type TestDatabase } from './support/testDatabase.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpoint-backup-'));
const fileNamed = (name: string): string => path.join(folder, name);
const REPLACE: Wish = { replace: true, migrations, at: Date.now() };
const KEEP: Wish = { ...REPLACE, replace: false };

const databases: TestDatabase[] = [];
const servers: RunningApi[] = [];
async function aDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  databases.push(database);
  return database;
}
async function serverOn({ url }: TestDatabase, port?: number): Promise<RunningApi> {
  const server = await startApi({ databaseUrl: url, ...(port === undefined ? {} : { port }) });
  servers.push(server);
  return server;
}

afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));
afterAll(async () => {
  await Promise.all(databases.map((database) => database.drop()));
  fs.rmSync(folder, { recursive: true });
});

const thesis = (text: string) =>
  ({ kind: 'add-claim', claim: uuidv7(), text, language: 'zh', to: { at: 'thesis', order: 'a0' } }) as const;
const textsOf = ({ client }: Bot): string[] =>
  [...client.confirmed.claims.values()].map((claim) => claim.text).sort();
const snapshotOf = (person: Person, map: Id): Promise<Snapshot> => person.ask('GET', `/api/maps/${map}`);

async function imported(owner: Person, file: string): Promise<Id> {
  const headers = { 'content-type': 'application/octet-stream' };
  const response = await owner.send('POST', '/api/maps/import?name=large.json', file, headers);
  const { files } = (await response.json()) as { files: { map: { id: Id } }[] };
  return files[0]!.map.id;
}

describe('a backup', () => {
  it('[S1] [S3] Z-06: is of one moment while edits are written, with 10,000 claims; restored elsewhere each log folds to its tables', async () => {
    const here = await aDatabase();
    const there = await aDatabase();
    const api = await serverOn(here);
    const { map, owner, guests } = await aSeminar(api.url, 3);
    const large = await imported(owner, jsonOf(manyClaims(10_000)));
    const bots = guests.map((guest) => new Bot(api.url, guest, map));
    await Promise.all(bots.map((bot) => bot.live()));
    let isWriting = true;
    const writing = bots.map(async (bot, i) => {
      for (let n = 0; isWriting; n++) {
        bot.client.edit(thesis(`${i} 第 ${n} 句`));
        await bot.until(({ pending }) => pending.length < 20);
      }
    });
    await bots[0]!.until(({ version }) => (version ?? 0) > 50);
    const before = bots[0]!.client.version ?? 0;
    const { tables } = await backUp(here.url, fileNamed('while-writing'));
    isWriting = false;
    await Promise.all(writing);
    await Promise.all(bots.map((bot) => bot.settled()));
    bots.forEach((bot) => bot.close());
    const whole = await logOf(owner, map);
    const largeBefore = await snapshotOf(owner, large);
    await servers.pop()?.stop();

    await restore(there.url, fileNamed('while-writing'), KEEP);
    await serverOn(there, api.port); // the same address: cookies and sessions are as they were
    const snapshot = await snapshotOf(owner, map);
    const log = await logOf(owner, map);
    expect(log).toEqual(whole.slice(0, log.length));
    expect([log.length >= before, log.length < whole.length]).toEqual([true, true]);
    expect(snapshot.version).toBe(log.length);
    const folded = applyPatches(
      emptyMap,
      log.flatMap((change) => change.patches),
    );
    expect(contentOf(mapOf(snapshot.map))).toEqual(contentOf(folded));
    const largeAfter = await snapshotOf(owner, large);
    expect(largeAfter.map.claims).toHaveLength(10_000);
    expect(contentOf(mapOf(largeAfter.map))).toEqual(contentOf(mapOf(largeBefore.map)));
    // The marks of the clients stand where the log stands: a repeated edit is known.
    const [{ marks, logged }] = await rowsOf<{ marks: number; logged: number }>(
      there,
      `select (select sum(last_seq)::int from clients) as marks, (select count(*)::int from changes) as logged`,
    ) as [{ marks: number; logged: number }]; // prettier-ignore
    expect(marks).toBe(logged);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['maps', 'sessions', 'settings']));
    await owner.edit(map, [thesis('It goes on.')]);
  });
});

describe('clients after a restore', () => {
  it('[S3] [S7] [S9] drop what they hold, send again what is pending, once, and agree', async () => {
    const database = await aDatabase();
    const api = await serverOn(database);
    const { map, owner, guests } = await aSeminar(api.url, 4);
    const kept = { client: uuidv7(), pending: [] };
    const [online, offline, late, reloaded] = guests.map(
      (guest, i) => new Bot(api.url, guest, map, i === 3 ? kept : undefined),
    ) as [Bot, Bot, Bot, Bot];
    const all = [online, offline, late];
    await Promise.all([...all, reloaded].map((bot) => bot.live()));
    online.client.edit(thesis('before'));
    offline.client.edit(thesis('also before'));
    // Accepted, and in the backup; but the page ends before it hears so, and its outbox still holds it.
    const unheard = reloaded.client.edit(thesis('before, unheard'));
    const pending = reloaded.client.pending;
    await Promise.all([...all, reloaded].map((bot) => bot.settled()));
    reloaded.close();
    await backUp(database.url, fileNamed('pending'));

    const lost = thesis('after, lost');
    online.client.edit(lost);
    late.client.edit(thesis('after, lost too'));
    await Promise.all([online.settled(), late.settled()]);
    await offline.until(({ confirmed }) => confirmed.claims.has(lost.claim));
    for (const bot of [offline, late]) bot.socket.disconnect();
    offline.client.edit(thesis('offline'));
    const reply = { at: 'argument', argument: uuidv7(), direction: 'support', target: { kind: 'claim', id: lost.claim }, order: 'a0' } as const; // prettier-ignore
    const orphan = offline.client.edit({ ...thesis('offline, under what is lost'), to: reply });
    expect([unheard.ok, orphan.ok]).toEqual([true, true]);
    await servers.pop()?.stop();
    await restore(database.url, fileNamed('pending'), REPLACE);
    await serverOn(database, api.port);

    await Promise.all([online.live(), online.until(({ confirmed }) => !confirmed.claims.has(lost.claim))]);
    // The new log passes the versions that the one who comes late still holds.
    await owner.edit(map, [thesis('new 1'), thesis('new 2'), thesis('new 3')]);
    expect((await snapshotOf(owner, map)).version).toBeGreaterThan(late.client.version ?? Infinity);
    const again = new Bot(api.url, guests[3]!, map, { client: kept.client, pending });
    for (const bot of [offline, late]) bot.socket.connect();
    const bots = [...all, again];
    await Promise.all(bots.map((bot) => bot.settled()));
    late.client.edit(thesis('goes on'));
    await late.settled();
    const { version, map: content } = await snapshotOf(owner, map);
    await Promise.all(bots.map((bot) => bot.until((client) => client.version === version)));
    for (const bot of bots) expect(contentOf(bot.client.confirmed)).toEqual(contentOf(mapOf(content)));
    expect(textsOf(online)).toEqual([
      'also before',
      'before',
      'before, unheard',
      'goes on',
      'new 1',
      'new 2',
      'new 3',
      'offline',
    ]);
    expect(bots.map((bot) => bot.tray.map(({ edit }) => (edit as { text?: string }).text))).toEqual([
      [],
      ['offline, under what is lost'],
      [],
      [],
    ]);
    bots.forEach((bot) => bot.close());
  });
});
