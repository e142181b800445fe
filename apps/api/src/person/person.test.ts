import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FORMER_NAME, type AccountSession, type Departure, type Me, type OwnData, type Reset } from '@counterpoint/shared'; // prettier-ignore
import { uuidv7 } from 'uuidv7';
import { addClaim, bodyOf, edit, invite, join, makeMap, PASSWORD, read, startTestApp, type Person, type RefusedBody, type TestApp } from '../../testing/testApp.ts'; // prettier-ignore

const lines: string[] = [];
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({}, lines);
});
afterAll(() => app.stop());

const NEW = 'quite another one';
const signIn = (person: Person, login: string, password = PASSWORD) =>
  person.post('/api/accounts/sign-in').send({ login, password });
const codeOf = async (asked: PromiseLike<{ readonly body: unknown }>) =>
  (await bodyOf<RefusedBody>(asked)).refusal.code;
const me = async (person: Person) => (await bodyOf<Me>(person.get('/api/accounts/me').expect(200))).account;
const events = () => lines.flatMap((line) => (JSON.parse(line) as { event?: string }).event ?? []);

async function someone(login: string, name: string): Promise<Person> {
  const person = app.person();
  await person.post('/api/accounts/sign-up').send({ login, name, password: PASSWORD }).expect(201);
  return person;
}

/** Rows, of any table, in which a text stands in any column. */
async function rowsWith(text: string): Promise<string[]> {
  const tables = await app.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  expect(tables.length).toBeGreaterThan(30);
  const found: string[] = [];
  for (const { name } of tables)
    for (const { row } of await app.query<{ row: string }>(
      `select t::text as row from ${name} t where strpos(lower(t::text), lower($1)) > 0`,
      [text],
    ))
      found.push(`${name}: ${row}`);
  return found;
}

describe('a new name', () => {
  it('[E23] is borne in every map, and not where one goes by a pseudonym', async () => {
    const person = await someone('renamed', 'Old Name');
    const named = await makeMap(person);
    const owner = await app.member();
    const masked = await bodyOf<{ id: string }>(owner.post('/api/maps').send({ title: 'M', language: 'en', faces: 'pseudonymous' }).expect(201)); // prettier-ignore
    const seat = await join(person, (await invite(owner, masked.id, 'participant')).code);
    const { account } = await bodyOf<Me>(
      person.post('/api/accounts/name').send({ name: ' New  Name ' }).expect(200),
    );
    expect([account?.name, (await me(person))?.name]).toEqual(['New Name', 'New Name']);
    expect((await read(person, named.id)).map.participants.map(({ name }) => name)).toEqual(['New Name']);
    const pseudonyms = (await read(owner, masked.id)).map.participants.map(({ name }) => name);
    expect(pseudonyms).toContain(seat.participant.name);
    expect(pseudonyms).not.toContain('New Name');
    await person.post('/api/accounts/name').send({ name: 'a\u202eb' }).expect(422);
  });
});

describe('a new password', () => {
  it('Z-12: asks for the old one, ends every other session, and is in the log by id alone (Z-25)', async () => {
    const person = await someone('changer', 'Cha\u00f1ger');
    const elsewhere = app.person();
    await signIn(elsewhere, 'changer').expect(200);
    const asked = (old: string, password: string) =>
      person.post('/api/accounts/password').send({ old, password });
    expect(await codeOf(asked('not the old one', NEW).expect(401))).toBe('wrong-credentials');
    expect(await codeOf(asked(PASSWORD, 'changer1').expect(422))).toBe('weak-password');
    await asked(PASSWORD, NEW).expect(204);
    expect(await me(person)).not.toBeNull();
    expect(await me(elsewhere)).toBeNull();
    await signIn(app.person(), 'changer').expect(401);
    await signIn(app.person(), 'changer', NEW).expect(200);
    expect(events()).toContain('password-changed');
    expect(lines.join('')).not.toMatch(/Chañger|quite another/);
  });

  it('is nothing that a guest has, and is guessed at slowly (Z-06)', async () => {
    const owner = await app.member();
    const guest = app.person();
    await join(guest, (await invite(owner, (await makeMap(owner)).id, 'participant')).code);
    const asked = () => guest.post('/api/accounts/password').send({ old: 'a guess', password: NEW });
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) statuses.push((await asked()).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  });
});

