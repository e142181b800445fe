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

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const historyOf = (person: Person, map: Id, query: object) =>
  bodyOf<History>(person.get(`/api/maps/${map}/changes`).query(query).expect(200));

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
    // Whoever looked into it would fail.
    const [kept] = await app.query<{ patches: unknown }>(
      'select patches from changes where map_id = $1 and version = 5',
      [id],
    );
    const lay = (patches: unknown) =>
      app.query('update changes set patches = $2 where map_id = $1 and version = 5', [
        id,
        JSON.stringify(patches),
      ]);
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
    const kept = () => app.query('select * from touched order by map_id, thing, version');
    const before = await kept();
    expect(before.length).toBeGreaterThan(600);
    await app.query('drop table touched');
    const CreateTouched = migrations.find(({ name }) => name.startsWith('CreateTouched'))!;
    await new CreateTouched().up({ query: (text: string) => app.query(text) } as never);
    expect(await kept()).toEqual(before);
  });
});
