import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  PROTOCOL,
  contentOf,
  emptyContent,
  jsonOf,
  theses,
  type AccountSession,
  type Groups,
  type Hits,
  type ImportAnswer,
  type MapContent,
  type Reset,
} from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { aMap } from '../../../packages/shared/testing/aMap.ts';
import { aSeedMap } from '../../../packages/shared/testing/randomEdits.ts';
import { MailServer } from '../../../tests/support/smtp.ts';
import { planted } from '../../../packages/shared/testing/planted.ts';
import { heldMaps } from '../testing/heldMaps.ts';
import {
  addClaim,
  bodyOf,
  edit,
  invite,
  join,
  deleteMap,
  makeMap,
  PASSWORD,
  read,
  startTestApp,
  type Person,
  type RefusedBody,
  type TestApp,
} from '../testing/testApp.ts';
import { zipOf } from '../testing/zipOf.ts';
import { RoomsService } from './maps/rooms.service.ts';

let app: TestApp;
let letters: MailServer;
let owner: Person;
let people: Person[];
let map: string;
let claim: string;
const login = uuidv7();
beforeAll(async () => {
  letters = await MailServer.start();
  app = await startTestApp({
    mail: { server: letters.url, from: 'maps@example.org' },
    publicUrl: 'http://maps.example',
  });
  owner = await app.member(login);
  ({ id: map } = (
    await bodyOf<Required<ImportAnswer>>(send(owner, '/api/maps/import', aFile()).expect(201))
  ).map);
  await edit(owner, map, { kind: 'change-settings', set: { access: 'anyone' } });
  claim = (await read(owner, map)).map.claims.find(({ home }) => home === null)?.id ?? '';
  const [moderator, guest] = [await app.member(), app.person()];
  await join(moderator, (await invite(owner, map, 'moderator')).code);
  await join(guest, (await invite(owner, map, 'suggester')).code);
  people = [owner, moderator, guest, app.person()];
});
// Every answer, here and in all other tests, is held against the API page: see testing/apiPage.ts.
afterAll(async () => {
  await app.stop();
  await letters.stop();
});

const send = (person: Person, path: string, file: string | Buffer) =>
  person.post(path).set('Content-Type', 'application/octet-stream').send(Buffer.from(file));

/** A file with one of everything. */
function aFile(): string {
  const built = aSeedMap(aMap({ title: 'One of everything' }));
  const [thesis] = theses(built.map);
  if (thesis) built.quote(thesis.id, built.source().edition);
  return jsonOf(contentOf(built.map));
}

/** Rows, by the owner, of each table of which the map has none yet: made from the descriptions. */
async function plant(person: Person, map: string): Promise<void> {
  const { map: told } = await read(person, map);
  const { id = '' } = told.participants.find(({ role }) => role === 'owner') ?? {};
  const rows = planted([id], uuidv7).rows.flatMap(({ row }) => (told[row.table].length === 0 ? [row] : []));
  const content = rows.reduce<MapContent>(
    (all, { table, entity }) => ({ ...all, [table]: [...all[table], entity] }),
    { ...emptyContent, info: told.info },
  );
  const edits = [{ id: uuidv7(), edit: { kind: 'found', content } as const }];
  const answer = await app.part(RoomsService).edit(map, null, edits);
  expect([answer.ok, rows.map(({ table }) => table)]).toEqual([true, expect.arrayContaining(['reasons', 'trusts'])]); // prettier-ignore
}

it('describes what every handler of the server answers when all goes well', () => {
  expect(app.handlers().length).toBeGreaterThan(20);
  expect(app.handlers().sort()).toEqual([...app.page.routes.keys()].sort());
  for (const [route, responses] of app.page.routes) {
    const described = Object.entries(responses).filter(([status]) => Number(status) < 300);
    expect([route, described.length]).not.toEqual([route, 0]);
    for (const [status, { content }] of described) {
      const schemas = Object.values(content ?? {}).map(({ schema }) => Object.keys(schema).length > 0);
      expect([route, schemas]).toEqual([route, status === '204' ? [] : expect.arrayContaining([true])]);
      expect([route, schemas]).not.toEqual([route, expect.arrayContaining([false])]);
    }
  }
});

