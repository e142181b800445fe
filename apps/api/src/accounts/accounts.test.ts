import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { MapPage, Me } from '@counterpoint/shared';
import argon2 from '@node-rs/argon2';
import { stillClock } from '../../../../packages/shared/testing/stillClock.ts';
import {
  bodyOf,
  type RefusedBody,
  edit,
  addClaim,
  invite,
  join,
  makeMap,
  PASSWORD,
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

const signUp = (person: Person, login: string, name = 'Ann') =>
  person.post('/api/accounts/sign-up').send({ login, name, password: PASSWORD });
const signIn = (person: Person, login: string, password = PASSWORD) =>
  person.post('/api/accounts/sign-in').send({ login, password });
const me = async (person: Person) => (await bodyOf<Me>(person.get('/api/accounts/me').expect(200))).account;

describe('signing up and in', () => {
  it('needs a name and a password, and no e-mail address (S-01, Z-10)', async () => {
    const person = app.person();
    expect(await me(person)).toBeNull();
    const { account } = await bodyOf<Me>(signUp(person, '小明', ' 小  明 ').expect(201));
    expect(account).toMatchObject({ name: '小 明', guest: false });
    expect(await me(person)).toEqual(account);
  });

  it('keeps passwords as argon2id only (Z-10)', async () => {
    await signUp(app.person(), 'hashed').expect(201);
    const [row] = await app.query<{ password_hash: string }>(
      'select password_hash from accounts where login = $1',
      ['hashed'],
    );
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('compares login names without case and width', async () => {
    await signUp(app.person(), 'Ｌｉｎ').expect(201);
    await signIn(app.person(), 'LIN').expect(200);
    const { refusal } = await bodyOf<RefusedBody>(signUp(app.person(), 'lin').expect(409));
    expect(refusal.code).toBe('name-taken');
  });

  it('takes a password however a keyboard spells its letters and spaces (RFC 8265)', async () => {
    const [composed, taken] = ['caf\u00e9 \u00e0 Li\u00e8ge', 'cafe\u0301\u00a0a\u0300 Lie\u0300ge'];
    const asked = { login: 'liege', name: 'Ann', password: taken };
    await app.person().post('/api/accounts/sign-up').send(asked).expect(201);
    await signIn(app.person(), 'liege', composed).expect(200);
    await signIn(app.person(), 'liege', taken).expect(200);
    await signIn(app.person(), 'liege', composed.toUpperCase()).expect(401);
    // Eight signs that are four letters are no eight.
    await app
      .person()
      .post('/api/accounts/sign-up')
      .send({ login: 'short', name: 'Ann', password: 'e\u0301a\u0300o\u0302u\u0308' })
      .expect(422);
  });

  it('still takes a password whose hash is older than that, and from then on in any spelling', async () => {
    const typed = 'cafe\u0301 au lait';
    await signUp(app.person(), 'older').expect(201);
    await app.query('update accounts set password_hash = $1 where login = $2', [
      await argon2.hash(typed),
      'older',
    ]);
    await signIn(app.person(), 'older', typed.normalize('NFC')).expect(401);
    await signIn(app.person(), 'older', typed).expect(200);
    await signIn(app.person(), 'older', typed.normalize('NFC')).expect(200);
  });

  it('says the same of a wrong password and an unknown name, after the same work', async () => {
    await signUp(app.person(), 'known').expect(201);
    const compared = jest.spyOn(argon2, 'verify');
    const refused: RefusedBody[] = [];
    for (const login of ['known', 'unknown'])
      refused.push(await bodyOf<RefusedBody>(signIn(app.person(), login, 'wrong').expect(401)));
    expect(refused[0]).toEqual(refused[1]);
    // One comparison each, with hashes that cost the same.
    expect(
      compared.mock.calls.map(([hashed]) => /^.*\$m=\d+,t=\d+,p=\d+\$/.exec(String(hashed))?.[0]),
    ).toEqual(['known', 'unknown'].map(() => '$argon2id$v=19$m=19456,t=2,p=1$'));
    compared.mockRestore();
  });

  it('gives a new session id at sign-in, so that a planted one is worth nothing', async () => {
    await signUp(app.person(), 'fixed').expect(201);
    const attacker = await app.member();
    const cookieOf = (answer: { headers: Record<string, unknown> }) =>
      String((answer.headers['set-cookie'] as string[])[0]);
    const first = cookieOf(await signIn(attacker, 'fixed').expect(200));
    const second = cookieOf(await signIn(attacker, 'fixed').expect(200));
    expect(first.split(';')[0]).not.toBe(second.split(';')[0]);
    const old = await bodyOf<Me>(
      app
        .person()
        .get('/api/accounts/me')
        .set('Cookie', first.split(';')[0] ?? '')
        .expect(200),
    );
    expect(old).toEqual({ account: null });
    expect(second).toMatch(/; HttpOnly; SameSite=Lax/);
  });

  it('ends the session at sign-out, on the server too', async () => {
    const person = app.person();
    const cookie =
      String((await signUp(person, 'leaver').expect(201)).headers['set-cookie']?.[0]).split(';')[0] ?? '';
    await person.post('/api/accounts/sign-out').expect(200, { account: null });
    const again = await bodyOf<Me>(app.person().get('/api/accounts/me').set('Cookie', cookie).expect(200));
    expect(again).toEqual({ account: null });
  });

  it('refuses the passwords that are guessed first, and the name and the login as one', async () => {
    const weak = [
      'password1',
      'PASSWORD1',
      'ｐassword1',
      'woaini1314',
      'Dragon!2024',
      '88888888',
      'xiaowang@ustc',
      'XiaoWang',
      'Wang Xiao',
      'wang-xiao',
    ];
    for (const password of weak) {
      const asked = { login: 'xiaowang@ustc', name: 'Wang Xiao', password };
      const refused = app.person().post('/api/accounts/sign-up').send(asked).expect(422);
      expect([password, (await bodyOf<RefusedBody>(refused)).refusal.code]).toEqual([
        password,
        'weak-password',
      ]);
    }
    for (const [i, password] of [
      'correct horse',
      '床前明月光疑是地',
      'xw48291735',
      'wang xiao likes tea',
    ].entries())
      await app
        .person()
        .post('/api/accounts/sign-up')
        .send({ login: `xiaowang${i}`, name: 'Wang Xiao', password })
        .expect(201);
  });

  it('counts all spellings of one login together, full-width ones too', async () => {
    const spelt = (i: number) =>
      Array.from('shared-login')
        .map((letter, at) => ((i >> at) & 1 ? String.fromCodePoint(letter.charCodeAt(0) + 0xfee0) : letter))
        .join('');
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) statuses.push((await signIn(app.person(), spelt(i), 'guess')).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
  });

  it('slows down guessing one password, while a class behind the same address signs in (Z-06)', async () => {
    await stillClock(async (pass) => {
      for (let i = 0; i < 10; i++) await signIn(app.person(), 'victim', 'guess').expect(401);
      const slowed = await signIn(app.person(), 'VICTIM ', 'guess').expect(429);
      const { refusal } = slowed.body as RefusedBody;
      expect(refusal).toMatchObject({ code: 'too-many-requests', retryAfterMs: 6_000 });
      expect(slowed.headers['retry-after']).toBe('6');
      pass(5_999);
      await signIn(app.person(), 'victim', 'guess').expect(429);
      pass(1);
      await signIn(app.person(), 'victim', 'guess').expect(401);
    });
    const pupils = Array.from({ length: 30 }, (_, i) => `pupil-${i}`);
    const up = await Promise.all(pupils.map((login) => signUp(app.person(), login)));
    const inside = await Promise.all(pupils.map((login) => signIn(app.person(), login)));
    expect([...up, ...inside].map(({ status }) => status)).toEqual([
      ...pupils.map(() => 201),
      ...pupils.map(() => 200),
    ]);
  });
});

describe('sessions', () => {
  it('survive a restart of the server, without SESSION_SECRET set', async () => {
    const person = await app.member();
    const before = await me(person);
    await app.restart();
    expect(await me(person)).toEqual(before);
  });

  it('are not kept for visitors, and not written again at every request', async () => {
    const count = async () =>
      Number((await app.query<{ n: string }>('select count(*) as n from sessions'))[0]?.n);
    const before = await count();
    const visitor = await app.person().get('/api/maps').expect(200);
    expect(visitor.headers['set-cookie']).toBeUndefined();
    expect(await count()).toBe(before);
    const person = await app.member();
    const [first] = await app.query<{ xmin: string }>(
      'select xmin from sessions order by expire desc limit 1',
    );
    await me(person);
    const [second] = await app.query<{ xmin: string }>(
      'select xmin from sessions order by expire desc limit 1',
    );
    expect(second).toEqual(first);
  });

  it('are renewed while they are used', async () => {
    const person = app.person();
    await signUp(person, 'regular').expect(201);
    const mine = `sess->>'account' = (select id::text from accounts where login = 'regular')`;
    await app.query(
      `update sessions set expire = now() + interval '1 day', sess = jsonb_set(sess::jsonb, '{renewedAt}', '1') where ${mine}`,
    );
    const { headers } = await person.get('/api/accounts/me').expect(200);
    expect(headers['set-cookie']?.[0]).toMatch(/^counterpoint=/);
    const [row] = await app.query<{ days: number }>(
      `select extract(day from expire - now())::int as days from sessions where ${mine}`,
    );
    expect(row?.days).toBeGreaterThanOrEqual(29);
  });

  it('die with the account', async () => {
    const person = app.person();
    await signUp(person, 'deleted').expect(201);
    await app.query(`delete from accounts where login = 'deleted'`);
    expect(await me(person)).toBeNull();
    await person.post('/api/maps').send({ title: 'x', language: 'en' }).expect(401);
  });
});

describe('a guest who signs up', () => {
  it('keeps the account, the maps and what was written (Z-09)', async () => {
    const owner = await app.member();
    const map = await makeMap(owner);
    const { code } = await invite(owner, map.id, 'participant');
    const guest = app.person();
    const { participant } = await join(guest, code, 'Guo');
    await edit(guest, map.id, addClaim('Uniforms cost less.'));
    const before = await me(guest);
    expect(before).toMatchObject({ name: 'Guo', guest: true });
    const { account } = await bodyOf<Me>(signUp(guest, 'guo', 'Guo').expect(201));
    expect(account).toEqual({ ...before, guest: false });
    const elsewhere = app.person();
    await signIn(elsewhere, 'guo').expect(200);
    const { map: content } = await read(elsewhere, map.id);
    expect(content.claims.map(({ by }) => by)).toEqual([participant.id]);
    const { maps: listed } = await bodyOf<MapPage>(elsewhere.get('/api/maps'));
    expect(listed.map(({ id }) => id)).toContain(map.id);
  });

  it('stays a guest when the name is taken', async () => {
    await signUp(app.person(), 'taken').expect(201);
    const owner = await app.member();
    const { code } = await invite(owner, (await makeMap(owner)).id, 'observer');
    const guest = app.person();
    await join(guest, code);
    await signUp(guest, 'taken').expect(409);
    expect(await me(guest)).toMatchObject({ guest: true });
  });
});
