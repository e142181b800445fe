// A copy with its people over the real server: they come to it by their own accounts, and it tells nothing of the map before.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentOf, type ArgumentMap, type Id, type InviteRole, type MapPage, type MapSummary, type NameBehind } from '@counterpoint/shared'; // prettier-ignore
import { uuidv7 } from 'uuidv7';
import { addClaim, bodyOf, edit, invite, join, makeMap, read, startTestApp, type Person, type RefusedBody, type TestApp } from '../../testing/testApp.ts'; // prettier-ignore
import { RoomsService } from './rooms.service.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

interface Class {
  readonly map: Id;
  readonly owner: Person;
  readonly people: ReadonlyMap<InviteRole, { readonly person: Person; readonly id: Id }>;
}

async function aClass(faces: 'named' | 'pseudonymous' | 'anonymous' = 'named'): Promise<Class> {
  const owner = await app.member();
  const { id: map } = await makeMap(owner);
  if (faces !== 'named') await edit(owner, map, { kind: 'change-settings', set: { faces } });
  const people = new Map<InviteRole, { person: Person; id: Id }>();
  for (const role of ['moderator', 'participant', 'suggester', 'observer'] as const) {
    const person = await app.member();
    const { participant } = await join(person, (await invite(owner, map, role)).code, role);
    people.set(role, { person, id: participant.id });
  }
  return { map, owner, people };
}

const one = ({ people }: Class, role: InviteRole) => {
  const found = people.get(role);
  if (!found) throw new Error(`nobody is ${role}`);
  return found;
};

const copyOf = (person: Person, map: Id) =>
  bodyOf<MapSummary>(person.post(`/api/maps/${map}/copy`).send({ people: true }).expect(201));

async function rolesAtHome(person: Person): Promise<[Id, string | null][]> {
  const { maps } = await bodyOf<MapPage>(person.get('/api/maps').expect(200));
  return maps.filter(({ sample }) => !sample).map(({ id, role }) => [id, role]);
}

const mapsThere = () => app.query<{ id: Id }>('select id from maps order by id');

async function held(map: Id): Promise<ArgumentMap> {
  const current = await app.part(RoomsService).current(map);
  if (!current) throw new Error('the map is gone');
  return current.map;
}

