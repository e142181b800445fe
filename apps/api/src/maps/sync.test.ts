// The messages of the socket as requests: the same rules, for a network that lets no socket through.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PROTOCOL, type CatchUpReply, type PushReply, type Welcome } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { addClaim, bodyOf, edit, invite, join, makeMap, read, startTestApp, type Person, type TestApp } from '../../testing/testApp.ts'; // prettier-ignore

let app: TestApp;
let owner: Person;
let guest: Person;
let map: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  owner = await app.member();
  ({ id: map } = await makeMap(owner));
  guest = app.person();
  await join(guest, (await invite(owner, map, 'participant')).code);
});

const hello = (person: Person, client: string, version: number | null = null, epoch: number | null = null) =>
  person.post(`/api/maps/${map}/sync/hello`).send({ protocol: PROTOCOL, client, version, epoch });
const push = (person: Person, client: string, edits: readonly object[]) =>
  person.post(`/api/maps/${map}/sync/push`).send({ client, edits });
const since = (person: Person, version: number) =>
  person.get(`/api/maps/${map}/sync/catch-up?since=${version}`);

describe('a map without sockets', () => {
  it('[S2] [S3] takes edits once, however often they are sent, and tells others of them', async () => {
    const client = uuidv7();
    const { version } = await bodyOf<Welcome>(hello(owner, client).expect(200));
    const edits = ['One.', 'Two.'].map((text, i) => ({ seq: i + 1, id: uuidv7(), edit: addClaim(text) }));
    const first = await bodyOf<PushReply>(push(owner, client, edits).expect(200));
    expect(first.verdicts.map((verdict) => 'version' in verdict)).toEqual([true, true]);
    expect(await bodyOf<PushReply>(push(owner, client, edits).expect(200))).toEqual(first);
    const { frame } = await bodyOf<CatchUpReply>(since(guest, version).expect(200));
    expect(frame?.changes.map(({ id }) => id)).toEqual(edits.map(({ id }) => id));
    expect((await read(guest, map)).map.claims.map(({ text }) => text).sort()).toEqual(['One.', 'Two.']);
    const { frame: more } = await bodyOf<CatchUpReply>(since(guest, frame?.to ?? 0).expect(200));
    expect(more).toEqual({ from: frame?.to, to: frame?.to, changes: [] });
  });

  it('[S14] is edited by nobody under the client id of another', async () => {
    const client = uuidv7();
    await hello(owner, client).expect(200);
    await push(owner, client, [{ seq: 1, id: uuidv7(), edit: addClaim('Mine.') }]).expect(200);
    await hello(guest, client).expect(403);
    await push(guest, client, [{ seq: 2, id: uuidv7(), edit: addClaim('Not mine.') }]).expect(403);
    expect((await read(owner, map)).map.claims).toHaveLength(1);
  });

  it('[S14] is not edited in the name of who has the browser next, and nobody is bound by having tried', async () => {
    const [client, edits] = [uuidv7(), [{ seq: 1, id: uuidv7(), edit: addClaim('Mine.') }]];
    const { participant: as, version, epoch } = await bodyOf<Welcome>(hello(guest, uuidv7()).expect(200));
    await edit(owner, map, { kind: 'change-settings', set: { access: 'anyone' } });
    for (const [person, status] of [
      [owner, 403],
      [app.person(), 401],
    ] as const) {
      await person.post(`/api/maps/${map}/sync/hello`).send({ protocol: PROTOCOL, client, version, epoch, as }).expect(status); // prettier-ignore
      await person.post(`/api/maps/${map}/sync/push`).send({ client, edits, as }).expect(status);
      await person.get(`/api/maps/${map}/sync/catch-up?since=${version}&as=${as}`).expect(status);
    }
    expect((await read(owner, map)).map.claims).toEqual([]);
    await guest.post(`/api/maps/${map}/sync/push`).send({ client, edits, as }).expect(200);
    await guest.get(`/api/maps/${map}/sync/catch-up?since=${version}&as=${as}`).expect(200);
    const { map: now } = await read(owner, map);
    expect(now.claims.map(({ by }) => by)).toEqual([as]);
  });

  it('[S14] that not anyone may read is not there for who is nobody by now', async () => {
    const { participant: as } = await bodyOf<Welcome>(hello(guest, uuidv7()).expect(200));
    await edit(owner, map, { kind: 'change-settings', set: { access: 'members' } });
    const body = { protocol: PROTOCOL, client: uuidv7(), version: null, epoch: null, as };
    await app.person().post(`/api/maps/${map}/sync/hello`).send(body).expect(404);
  });

  it('[S12] tells nobody what is not theirs to read, and strangers nothing', async () => {
    await edit(owner, map, { kind: 'change-settings', set: { access: 'members' } });
    await since(app.person(), 0).expect(404);
    await hello(app.person(), uuidv7()).expect(404);
    await push(app.person(), uuidv7(), [{ seq: 1, id: uuidv7(), edit: addClaim('X') }]).expect(404);
    const suggester = app.person();
    await join(suggester, (await invite(owner, map, 'suggester')).code);
    const client = uuidv7();
    const { version, epoch } = await bodyOf<Welcome>(hello(suggester, client).expect(200));
    await push(suggester, client, [{ seq: 1, id: uuidv7(), edit: addClaim('A secret offer.') }]); // prettier-ignore
    const told = await Promise.all(
      [owner, guest].map(async (person) => JSON.stringify(await bodyOf(since(person, version).expect(200)))),
    );
    expect(told.map((text) => text.includes('A secret offer.'))).toEqual([true, false]);
    const { frame } = await bodyOf<Welcome>(hello(guest, uuidv7(), version, epoch).expect(200));
    expect(JSON.stringify(frame)).not.toContain('A secret offer.');
  });

  it('refuses what it cannot read, and changes nothing', async () => {
    for (const body of [{}, { protocol: PROTOCOL }, { protocol: PROTOCOL, client: 'x', version: -1 }])
      await owner.post(`/api/maps/${map}/sync/hello`).send(body).expect(422);
    await owner.post(`/api/maps/${map}/sync/hello`).send({ protocol: 0, client: uuidv7(), version: null, epoch: null }).expect(409); // prettier-ignore
    await push(owner, uuidv7(), []).expect(422);
    const odd = await bodyOf<PushReply>(push(owner, uuidv7(), [{ seq: 1, id: uuidv7(), edit: { kind: 'nonsense' } }]).expect(200)); // prettier-ignore
    expect(odd.verdicts[0]).toMatchObject({ refusal: { code: 'invalid' } });
    await since(owner, -1).expect(422);
    expect((await read(owner, map)).map.claims).toEqual([]);
  });
});

it('[Z-03] the door says nothing to a page of this server, and to others why no socket comes through', async () => {
  await owner.post('/api/door').set('Origin', app.url).expect(204);
  await owner.post('/api/door').expect(204);
  const behind = owner.post('/api/door').set({ Origin: 'https://school.example', 'Sec-Fetch-Site': 'same-origin' }); // prettier-ignore
  expect((await behind.expect(403)).body).toEqual({
    refusal: { code: 'wrong-origin', message: expect.any(String) },
  });
});
