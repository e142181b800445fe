import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  contentOf,
  jsonOf,
  theses,
  mapOf,
  type ImportAnswer,
  type ImportPreview,
  type JobProgress,
  type Placed,
} from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { aMap, pictureOf } from '../../../../packages/shared/testing/aMap.ts';
import {
  addClaim,
  bodyOf,
  edit,
  invite,
  join,
  makeMap,
  read,
  startTestApp,
  type Person,
  type RefusedBody,
  type TestApp,
} from '../../testing/testApp.ts';
import { heldMaps } from '../../testing/heldMaps.ts';
import { zipOf } from '../../testing/zipOf.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

function aFile(title = 'From a file', text = 'Fees keep people out.'): string {
  const built = aMap({ title });
  const thesis = built.thesis(text);
  built.rebut(built.support(thesis, 'They cost.').argument, 'Not everyone pays.');
  built.comment(thesis, 'Which fees?');
  return jsonOf(contentOf(built.map));
}
const IN_PICTURE = 'Fees keep people out.\n  + They cost.\n    ~ Not everyone pays.';

const send = (person: Person, path: string, file: string | Buffer) =>
  person.post(path).set('Content-Type', 'application/octet-stream').send(Buffer.from(file));
const claimIn = ({ edit: upper }: Placed): string =>
  upper.kind === 'batch' && upper.edits[0]?.kind === 'add-claim' ? upper.edits[0].claim : '';
const mapsOf = async () =>
  Number((await app.query<{ count: string }>('select count(*) from maps'))[0]?.count);
const pictureIn = async (person: Person, map: string) => pictureOf(mapOf((await read(person, map)).map));

describe('a preview', () => {
  it('says what the files hold, and makes nothing', async () => {
    const owner = await app.member();
    const before = await mapsOf();
    const zip = zipOf({ 'a.json': aFile('A'), 'b.json': '{', 'notes.zip': zipOf({ a: 'a' }) });
    const { files } = await bodyOf<ImportPreview>(
      send(owner, '/api/maps/import?preview=true&name=all.zip', zip).expect(200),
    );
    expect(files).toEqual([
      { name: 'a.json', format: 'json', title: 'A', claims: 3, arguments: 2, losses: [] },
      { name: 'b.json', refusal: expect.objectContaining({ code: 'invalid' }) as unknown },
      { name: 'notes.zip', refusal: expect.objectContaining({ code: 'unsupported-format' }) as unknown },
    ]);
    const refused = await bodyOf<ImportPreview>(
      send(owner, '/api/maps/import?preview=true&name=b.json', '{').expect(200),
    );
    expect(refused.files).toMatchObject([{ name: 'b.json', refusal: { code: 'invalid' } }]);
    expect(await mapsOf()).toBe(before);
  });
});

