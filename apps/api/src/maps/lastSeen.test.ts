import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { LastSeen } from '@counterpoint/shared';
import { Bot } from '../../../../tests/support/bot.ts';
import { Person } from '../../../../tests/support/people.ts';
import { bodyOf, invite, makeMap, startTestApp, type TestApp } from '../../testing/testApp.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

it('[Z-08] when a member was last there is kept as they leave, and told to who decides', async () => {
  const owner = await app.member();
  const { id: map } = await makeMap(owner);
  const guest = new Person(app.url);
  const { participant } = await guest.join((await invite(owner, map, 'participant')).code, 'Lena');
  const seen = () => bodyOf<LastSeen[]>(owner.get(`/api/maps/${map}/seen`).expect(200));
  expect(await seen()).toEqual([]);
  const bot = new Bot(app.url, guest, map);
  await bot.live();
  bot.close();
  // As soon as the server hears that the line is gone.
  let told = await seen();
  while (told.length === 0) told = await seen();
  expect(told).toEqual([{ participant: participant.id, at: expect.any(Number) as unknown }]);
  expect((await guest.send('GET', `/api/maps/${map}/seen`)).status).toBe(403);
});
