import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id, Role } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import {
  addClaim,
  bodyOf,
  type RefusedBody,
  edit,
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
let owner: Person;
let map: string;
let code: string;
beforeAll(async () => {
  app = await startTestApp();
  owner = await app.member();
  map = (await makeMap(owner)).id;
  code = (await invite(owner, map, 'participant')).code;
});
afterAll(() => app.stop());

const setRole = (by: Person, participant: Id, role: Role | null) =>
  edit(by, map, { kind: 'set-role', participant, role });
const signUp = (person: Person, login: string = uuidv7()) =>
  person.post('/api/accounts/sign-up').send({ login, name: 'Ann', password: PASSWORD }).expect(201);
const signOut = (person: Person) => person.post('/api/accounts/sign-out').expect(200);

/** A person who was in the map and was taken out. */
async function taken(person: Person = app.person(), role: Role = 'participant'): Promise<[Person, Id]> {
  const { participant } = await join(person, (await invite(owner, map, role)).code, 'Tom');
  await setRole(owner, participant.id, null);
  return [person, participant.id];
}

async function refused(person: Person, key = code): Promise<void> {
  for (const asked of [
    person.get(`/api/join/${key}`),
    person.post(`/api/join/${key}`).send({ name: 'Another name' }),
  ])
    expect((await bodyOf<RefusedBody>(asked.expect(403))).refusal.code).toBe('taken-out');
}

describe('[E15] who was taken out', () => {
  it('[E15] comes back by no invitation, neither the old one nor another, nor under another name', async () => {
    const person = app.person();
    const { code: used, token } = await invite(owner, map, 'moderator');
    const { participant } = await join(person, used, 'Mo');
    await setRole(owner, participant.id, null);
    for (const key of [used, token, code]) await refused(person, key);
    await person.get(`/api/maps/${map}`).expect(404);
  });

  it('[E15] is let back in by a moderator, into a role that they may give', async () => {
    const moderator = app.person();
    await join(moderator, (await invite(owner, map, 'moderator')).code, 'Mo');
    const [person, participant] = await taken(app.person(), 'moderator');
    const { verdicts } = await setRole(moderator, participant, 'moderator');
    expect(verdicts[0]).toMatchObject({ refusal: { code: 'not-allowed' } });
    await refused(person);
    await setRole(moderator, participant, 'participant');
    expect((await join(person, code)).participant).toMatchObject({ id: participant, role: 'participant' });
    await person.get(`/api/maps/${map}`).expect(200);
  });

  it('[E15] is known again as a new guest of the same browser, and leaves no account behind', async () => {
    const [person] = await taken();
    await signOut(person);
    const count = async () => (await app.query('select 1 from accounts')).length;
    const before = await count();
    await refused(person);
    expect(await count()).toBe(before);
    await join(app.person(), code, 'Tom');
  });

  it('[E15] is known again under a new account of the same browser, and after several', async () => {
    const [person] = await taken();
    await signUp(person); // the guest keeps the account
    await refused(person);
    await signUp(person);
    await refused(person);
    await signOut(person);
    await signUp(person);
    await refused(person);
    await person.get('/api/accounts/me').expect(200);
  });

  it('[E15] frees the browser once they are let back in', async () => {
    const [person, participant] = await taken();
    await signOut(person);
    await refused(person);
    await setRole(owner, participant, 'observer');
    expect((await join(person, code, 'Next pupil')).participant.id).not.toBe(participant);
  });

  it('[E15] keeps nobody away who had an account of their own before, as on a shared computer', async () => {
    const login = uuidv7();
    await app.member(login);
    const [person] = await taken();
    await signOut(person);
    await person.post('/api/accounts/sign-in').send({ login, password: PASSWORD }).expect(200);
    await join(person, code);
  });

  it('[E15] keeps no member away who comes to that browser', async () => {
    const [person] = await taken();
    const login = uuidv7();
    const { participant } = await join(await app.member(login), code);
    await signOut(person);
    await person.post('/api/accounts/sign-in').send({ login, password: PASSWORD }).expect(200);
    expect((await join(person, code)).participant).toEqual(participant);
  });

  it('[E15] is forgotten by the browser after five others', async () => {
    const [person] = await taken();
    for (let others = 0; others < 5; others++) {
      await signOut(person);
      await refused(person);
      await signUp(person);
    }
    await signOut(person);
    await join(person, code, 'Next pupil');
  });

  it('[E15] is known in that map only', async () => {
    const [person] = await taken();
    await signOut(person);
    const elsewhere = (await makeMap(owner)).id;
    await join(person, (await invite(owner, elsewhere, 'participant')).code, 'Tom');
  });

  it('[E15] leaves no session behind that is worth anything: signing out ends it (Z-02)', async () => {
    const [person] = await taken();
    const sessions = () =>
      app.query<{ sid: string; sess: { account?: string } }>('select sid, sess from sessions');
    const before = await sessions();
    await signOut(person);
    await person.get('/api/accounts/me').expect(200, { account: null });
    const after = await sessions();
    const ended = before.filter(({ sid }) => !after.some((each) => each.sid === sid));
    const begun = after.filter(({ sid }) => !before.some((each) => each.sid === sid));
    expect([ended.length, begun.length, begun[0]?.sess.account]).toEqual([1, 1, undefined]);
  });
});

describe('GET /api/maps/:id/joined', () => {
  it('[E15] tells who can be let back in from authors who never joined here', async () => {
    const other = (await makeMap(owner)).id;
    const joined = (id: string) => bodyOf<Id[]>(owner.get(`/api/maps/${id}/joined`).expect(200));
    const founder = await joined(other);
    const author = app.person();
    const { participant } = await join(author, (await invite(owner, other, 'participant')).code, 'Author');
    await edit(author, other, addClaim('Mine.'));
    await edit(owner, other, { kind: 'set-role', participant: participant.id, role: null });
    expect(await joined(other)).toEqual([...founder, participant.id]);
    const copy = await bodyOf<{ id: string }>(owner.post(`/api/maps/${other}/copy`).expect(201));
    const { map: content } = await read(owner, copy.id);
    expect(content.participants.map(({ name }) => name)).toContain('Author');
    expect(await joined(copy.id)).toEqual([content.participants.find(({ role }) => role === 'owner')?.id]);
  });
});
