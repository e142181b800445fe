import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Invitation, Invite, Joined } from '@counterpoint/shared';
import {
  bodyOf,
  type RefusedBody,
  invite,
  join,
  makeMap,
  read,
  startTestApp,
  type Person,
  type TestApp,
} from '../../testing/testApp.ts';

let app: TestApp;
let owner: Person;
let map: string;
beforeAll(async () => {
  app = await startTestApp();
  owner = await app.member();
  map = (await makeMap(owner)).id;
});
afterAll(() => app.stop());

const invites = () => bodyOf<Invite[]>(owner.get(`/api/maps/${map}/invites`).expect(200));

describe('joining', () => {
  it('takes 30 students behind one address at once, with a name only (S-01, Z-06)', async () => {
    const { code, id } = await invite(owner, map, 'participant');
    const names = Array.from({ length: 30 }, (_, i) => `学生${i}`);
    const joined = await Promise.all(names.map((name) => join(app.person(), code, name)));
    expect(new Set(joined.map(({ participant }) => participant.id)).size).toBe(30);
    const { map: content } = await read(owner, map);
    expect(content.participants.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    const listed = await invites();
    expect(listed.find((each) => each.id === id)).toMatchObject({
      uses: 30,
      role: 'participant',
      revoked: false,
    });
  });

  it('twice answers the same participant, counts once, and keeps the first role (Z-08)', async () => {
    const first = await invite(owner, map, 'observer');
    const second = await invite(owner, map, 'participant');
    const person = app.person();
    const { participant } = await join(person, first.token, 'Twice');
    expect(participant).toMatchObject({ name: 'Twice', role: 'observer' });
    expect((await join(person, first.token, 'Other')).participant).toEqual(participant);
    expect((await join(person, second.code)).participant).toEqual(participant);
    const listed = await invites();
    const uses = (id: string) => listed.find((each) => each.id === id)?.uses;
    expect([uses(first.id), uses(second.id)]).toEqual([1, 0]);
  });

  it('twice at the same moment makes one participant', async () => {
    const { code } = await invite(owner, map, 'participant');
    const person = await app.member();
    const joined = await Promise.all([join(person, code), join(person, code), join(person, code)]);
    expect(new Set(joined.map(({ participant }) => participant.id)).size).toBe(1);
  });

  it('uses the name of the account unless another is given', async () => {
    const { code } = await invite(owner, map, 'participant');
    const joined = await (await app.member()).post(`/api/join/${code}`).send({}).expect(200);
    expect((joined.body as Joined).participant.name).toBe('Ann');
  });

  it('asks a guest for a name, and leaves no account behind when it is missing', async () => {
    const { code } = await invite(owner, map, 'participant');
    const count = async () => (await app.query('select 1 from accounts')).length;
    const before = await count();
    for (const body of [{}, { name: ' ' }, { name: 'x\u202ey' }]) {
      const answer = await app.person().post(`/api/join/${code}`).send(body).expect(422);
      expect((answer.body as RefusedBody).refusal.code).toBe('invalid');
    }
    await app.person().post(`/api/join/222222`).send({ name: 'Eve' }).expect(404);
    expect(await count()).toBe(before);
  });

  it('shows where it leads before, to nobody signed in too', async () => {
    const { code, token } = await invite(owner, map, 'suggester');
    const expected = { map, title: 'School uniforms', role: 'suggester', participant: null };
    await app.person().get(`/api/join/${code.toLowerCase()}`).expect(200, expected);
    await app.person().get(`/api/join/${token}`).expect(200, expected);
    const { participant } = await bodyOf<Invitation>(owner.get(`/api/join/${code}`).expect(200));
    expect(participant).toEqual(expect.any(String));
  });

  it('brings a removed member back', async () => {
    const { code } = await invite(owner, map, 'participant');
    const person = app.person();
    const { participant } = await join(person, code, 'Back');
    const out = { kind: 'set-role', participant: participant.id, role: null };
    await owner
      .post(`/api/maps/${map}/edits`)
      .send({ edits: [{ id: participant.id, edit: out }] })
      .expect(200);
    await person.get(`/api/maps/${map}`).expect(404);
    expect((await join(person, code)).participant).toMatchObject({ id: participant.id, role: 'participant' });
    await person.get(`/api/maps/${map}`).expect(200);
  });
});

describe('an invitation (Z-08)', () => {
  it('has a code without look-alikes and 128 random bits', async () => {
    const made = await Promise.all(Array.from({ length: 40 }, () => invite(owner, map, 'observer')));
    for (const { code, token } of made) {
      expect(code).toMatch(/^[A-HJKMNP-Z2-9]{6}$/);
      expect(Buffer.from(token, 'base64url')).toHaveLength(16);
    }
    expect(new Set(made.map(({ code }) => code)).size).toBe(40);
  });

  it('is gone once revoked, by code and by token; revoking twice is fine', async () => {
    const { id, code, token } = await invite(owner, map, 'participant');
    await owner.delete(`/api/maps/${map}/invites/${id}`).expect(204);
    await owner.delete(`/api/maps/${map}/invites/${id}`).expect(204);
    for (const key of [code, token]) {
      const late = app.person().post(`/api/join/${key}`).send({ name: 'Late' }).expect(410);
      expect((await bodyOf<RefusedBody>(late)).refusal.code).toBe('invite-invalid');
      await app.person().get(`/api/join/${key}`).expect(410);
    }
    const listed = await invites();
    expect(listed.find((each) => each.id === id)?.revoked).toBe(true);
  });

  it('is gone once expired', async () => {
    const { id, code } = await invite(owner, map, 'participant');
    await app.query(`update invites set expires_at = now() - interval '1 second' where id = $1`, [id]);
    await app.person().post(`/api/join/${code}`).send({ name: 'Late' }).expect(410);
  });

  it('lasts as many days as asked for', async () => {
    const asked = owner.post(`/api/maps/${map}/invites`).send({ role: 'observer', days: 2 });
    const { expiresAt } = await bodyOf<Invite>(asked.expect(201));
    expect(expiresAt - Date.now()).toBeGreaterThan(1.99 * 86_400_000);
    expect(expiresAt - Date.now()).toBeLessThanOrEqual(2 * 86_400_000);
    await owner.post(`/api/maps/${map}/invites`).send({ role: 'owner' }).expect(422);
  });

  it('cannot be revoked through another map (Z-11)', async () => {
    const { id, code } = await invite(owner, map, 'participant');
    const other = await app.member();
    const theirs = (await makeMap(other)).id;
    await other.delete(`/api/maps/${theirs}/invites/${id}`).expect(404);
    await app.person().get(`/api/join/${code}`).expect(200);
  });

  it('for moderators is made by owners only', async () => {
    const moderator = app.person();
    await join(moderator, (await invite(owner, map, 'moderator')).code);
    const asked = moderator.post(`/api/maps/${map}/invites`).send({ role: 'moderator' }).expect(403);
    expect((await bodyOf<RefusedBody>(asked)).refusal.code).toBe('not-allowed');
    await moderator.post(`/api/maps/${map}/invites`).send({ role: 'participant' }).expect(201);
  });

  it('makes guessing codes slow, while links and right codes of the same address go on (Z-08)', async () => {
    await app.restart({ trustProxy: 1 });
    const { code, token } = await invite(owner, map, 'participant');
    const from = (ip: string, key: string) => app.person().get(`/api/join/${key}`).set('X-Forwarded-For', ip);
    const statuses = [];
    for (let i = 0; i < 70; i++)
      statuses.push((await from('203.0.113.5', `2222${String(22 + i).replace(/[01]/g, 'A')}`)).status);
    expect(statuses).toEqual([
      ...Array.from({ length: 10 }, () => 404),
      ...Array.from({ length: 60 }, () => 429),
    ]);
    await from('203.0.113.5', code).expect(200);
    await from('203.0.113.5', token).expect(200);
    const { refusal } = await bodyOf<RefusedBody>(from('203.0.113.5', '222222').expect(429));
    expect(refusal).toMatchObject({ code: 'too-many-requests', retryAfterMs: 60_000 });
    const late = app.person().post(`/api/join/${code}`).set('X-Forwarded-For', '203.0.113.5');
    await late.send({ name: 'Late' }).expect(200);
    await from('203.0.113.6', '222222').expect(404);
  });
});
