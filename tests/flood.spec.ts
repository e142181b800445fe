// One person, or a visitor without an account, asks for all there is: the server lives, and the others notice nothing.
// How much they get of it is counted under a clock of its own: apps/api/src/maps/share.test.ts.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PIECE, type CatchUpReply, type Id, type MapPage, type PresenceFrame, type Welcome } from '@counterpoint/shared'; // prettier-ignore
import { once } from 'node:events';
import { uuidv7 } from 'uuidv7';
import { REAL_LIMITS, startApi, type RunningApi } from './support/api.ts';
import { Bot } from './support/bot.ts';
import { flood, helloOf, megabytes, open } from './support/flood.ts';
import { aSeminar, type Person } from './support/people.ts';
import { createTestDatabase, type TestDatabase } from './support/testDatabase.ts';

let database: TestDatabase;
let api: RunningApi;
let map: Id;
let owner: Person;
let guests: Person[];

const thesis = (text: string) =>
  ({ kind: 'add-claim', claim: uuidv7(), text, language: 'zh', to: { at: 'thesis', order: 'a0' } }) as const;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startApi({ databaseUrl: database.url, env: REAL_LIMITS });
  ({ map, owner, guests } = await aSeminar(api.url, 41));
  await owner.edit(map, [{ kind: 'change-settings', set: { access: 'anyone' } }]);
  // Some megabytes of recent changes.
  for (let i = 0; i < 60; i++) await owner.edit(map, Array.from({ length: 5 }, () => thesis('长'.repeat(5_000)))); // prettier-ignore
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

/** Looks who is present until nobody else is. */
async function untilAlone(): Promise<void> {
  const looker = await open(api.url, guests[1]!.headers);
  const others = new Set<number>();
  let mine = 0;
  looker.on('presence', ({ here, gone }: PresenceFrame) => {
    for (const { tab } of here) if (tab !== mine) others.add(tab);
    for (const tab of gone) others.delete(tab);
  });
  const welcome = (await looker.emitWithAck('hello', helloOf(map))) as Welcome;
  mine = welcome.tab;
  others.delete(mine);
  while (others.size > 0) await once(looker as never, 'presence');
  looker.disconnect();
}

const version = async () => (await owner.ask<MapPage>('GET', '/api/maps')).maps[0]?.version ?? 0;

describe('a reader who missed much', () => {
  it('[S13] gets it piece by piece', async () => {
    const socket = await open(api.url, guests[5]!.headers);
    const newest = await version();
    const since = newest - 60;
    const welcome = (await socket.emitWithAck('hello', helloOf(map, uuidv7(), since))) as CatchUpReply;
    const lengths: number[] = [];
    for (let frame = welcome.frame, at = since; at < newest;) {
      if (!frame) throw new Error(`nothing follows ${at}`);
      expect(frame.from).toBe(at);
      lengths.push(JSON.stringify(frame.changes).length);
      at = frame.to;
      ({ frame } = (await socket.emitWithAck('catch-up', { since: at })) as CatchUpReply);
    }
    expect(Math.max(...lengths)).toBeLessThanOrEqual(PIECE + 1_000);
    expect(lengths.length).toBeGreaterThan(3);
    socket.disconnect();
  });

  it('gets the snapshot compressed', async () => {
    const asked = await owner.send('GET', `/api/maps/${map}`, undefined, { 'accept-encoding': 'gzip' });
    expect(asked.headers.get('content-encoding')).toBe('gzip');
    expect(((await asked.json()) as { version: number }).version).toBe(await version());
  });
});

describe('a flood', () => {
  it('[S13] Z-06: by 20 sockets of a visitor leaves the server well, its memory too, and nobody present', async () => {
    const before = megabytes(api);
    const sockets = await Promise.all(Array.from({ length: 20 }, () => open(api.url)));
    const since = (await version()) - 250;
    for (const socket of sockets)
      expect(await socket.emitWithAck('hello', helloOf(map))).toMatchObject({ ok: true });
    await Promise.all(
      sockets.flatMap((socket) => [
        flood(socket, 1_000, 'catch-up', { since }),
        flood(socket, 250, 'hello', helloOf(map)),
      ]),
    );
    expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
    expect(api.process.exitCode).toBeNull();
    expect(megabytes(api) - before).toBeLessThan(150);
    for (const socket of sockets) socket.disconnect();
    await untilAlone();
  });

  it('of hellos that race each other leaves nobody behind', async () => {
    const racers = await Promise.all(Array.from({ length: 10 }, () => open(api.url, guests[2]!.headers)));
    for (const racer of racers) for (let i = 0; i < 30; i++) racer.emit('hello', helloOf(map));
    for (const racer of racers) racer.disconnect();
    await untilAlone();
  });

  it('by one of a class behind one address is not noticed by the other 39', async () => {
    const [, , , , flooder, ...others] = guests;
    const bots = [...others, guests[0]!, guests[1]!].map((person) => new Bot(api.url, person, map));
    await Promise.all(bots.map((bot) => bot.live()));
    const sockets = await Promise.all(Array.from({ length: 8 }, () => open(api.url, flooder!.headers)));
    const client = uuidv7();
    const noise = sockets.map(async (socket) => {
      await flood(socket, 1, 'hello', helloOf(map));
      const edits = Array.from({ length: 64 }, (_, i) => ({ seq: i + 1, id: uuidv7(), edit: thesis('吵') }));
      await flood(socket, 600, 'push', { client, edits });
      socket.disconnect();
    });
    for (let round = 0; round < 3; round++)
      for (const bot of bots) expect(bot.client.edit(thesis(`一句话 ${round}`)).ok).toBe(true);
    await Promise.all(bots.map((bot) => bot.settled()));
    await Promise.all(noise);
    expect(bots.flatMap((bot) => bot.tray)).toEqual([]);
    bots.forEach((bot) => bot.close());
  });
});
