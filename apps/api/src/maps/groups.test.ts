import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentOf, mapOf, unsound, type EditAnswer, type Groups, type Id, type MapSummary, type Moved, type Report } from '@counterpoint/shared'; // prettier-ignore
import { setTimeout as sleep } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { pictureOf } from '../../../../packages/shared/testing/aMap.ts';
import { addClaim, bodyOf, deleteMap, edit, invite, join, makeMap, read, startTestApp, type Person, type RefusedBody, type TestApp } from '../../testing/testApp.ts'; // prettier-ignore
import { ROUTES } from '../routes.ts';
import { RoomsService } from './rooms.service.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const reply = (target: Id, text: string, claim: Id = uuidv7()) => ({
  ...addClaim(text, claim),
  to: { at: 'argument', argument: uuidv7(), direction: 'rebut', target: { kind: 'claim', id: target }, order: 'a0' }, // prettier-ignore
});
const groupsFor = (person: Person, map: Id) =>
  bodyOf<Groups>(person.get(`/api/maps/${map}/groups`).expect(200));

interface Seminar {
  readonly map: Id;
  readonly owner: Person;
  readonly thesis: Id;
  readonly people: readonly Person[];
  readonly ids: readonly Id[];
}

async function aSeminar(size = 4, faces?: 'anonymous' | 'pseudonymous'): Promise<Seminar> {
  const owner = await app.member();
  const { id: map } = await makeMap(owner);
  if (faces) await edit(owner, map, { kind: 'change-settings', set: { faces } });
  const { code } = await invite(owner, map, 'participant');
  const people = Array.from({ length: size }, () => app.person());
  const ids: Id[] = [];
  for (const [n, person] of people.entries())
    ids.push((await join(person, code, faces ? undefined : `Student ${n}`)).participant.id);
  const thesis = uuidv7();
  await edit(owner, map, addClaim('The bridge should stay', thesis));
  return { map, owner, thesis, people, ids };
}

const asked = ({ map, owner }: Seminar, groups: object[]) =>
  owner.post(`/api/maps/${map}/groups`).send({ groups });

/** Two groups, of the first half and the second. */
async function grouped(seminar: Seminar): Promise<readonly [Id, Id]> {
  const half = seminar.ids.length / 2;
  const { groups } = await bodyOf<Groups>(
    asked(seminar, [
      { name: 'One', people: seminar.ids.slice(0, half) },
      { name: 'Two', people: seminar.ids.slice(half) },
    ]).expect(201),
  );
  return [groups[0]?.map ?? '', groups[1]?.map ?? ''];
}

async function settled<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(20);
  }
}

/** Waits until the groups have taken over, or missed, all of the template. */
const brought = (map: Id) =>
  settled(async () => {
    const rows = await app.query('select 1 from groups join maps on maps.id = template_id where template_id = $1 and groups.version < maps.version', [map]); // prettier-ignore
    return rows.length === 0 ? true : undefined;
  });

const codeOf = async (answer: PromiseLike<{ readonly body: unknown }>) => (await bodyOf<RefusedBody>(answer)).refusal.code; // prettier-ignore

