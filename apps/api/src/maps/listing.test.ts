import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SAMPLES } from '@counterpoint/shared';
import type { Id, MapPage, MapSummary } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import {
  addClaim,
  bodyOf,
  edit,
  invite,
  join,
  deleteMap,
  makeMap,
  read,
  startTestApp,
  type Person,
  type TestApp,
} from '../../testing/testApp.ts';
import { RoomsService } from './rooms.service.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const page = (person: Person, before?: string) =>
  bodyOf<MapPage>(person.get('/api/maps').query({ before }).expect(200));
const own = async (person: Person) => (await page(person)).maps.filter(({ sample }) => !sample);
const ids = (maps: readonly { id: Id }[]) => maps.map(({ id }) => id);
const isOpen = async (map: Id) => (await app.part(RoomsService).opened(map)) !== undefined;

async function pagesOf(person: Person): Promise<MapPage[]> {
  const pages = [await page(person)];
  for (let older = pages[0]?.older; older; older = pages.at(-1)?.older) pages.push(await page(person, older));
  return pages;
}

describe('the list of maps', () => {
  it('shows my maps only, the newest change first, with what is in them (Z-11)', async () => {
    const [mine, other] = [await app.member(), await app.member()];
    const first = await makeMap(mine, 'First');
    const second = await makeMap(mine, 'Second');
    await makeMap(other, 'Theirs');
    const claim = uuidv7();
    await edit(mine, first.id, addClaim('One', claim), addClaim('Two'), { kind: 'remove', id: claim });
    const listed = await own(mine);
    expect(listed.map(({ id, role, claims, version }) => ({ id, role, claims, version }))).toEqual([
      { id: first.id, role: 'owner', claims: 1, version: 4 },
      { id: second.id, role: 'owner', claims: 0, version: 1 },
    ]);
  });

  it('no longer shows a map to who was taken out', async () => {
    const owner = await app.member();
    const { id } = await makeMap(owner);
    const person = app.person();
    const { participant } = await join(person, (await invite(owner, id, 'participant')).code);
    expect(ids(await own(person))).toContain(id);
    await edit(owner, id, { kind: 'set-role', participant: participant.id, role: null });
    expect(ids(await own(person))).not.toContain(id);
  });

  it('no longer shows a map that was deleted', async () => {
    const owner = await app.member();
    const guest = app.person();
    const { id } = await makeMap(owner);
    await join(guest, (await invite(owner, id, 'observer')).code);
    expect(ids(await own(guest))).toEqual([id]);
    await deleteMap(owner, id);
    expect([await own(owner), await own(guest)]).toEqual([[], []]);
    expect(await app.query('select 1 from drawings where map_id = $1', [id])).toEqual([]);
  });
});

describe('the pages of the list', () => {
  it('hold every map once, the latest change first, where times are equal too', async () => {
    const person = await app.member();
    const made: MapSummary[] = [];
    for (let i = 0; i < 53; i += 1) made.push(await makeMap(person, `Map ${i}`));
    // Four maps a moment: pages end within one.
    const [moment] = await app.query<{ at: string }>('select max(changed_at) as at from maps');
    await app.query(
      'update maps set changed_at = $1::bigint - array_position($2::uuid[], id) / 4 where id = any($2)',
      [moment?.at, ids(made)],
    );
    const rows = await app.query<{ id: Id }>(
      'select id from maps where id = any($1) order by changed_at desc, id desc',
      [ids(made)],
    );
    const pages = await pagesOf(person);
    expect(pages.map(({ maps }) => maps.filter(({ sample }) => !sample).length)).toEqual([24, 24, 5]);
    expect(pages.flatMap(({ maps }) => ids(maps.filter(({ sample }) => !sample)))).toEqual(ids(rows));
    expect(pages.map(({ maps }) => ids(maps.filter(({ sample }) => sample)).length)).toEqual([2, 0, 0]);
  });

  it('end with a full one when nothing follows', async () => {
    const person = await app.member();
    for (let i = 0; i < 24; i += 1) await makeMap(person);
    const { maps, older } = await page(person);
    expect([maps.length, older]).toEqual([26, null]);
  });

  it('show nobody what is not theirs, whatever they ask', async () => {
    const [owner, other] = [await app.member(), await app.member()];
    const { id, changedAt } = await makeMap(owner);
    for (const person of [other, app.person()])
      expect((await page(person, `${changedAt + 1}-${id}`)).maps).toEqual([]);
    for (const before of ['x', `${changedAt}`, `-1-${id}`, `1e3-${id}`, `1-${'-'.repeat(36)}`, ''])
      await owner.get('/api/maps').query({ before }).expect(422);
  });
});

describe('what the list shows of a map', () => {
  const drawnAt = async (map: Id) =>
    (await app.query<{ version: string }>('select version from drawings where map_id = $1', [map]))[0]
      ?.version;

  it('is drawn when the map has settled', async () => {
    const person = await app.member();
    const { id } = await makeMap(person);
    await edit(person, id, addClaim('One'), addClaim('Two'));
    while ((await drawnAt(id)) !== '3');
    expect(await own(person)).toMatchObject([{ id, version: 3, claims: 2 }]);
  });

  it('needs no room, drawn or not', async () => {
    const person = await app.member();
    const [{ id: drawn }, { id: missing }, { id: stale }] = [
      await makeMap(person),
      await makeMap(person),
      await makeMap(person),
    ];
    for (const id of [drawn, missing, stale]) await edit(person, id, addClaim('One'));
    const before = await own(person);
    expect(before.map(({ claims, thumbnail }) => [claims, thumbnail.boxes.length])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    await app.query('delete from drawings where map_id = $1', [missing]);
    await app.query('update drawings set version = 1, claims = 0 where map_id = $1', [stale]);
    await app.restart();
    expect(await own(person)).toEqual(before);
    for (const map of [drawn, missing, stale, ...Object.values(SAMPLES)])
      expect(await isOpen(map)).toBe(false);
    expect([await drawnAt(missing), await drawnAt(stale)]).toEqual(['2', '2']);
    await read(person, drawn);
    expect(await isOpen(drawn)).toBe(true);
  });
});
