import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jsonOf, type History, type Id, type Placed } from '@counterpoint/shared';
import { migrations } from '@counterpoint/migrations';
import { uuidv7 } from 'uuidv7';
import { manyClaims } from '../../../../packages/shared/testing/manyClaims.ts';
import {
  addClaim,
  bodyOf,
  edit,
  makeMap,
  read,
  startTestApp,
  type Person,
  type TestApp,
} from '../../testing/testApp.ts';
import { REWRITES_LOG } from './rewrites-log.ts';
import { indexLog, type Run } from './touched.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const historyOf = (person: Person, map: Id, query: object) =>
  bodyOf<History>(person.get(`/api/maps/${map}/changes`).query(query).expect(200));

const run: Run = async (text, values) => app.query(text, [...values]);

const touched = (map: Id | null = null) =>
  app.query<{ version: string }>(
    'select * from touched where $1::uuid is null or map_id = $1 order by map_id, thing, version, in_table',
    [map],
  );

const reply = (text: string, target: Id, ids: { claim: Id; argument: Id }) => ({
  kind: 'add-claim',
  claim: ids.claim,
  text,
  language: 'en',
  to: {
    at: 'argument',
    argument: ids.argument,
    direction: 'support',
    target: { kind: 'claim', id: target },
    order: 'a0',
    argumentOrder: 'a0',
  },
});

describe('the history of one claim', () => {
  it('tells of a change with many parts only what concerns the claim', async () => {
    const person = await app.member();
    const { id } = await makeMap(person);
    await bodyOf<Placed>(
      person
        .post(`/api/maps/${id}/import`)
        .set('Content-Type', 'application/octet-stream')
        .send(Buffer.from(jsonOf(manyClaims(300))))
        .expect(200),
    );
    const { map } = await read(person, id);
    const [used] = map.references;
    const claim = map.claims.find((one) => one.id === used?.claim)!;
    await edit(person, id, { kind: 'reword', claim: claim.id, was: claim.text, text: 'Again' });
    const { changes } = await historyOf(person, id, { claim: claim.id });
    const uses = map.references.filter((one) => one.claim === claim.id);
    expect(changes.map(({ patches }) => patches.length)).toEqual([1 + uses.length, 1]);
    const hung = map.claims.find((one) => one.home !== null)!;
    const [{ patches } = { patches: [] }] = (await historyOf(person, id, { claim: hung.id })).changes;
    expect(patches.map((patch) => 'put' in patch && 'id' in patch.put && patch.put.id).sort()).toEqual(
      [hung.id, hung.home].sort(),
    );
  });

  it('holds every change of it and of its argument, a piece at a time, and reads no other', async () => {
    const person = await app.member();
    const { id } = await makeMap(person);
    const [top, other, ids] = [uuidv7(), uuidv7(), { claim: uuidv7(), argument: uuidv7() }];
    await edit(
      person,
      id,
      addClaim('Top', top),
      addClaim('Other', other),
      reply('Reply', top, ids),
      { kind: 'reword', claim: other, was: 'Other', text: 'Others' },
      { kind: 'turn', argument: ids.argument, direction: 'rebut' },
      { kind: 'reword', claim: ids.claim, was: 'Reply', text: 'Replies' },
    );
    const uses = { kind: 'add-reference', reference: uuidv7(), claim: other };
    await edit(person, id, { ...uses, to: { at: 'premise', argument: ids.argument, order: 'a1' } });
    // It is read once, for the index; whoever looked into it again would fail.
    await historyOf(person, id, { claim: top });
    const [kept] = await app.query<{ patches: unknown }>(
      'select patches from changes where map_id = $1 and version = 5',
      [id],
    );
    const lay = async (patches: unknown) => {
      await app.query('begin');
      await app.query(REWRITES_LOG, ['purge']);
      await app.query('update changes set patches = $2 where map_id = $1 and version = 5', [
        id,
        JSON.stringify(patches),
      ]);
      await app.query('commit');
    };
    await lay({});
    const versions = async (query: object) =>
      (await historyOf(person, id, { claim: ids.claim, ...query })).changes.map(({ version }) => version);
    expect(await versions({})).toEqual([4, 6, 7]);
    expect(await versions({ limit: 2 })).toEqual([6, 7]);
    expect(await versions({ since: 0, limit: 2 })).toEqual([4, 6]);
    expect(await versions({ since: 4 })).toEqual([6, 7]);
    await lay(kept?.patches);
    expect((await historyOf(person, id, { claim: other })).changes.map(({ version }) => version)).toEqual([
      3, 5, 8,
    ]);
  });

  it('is found in logs that are older than the table of what they touched', async () => {
    for (const { id } of await app.query<{ id: Id }>('select id from maps')) await indexLog(run, id);
    const before = await touched();
    expect(before.length).toBeGreaterThan(600);
    await app.query('drop table touched');
    for (const name of ['CreateTouched', 'TouchedNamesTables']) {
      const Migration = migrations.find((one) => one.name.startsWith(name))!;
      await new Migration().up({ query: (text: string) => app.query(text) } as never);
    }
    expect(await touched()).toEqual([]);
    for (const { id } of await app.query<{ id: Id }>('select id from maps')) await indexLog(run, id);
    expect(await touched()).toEqual(before);
  });

  it('is looked for in all that happened since somebody looked, however many look at once', async () => {
    const person = await app.member();
    const { id } = await makeMap(person);
    const claims = Array.from({ length: 6 }, () => uuidv7());
    const versions = async () => (await touched(id)).map(({ version }) => Number(version));
    for (const claim of claims) {
      await edit(person, id, addClaim('One more.', claim));
      expect(Math.max(...(await versions()), 0)).toBeLessThan(claims.indexOf(claim) + 2);
      const asked = await Promise.all([1, 2, 3].map(() => historyOf(person, id, { claim })));
      expect(asked.map(({ changes }) => changes.length)).toEqual([1, 1, 1]);
    }
    expect(new Set(await versions())).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
    const before = await touched(id);
    await app.query('delete from touched where map_id = $1', [id]);
    await app.query('delete from indexed where map_id = $1', [id]);
    await indexLog(run, id);
    expect(await touched(id)).toEqual(before);
  });
});