describe('small groups', () => {
  it('[S-14] [J2] each works in a map of its own, with the content of the template, and those who decide see all', async () => {
    const seminar = await aSeminar();
    const { map, owner, people, ids, thesis } = seminar;
    const [one, two] = await grouped(seminar);
    const told = await groupsFor(owner, map);
    expect(told.groups.map(({ name, people: in_, claims, missed }) => [name, in_.map(({ id }) => id).sort(), claims, missed])).toEqual([['One', ids.slice(0, 2).sort(), 0, 0], ['Two', ids.slice(2).sort(), 0, 0]]); // prettier-ignore
    const [first, , third] = people as [Person, Person, Person];
    const { map: seen } = await read(first, one);
    expect([seen.info.title, seen.info.access, seen.claims.map(({ id }) => id)]).toEqual(['School uniforms · One', 'members', [thesis]]); // prettier-ignore
    expect(seen.participants.filter(({ role }) => role === 'participant').map(({ id }) => id).sort()).toEqual(ids.slice(0, 2).sort()); // prettier-ignore
    expect((await edit(first, one, reply(thesis, 'It is old'))).verdicts[0]).toHaveProperty('version');
    expect((await groupsFor(owner, map)).groups.map(({ claims }) => claims)).toEqual([1, 0]);
    expect((await groupsFor(third, map)).groups.map((group) => group.map)).toEqual([two]);
    expect(await groupsFor(third, two)).toEqual({ template: { map, title: 'School uniforms' }, name: 'Two', groups: [] }); // prettier-ignore
  });

  it('[S-14] [P1] no group reads another, by no route of a map', async () => {
    const seminar = await aSeminar();
    const [one, two] = await grouped(seminar);
    const { people, ids } = seminar;
    const ways = Object.keys(ROUTES).filter((route) => route.includes('/maps/:id'));
    expect(ways.length).toBeGreaterThan(25);
    for (const way of ways) {
      const [method = '', path = ''] = way.split(' ');
      const url = path.replace(':id', two).replace(':format', 'json').replace(':version', '1').replace(/:\w+/g, uuidv7()); // prettier-ignore
      const asked = people[0]![method.toLowerCase() as 'get' | 'post' | 'delete'](url).send({});
      const { refusal } = await bodyOf<RefusedBody>(asked.expect(404));
      expect([way, refusal.code]).toEqual([way, 'not-found']);
    }
    const found = await people[0]!.get('/api/search').query({ q: 'bridge' }).expect(200);
    expect(JSON.stringify(found.body)).not.toContain(two);
    expect(JSON.stringify((await people[0]!.get('/api/maps').expect(200)).body)).not.toContain(two);
    expect(JSON.stringify(await read(people[0]!, one))).not.toContain(ids[2]);
  });

  it('[S-14] [J1] refuses what is no division, by name, and changes nothing', async () => {
    const seminar = await aSeminar();
    const [a = '', b = '', c = '', d = ''] = seminar.ids;
    const before = await app.query('select count(*) from maps');
    const pair = { name: 'One', people: [a, b] };
    expect(await codeOf(asked(seminar, [pair, { name: 'Two', people: [c] }]).expect(422))).toBe('group-of-one'); // prettier-ignore
    for (const wrong of [
      [pair, { name: 'Two', people: [b, c] }],
      [pair, { name: 'One', people: [c, d] }],
      [pair, { name: 'Two', people: [c, uuidv7()] }],
      [pair, { name: 'Two', people: [c, (await read(seminar.owner, seminar.map)).map.participants.find(({ role }) => role === 'owner')?.id] }], // prettier-ignore
      [{ name: ' ', people: [a, b] }],
      [],
    ])
      expect(await codeOf(asked(seminar, wrong).expect(422))).toBe('invalid');
    expect(await app.query('select count(*) from maps')).toEqual(before);
    const nameless = await aSeminar(2, 'anonymous');
    expect(await codeOf(asked(nameless, [{ name: 'One', people: nameless.ids }]).expect(409))).toBe('no-names'); // prettier-ignore
    const [one] = await grouped(seminar);
    expect(await codeOf(asked(seminar, [pair]).expect(409))).toBe('has-groups');
    expect(await codeOf(asked({ ...seminar, map: one }, [pair]).expect(409))).toBe('is-group');
    expect((await groupsFor(seminar.owner, seminar.map)).groups).toHaveLength(2);
  });

  it('[S-14] people with pseudonyms keep theirs', async () => {
    const seminar = await aSeminar(4, 'pseudonymous');
    const [one] = await grouped(seminar);
    const names = async (map: Id) => (await read(seminar.owner, map)).map.participants.filter(({ id }) => seminar.ids.slice(0, 2).includes(id)).map(({ id, name, pseudonym }) => [id, name, pseudonym]); // prettier-ignore
    expect(await names(one)).toEqual(await names(seminar.map));
    await read(seminar.people[1]!, one);
  });

  it('[S-14] [J3] five changes of the template come into all groups, but for the one that a group cannot take over', async () => {
    const seminar = await aSeminar();
    const { map, owner, thesis, people } = seminar;
    const second = uuidv7();
    await edit(owner, map, addClaim('It is safe', second));
    const [one, two] = await grouped(seminar);
    // In group one the second claim is merged into the first, by who decides.
    await edit(owner, one, { kind: 'merge-claim', claim: second, into: thesis, reference: uuidv7() });
    await edit(people[2]!, map, addClaim('What a student writes in the template is no fix'));
    const added = uuidv7();
    await edit(owner, map, { kind: 'reword', claim: thesis, text: 'The old bridge should stay', was: 'The bridge should stay' }, reply(thesis, 'It cracks', added), { kind: 'comment', comment: uuidv7(), claim: thesis, text: 'Mind the date.' }, { kind: 'reword', claim: added, text: 'It cracks badly', was: 'It cracks' }, { kind: 'reword', claim: second, text: 'It is quite safe', was: 'It is safe' }); // prettier-ignore
    await brought(map);
    const textsIn = async (group: Id) => (await read(owner, group)).map.claims.map(({ text }) => text).sort();
    expect(await textsIn(two)).toEqual(['It cracks badly', 'It is quite safe', 'The old bridge should stay']);
    expect(await textsIn(one)).toEqual(['It cracks badly', 'The old bridge should stay']);
    const { groups } = await groupsFor(owner, map);
    expect(groups.map(({ missed, claims }) => [missed, claims])).toEqual([[1, 0], [0, 0]]); // prettier-ignore
    const log = await app.query('select m."by" = t."by" as same from changes m join changes t using (id) where m.map_id = $1 and t.map_id = $2', [two, map]); // prettier-ignore
    expect(log).toEqual(Array.from({ length: 5 }, () => ({ same: true })));
  });

  it('[S-14] [J3] a proposal that is accepted in the template, and drafts that are published there, come into all groups, too', async () => {
    const seminar = await aSeminar();
    const { map, owner, thesis } = seminar;
    const suggester = app.person();
    await join(suggester, (await invite(owner, map, 'suggester')).code, 'Su');
    const groups = await grouped(seminar);
    const [proposed, drafted, second, rejected] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
    const send = (claim: Id) => edit(suggester, map, reply(thesis, `Suggested ${claim}`, claim));
    for (const claim of [proposed, rejected]) await send(claim);
    const waiting = (await read(owner, map)).map.proposals.map(({ id, edit: { claim } }) => ({ id, claim }));
    const verdictOn = (claim: Id, verdict: string) => ({ kind: 'decide', proposal: waiting.find((one) => one.claim === claim)?.id, verdict, reason: 'So' }); // prettier-ignore
    const drafts = [uuidv7(), uuidv7()];
    for (const [i, claim] of [drafted, second].entries())
      await edit(owner, map, { kind: 'propose', proposal: drafts[i], to: 'self', edit: reply(i === 0 ? thesis : drafted, 'Prepared', claim) }); // prettier-ignore
    await edit(owner, map, verdictOn(proposed, 'accepted'), verdictOn(rejected, 'rejected'), { kind: 'publish', proposals: drafts }); // prettier-ignore
    await brought(map);
    for (const group of groups) {
      const { claims } = (await read(owner, group)).map;
      expect(claims.map(({ id }) => id).sort()).toEqual([thesis, proposed, drafted, second].sort());
    }
    expect((await groupsFor(owner, map)).groups.map(({ missed, claims }) => [missed, claims])).toEqual([[0, 0], [0, 0]]); // prettier-ignore
  });

  it('[J3] who comes to decide in the template decides in the groups, and who does no more reads them no more', async () => {
    const seminar = await aSeminar();
    const { map, owner } = seminar;
    const [one, two] = await grouped(seminar);
    const helper = await app.member();
    const { participant } = await join(helper, (await invite(owner, map, 'moderator')).code, 'Mo');
    await edit(helper, map, addClaim('By the helper'));
    await brought(map);
    const found = (await read(helper, two)).map.claims.find(({ text }) => text === 'By the helper');
    expect(found?.by).toBe(participant.id);
    await edit(owner, map, { kind: 'set-role', participant: participant.id, role: 'observer' });
    await brought(map);
    for (const group of [one, two]) await helper.get(`/api/maps/${group}`).expect(404);
    await read(helper, map);
    expect((await groupsFor(owner, map)).groups.map(({ missed }) => missed)).toEqual([0, 0]);
  });

  it('[J3] [J4] whose role changes in the template, and never decided, is still in their group, with all they may do there', async () => {
    const seminar = await aSeminar();
    const { map, owner, people, ids, thesis } = seminar;
    const [one] = await grouped(seminar);
    for (const role of ['suggester', 'observer']) {
      await edit(owner, map, { kind: 'set-role', participant: ids[0], role });
      await brought(map);
      const { verdicts } = await edit(people[0]!, one, reply(thesis, `As ${role} in the template`));
      expect(verdicts).toMatchObject([{ version: expect.any(Number) }]);
    }
    const { participants } = (await read(owner, one)).map;
    expect(participants.find(({ id }) => id === ids[0])?.role).toBe('participant');
  });

  it('[J3] what was changed while no server ran is brought over by the next one, once', async () => {
    const seminar = await aSeminar();
    const { map, owner } = seminar;
    const [, two] = await grouped(seminar);
    await edit(owner, map, addClaim('Before'));
    await brought(map);
    // As after a server that ended between asking and writing down how far it is.
    await app.query('update groups set version = version - 1 where template_id = $1', [map]);
    await app.restart();
    await brought(map);
    expect((await read(owner, two)).map.claims.map(({ text }) => text).sort()).toEqual(['Before', 'The bridge should stay']); // prettier-ignore
    expect((await groupsFor(owner, map)).groups.map(({ missed }) => missed)).toEqual([0, 0]);
  });

  it('[S-15] [J4] [J6] who is moved leaves what they wrote to their old group, reads it no more, and has it counted', async () => {
    const seminar = await aSeminar(6);
    const { map, owner, people, ids, thesis } = seminar;
    const [one, two] = await grouped(seminar);
    const [mover] = people as [Person];
    const [id = ''] = ids;
    const late = app.person();
    const { participant } = await join(late, (await invite(owner, map, 'participant')).code, 'Late');
    await edit(mover, one, reply(thesis, 'In the old group'));
    const move = (who: Id, to: Id) => owner.post(`/api/maps/${map}/groups/${to}/people`).send({ participant: who }); // prettier-ignore
    expect(await bodyOf<Moved>(move(id, two).expect(200))).toEqual({ from: one, to: two });
    await mover.get(`/api/maps/${one}`).expect(404);
    expect(await bodyOf(mover.get(`/api/maps/${one}/moved`).expect(200))).toEqual({ from: 'One', name: 'Two', map: two }); // prettier-ignore
    // Nobody else is told where anybody is: who stayed, who decides, who is in no group, who is nobody.
    for (const other of [people[1]!, owner, late, app.person()])
      await other.get(`/api/maps/${one}/moved`).expect(404);
    await edit(mover, two, reply(thesis, 'In the new group'));
    expect(await bodyOf<Moved>(move(participant.id, two).expect(200))).toEqual({ from: null, to: two });
    await read(late, two);
    const { claims, participants } = (await read(owner, one)).map;
    const kept = claims.find(({ text }) => text === 'In the old group');
    expect([kept?.by, kept?.removed, participants.find((one_) => one_.id === id)?.role]).toEqual([id, null, null]); // prettier-ignore
    const { people: parts } = await bodyOf<Report>(owner.get(`/api/maps/${map}/report`).expect(200));
    expect(parts.find(({ person }) => person.id === id)).toMatchObject({ replies: 2, written: 2, kept: 2 });
    expect(parts).toHaveLength(ids.length + 1 + 1);
    const { people: own } = await bodyOf<Report>(mover.get(`/api/maps/${map}/report`).expect(200));
    expect(own.map(({ person, written }) => [person.id, written])).toEqual([[id, 2]]);
    // And back again: the same participant.
    expect(await bodyOf<Moved>(move(id, one).expect(200))).toEqual({ from: two, to: one });
    await read(mover, one);
    await move(uuidv7(), one).expect(404);
    await move(id, map).expect(404);
  });

  it('[S-14] a group is given another name by who manages the template, and its map has it in its title', async () => {
    const seminar = await aSeminar();
    const { map, owner, people } = seminar;
    const [one, two] = await grouped(seminar);
    const rename = (person: Person, group: Id, name: string) => person.post(`/api/maps/${map}/groups/${group}/name`).send({ name }); // prettier-ignore
    const title = async (group: Id) => (await read(owner, group)).map.info.title;
    await rename(people[0]!, one, 'Mine').expect(403);
    expect(await codeOf(rename(owner, one, 'Two').expect(422))).toBe('invalid');
    expect(await codeOf(rename(owner, one, 'One').expect(409))).toBe('no-change');
    expect(await codeOf(rename(owner, one, 'A\nB').expect(422))).toBe('invalid');
    expect(await codeOf(rename(owner, map, 'Three').expect(404))).toBe('not-found');
    expect(await title(one)).toBe('School uniforms · One');
    const { groups } = await bodyOf<Groups>(rename(owner, one, '红队').expect(200));
    expect(groups.map(({ name }) => name)).toEqual(['红队', 'Two']);
    expect(await title(one)).toBe('School uniforms · 红队');
    expect((await groupsFor(people[0]!, one)).name).toBe('红队');
    // A title that was given by hand is nobody else's.
    await edit(owner, two, { kind: 'change-settings', set: { title: 'Of our own' } });
    await rename(owner, two, 'Blues').expect(200);
    expect(await title(two)).toBe('Of our own');
  });

  it('[S-14] [P27] a template with groups is not deleted, and a group is, out of the archive', async () => {
    const seminar = await aSeminar();
    const { map, owner } = seminar;
    const [one, two] = await grouped(seminar);
    expect(await codeOf(owner.delete(`/api/maps/${map}`).expect(409))).toBe('has-groups');
    await read(owner, map);
    expect(await codeOf(owner.delete(`/api/maps/${one}`).expect(409))).toBe('not-archived');
    await deleteMap(owner, one);
    expect((await groupsFor(owner, map)).groups.map((group) => group.map)).toEqual([two]);
    await deleteMap(owner, two);
    await deleteMap(owner, map);
  });

  it('[S-14] [J5] merged into one map of the teacher, nothing is lost and the groups are named', async () => {
    const seminar = await aSeminar();
    const { map, owner, people, thesis } = seminar;
    const merge = () => owner.post(`/api/maps/${map}/groups/merge`);
    expect(await codeOf(merge().expect(404))).toBe('not-found');
    const [one, two] = await grouped(seminar);
    await edit(people[0]!, one, reply(thesis, 'It is old'));
    await edit(people[2]!, two, reply(thesis, 'It is blue'), { kind: 'reword', claim: thesis, text: 'Stay it should', was: 'The bridge should stay' }); // prettier-ignore
    const merged = await bodyOf<MapSummary>(merge().expect(201));
    expect(merged).toMatchObject({ role: 'owner', info: { title: 'School uniforms · merged', access: 'members' } }); // prettier-ignore
    const { map: content } = await read(owner, merged.id);
    expect(pictureOf(mapOf(content))).toBe('The bridge should stay\n  - It is old\n  - It is blue');
    expect(content.claims.flatMap(({ beside }) => beside.map(({ text }) => text))).toEqual(['Stay it should']); // prettier-ignore
    expect(content.participants.map(({ name }) => name).sort()).toEqual(['Ann', 'Student 0 · One', 'Student 2 · Two']); // prettier-ignore
    const whole = (await app.part(RoomsService).current(merged.id))!.map;
    expect(unsound(contentOf(whole))).toBeUndefined();
    for (const person of people) await person.get(`/api/maps/${merged.id}`).expect(404);
    expect((await bodyOf<EditAnswer>(owner.post(`/api/maps/${merged.id}/edits`).send({ edits: [{ id: uuidv7(), edit: addClaim('More') }] }).expect(200))).verdicts[0]).toHaveProperty('version'); // prettier-ignore
  });
});
