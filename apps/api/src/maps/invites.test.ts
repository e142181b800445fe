import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Invitation, Invite, Joined } from '@counterpoint/shared';
import { stillClock } from '../../../../packages/shared/testing/stillClock.ts';
import {
  bodyOf,
  type RefusedBody,
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

  it('[Z-17] tells who comes with a name that is there, or one like it, and keeps nobody out for it', async () => {
    const { code } = await invite(owner, map, 'participant');
    await join(app.person(), code, 'Lena');
    const count = async () => (await app.query('select 1 from accounts')).length;
    const before = await count();
    for (const name of ['Lena', 'LENA', 'L\u0435na']) {
      const told = app.person().post(`/api/join/${code}`).send({ name, alike: false }).expect(409);
      expect((await bodyOf<RefusedBody>(told)).refusal.code).toBe('name-alike');
    }
    expect(await count()).toBe(before);
    await app.person().post(`/api/join/${code}`).send({ name: 'Lenas', alike: false }).expect(200);
    const other = app.person();
    await other.post(`/api/join/${code}`).send({ name: 'Lena', alike: true }).expect(200);
    // Who is in already is like themselves.
    await other.post(`/api/join/${code}`).send({ alike: false }).expect(200);
    // By the name of their account, too.
    const [one, two] = [await app.member(), await app.member()];
    await one.post(`/api/join/${code}`).send({ name: 'Ann', alike: true }).expect(200);
    await two.post(`/api/join/${code}`).send({ alike: false }).expect(409);
  });

  it('shows where it leads before, to nobody signed in too', async () => {
    const { code, token } = await invite(owner, map, 'suggester');
    const expected = {
      map,
      title: 'School uniforms',
      role: 'suggester',
      faces: 'named',
      comesAs: 'named',
      participant: null,
    };
    await app.person().get(`/api/join/${code.toLowerCase()}`).expect(200, expected);
    await app.person().get(`/api/join/${token}`).expect(200, expected);
    const { participant } = await bodyOf<Invitation>(owner.get(`/api/join/${code}`).expect(200));
    expect(participant).toEqual(expect.any(String));
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
    await stillClock(async () => {
      const { expiresAt } = await bodyOf<Invite>(asked.expect(201));
      expect(expiresAt).toBe(Date.now() + 2 * 86_400_000);
    });
    await owner.post(`/api/maps/${map}/invites`).send({ role: 'owner' }).expect(422);
  });

  it('[Z-08] is for so many people, and of many at once none is one too many', async () => {
    const { id, code } = await invite(owner, map, 'participant');
    const change = (set: unknown) => owner.post(`/api/maps/${map}/invites/${id}`).send(set as object);
    expect(await bodyOf<Invite>(change({ most: 3 }).expect(200))).toMatchObject({ most: 3, uses: 0 });
    const people = Array.from({ length: 8 }, () => app.person());
    const come = (person: Person, i: number) => person.post(`/api/join/${code}`).send({ name: `学员 ${i}` });
    const statuses = (await Promise.all(people.map(come))).map(({ status }) => status);
    expect(statuses.filter((one) => one === 200)).toHaveLength(3);
    expect(statuses.filter((one) => one === 410)).toHaveLength(5);
    expect((await invites()).find((one) => one.id === id)).toMatchObject({ uses: 3, most: 3 });
    const late = app.person().get(`/api/join/${code}`).expect(410);
    expect((await bodyOf<RefusedBody>(late)).refusal.code).toBe('invite-full');
    // Who is in already is not one more.
    await come(people[statuses.indexOf(200)]!, 0).expect(200);
    await change({ most: null }).expect(200);
    await come(app.person(), 9).expect(200);
  });

  it('[Z-08] lasts until another moment when that is chosen, and not once it has ended', async () => {
    const { id } = await invite(owner, map, 'observer');
    const change = (set: unknown) => owner.post(`/api/maps/${map}/invites/${id}`).send(set as object);
    await stillClock(async () => {
      const until = Date.now() + 3_600_000;
      expect((await bodyOf<Invite>(change({ until }).expect(200))).expiresAt).toBe(until);
      await change({ until: Date.now() }).expect(422);
      await change({ until: Date.now() + 400 * 86_400_000 }).expect(422);
      await change({ most: 0 }).expect(422);
    });
    await owner.delete(`/api/maps/${map}/invites/${id}`).expect(204);
    await change({ most: 5 }).expect(410);
    const moderator = app.person();
    await join(moderator, (await invite(owner, map, 'moderator')).code);
    const above = await invite(owner, map, 'moderator');
    await moderator.post(`/api/maps/${map}/invites/${above.id}`).send({ most: 5 }).expect(404);
  });

  it('[P28] lets nobody new in while joining is locked, and says so; who is in goes on', async () => {
    const { code } = await invite(owner, map, 'participant');
    const early = app.person();
    await join(early, code, 'Early');
    const lock = (joining: string) => edit(owner, map, { kind: 'change-settings', set: { joining } });
    await lock('locked');
    for (const answer of [
      app.person().get(`/api/join/${code}`),
      app.person().post(`/api/join/${code}`).send({ name: 'Late' }),
    ])
      expect((await bodyOf<RefusedBody>(answer.expect(403))).refusal.code).toBe('joining-locked');
    await early.get(`/api/join/${code}`).expect(200);
    await early.post(`/api/join/${code}`).send({}).expect(200);
    await lock('open');
    await app.person().post(`/api/join/${code}`).send({ name: 'Late' }).expect(200);
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

  it('[P10] is shown to, and revoked by, who may give its role, and is of nobody else’s knowledge', async () => {
    const moderator = app.person();
    const above = await invite(owner, map, 'moderator');
    await join(moderator, above.code);
    const beneath = await invite(owner, map, 'suggester');
    const answer = await moderator.get(`/api/maps/${map}/invites`).expect(200);
    const shown = answer.body as Invite[];
    expect(shown.map(({ role }) => role)).not.toContain('moderator');
    expect(shown.map(({ id }) => id)).toContain(beneath.id);
    for (const secret of [above.id, above.code, above.token]) expect(answer.text).not.toContain(secret);
    await moderator.delete(`/api/maps/${map}/invites/${above.id}`).expect(404);
    await app.person().get(`/api/join/${above.code}`).expect(200);
    await moderator.delete(`/api/maps/${map}/invites/${beneath.id}`).expect(204);
  });

  it('[P10] counts only while who made it may give its role', async () => {
    const moderator = app.person();
    const { participant } = await join(moderator, (await invite(owner, map, 'moderator')).code, 'Mo');
    const made = await invite(moderator, map, 'participant');
    expect(made.by).toBe(participant.id);
    const status = async (key: string) => (await app.person().get(`/api/join/${key}`)).status;
    for (const [role, expected] of [
      ['participant', 410],
      [null, 410],
      ['moderator', 200],
    ] as const) {
      await edit(owner, map, { kind: 'set-role', participant: participant.id, role });
      expect([role, await status(made.code), await status(made.token)]).toEqual([role, expected, expected]);
      const listed = (await invites()).find(({ id }) => id === made.id);
      expect(listed?.revoked).toBe(expected === 410);
    }
    await edit(owner, map, { kind: 'set-role', participant: participant.id, role: null });
    const late = app.person().post(`/api/join/${made.code}`).send({ name: 'Late' }).expect(410);
    expect((await bodyOf<RefusedBody>(late)).refusal.code).toBe('invite-invalid');
  });

  it('[P10] for moderators ends when the owner who made it is made a moderator', async () => {
    const other = app.person();
    const { participant } = await join(other, (await invite(owner, map, 'moderator')).code, 'Olga');
    await edit(owner, map, { kind: 'set-role', participant: participant.id, role: 'owner' });
    const [high, low] = [await invite(other, map, 'moderator'), await invite(other, map, 'participant')];
    await app.person().get(`/api/join/${high.code}`).expect(200);
    await edit(owner, map, { kind: 'set-role', participant: participant.id, role: 'moderator' });
    await app.person().get(`/api/join/${high.code}`).expect(410);
    await app.person().get(`/api/join/${low.code}`).expect(200);
  });

  it('of before it was kept who made it counts as it did', async () => {
    const { id, code } = await invite(owner, map, 'participant');
    await app.query('update invites set made_by = null where id = $1', [id]);
    await join(app.person(), code, 'Early');
  });

  it('makes guessing codes slow, while links and right codes of the same address go on (Z-08)', async () => {
    await app.restart({ trustProxy: 1 });
    const { code, token } = await invite(owner, map, 'participant');
    const from = (ip: string, key: string) => app.person().get(`/api/join/${key}`).set('X-Forwarded-For', ip);
    await stillClock(async () => {
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

  it('is open to a class while one of them floods the door with wrong codes (Z-06)', async () => {
    const { code } = await invite(owner, map, 'participant');
    await app.person().get(`/api/join/${code}`).expect(200);
    await stillClock(async () => {
      for (let i = 0; i < 400; i++)
        await app.person().get(`/api/join/A${String(22_222 + i).replace(/[01]/g, 'B')}`);
      await app.person().get(`/api/join/${code}`).expect(200);
    });
  });
});