describe('sessions', () => {
  it('Z-12: are told by browser and system, ended one by one or all but this, and are no key to anything', async () => {
    const person = await someone('sessions', 'Ses');
    const phone = app.person();
    const agent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'; // prettier-ignore
    await signIn(phone, 'sessions').set('User-Agent', agent).expect(200);
    const third = app.person();
    await signIn(third, 'sessions').expect(200);
    const list = () => bodyOf<AccountSession[]>(person.get('/api/accounts/sessions').expect(200));
    const told = await list();
    expect(told).toHaveLength(3);
    expect(told[0]).toMatchObject({ own: true });
    const phones = told.find(({ system }) => system === 'iOS');
    expect(phones).toMatchObject({ browser: 'Safari', own: false, since: expect.any(Number) });
    const sids = await app.query<{ sid: string }>('select sid from sessions');
    for (const { id } of told) expect(sids.map(({ sid }) => sid)).not.toContain(id);
    // Nobody ends a session of somebody else.
    await (await app.member()).delete(`/api/accounts/sessions/${phones?.id}`).expect(404);
    await person.delete(`/api/accounts/sessions/${phones?.id}`).expect(204);
    expect([await me(phone), (await list()).length]).toEqual([null, 2]);
    await person.delete('/api/accounts/sessions').expect(204);
    expect([await me(third), (await list()).length]).toEqual([null, 1]);
    expect(await me(person)).not.toBeNull();
  });
});

describe('a link for who forgot their password', () => {
  it('is made by whoever runs the server alone, opens once, ends all sessions, and is kept as a hash', async () => {
    const admin = await someone('root', 'Root');
    const person = await someone('forgetful', 'For');
    const asked = (login: string) => admin.post('/api/admin/resets').send({ login });
    expect(await codeOf(asked('forgetful').expect(403))).toBe('not-allowed');
    await app.query(`update accounts set admin = true where login = 'root'`);
    expect(await bodyOf<Me>(admin.get('/api/accounts/me'))).toMatchObject({ admin: true });
    const { path: first } = await bodyOf<Reset>(asked('forgetful').expect(201));
    const { path, expiresAt } = await bodyOf<Reset>(asked('FORGETFUL').expect(201));
    expect(expiresAt).toBeLessThanOrEqual(Date.now() + 24 * 3_600_000);
    const key = path.slice('/reset#'.length);
    expect(Buffer.from(key, 'base64url')).toHaveLength(16);
    expect(await rowsWith(key)).toEqual([]);
    const set = (by: string, password = NEW) =>
      app.person().post('/api/accounts/reset').send({ key: by, password });
    expect(await codeOf(set(first.slice('/reset#'.length)).expect(404))).toBe('not-found');
    // A password that is refused leaves the link.
    expect(await codeOf(set(key, 'forgetful').expect(422))).toBe('weak-password');
    const both = await Promise.all([set(key), set(key)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 404]);
    expect(await me(person)).toBeNull();
    await signIn(app.person(), 'forgetful', NEW).expect(200);
    await set(key).expect(404);
    expect(events()).toEqual(expect.arrayContaining(['reset-made', 'password-reset']));
    expect(lines.join('')).not.toContain(key);
  });

  it('ends after 24 hours, and when the password is changed otherwise; never opens the account of whoever runs the server', async () => {
    const admin = await someone('root2', 'Root');
    await app.query(`update accounts set admin = true where login = 'root2'`);
    const person = await someone('late', 'Late');
    const keyOf = async () => (await bodyOf<Reset>(admin.post('/api/admin/resets').send({ login: 'late' }).expect(201))).path.slice(7); // prettier-ignore
    const set = (key: string) => app.person().post('/api/accounts/reset').send({ key, password: NEW });
    const old = await keyOf();
    await app.query(`update password_resets set expires_at = now() - interval '1 second'`);
    await set(old).expect(404);
    const key = await keyOf();
    await person.post('/api/accounts/password').send({ old: PASSWORD, password: NEW }).expect(204);
    await set(key).expect(404);
    await admin.post('/api/admin/resets').send({ login: 'root2' }).expect(404);
    await admin.post('/api/admin/resets').send({ login: 'nobody-here' }).expect(404);
  });
});

