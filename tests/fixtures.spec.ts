// What every version kept, opened by this one: tests/fixtures has a folder for each, and CONTRIBUTING.md says how one is made.
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { applyPatches, contentOf, emptyMap, FORMATS, mapOf, PAPERS, Pending, type Change, type History, type Id, type MapPage, type Snapshot } from '@counterpoint/shared'; // prettier-ignore
import { migrations } from '@counterpoint/migrations';
import { restore } from '@counterpoint/migrations/backup/restore';
import fs from 'node:fs';
import path from 'node:path';
import { ACCOUNT } from './fixtures/story.ts';
import { startApi, type RunningApi } from './support/api.ts';
import { Bot } from './support/bot.ts';
import { Person } from './support/people.ts';
import { createTestDatabase, type TestDatabase } from './support/testDatabase.ts';

const root = path.join(import.meta.dirname, 'fixtures');
const versions = fs.readdirSync(root).filter((name) => fs.statSync(path.join(root, name)).isDirectory());

const databases: TestDatabase[] = [];
const servers: RunningApi[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));
afterAll(() => Promise.all(databases.map((database) => database.drop())));

/** The owner of what a version kept, on a server of this one. */
async function opened(version: string): Promise<{ owner: Person; url: string; maps: readonly Id[] }> {
  const database = await createTestDatabase();
  databases.push(database);
  const wish = { replace: false, migrations, at: Date.now() };
  await restore(database.url, path.join(root, version, 'database.backup'), wish);
  const server = await startApi({ databaseUrl: database.url });
  servers.push(server);
  const owner = new Person(server.url);
  const { login, password } = ACCOUNT;
  await owner.ask('POST', '/api/accounts/sign-in', { login, password });
  const page = await owner.ask<MapPage>('GET', '/api/maps');
  return { owner, url: server.url, maps: page.maps.map(({ id }) => id) };
}

async function logOf(owner: Person, map: Id): Promise<Change[]> {
  const { version, changes } = await owner.ask<History>('GET', `/api/maps/${map}/changes?since=0&limit=1000`);
  expect(changes.map((change) => change.version)).toEqual(Array.from({ length: version }, (_, i) => i + 1));
  return [...changes];
}

const folded = (changes: readonly Change[]) =>
  contentOf(
    applyPatches(
      emptyMap,
      changes.flatMap(({ patches }) => patches),
    ),
  );

describe.each(versions)('what %s kept', (version) => {
  it('[S1] [S15] opens: each log folds to its map, at every version, and every format writes it', async () => {
    const { owner, maps } = await opened(version);
    expect(maps.length).toBeGreaterThan(0);
    for (const map of maps) {
      const log = await logOf(owner, map);
      const snapshot = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
      expect(contentOf(mapOf(snapshot.map))).toEqual(folded(log));
      for (const { version: at } of log) {
        const then = await owner.ask<Snapshot>('GET', `/api/maps/${map}/at/${at}`);
        expect(contentOf(mapOf(then.map))).toEqual(folded(log.slice(0, at)));
      }
      for (const { id } of [...FORMATS.filter(({ write }) => write), ...PAPERS]) {
        const file = await owner.send('GET', `/api/maps/${map}/export/${id}`);
        expect([id, file.status, (await file.arrayBuffer()).byteLength > 0]).toEqual([id, 200, true]);
      }
    }
  });

  it('[S7] [S9] sends what its outbox held, each edit once and in order', async () => {
    const { owner, url } = await opened(version);
    const file = fs.readFileSync(path.join(root, version, 'outbox.json'), 'utf8');
    const { edits } = JSON.parse(file) as { edits: { map: Id; client: Id; pending: unknown }[] };
    const [{ map, client }] = edits as [(typeof edits)[0]];
    const pending = edits.map((row) => Pending.parse(row.pending));
    const before = (await logOf(owner, map)).length;
    const bot = new Bot(url, owner, map, { client, pending });
    await bot.settled();
    expect(bot.tray).toEqual([]);
    const sent = (await logOf(owner, map)).slice(before).map(({ id }) => id);
    expect(sent).toEqual(pending.map(({ id }) => id));
    bot.close();
  });
});
