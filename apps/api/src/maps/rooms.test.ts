import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { addClaim, edit, makeMap, read, startTestApp, type TestApp } from '../../testing/testApp.ts';
import { RoomsService } from './rooms.service.ts';

let app: TestApp;
beforeAll(async () => {
  // A map of one claim and its owner fits, two do not.
  app = await startTestApp({ idleMapBytes: 3_000 });
});
afterAll(() => app.stop());

it('maps that nobody is in are let go beyond so many bytes, the one used longest ago first', async () => {
  const person = await app.member();
  const [first, second] = [await makeMap(person), await makeMap(person)];
  const rooms = app.part(RoomsService);
  await edit(person, first.id, addClaim('One'));
  const was = await rooms.room(first.id);
  if (!was) throw new Error('no room');
  expect(rooms.holds(first.id, was)).toBe(true);
  await edit(person, second.id, addClaim('Two'));
  while (await rooms.opened(first.id)) await setImmediate();
  expect(await rooms.opened(second.id)).toBeDefined();
  expect(rooms.holds(first.id, was)).toBe(false);
  expect((await read(person, first.id)).map.claims).toHaveLength(1);
});