describe('what is kept about a person', () => {
  it('Z-12: leaves as a file for programs and as one to read, at once', async () => {
    const person = await someone('reader', '李明');
    const map = await makeMap(person, 'My map');
    await edit(person, map.id, addClaim('I wrote this.'));
    const answer = await person.get('/api/accounts/data/json').expect(200);
    const data = JSON.parse(answer.text) as OwnData;
    expect(data).toMatchObject({
      format: 'counterpoint-person',
      account: { name: '李明', login: 'reader', admin: false },
      mail: null,
      maps: [{ title: 'My map', as: { role: 'owner', name: '李明' } }],
    });
    expect(data.maps[0]?.rows.claims?.map(({ text }) => text)).toEqual(['I wrote this.']);
    expect(data.sessions).toHaveLength(1);
    expect(answer.text).not.toMatch(/argon2|password/);
    const page = await person.get('/api/accounts/data/markdown?language=zh').expect(200);
    expect(page.text).toMatch(/^# Counterpoint 保存的关于李明的数据/);
    expect(page.text).toContain('I wrote this.');
    expect(page.headers['content-disposition']).toMatch(/\.md"/);
  });
});

describe('the end of an account', () => {
  it('[E22] Z-12: leaves no row with the name or the address, in the log neither, and the map reads as before', async () => {
    const name = 'Zqleaver';
    const owner = await app.member();
    const map = await makeMap(owner, 'A seminar');
    const { code } = await invite(owner, map.id, 'participant');
    const person = await someone('zqleaver@example.org', name);
    await join(person, code, name);
    await edit(person, map.id, addClaim('This stays.'));
    await person
      .post('/api/accounts/name')
      .send({ name: `${name} Zqborn` })
      .expect(200);
    // A copy names its authors, and so does a copy of that one.
    const copy = await bodyOf<{ id: string }>(owner.post(`/api/maps/${map.id}/copy`).expect(201));
    await owner.post(`/api/maps/${copy.id}/copy`).expect(201);
    const alone = await makeMap(person, 'Nobody else');
    const { id } = (await me(person)) ?? {};
    await app.query(
      `insert into mail_addresses (account_id, address, language, digest, told_until) values ($1, 'zqleaver@example.org', 'en', true, 0)`,
      [id],
    );
    expect((await rowsWith('zqleaver')).length).toBeGreaterThan(3);
    expect(await bodyOf<Departure>(person.get('/api/accounts/departure').expect(200))).toEqual({
      deleted: [{ id: alone.id, title: 'Nobody else' }],
      held: [],
      kept: 1,
    });
    expect(await codeOf(person.post('/api/accounts/delete').send({}).expect(401))).toBe('wrong-credentials');
    await person.post('/api/accounts/delete').send({ password: 'wrong' }).expect(401);
    const gone = await person.post('/api/accounts/delete').send({ password: PASSWORD }).expect(200);
    expect(gone.body).toEqual({ account: null });
    expect(await rowsWith('zqleaver')).toEqual([]);
    expect(await rowsWith('zqborn')).toEqual([]);
    expect(await rowsWith(id ?? '')).toEqual([]);
    await owner.get(`/api/maps/${alone.id}`).expect(404);
    const { map: content, version } = await read(owner, map.id);
    const [claim] = content.claims;
    expect(claim?.text).toBe('This stays.');
    expect(content.participants.find((one) => one.id === claim?.by)).toMatchObject({
      name: FORMER_NAME,
      role: null,
    });
    // What rooms keep, and the past, are without it as well.
    for (const path of [`changes?since=0`, `at/${version - 1}`, 'record', 'export/json'])
      expect((await owner.get(`/api/maps/${map.id}/${path}`).expect(200)).text).not.toMatch(
        /zq(leaver|born)/i,
      );
    expect(await me(person)).toBeNull();
    await signIn(app.person(), 'zqleaver@example.org').expect(401);
    expect(events()).toContain('account-deleted');
    expect(lines.join('')).not.toMatch(/zqleaver/i);
  });

  it('is refused while others are in maps that nobody else owns, and changes nothing then', async () => {
    const person = await someone('holder', 'Hol');
    const map = await makeMap(person, 'Shared');
    const heir = await app.member();
    const seat = await join(heir, (await invite(person, map.id, 'participant')).code);
    expect(await bodyOf<Departure>(person.get('/api/accounts/departure'))).toMatchObject({
      held: [{ id: map.id }],
    });
    const asked = () => person.post('/api/accounts/delete').send({ password: PASSWORD });
    expect(await codeOf(asked().expect(409))).toBe('last-owner');
    expect((await read(person, map.id)).map.participants).toHaveLength(2);
    await edit(person, map.id, { kind: 'set-role', participant: seat.participant.id, role: 'owner' });
    await asked().expect(200);
    const roles = (await read(heir, map.id)).map.participants.map(({ role }) => role ?? 'none');
    expect(roles.sort()).toEqual(['none', 'owner']);
  });

  it('of a guest asks for no password, and nobody comes back as them', async () => {
    const owner = await app.member();
    const map = await makeMap(owner);
    const { code } = await invite(owner, map.id, 'participant');
    const guest = app.person();
    const { participant } = await join(guest, code, 'Zqguest');
    await guest.post('/api/accounts/delete').send({}).expect(200);
    expect(await rowsWith('zqguest')).toEqual([]);
    const again = await join(guest, code, 'Another');
    expect(again.participant.id).not.toBe(participant.id);
    const back = { id: uuidv7(), edit: { kind: 'set-role', participant: participant.id, role: 'observer' } };
    const answer = await owner
      .post(`/api/maps/${map.id}/edits`)
      .send({ edits: [back] })
      .expect(200);
    expect(answer.body).toMatchObject({ verdicts: [{ refusal: { code: 'not-found' } }] });
  });
});
