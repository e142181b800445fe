// Two API processes on one database: each sees the other's changes, rights included.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentOf } from '@counterpoint/shared';
import { once } from 'node:events';
import { uuidv7 } from 'uuidv7';
import { startApi, type RunningApi } from './support/api.ts';
import { Bot } from './support/bot.ts';
import { aSeminar, Person } from './support/people.ts';
import { createTestDatabase, type TestDatabase } from './support/testDatabase.ts';

let database: TestDatabase;
let servers: RunningApi[];

beforeAll(async () => {
  database = await createTestDatabase();
  const first = await startApi({ databaseUrl: database.url });
  servers = [first, await startApi({ databaseUrl: database.url })];
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await database.drop();
});

const thesis = (text: string) =>
  ({ kind: 'add-claim', claim: uuidv7(), text, language: 'zh', to: { at: 'thesis', order: 'a0' } }) as const;

describe('two servers on one database', () => {
  it('[S1] [S10] a change on one reaches the other through the doorbell, and both write one gapless log', async () => {
    const [a, b] = servers as [RunningApi, RunningApi];
    const { map, guests } = await aSeminar(a.url, 2);
    const here = new Bot(a.url, guests[0]!, map);
    const there = new Bot(b.url, guests[1]!, map);
    await Promise.all([here.live(), there.live()]);
    here.client.edit(thesis('从第一台'));
    await there.until((client) =>
      [...client.confirmed.claims.values()].some((claim) => claim.text === '从第一台'),
    );
    for (let i = 0; i < 40; i++) {
      here.client.edit(thesis(`甲 ${i}`));
      there.client.edit(thesis(`乙 ${i}`));
    }
    await Promise.all([here.settled(), there.settled()]);
    const last = Math.max(here.client.version ?? 0, there.client.version ?? 0);
    await Promise.all([here, there].map((bot) => bot.until((client) => client.version === last)));
    expect(here.client.confirmed.claims.size).toBe(81);
    expect(contentOf(there.client.confirmed)).toEqual(contentOf(here.client.confirmed));
    [here, there].forEach((bot) => bot.close());
  });

  it('[B1] [B4] [A-13] what is marked on one stays unseen on the other until it is opened there', async () => {
    const [a, b] = servers as [RunningApi, RunningApi];
    const { map, owner, guests } = await aSeminar(a.url, 2);
    const [source, edition, round, annotation] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
    await owner.edit(map, [
      { kind: 'add-source', source, edition, title: '讲稿', url: '', language: 'zh', text: '大桥不修。渡口保留。', marks: [] }, // prettier-ignore
      { kind: 'begin-round', round, edition, question: '主张？', labels: ['主张'] },
    ]);
    const reads = guests[1]!.on(b.url);
    const there = new Bot(b.url, reads, map);
    const manages = new Bot(b.url, owner.on(b.url), map);
    await Promise.all([there.live(), manages.live()]);
    const { version } = await guests[0]!.edit(map, [
      {
        kind: 'annotate',
        annotation,
        edition,
        start: 0,
        end: 4,
        text: '',
        open: false,
        round,
        label: '主张',
      },
      { kind: 'finish', finish: uuidv7(), round, finished: true },
    ]);
    for (const bot of [there, manages]) {
      await bot.until((client) => client.version === version);
      const { client } = bot;
      expect(client.confirmed.annotations.size).toBe(0);
      expect(client.confirmed.rounds.get(round)).toMatchObject({ finished: 1, opened: null });
    }
    manages.client.edit({ kind: 'open-round', round });
    for (const bot of [there, manages])
      await bot.until(
        ({ confirmed }) => confirmed.annotations.has(annotation) && confirmed.finishes.size === 1,
      );
    [there, manages].forEach((bot) => bot.close());
  });

  it('[S12] Z-02: a person taken out on one server is let go by the other, and hears nothing more', async () => {
    const [a, b] = servers as [RunningApi, RunningApi];
    const { map, owner, guests } = await aSeminar(a.url, 1);
    const bot = new Bot(b.url, guests[0]!, map);
    await bot.live();
    const { participant } = bot.client;
    await owner.edit(map, [{ kind: 'set-role', participant, role: null }]);
    await bot.until((client) => client.status !== 'live');
    const { version } = bot.client;
    await owner.edit(map, [thesis('不给离开的人看')]);
    bot.socket.connect();
    await bot.until((client) => client.status === 'refused');
    expect((bot.client.version ?? 0) - (version ?? 0)).toBe(0);
    expect(bot.client.refusal?.code).toBe('not-found');
    bot.close();
  });

  it('Z-02: signing out closes the sockets of that session on every server', async () => {
    const [a, b] = servers as [RunningApi, RunningApi];
    const { map, guests } = await aSeminar(a.url, 1);
    const bot = new Bot(b.url, guests[0]!, map);
    await bot.live();
    await guests[0]!.ask('POST', '/api/accounts/sign-out');
    await bot.until((client) => client.status !== 'live');
    bot.close();
  });

  it('a map that is deleted on one ends on the other, which says so and answers nothing more of it', async () => {
    const [a, b] = servers as [RunningApi, RunningApi];
    const { map, owner, guests } = await aSeminar(a.url, 1);
    const bot = new Bot(b.url, guests[0]!, map);
    await bot.live();
    const said = once(bot.socket as never, 'goodbye');
    const end = once(bot.socket as never, 'disconnect');
    await owner.edit(map, [{ kind: 'set-hold', hold: 'archived', slow: 0 }]);
    await owner.ask('DELETE', `/api/maps/${map}`);
    expect(await said).toEqual([{ reason: 'deleted' }]);
    await end;
    bot.socket.connect();
    await bot.until((client) => client.status === 'refused');
    expect(bot.client.refusal?.code).toBe('not-found');
    bot.close();
  });

  it('Z-11: a stranger learns nothing of a closed map, not even that it exists', async () => {
    const [a] = servers as [RunningApi];
    const { map } = await aSeminar(a.url, 0);
    const stranger = new Person(a.url);
    await stranger.signUp('Stranger');
    const closed = await stranger.send('GET', `/api/maps/${map}`);
    const none = await stranger.send('GET', `/api/maps/${uuidv7()}`);
    expect([closed.status, none.status]).toEqual([404, 404]);
    expect(await closed.json()).toEqual(await none.json());
  });
});