describe('POST /api/maps/:id/copy with people', () => {
  it('[Y1] lets each come in by their account, in their role, and go on writing as the author of theirs', async () => {
    const all = await aClass();
    const { person, id } = one(all, 'participant');
    const claim = uuidv7();
    await edit(person, all.map, addClaim('Mine.', claim));
    const copy = await copyOf(all.owner, all.map);
    for (const [role, { person: member }] of all.people)
      expect(await rolesAtHome(member)).toEqual([[copy.id, role], [all.map, role]]); // prettier-ignore
    const { map: seen } = await read(person, copy.id);
    expect(seen.participants.map((other) => other.id)).not.toContain(id);
    const reword = { kind: 'reword', claim, text: 'Mine, still.', was: 'Mine.' };
    expect((await edit(person, copy.id, reword)).verdicts).toMatchObject([{ version: expect.any(Number) }]);
    expect((await read(one(all, 'observer').person, copy.id)).map.claims).toMatchObject([
      { text: 'Mine, still.' },
    ]);
    // A stranger, and who was taken out, read it no more than any map.
    await (await app.member()).get(`/api/maps/${copy.id}`).expect(404);
  });

  it('[Y1] is refused to everybody but an owner, and makes nothing', async () => {
    const all = await aClass();
    await edit(all.owner, all.map, { kind: 'change-settings', set: { access: 'anyone' } });
    const before = await mapsThere();
    const others = [...all.people.values()].map(({ person }) => person);
    for (const person of [...others, await app.member()]) {
      const refused = await bodyOf<RefusedBody>(
        person.post(`/api/maps/${all.map}/copy`).send({ people: true }).expect(403),
      );
      expect(refused.refusal.code).toBe('not-allowed');
    }
    await app.person().post(`/api/maps/${all.map}/copy`).send({ people: true }).expect(401);
    for (const people of ['yes', 1, null])
      await all.owner.post(`/api/maps/${all.map}/copy`).send({ people }).expect(422);
    expect(await mapsThere()).toEqual(before);
    // Theirs alone they may have.
    const { person } = one(all, 'participant');
    const own = await bodyOf<MapSummary>(person.post(`/api/maps/${all.map}/copy`).expect(201));
    expect((await read(person, own.id)).map.participants).toMatchObject([{ role: 'owner' }]);
  });

  it('[Y1] [P27] begins next year from an archive, without whoever was taken out', async () => {
    const all = await aClass();
    const { person, id } = one(all, 'suggester');
    await edit(
      all.owner,
      all.map,
      { kind: 'set-role', participant: id, role: null },
      { kind: 'set-hold', hold: 'archived', slow: 0 },
    );
    const copy = await copyOf(all.owner, all.map);
    expect(copy.info.hold).toBe('none');
    expect(await rolesAtHome(person)).toEqual([]);
    await person.get(`/api/maps/${copy.id}`).expect(404);
  });

  it('[Y2] has no row of what is about a person: votes, flags, notes, visits, proposals, extra time, mutes', async () => {
    const all = await aClass();
    const [student, suggester] = [one(all, 'participant'), one(all, 'suggester')];
    const claim = uuidv7();
    await edit(all.owner, all.map, { kind: 'change-settings', set: { votes: 'hidden' } }, addClaim('A.', claim)); // prettier-ignore
    await edit(
      student.person,
      all.map,
      { kind: 'vote', vote: uuidv7(), on: claim, ballot: uuidv7(), judged: null, value: 4 },
      { kind: 'flag', flag: uuidv7(), about: claim, code: 'personal', text: 'zqflagq' },
    );
    await edit(suggester.person, all.map, addClaim('zqproposedq'));
    await student.person
      .post(`/api/maps/${all.map}/looks`)
      .send({ until: 1, told: 0, opened: [], all: false });
    await edit(
      all.owner,
      all.map,
      { kind: 'set-allowance', allowance: uuidv7(), participant: student.id, percent: 50 },
      { kind: 'mute', mute: uuidv7(), participant: suggester.id, reason: 'zqmuteq', hide: false },
    );
    const was = await held(all.map);
    const about = ['votes', 'flags', 'visits', 'proposals', 'allowances', 'mutes'] as const;
    expect(about.filter((table) => was[table].size === 0)).toEqual([]);
    const copy = await copyOf(all.owner, all.map);
    const now = await held(copy.id);
    expect(about.filter((table) => now[table].size > 0)).toEqual([]);
    const kept = JSON.stringify([contentOf(now), await app.query('select * from changes where map_id = $1', [copy.id])]); // prettier-ignore
    expect(kept).not.toMatch(/zq\w+q/);
  });

  it('[Y3] [A4] [A6] gives other pseudonyms, which those who decide may look behind there', async () => {
    const all = await aClass('pseudonymous');
    const { person, id } = one(all, 'participant');
    await edit(person, all.map, addClaim('Mine.'));
    const before = (await read(person, all.map)).map.participants;
    const copy = await copyOf(all.owner, all.map);
    expect(await rolesAtHome(person)).toContainEqual([copy.id, 'participant']);
    const { participants, claims } = (await read(all.owner, copy.id)).map;
    const self = participants.find(({ role }) => role === 'participant');
    const author = participants.find((other) => other.id === claims[0]?.by);
    expect(author).toMatchObject({ role: null, name: before.find((other) => other.id === id)?.name });
    expect(before.map(({ name }) => name)).not.toContain(self?.name);
    const path = (of: Id | undefined) => `/api/maps/${copy.id}/participants/${of}/name`;
    const behind = await bodyOf<NameBehind>(all.owner.post(path(self?.id)).send({ reason: 'Why' }).expect(200)); // prettier-ignore
    expect(behind.name).toMatch(/./);
    await all.owner.post(path(author?.id)).send({ reason: 'Why' }).expect(409);
  });

  it('[Y3] [A3] brings nobody out of a map without names', async () => {
    const all = await aClass('anonymous');
    const before = await mapsThere();
    const refused = await bodyOf<RefusedBody>(
      all.owner.post(`/api/maps/${all.map}/copy`).send({ people: true }).expect(409),
    );
    expect(refused.refusal.code).toBe('no-names');
    expect(await mapsThere()).toEqual(before);
    await all.owner.post(`/api/maps/${all.map}/copy`).expect(201);
  });
});