it('names every field of every answer', () => {
  const open: string[] = [];
  const look = (schema: unknown, at: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { type, additionalProperties, properties } = schema as Record<string, unknown>;
    if (type === 'object' && additionalProperties !== false) open.push(at);
    for (const [name, part] of Object.entries(properties ?? {}))
      if (!/"(type|\$ref|anyOf|oneOf|allOf)":/.test(JSON.stringify(part))) open.push(`${at}.${name}`);
    for (const [name, part] of Object.entries(schema)) look(part, `${at}.${name}`);
  };
  look(Object.fromEntries(app.page.routes), 'routes');
  look(app.page.schemas, 'schemas');
  expect(Object.keys(app.page.schemas)).toEqual(expect.arrayContaining(['Refused', 'Snapshot', 'Change']));
  expect(open).toEqual([]);
});

describe('the server answers what its API page says, and nothing beside (Z-04)', () => {
  it('about people', async () => {
    for (const person of people) await person.get('/api/accounts/me').expect(200);
    const person = app.person();
    const asked = { login: uuidv7(), name: 'Cai', password: PASSWORD };
    await person
      .post('/api/accounts/sign-up')
      .send({ ...asked, login })
      .expect(409);
    await person
      .post('/api/accounts/sign-up')
      .send({ ...asked, password: 'password' })
      .expect(422);
    await person.post('/api/accounts/sign-up').send({}).expect(422);
    await person.post('/api/accounts/sign-up').send(asked).expect(201);
    await person.post('/api/accounts/sign-in').send({ login, password: 'wrong' }).expect(401);
    await person.post('/api/accounts/sign-in').send(asked).expect(200);
    await person.post('/api/accounts/sign-out').set('Origin', 'https://elsewhere.example').expect(403);
    await person.post('/api/accounts/sign-out').expect(200);
    await person.get('/healthz').expect(200);
  });

  it('about one’s own account', async () => {
    const [person, other] = [app.person(), app.person()];
    const asked = { login: uuidv7(), name: 'Du', password: PASSWORD };
    await person.post('/api/accounts/sign-up').send(asked).expect(201);
    for (const one of [other, app.person()]) await one.post('/api/accounts/sign-in').send(asked).expect(200);
    await person.post('/api/accounts/name').send({ name: 'Du Li' }).expect(200);
    await person
      .post('/api/accounts/password')
      .send({ old: 'wrong', password: 'another long one' })
      .expect(401);
    const sessions = await bodyOf<AccountSession[]>(person.get('/api/accounts/sessions').expect(200));
    const elsewhere = sessions.find(({ own }) => !own)?.id;
    await person.delete(`/api/accounts/sessions/${elsewhere}`).expect(204);
    await person.delete(`/api/accounts/sessions/${elsewhere}`).expect(404);
    await person.delete('/api/accounts/sessions').expect(204);
    await app.query('update accounts set admin = true where login = $1', [asked.login]);
    await person.get('/api/accounts/me').expect(200);
    const { path } = await bodyOf<Reset>(person.post('/api/admin/resets').send({ login }).expect(201));
    await person.post('/api/admin/resets').send({ login: 'nobody' }).expect(404);
    await other
      .post('/api/accounts/reset')
      .send({ key: path.slice(-22), password: '12345678' })
      .expect(422);
    await other
      .post('/api/accounts/reset')
      .send({ key: 'k'.repeat(22), password: PASSWORD })
      .expect(404);
    const forgetful = { ...asked, login: uuidv7() };
    await app.person().post('/api/accounts/sign-up').send(forgetful).expect(201);
    const made = await bodyOf<Reset>(
      person.post('/api/admin/resets').send({ login: forgetful.login }).expect(201),
    );
    await other
      .post('/api/accounts/reset')
      .send({ key: made.path.slice(-22), password: PASSWORD })
      .expect(204);
    await person
      .post('/api/accounts/password')
      .send({ old: PASSWORD, password: 'another long one' })
      .expect(204);
    for (const format of ['json', 'markdown']) await person.get(`/api/accounts/data/${format}`).expect(200);
    await person.get('/api/accounts/departure').expect(200);
    await person.post('/api/accounts/delete').send({ password: 'wrong' }).expect(401);
    await person.post('/api/accounts/delete').send({ password: 'another long one' }).expect(200);
  });

  it('about letters', async () => {
    const asked = { address: 'cai@example.org', digest: true, language: 'en' };
    await owner.get('/api/accounts/mail').expect(200);
    await owner.post('/api/accounts/mail').send({}).expect(422);
    await owner.post('/api/accounts/mail').send(asked).expect(200);
    const [, key = ''] = /confirm\/([\w-]+)/.exec(letters.letters[0]?.text ?? '') ?? [];
    await app.person().post(`/api/mail/confirm/${key}`).expect(204);
    await app.person().post(`/api/mail/confirm/${key}`).expect(404);
    const [row] = await app.query<{ leave: string }>('select leave from mail_addresses');
    await app.person().post(`/api/mail/leave/${row?.leave}`).expect(204);
    await owner.get('/api/accounts/mail').expect(200);
    await owner.delete('/api/accounts/mail').expect(204);
    for (const method of ['get', 'post', 'delete'] as const)
      await app.person()[method]('/api/accounts/mail').send(asked).expect(401);
  });

  it('about texts, which are told apart from the map', async () => {
    const [source, edition] = [uuidv7(), uuidv7()];
    const text = { id: uuidv7(), source, edition, title: 'A speech', language: 'en', text: 'It rises.' };
    await owner.post(`/api/maps/${map}/sources`).send(text).expect(201);
    await owner
      .post(`/api/maps/${map}/sources`)
      .send({ ...text, id: uuidv7() })
      .expect(409);
    const next = { id: uuidv7(), edition: uuidv7(), reason: 'Corrected.', text: 'It rose.' };
    const path = `/api/maps/${map}/sources/${source}/editions`;
    await owner.post(path).send(next).expect(201);
    await owner
      .post(path)
      .send({ ...next, id: uuidv7(), edition: uuidv7() })
      .expect(409);
    const { headers } = await owner.get(`/api/maps/${map}/editions/${edition}`).expect(200);
    await owner.get(`/api/maps/${map}/editions/${edition}`).set('If-None-Match', headers['etag'] ?? '').expect(304); // prettier-ignore
    await owner.get(`/api/maps/${map}/editions/${uuidv7()}`).expect(404);
    const pasted = (body: object) => owner.post(`/api/maps/${map}/sources/read`).send(body);
    await pasted({ text: 'Anna: It rises.\nBo: It falls.\nAnna: When?\nBo: At noon.' }).expect(200);
    await pasted({ text: ' ' }).expect(422);
    await pasted({}).expect(422);
  });

  it('about a map that has one of everything, in every state', async () => {
    const [, moderator, guest] = people as [Person, Person, Person];
    const { text = '' } = (await read(owner, map)).map.claims.find(({ id }) => id === claim) ?? {};
    const [kept, taken] = [uuidv7(), uuidv7()];
    await edit(owner, map, addClaim('Taken away.', taken), { kind: 'remove', id: taken });
    await edit(owner, map, { kind: 'comment', comment: kept, claim, text: 'Why?' });
    const { id: edition = '' } = (await read(owner, map)).map.editions[0] ?? {};
    await edit(owner, map, { kind: 'annotate', annotation: uuidv7(), edition, start: 0, end: 2, text: 'Who?', open: true }); // prettier-ignore
    const [round, mark] = [uuidv7(), uuidv7()];
    await edit(owner, map, { kind: 'begin-round', round, edition, question: 'Which?', labels: ['claim'] });
    await edit(owner, map, { kind: 'annotate', annotation: mark, edition, start: 0, end: 2, text: '', open: false, round, label: 'claim' }); // prettier-ignore
    await edit(owner, map, { kind: 'finish', finish: uuidv7(), round, finished: true });
    await edit(owner, map, { kind: 'open-round', round });
    await edit(owner, map, { kind: 'curate', annotations: [mark], as: 'rejected' });
    await edit(owner, map, { kind: 'flag', flag: uuidv7(), about: claim, code: 'personal', text: 'Look!' });
    const opened = [{ claim, words: 1, talk: 0 }];
    const looked = { until: 0, told: 0, opened, all: false };
    await owner.post(`/api/maps/${map}/looks`).send(looked).expect(200);
    await app.person().post(`/api/maps/${map}/looks`).send(looked).expect(401);
    const twin = uuidv7();
    await edit(owner, map, addClaim('Said twice.', twin), { kind: 'merge-claim', claim: twin, into: claim, reference: uuidv7() }); // prettier-ignore
    await edit(owner, map, { kind: 'set-rule', rule: uuidv7(), own: null, off: 'therefore' });
    await edit(owner, map, { kind: 'reword', claim, text: `${text} Now.`, was: text });
    await edit(moderator, map, { kind: 'reword', claim, text: `${text} Then.`, was: text });
    await edit(guest, map, addClaim('A proposal.'), addClaim('Another.'), addClaim('A third.'));
    const [first, second] = (await read(guest, map)).map.proposals;
    const { verdicts } = await edit(
      moderator,
      map,
      { kind: 'decide', proposal: first?.id, verdict: 'accepted', reason: null },
      { kind: 'decide', proposal: second?.id, verdict: 'rejected', reason: 'Twice.' },
      { kind: 'remove', id: uuidv7() },
    );
    expect(verdicts.map((verdict) => 'version' in verdict)).toEqual([true, true, false]);
    const vote = (on: string, value: number) => ({ kind: 'vote', vote: uuidv7(), on, ballot: uuidv7(), judged: null, value }); // prettier-ignore
    const poll = uuidv7();
    await edit(owner, map, { kind: 'change-settings', set: { votes: 'open' } });
    await edit(owner, map, { kind: 'begin-poll', poll, question: 'Is it so?', before: null, live: false });
    await edit(owner, map, vote(claim, 3), vote(poll, 2));
    await edit(owner, map, { kind: 'end-poll', poll, show: true });
    const [criterion, level] = [uuidv7(), uuidv7()];
    const levels = [{ id: level, name: 'Some', points: 1 }, { id: uuidv7(), name: 'Much', points: 2 }]; // prettier-ignore
    await edit(owner, map, { kind: 'set-rubric', rubric: uuidv7(), name: 'Seminar', criteria: [{ id: criterion, name: 'Evidence', levels }] }); // prettier-ignore
    const graded = (await read(owner, map)).map.participants.find(({ role }) => role === 'suggester')?.id;
    await edit(owner, map, { kind: 'grade', grade: uuidv7(), participant: graded, on: null, levels: [{ criterion, level }], feedback: 'Good.' }); // prettier-ignore
    await edit(owner, map, { kind: 'release-grades', participants: null });
    await plant(owner, map);
    const told = (await read(owner, map)).map;
    for (const [table, rows] of Object.entries(told))
      if (Array.isArray(rows)) expect([table, rows]).not.toEqual([table, []]);
    expect(told.claims.flatMap(({ beside }) => beside)).toHaveLength(1);
    for (const person of people) {
      const { headers } = await person.get(`/api/maps/${map}`).expect(200);
      await person
        .get(`/api/maps/${map}`)
        .set('If-None-Match', headers['etag'] ?? '')
        .expect(304);
      for (const path of [
        'changes',
        `changes?claim=${claim}`,
        'record',
        `record?claim=${claim}`,
        'record/csv',
        'report',
        'report/csv?language=zh',
        'at/1',
        'export/json',
        'export/csv/losses',
      ])
        // prettier-ignore
        await person.get(`/api/maps/${map}/${path}`).expect(200);
      for (const path of ['at/99999', 'nothing']) await person.get(`/api/maps/${map}/${path}`).expect(404);
      for (const path of [
        'changes?limit=0',
        'record?kind=x',
        'record?before=x',
        'record/csv?language=x',
        'report/csv?language=x',
        'at/x',
        'export/x',
        'export/x/losses',
      ])
        await person.get(`/api/maps/${map}/${path}`).expect(422);
      await person.get(`/api/maps/${uuidv7()}`).expect(404);
      await person.get('/api/maps').expect(200);
    }
    await owner.get(`/api/maps/${map}/grades/csv?language=zh`).expect(200);
    await owner.get(`/api/maps/${map}/grades/csv?language=x`).expect(422);
    await app.person().get(`/api/maps/${map}/grades/csv`).expect(401);
    await owner.post(`/api/maps/${map}/edits`).send({ edits: [] }).expect(422);
    await owner.post(`/api/maps/${map}/looks`).send({ until: -1 }).expect(422);
    const late = { edits: [{ id: uuidv7(), edit: addClaim('Late.') }], ifVersion: 1 };
    await owner.post(`/api/maps/${map}/edits`).send(late).expect(409);
    for (const person of people) await person.post(`/api/maps/${map}/copy`);
    await owner.post(`/api/maps/${map}/copy`).send({ people: true }).expect(201);
    await people[1]?.post(`/api/maps/${map}/copy`).send({ people: true }).expect(403);
    await owner.post(`/api/maps/${map}/copy`).send({ people: 'all' }).expect(422);
    for (const person of people) await person.post('/api/maps/demo').send({ language: 'zh' });
    await owner.post('/api/maps/demo').send({ language: 'fr' }).expect(422);
    await app.person().post('/api/maps').send({ title: 'T', language: 'en' }).expect(401);
  });

  it('about what is found', async () => {
    const source = {
      source: uuidv7(),
      edition: uuidv7(),
      title: 'On tides',
      language: 'en',
      text: 'Tides rise.',
    };
    await edit(owner, map, { kind: 'add-source', ...source }, addClaim('Tides fall.'), {
      kind: 'comment',
      comment: uuidv7(),
      claim,
      text: 'What are tides?',
    });
    for (const person of people)
      for (const path of ['/api/search', `/api/maps/${map}/search`]) {
        const { hits } = await bodyOf<Hits>(person.get(path).query({ q: 'tides' }).expect(200));
        const isFound = path !== '/api/search' || person !== people[3];
        expect(hits.map(({ kind }) => kind).sort()).toEqual(
          isFound ? ['claim', 'comment', 'edition', 'source'] : [],
        );
        await person.get(path).query({ q: 'x' }).expect(422);
      }
  });

  it('about every file format', async () => {
    const formats = ['pdf', 'docx', 'html', 'svg', 'png', 'argdown', 'csv', 'dot', 'aif', 'opml', 'markdown'];
    for (const format of formats) await owner.get(`/api/maps/${map}/export/${format}`).expect(200);
  });

  it('about a map without sockets', async () => {
    const [{ id }, client] = [await makeMap(owner), uuidv7()];
    const at = `/api/maps/${id}/sync`;
    await owner.post('/api/door').expect(204);
    await owner
      .post(`${at}/hello`)
      .send({ protocol: PROTOCOL, client, version: null, epoch: null })
      .expect(200);
    const edits = [{ seq: 1, id: uuidv7(), edit: addClaim('By request.') }];
    await owner.post(`${at}/push`).send({ client, edits }).expect(200);
    await owner.get(`${at}/catch-up?since=0`).expect(200);
    await owner.get(`${at}/catch-up?since=x`).expect(422);
  });

  it('about files that come in', async () => {
    const [, , guest] = people as [Person, Person, Person];
    const zip = zipOf({ 'a.json': aFile(), 'b.json': '{' });
    for (const file of [aFile(), zip]) {
      await send(owner, '/api/maps/import?preview=true', file).expect(200);
      await send(owner, '/api/maps/import', file).expect(201);
      await send(owner, `/api/maps/${map}/import`, file).expect(200);
      await send(guest, `/api/maps/${map}/import?under=${claim}`, file).expect(200);
      await send(app.person(), '/api/maps/import', file).expect(401);
      await send(app.person(), `/api/maps/${map}/import`, file).expect(401);
    }
    await send(owner, '/api/maps/import', zipOf({ 'b.json': '{' })).expect(200);
    await send(owner, '/api/maps/import', '{').expect(422);
    await send(owner, `/api/maps/${map}/import`, '{').expect(422);
    await send(owner, `/api/maps/${map}/import?under=${uuidv7()}`, aFile()).expect(404);
  });

  it('about work that is under way', async () => {
    const job = uuidv7();
    const maps = await heldMaps(app);
    const done = bodyOf(send(owner, `/api/maps/import?job=${job}`, aFile()).expect(201));
    while (!(await maps.oneWaits()));
    await owner.get(`/api/exchange/${job}`).expect(200);
    await app.person().get(`/api/exchange/${job}`).expect(404);
    await app.person().get('/api/exchange/x').expect(422);
    await maps.letAllThrough();
    await done;
  });

  it('about invitations', async () => {
    for (const person of people) {
      for (const path of ['invites', 'joined', 'seen']) await person.get(`/api/maps/${map}/${path}`);
      await person.post(`/api/maps/${map}/invites`).send({ role: 'moderator' });
      await person.post(`/api/maps/${map}/invites`).send({ role: 'nobody' });
      await person.delete(`/api/maps/${map}/invites/${uuidv7()}`);
    }
    const made = await invite(owner, map, 'observer');
    for (const person of [...people, app.person()]) {
      await person.get(`/api/join/${made.token}`).expect(200);
      await person.get('/api/join/nowhere').expect(404);
      await person.get('/api/join/no').expect(422);
    }
    const late = app.person();
    await late.post(`/api/join/${made.code}`).send({}).expect(422);
    await late.post('/api/join/nowhere').send({ name: 'Li' }).expect(404);
    const { participant } = await join(late, made.code, 'Li');
    await edit(owner, map, { kind: 'set-role', participant: participant.id, role: null });
    await late.get(`/api/join/${made.code}`).expect(403);
    await late.post(`/api/join/${made.code}`).send({ name: 'Li' }).expect(403);
    await owner.post(`/api/maps/${map}/invites/${made.id}`).send({ most: 40 }).expect(200);
    await owner.delete(`/api/maps/${map}/invites/${made.id}`).expect(204);
    await owner.post(`/api/maps/${map}/invites/${made.id}`).send({ most: 40 }).expect(410);
    await app.person().get(`/api/join/${made.code}`).expect(410);
    await app.person().post(`/api/join/${made.code}`).send({ name: 'Lu' }).expect(410);
  });

  it('about small groups', async () => {
    const { id } = await makeMap(owner);
    const { code } = await invite(owner, id, 'participant');
    const students = [app.person(), app.person(), app.person(), app.person()];
    const ids: string[] = [];
    for (const student of students) ids.push((await join(student, code, 'Cai')).participant.id);
    const ask = (groups: unknown) => owner.post(`/api/maps/${id}/groups`).send({ groups });
    const [first, second, third, fourth] = ids;
    const both = [{ name: 'One', people: [first, second] }, { name: 'Two', people: [third, fourth] }]; // prettier-ignore
    await ask([{ name: 'One', people: [first] }]).expect(422);
    await ask([]).expect(422);
    const { groups } = await bodyOf<Groups>(ask(both).expect(201));
    const rename = (name: string) =>
      owner.post(`/api/maps/${id}/groups/${groups[0]?.map}/name`).send({ name });
    await rename('Reds').expect(200);
    await rename('Reds').expect(409);
    await students[0]!.get(`/api/maps/${groups[0]?.map}/moved`).expect(404);
    await ask(both).expect(409);
    const group = groups[0]?.map ?? '';
    await owner.post(`/api/maps/${id}/groups/${group}/people`).send({ participant: third }).expect(200);
    await owner.post(`/api/maps/${id}/groups/${group}/people`).send({ participant: uuidv7() }).expect(404);
    await students[2]!.get(`/api/maps/${groups[1]?.map}/moved`).expect(200);
    for (const map of [id, group])
      for (const person of [owner, ...students.slice(0, 3)])
        await person.get(`/api/maps/${map}/groups`).expect(200);
    await owner.post(`/api/maps/${group}/groups/merge`).expect(404);
    await owner.post(`/api/maps/${id}/groups/merge`).expect(201);
    await owner.delete(`/api/maps/${id}`).expect(409);
  });

  it('about names behind pseudonyms', async () => {
    const { id } = await makeMap(owner);
    await edit(owner, id, { kind: 'change-settings', set: { faces: 'pseudonymous' } });
    const { participant } = await join(app.person(), (await invite(owner, id, 'participant')).code, 'Cai');
    const ask = (reason: string) =>
      owner.post(`/api/maps/${id}/participants/${participant.id}/name`).send({ reason });
    await ask('').expect(422);
    await ask('A threat.').expect(200, { name: 'Cai' });
    await read(owner, id);
  });

  it('about a map that goes, and a server that fails', async () => {
    const { id } = await makeMap(owner);
    for (const person of [...people].reverse()) await person.delete(`/api/maps/${id}`);
    await deleteMap(owner, id);
    await owner.delete(`/api/maps/${id}`).expect(404);
    await app.query('alter table maps rename to away');
    const { refusal } = await bodyOf<RefusedBody>(owner.get('/api/maps').expect(500));
    expect([refusal.code, typeof refusal.request]).toEqual(['internal', 'string']);
    await app.query('alter table away rename to maps');
  });

  it('on every route at least once', () => {
    const wentWell = [...app.page.seen].filter(([, statuses]) =>
      [...statuses].some((status) => status < 300),
    );
    expect(wentWell.map(([route]) => route).sort()).toEqual(app.handlers().sort());
    expect([...app.page.breaches]).toEqual([]);
  });
});
