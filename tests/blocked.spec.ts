// [Z-03] A network that lets requests through and no websocket: the map is read and edited all the same, and says how.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id, Snapshot } from '@counterpoint/shared';
import type { Browser } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { startApi, type RunningApi } from './support/api.ts';
import { launchBrowser } from './support/browser.ts';
import { aSeminar, type Person } from './support/people.ts';
import { wireTo, type Wire } from './support/proxy.ts';
import { Reader } from './support/reader.ts';
import { createTestDatabase, type TestDatabase } from './support/testDatabase.ts';

let database: TestDatabase;
let servers: RunningApi[];
let browser: Browser;
let wires: Wire[];
let map: Id;
let owner: Person;
let readers: Reader[];

beforeAll(async () => {
  database = await createTestDatabase();
  const first = await startApi({ databaseUrl: database.url });
  servers = [first, await startApi({ databaseUrl: database.url })];
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await Promise.all(servers.map((server) => server.stop()));
  await database.drop();
});

/** Anna and Ben, each behind a wire of their own to a server of their own. */
beforeEach(async () => {
  const seminar = await aSeminar(servers[0]!.url, 1);
  ({ map, owner } = seminar);
  const to = { at: 'thesis', order: 'a0' };
  await owner.edit(map, [{ kind: 'add-claim', claim: uuidv7(), text: '论题', language: 'zh', to }]);
  wires = await Promise.all(servers.map(({ port }) => wireTo(port)));
  wires.forEach((wire) => wire.refuseSockets());
  readers = await Promise.all(
    [owner, seminar.guests[0]!].map((person, i) =>
      Reader.at(browser, wires[i]!.url, { cookie: person.headers['cookie'] ?? '' }),
    ),
  );
});
afterEach(async () => {
  expect(readers.flatMap(({ errors }) => errors)).toEqual([]);
  await Promise.all(readers.map(({ context }) => context.close()));
  await Promise.all(wires.map((wire) => wire.close()));
});

const slowly = (reader: Reader) => reader.page.getByRole('button', { name: '每 3 秒更新' });

describe('with a websocket that goes dead', () => {
  it('[S8] U-13: it is said within 3 s, long before the line is given up', async () => {
    const [anna] = readers as [Reader, Reader];
    wires[0]!.mend();
    const { clock } = anna.page;
    await clock.install();
    await anna.open(map);
    await anna.state('已同步').waitFor();
    await clock.pauseAt(await anna.page.evaluate(() => Date.now() + 1_000));
    wires[0]!.stall();
    await clock.runFor(3_000);
    await anna.state('已离线').waitFor();
    expect(wires[0]!.open).toBeGreaterThan(0);
    wires[0]!.mend();
    await clock.resume();
    await anna.state('已同步').waitFor();
  });
});

describe('without websockets', () => {
  it('[S5] [S7] two people see what the other writes, through two servers, and are told why it takes a moment', async () => {
    const [anna, ben] = readers as [Reader, Reader];
    await Promise.all(readers.map((reader) => reader.open(map)));
    await Promise.all(readers.map((reader) => slowly(reader).waitFor()));
    await anna.page.getByText('每 3 秒取一次别人的改动').first().waitFor();
    await anna.answer('论题', 'p', '安娜的支持');
    await ben.answer('论题', 'c', '本的反驳');
    await Promise.all([anna.card('本的反驳').waitFor(), ben.card('安娜的支持').waitFor()]);
    await Promise.all(readers.map((reader) => reader.state('已同步').waitFor()));
    expect(await anna.names()).toEqual(await ben.names());
  });

  it('[S2] [S3] what is edited while the way changes is there once, in order', async () => {
    const [anna, ben] = readers as [Reader, Reader];
    await Promise.all(readers.map((reader) => reader.open(map)));
    await slowly(anna).waitFor();
    await anna.answer('论题', 'p', '一');
    wires[0]!.mend();
    await slowly(anna).waitFor({ state: 'detached' });
    await anna.answer('论题', 'p', '二');
    wires[0]!.cut();
    await anna.state(/已离线/).waitFor();
    await anna.answer('论题', 'p', '三');
    wires[0]!.refuseSockets();
    await slowly(anna).waitFor();
    await anna.answer('论题', 'p', '四');
    await Promise.all(['一', '二', '三', '四'].map((words) => ben.card(words).waitFor()));
    const { map: kept } = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
    expect(kept.claims.map(({ text }) => text).sort()).toEqual(['论题', '一', '二', '三', '四'].sort());
    expect(await anna.page.getByText(/项未被接受/).count()).toBe(0);
  });

  it('[S12] who is taken out of a map is told so, and reads on no more', async () => {
    const [, ben] = readers as [Reader, Reader];
    await owner.edit(map, [{ kind: 'change-settings', set: { access: 'members' } }]);
    await ben.open(map);
    await slowly(ben).waitFor();
    const { map: now } = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
    const guest = now.participants.find(({ role }) => role === 'participant')?.id ?? '';
    await owner.edit(map, [{ kind: 'set-role', participant: guest, role: null }]);
    await ben.page.getByRole('heading', { name: '打不开这张论证图' }).waitFor();
  });
});
