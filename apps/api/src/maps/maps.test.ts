import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wordsAt, type EditAnswer, type EditionText, type History, type MapPage, type MapSummary, type Snapshot, SAMPLES } from '@counterpoint/shared'; // prettier-ignore
import { uuidv7 } from 'uuidv7';
import {
  bodyOf,
  addClaim,
  edit,
  invite,
  join,
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

const list = async (person: Person) => (await bodyOf<MapPage>(person.get('/api/maps').expect(200))).maps;

describe('the samples', () => {
  it('are there for everyone, in both languages (S-34)', async () => {
    const listed = await list(app.person());
    expect(listed.map(({ id }) => id).sort()).toEqual(Object.values(SAMPLES).sort());
    for (const map of listed) {
      expect(map).toMatchObject({ role: null, sample: true, version: 1, info: { access: 'anyone' } });
      expect(map.claims).toBeGreaterThan(50);
    }
    const { map } = await read(app.person(), SAMPLES.zh);
    expect(map.info.language).toBe('zh');
    expect(map.participants.map(({ role }) => role)).toEqual([null, null]);
  });

  it('have a text that their claims quote, for everyone to read, and so have their copies (S-34)', async () => {
    const person = await app.member();
    const copied = await bodyOf<MapSummary>(person.post(`/api/maps/${SAMPLES.zh}/copy`).expect(201));
    for (const [reader, id] of [
      [app.person(), SAMPLES.zh],
      [person, copied.id],
    ] as const) {
      const { map } = await read(reader, id);
      const [edition] = map.editions;
      expect(map.quotations.length).toBeGreaterThanOrEqual(20);
      const { text, marks } = await bodyOf<EditionText>(
        reader.get(`/api/maps/${id}/editions/${edition?.id ?? ''}`).expect(200),
      );
      expect(marks).toHaveLength(3);
      for (const { start, end, exact } of map.quotations) expect(wordsAt(text, start, end)).toBe(exact);
    }
  });

  it('are founded once, however often the server starts', async () => {
    const before = await read(app.person(), SAMPLES.en);
    await app.restart();
    expect(await read(app.person(), SAMPLES.en)).toEqual(before);
  });
});

describe('reading a map', () => {
  it('answers 304 while nothing changed, and never one audience with the tag of another (Z-04)', async () => {
    const owner = await app.member();
    const { id } = await makeMap(owner);
    const suggester = app.person();
    await join(suggester, (await invite(owner, id, 'suggester')).code);
    const observer = app.person();
    await join(observer, (await invite(owner, id, 'observer')).code);
    await edit(suggester, id, addClaim('A proposal'));
    const { headers } = await owner.get(`/api/maps/${id}`).expect(200);
    expect(headers['cache-control']).toBe('private, no-cache');
    const tag = String(headers['etag']);
    await owner.get(`/api/maps/${id}`).set('If-None-Match', tag).expect(304);
    await observer.get(`/api/maps/${id}`).set('If-None-Match', tag).expect(200);
    const proposals = async (person: Person) => (await read(person, id)).map.proposals.length;
    expect([await proposals(owner), await proposals(suggester), await proposals(observer)]).toEqual([
      1, 1, 0,
    ]);
    await edit(owner, id, addClaim('News'));
    await owner.get(`/api/maps/${id}`).set('If-None-Match', tag).expect(200);
  });

  it('gives earlier versions and the history, without what the reader may not see (Z-04)', async () => {
    const owner = await app.member();
    const { id } = await makeMap(owner);
    const suggester = app.person();
    await join(suggester, (await invite(owner, id, 'suggester')).code);
    const observer = app.person();
    await join(observer, (await invite(owner, id, 'observer')).code);
    const claim = uuidv7();
    await edit(owner, id, addClaim('Before', claim));
    await edit(owner, id, { kind: 'reword', claim, was: 'Before', text: 'After' });
    await edit(suggester, id, addClaim('SECRET proposal'));
    const { version } = await read(owner, id);
    const at = async (person: Person, wanted: number) =>
      (await person.get(`/api/maps/${id}/at/${wanted}`).expect(200)).body as Snapshot;
    expect((await at(owner, 4)).map.claims.map(({ text }) => text)).toEqual(['Before']);
    expect((await at(owner, version)).map.claims.map(({ text }) => text)).toEqual(['After']);
    expect((await at(owner, version)).map.proposals).toHaveLength(1);
    await owner.get(`/api/maps/${id}/at/${version + 1}`).expect(404);
    const history = (person: Person, query = '') =>
      bodyOf<History>(person.get(`/api/maps/${id}/changes${query}`).expect(200));
    expect((await history(owner)).changes).toHaveLength(version);
    expect((await history(owner, `?since=${version - 1}`)).changes).toMatchObject([
      { version, kind: 'add-claim' },
    ]);
    expect((await history(owner, `?claim=${claim}`)).changes.map(({ kind }) => kind)).toEqual([
      'add-claim',
      'reword',
    ]);
    const leaks = JSON.stringify([
      await history(observer),
      await at(observer, version),
      await read(observer, id),
    ]);
    expect(leaks).not.toContain('SECRET');
    expect((await history(observer)).changes.at(-1)).toMatchObject({
      version,
      kind: 'hidden',
      by: null,
      patches: [],
    });
  });

  it('is open to anyone once the owner says so, and closed again', async () => {
    const owner = await app.member();
    const { id } = await makeMap(owner);
    await app.person().get(`/api/maps/${id}`).expect(404);
    await edit(owner, id, { kind: 'change-settings', set: { access: 'anyone' } });
    await app.person().get(`/api/maps/${id}`).expect(200);
    await edit(owner, id, { kind: 'change-settings', set: { access: 'members' } });
    await app.person().get(`/api/maps/${id}`).expect(404);
  });
});

describe('editing over REST', () => {
  it('is harmless when sent twice', async () => {
    const owner = await app.member();
    const { id } = await makeMap(owner);
    const asked = { edits: [{ id: uuidv7(), edit: addClaim('Once') }] };
    const send = () => bodyOf<EditAnswer>(owner.post(`/api/maps/${id}/edits`).send(asked).expect(200));
    const first = await send();
    expect(await send()).toEqual(first);
    expect((await read(owner, id)).map.claims).toHaveLength(1);
  });

  it('gives each edit its verdict', async () => {
    const owner = await app.member();
    const { id } = await makeMap(owner);
    const { version, verdicts } = await edit(owner, id, addClaim('Fine'), { kind: 'remove', id: uuidv7() });
    expect(version).toBe(2);
    expect(verdicts).toMatchObject([{ version: 2 }, { refusal: { code: 'removed' } }]);
  });
});

describe('a copy', () => {
  it('of the sample is mine to edit (S-34)', async () => {
    const person = await app.member();
    const copied = await bodyOf<MapSummary>(person.post(`/api/maps/${SAMPLES.en}/copy`).expect(201));
    expect(copied).toMatchObject({
      role: 'owner',
      sample: false,
      info: { access: 'members', language: 'en' },
    });
    const { map } = await read(person, copied.id);
    const original = await read(person, SAMPLES.en);
    // Authors keep their names, under ids of the new map.
    const authored = ({ claims, participants }: typeof map) =>
      claims.map(({ by, ...claim }) => ({ ...claim, by: participants.find(({ id }) => id === by)?.name }));
    expect(authored(map)).toEqual(authored(original.map));
    await edit(person, copied.id, addClaim('And mine'));
    expect((await read(person, copied.id)).map.claims).toHaveLength(map.claims.length + 1);
    expect(await read(person, SAMPLES.en)).toEqual(original);
  });
});
