import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type RefusedBody,
  addClaim,
  edit,
  invite,
  join,
  makeMap,
  PASSWORD,
  startTestApp,
  type TestApp,
} from '../testing/testApp.ts';

const lines: string[] = [];
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({}, lines);
});
afterAll(() => app.stop());

describe('the log', () => {
  it('holds no password, cookie, invitation or word of people (Z-25)', async () => {
    const login = 'secret-login';
    const owner = app.person();
    const { headers } = await owner
      .post('/api/accounts/sign-up')
      .send({ login, name: 'Secretname', password: PASSWORD })
      .expect(201);
    await owner
      .post('/api/accounts/sign-up')
      .send({ login, name: 'Secretname', password: PASSWORD })
      .expect(409);
    await owner.post('/api/accounts/sign-in').send({ login, password: 'wrong-password' }).expect(401);
    const { id } = await makeMap(owner, 'Secret title');
    const { code, token } = await invite(owner, id, 'participant');
    await join(app.person(), code, 'Secretguest');
    await app.person().get(`/join/${token}?x=secretquery`);
    await edit(owner, id, addClaim('Secret claim'));
    const cookie = String(headers['set-cookie']?.[0]).split(/[=;]/)[1] ?? 'none';
    expect(lines.length).toBeGreaterThan(20);
    const log = lines.join('');
    for (const secret of [/secret/i, PASSWORD, 'wrong-password', code, token, cookie, 'argon2id'])
      expect(log).not.toMatch(secret);
  });

  it('tells of a bug under the id that the answer names, which says nothing else', async () => {
    await app.query('alter table maps rename to hidden');
    const owner = await app.member('seeker');
    const failed = await owner.get('/api/maps').expect(500);
    const { refusal } = failed.body as RefusedBody;
    await app.query('alter table hidden rename to maps');
    expect(failed.body).toEqual({
      refusal: {
        code: 'internal',
        message: expect.any(String),
        request: failed.headers['x-request-id'] as string,
      },
    });
    expect(JSON.stringify(failed.body)).not.toMatch(/maps|select|relation/);
    expect(
      lines.some((line) => line.includes(String(refusal.request)) && line.includes('does not exist')),
    ).toBe(true);
    await owner.get('/api/maps').expect(200);
  });

  it('keeps a line a line, whatever is in an address', async () => {
    await app.person().get('/api/maps/%0a{"level":60}').expect(404);
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });
});