describe('an import', () => {
  it('of an archive makes a map of each file that can be read, and reports on every one', async () => {
    const owner = await app.member();
    const before = await mapsOf();
    const zip = zipOf({ 'a.json': aFile('A'), 'b.json': 'nothing', 'c/c.json': aFile('C') });
    const { files, map } = await bodyOf<ImportAnswer>(send(owner, '/api/maps/import', zip).expect(201));
    expect(map).toBeUndefined();
    expect(files.map((file) => ('map' in file ? file.map.info.title : file.refusal.code))).toEqual([
      'A',
      'unsupported-format',
      'C',
    ]);
    expect(await mapsOf()).toBe(before + 2);
    for (const file of files) if ('map' in file) expect(await pictureIn(owner, file.map.id)).toBe(IN_PICTURE);
  });

  it('takes a form, with the name of its file', async () => {
    const owner = await app.member();
    const answer = await bodyOf<ImportAnswer>(
      owner
        .post('/api/maps/import')
        .attach('file', Buffer.from(aFile('Form')), '图.json')
        .expect(201),
    );
    expect(answer.map?.info.title).toBe('Form');
    expect(answer.files.map(({ name }) => name)).toEqual(['图.json']);
    await owner.post('/api/maps/import').field('file', 'text only').expect(422);
  });

  it('that is taken back leaves no map behind', async () => {
    const owner = await app.member();
    const before = await mapsOf();
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${i}.json`, aFile(`${i}`)]));
    const job = uuidv7();
    const maps = await heldMaps(app);
    const asked = send(owner, `/api/maps/import?name=many.zip&job=${job}`, zipOf(files));
    void asked.end(() => undefined);
    while ((await mapsOf()) < before + 3) await maps.letOneThrough();
    while (!(await maps.oneWaits())) await owner.get('/healthz');
    asked.abort();
    // Those that are there go at once, and the one that is just being founded must not stay either.
    while ((await mapsOf()) > before) await owner.get('/healthz');
    await maps.letAllThrough();
    while ((await owner.get(`/api/exchange/${job}`)).status !== 404);
    expect(await mapsOf()).toBe(before);
  });

  it('[X-06] of a thousand files reports on each, makes 200 maps at most, and tells only its own caller how far it is', async () => {
    const [owner, other] = [await app.member(), await app.member()];
    const names = Array.from({ length: 1_000 }, (_, i) => `${i}.json`);
    const files = Object.fromEntries(names.map((name, i) => [name, i % 10 ? aFile(name) : 'no map']));
    const before = await mapsOf();
    const job = uuidv7();
    const maps = await heldMaps(app);
    const done = bodyOf<ImportAnswer>(
      send(owner, `/api/maps/import?name=in.zip&job=${job}`, zipOf(files)).expect(201),
    );
    const seen: JobProgress[] = [];
    while (new Set(seen.map(({ done: part }) => part)).size < 3) {
      await maps.letOneThrough();
      const told = await owner.get(`/api/exchange/${job}`);
      if (told.status === 200) seen.push(told.body as JobProgress);
      await other.get(`/api/exchange/${job}`).expect(404);
      await app.person().get(`/api/exchange/${job}`).expect(404);
    }
    await maps.letAllThrough();
    const answer = await done;
    let made = 0;
    expect(
      answer.files.map((file) => [file.name, 'map' in file ? file.map.info.title : file.refusal.code]),
    ).toEqual(
      names.map((name, i) => [
        name,
        i % 10 === 0 ? 'unsupported-format' : ++made <= 200 ? name : 'too-large',
      ]),
    );
    expect(await mapsOf()).toBe(before + 200);
    expect(seen.every(({ done: part }, i) => part >= (seen[i - 1]?.done ?? 0) && part <= 1)).toBe(true);
    await owner.get(`/api/exchange/${job}`).expect(404);
  });
});

describe('the maps of an archive', () => {
  const archive = (maps: number) =>
    zipOf(Object.fromEntries(Array.from({ length: maps }, (_, i) => [`${i}.json`, aFile(`${i}`)])));
  const codesOf = ({ files }: ImportAnswer | ImportPreview) =>
    files.map((file) => ('refusal' in file ? file.refusal.code : 'made'));
  const times = (count: number, code: string) => Array.from({ length: count }, () => code);

  it('count one by one, for each person', async () => {
    const { limits } = app.config;
    await app.restart({ limits: { ...limits, importedMaps: { most: 5, perMs: 3_600_000_000 } } });
    const owner = await app.member();
    const asked = (person: Person) => send(person, '/api/maps/import?name=in.zip', archive(4)).expect(201);
    expect(codesOf(await bodyOf<ImportAnswer>(asked(owner)))).toEqual(times(4, 'made'));
    const next = await bodyOf<ImportAnswer>(asked(owner));
    expect(codesOf(next)).toEqual(['made', ...times(3, 'too-many-requests')]);
    expect(next.files[3]).toMatchObject({ refusal: { retryAfterMs: expect.any(Number) as unknown } });
    expect(codesOf(await bodyOf<ImportAnswer>(asked(await app.member())))).toEqual(times(4, 'made'));
    await app.restart({ limits });
  });

  it('that would be too many are told by the preview', async () => {
    const owner = await app.member();
    const preview = send(owner, '/api/maps/import?preview=true&name=in.zip', archive(202)).expect(200);
    expect(codesOf(await bodyOf<ImportPreview>(preview))).toEqual([
      ...times(200, 'made'),
      ...times(2, 'too-large'),
    ]);
  });
});

describe('an import into a map', () => {
  async function aScene() {
    const owner = await app.member();
    const { id: map } = await makeMap(owner, 'Home');
    const thesis = uuidv7();
    await edit(owner, map, addClaim('Was there before.', thesis));
    const people: Record<string, Person> = {};
    for (const role of ['participant', 'suggester'] as const) {
      people[role] = await app.member();
      await join(people[role], (await invite(owner, map, role)).code);
    }
    return { owner, map, thesis, participant: people['participant']!, suggester: people['suggester']! };
  }

  it('[X-03] is one change of the importer, under a claim or as theses, and sending it twice is harmless', async () => {
    const { map, thesis, participant } = await aScene();
    const id = uuidv7();
    const before = (await read(participant, map)).version;
    const path = `/api/maps/${map}/import?under=${thesis}&direction=rebut&edit=${id}`;
    const placed = await bodyOf<Placed>(send(participant, path, aFile()).expect(200));
    expect(placed).toMatchObject({ id, version: before + 1, standing: 'change' });
    expect(placed.losses.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['authors', 'times', 'question']),
    );
    const again = await bodyOf<Placed>(send(participant, path, aFile()).expect(200));
    expect({ ...again, edit: null }).toEqual({ ...placed, edit: null });
    expect(again.edit).toMatchObject({ edits: [{ claim: claimIn(placed) }] });
    const indented = IN_PICTURE.replaceAll('\n', '\n  ');
    expect(await pictureIn(participant, map)).toBe(`Was there before.\n  - ${indented}`);
    await send(participant, `/api/maps/${map}/import`, aFile()).expect(200);
    expect(await pictureIn(participant, map)).toBe(`Was there before.\n  - ${indented}\n${IN_PICTURE}`);
    const { map: content, version } = await read(participant, map);
    expect(version).toBe(before + 2);
    const me = content.participants.find(({ role }) => role === 'participant')?.id;
    expect(content.claims.filter(({ by }) => by === me)).toHaveLength(6);
    expect(content.comments.map(({ by, text }) => [by, text])).toEqual([
      [me, 'Which fees?'],
      [me, 'Which fees?'],
    ]);
  });

  it('is one proposal of a suggester, which a moderator accepts as a whole', async () => {
    const { map, owner, suggester } = await aScene();
    const path = `/api/maps/${map}/import?name=in.zip`;
    const zip = zipOf({ 'a.json': aFile('A', 'First.'), 'b.json': 'no', 'c.json': aFile('C', 'Second.') });
    const placed = await bodyOf<Placed>(send(suggester, path, zip).expect(200));
    expect(placed.standing).toBe('proposal');
    expect(placed.files).toMatchObject([{ title: 'A' }, { refusal: {} }, { title: 'C' }]);
    expect(await pictureIn(owner, map)).toBe('Was there before.');
    await edit(owner, map, { kind: 'decide', proposal: placed.id, verdict: 'accepted', reason: null });
    const seen = theses(mapOf((await read(owner, map)).map)).map(({ text }) => text);
    expect(seen).toEqual(['Was there before.', 'First.', 'Second.']);
  });

  it('may be longer than what people send, and what people send stays as short', async () => {
    const { map, owner } = await aScene();
    const built = aMap();
    const thesis = built.thesis('Long');
    for (let i = 0; i < 1_500; i++) built.support(thesis, `Reason ${i}`);
    const content = contentOf(built.map);
    await send(owner, `/api/maps/${map}/import`, jsonOf(content)).expect(200);
    expect((await read(owner, map)).map.claims).toHaveLength(1_502);
    const edits = Array.from({ length: 201 }, () => addClaim('x'));
    const asked = { edits: [{ id: uuidv7(), edit: { kind: 'batch', edits } }] };
    await owner.post(`/api/maps/${map}/edits`).send(asked).expect(422);
  });

  it('is refused where nothing can be put, and changes nothing', async () => {
    const { map, owner, thesis } = await aScene();
    const path = `/api/maps/${map}/import`;
    const empty = jsonOf(contentOf(aMap().map));
    const cases: [string, string | Buffer, number, string][] = [
      [`${path}?under=${uuidv7()}`, aFile(), 404, 'not-found'],
      [`${path}?under=x`, aFile(), 422, 'invalid'],
      [`${path}?direction=sideways`, aFile(), 422, 'invalid'],
      [path, empty, 409, 'no-change'],
      [path, 'nothing', 422, 'unsupported-format'],
      [path, zipOf({ a: 'nothing' }), 422, 'unsupported-format'],
    ];
    for (const [address, file, status, code] of cases) {
      const answer = await send(owner, address, file);
      expect([address, answer.status, (answer.body as RefusedBody).refusal.code]).toEqual([
        address,
        status,
        code,
      ]);
    }
    await edit(owner, map, { kind: 'remove', id: thesis });
    await send(owner, `${path}?under=${thesis}`, aFile()).expect(409);
    expect(await pictureIn(owner, map)).toBe('');
  });
});
