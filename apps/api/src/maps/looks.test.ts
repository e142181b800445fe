import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { History, LookRequest, MapPage, Snapshot } from '@counterpoint/shared';
import { addClaim, bodyOf, edit, invite, join, makeMap, read, startTestApp, type Person, type TestApp } from '../../testing/testApp.ts'; // prettier-ignore

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const look = (person: Person, map: string, asked: Partial<LookRequest> = {}) =>
  person.post(`/api/maps/${map}/looks`).send({ until: 1, told: 0, opened: [], all: false, ...asked }).expect(200); // prettier-ignore

it('[W1] [M-09] an observer keeps how far they have read, on all their devices, and it is no news to anybody', async () => {
  const owner = await app.member();
  const { id: map } = await makeMap(owner);
  const other = await makeMap(owner);
  const observer = await app.member();
  await join(observer, (await invite(owner, map, 'observer')).code);
  await edit(owner, other.id, addClaim('Said later.'));
  const listed = async () => (await bodyOf<MapPage>(owner.get('/api/maps').expect(200))).maps.map(({ id, changedAt }) => [id, changedAt]); // prettier-ignore
  const before = await listed();
  await look(observer, map, { told: 7 });
  await look(owner, map);
  expect((await read(observer, map)).map.visits.map(({ told }) => told)).toEqual([7]);
  expect((await read(owner, map)).map.visits.map(({ told }) => told)).toEqual([0]);
  expect(await listed()).toEqual(before);
  const { changes } = await bodyOf<History>(owner.get(`/api/maps/${map}/changes`).expect(200));
  expect(changes.slice(-2).map(({ kind, by }) => [kind, by === null])).toEqual([
    ['hidden', true],
    ['look', false],
  ]);
});

it('[W1] what all see of a map is encoded once for all, and each finds their own marks after it', async () => {
  const owner = await app.member();
  const { id: map } = await makeMap(owner);
  const guest = await app.member();
  await join(guest, (await invite(owner, map, 'participant')).code);
  // Long enough to be zipped.
  await edit(
    owner,
    map,
    ...Array.from({ length: 20 }, (_, i) => addClaim(`No. ${i}: ${'uniforms cost less. '.repeat(9)}`)),
  );
  await look(owner, map, { told: 1 });
  await look(guest, map, { told: 2 });
  const tags = [];
  for (const [person, told] of [
    [owner, 1],
    [guest, 2],
  ] as const) {
    const response = await person.get(`/api/maps/${map}`);
    const { map: seen, version } = response.body as Snapshot;
    expect([seen.visits.map((one) => one.told), seen.claims.length, version]).toEqual([[told], 20, version]);
    tags.push(response.headers['etag']);
    await person
      .get(`/api/maps/${map}`)
      .set('If-None-Match', response.headers['etag'] ?? '')
      .expect(304);
  }
  expect(new Set(tags).size).toBe(2);
  const [one] = tags;
  await guest
    .get(`/api/maps/${map}`)
    .set('If-None-Match', one ?? '')
    .expect(200);
});
