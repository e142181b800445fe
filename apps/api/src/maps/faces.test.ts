import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Faces, History, Hits, Id, Invitation, InviteRole, Joined, MapPage, Me, NameBehind, RecordPage } from '@counterpoint/shared'; // prettier-ignore
import { uuidv7 } from 'uuidv7';
import { Bot } from '../../../../tests/support/bot.ts';
import { Person as Visitor } from '../../../../tests/support/people.ts';
import { stillClock } from '../../../../packages/shared/testing/stillClock.ts';
import { addClaim, bodyOf, edit, invite, PASSWORD, read, startTestApp, type Person, type RefusedBody, type TestApp } from '../../testing/testApp.ts'; // prettier-ignore

const lines: string[] = [];
let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await startTestApp({}, lines);
  owner = await app.member();
});
afterAll(() => app.stop());

async function aMapOf(faces: Faces, language = 'en', by = owner): Promise<Id> {
  const map = (await bodyOf<{ id: Id }>(by.post('/api/maps').send({ title: 'A map', language }).expect(201)))
    .id;
  if (faces !== 'named') await edit(by, map, { kind: 'change-settings', set: { faces } });
  return map;
}
const codeOf = async (map: Id, role: InviteRole = 'participant') => (await invite(owner, map, role)).code;
const come = (person: Person, key: string, asked: object = {}) =>
  bodyOf<Joined>(person.post(`/api/join/${key}`).send(asked).expect(200));
const mapsOf = async (person: Person) =>
  (await bodyOf<MapPage>(person.get('/api/maps').expect(200))).maps
    .filter(({ sample }) => !sample)
    .map(({ id }) => id);
const codeIn = async (asked: PromiseLike<{ readonly body: unknown }>) =>
  (await bodyOf<RefusedBody>(asked)).refusal.code;
const cookieOf = ({ headers }: { headers: Readonly<Record<string, string>> }): string | undefined =>
  /counterpoint\.faces=([^;]*)/.exec(String(headers['set-cookie']))?.[1];

/** Every row of every table, as text. */
async function rowsOf(): Promise<{ table: string; row: string }[]> {
  const tables = await app.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const all = [];
  for (const { name } of tables)
    for (const { row } of await app.query<{ row: string }>(`select t::text as row from ${name} t`))
      all.push({ table: name, row });
  return all;
}

describe('in a map without names', () => {
  it('[A3] [S-11] who comes is asked for no name, and leaves neither an account nor a session', async () => {
    const map = await aMapOf('anonymous', 'zh');
    const counts = () =>
      app.query('select (select count(*) from accounts) a, (select count(*) from sessions) s');
    const [key, before] = [await codeOf(map), await counts()];
    const person = app.person();
    expect(await bodyOf<Invitation>(person.get(`/api/join/${key}`).expect(200))).toMatchObject({
      faces: 'anonymous',
    });
    const { participant } = await come(person, key, { name: 'Real Name' });
    expect(participant).toMatchObject({ pseudonym: true, role: 'participant', name: expect.stringMatching(/^\p{Script=Han}+$/u) }); // prettier-ignore
    expect(await counts()).toEqual(before);
    expect((await rowsOf()).filter(({ row }) => row.includes('Real Name'))).toEqual([]);
    expect(await bodyOf<Me>(person.get('/api/accounts/me').expect(200))).toEqual({
      account: null,
      faces: expect.any(String),
    });
  });

  it('[A3] they are whom their browser says, by every door, and somebody else in another browser', async () => {
    const map = await aMapOf('anonymous');
    const key = await codeOf(map);
    const person = app.person();
    const { participant } = await come(person, key);
    expect((await come(person, key)).participant).toEqual(participant);
    expect((await bodyOf<Invitation>(person.get(`/api/join/${key}`).expect(200))).participant).toBe(
      participant.id,
    );
    await edit(person, map, addClaim('Badgers dig deep.'));
    expect((await read(person, map)).map.claims.map(({ by }) => by)).toEqual([participant.id]);
    expect(await mapsOf(person)).toEqual([map]);
    const { hits } = await bodyOf<Hits>(person.get('/api/search?q=badgers').expect(200));
    expect(hits.map((hit) => hit.map)).toEqual([map]);
    await person
      .post(`/api/maps/${map}/looks`)
      .send({ until: 1, told: 0, opened: [], all: false })
      .expect(200);
    const text = {
      id: uuidv7(),
      source: uuidv7(),
      edition: uuidv7(),
      title: 'T',
      language: 'en',
      text: 'A text.',
    };
    await person.post(`/api/maps/${map}/sources`).send(text).expect(201);
    await person.post(`/api/maps/${map}/copy`).expect(401);
    await person.post('/api/maps').send({ title: 'T', language: 'en' }).expect(401);
    expect((await come(app.person(), key)).participant.id).not.toBe(participant.id);
    expect(await bodyOf<Id[]>(owner.get(`/api/maps/${map}/joined`).expect(200))).toContain(participant.id);
  });

  it('[A3] [S-11] no row of any table leads from who is signed in to whom they are there', async () => {
    const [map, other] = [await aMapOf('anonymous'), await aMapOf('anonymous')];
    const login = uuidv7();
    const person = await app.member(login);
    const { account } = await bodyOf<Me>(person.get('/api/accounts/me').expect(200));
    const response = await person
      .post(`/api/join/${await codeOf(map)}`)
      .send({})
      .expect(200);
    const { participant } = response.body as Joined;
    const second = await come(person, await codeOf(other));
    await edit(person, map, addClaim('Uniforms cost less.'));
    const rows = await rowsOf();
    const [mine, session] = [account?.id ?? 'none', /counterpoint=s%3A([\w-]+)/.exec(String(response.headers['set-cookie']))?.[1]]; // prettier-ignore
    expect(session).toBeUndefined();
    const known = rows.filter(({ row }) => row.includes(mine));
    expect([...new Set(known.map(({ table }) => table))].sort()).toEqual(['accounts', 'sessions']);
    for (const { row } of known)
      for (const word of [map, participant.id, participant.name]) expect(row).not.toContain(word);
    // What is kept of a browser differs from map to map, and its secret is nowhere.
    const keys = await app.query<{ key: string }>(
      `select encode(key, 'hex') as key from faces where participant_id = any($1::uuid[])`,
      [[participant.id, second.participant.id]],
    );
    expect(new Set(keys.map(({ key }) => key)).size).toBe(2);
    const [value = ''] = decodeURIComponent(cookieOf(response) ?? '').split('.');
    const secret = Buffer.from(value, 'base64url').subarray(0, 24);
    for (const spelt of ['hex', 'base64', 'base64url'] as const)
      expect(rows.filter(({ row }) => row.includes(secret.toString(spelt)))).toEqual([]);
    // Not where they are signed in elsewhere either.
    const elsewhere = app.person();
    await elsewhere.post('/api/accounts/sign-in').send({ login, password: PASSWORD }).expect(200);
    expect([await mapsOf(elsewhere), (await mapsOf(person)).sort()]).toEqual([[], [map, other].sort()]);
    await elsewhere.get(`/api/maps/${map}`).expect(404);
  });

  it('[A3] how often an invitation was used is not told: each could have one of their own', async () => {
    const map = await aMapOf('anonymous');
    await come(app.person(), await codeOf(map));
    const invites = await bodyOf<{ uses: number }[]>(owner.get(`/api/maps/${map}/invites`).expect(200));
    expect(invites.map(({ uses }) => uses)).toEqual([0]);
  });

  it('[A1] who comes to decide comes by their account, and so does the owner', async () => {
    const map = await aMapOf('anonymous');
    const moderator = app.person();
    const { participant } = await come(moderator, await codeOf(map, 'moderator'), {
      name: 'Mo',
      faces: 'named',
    });
    expect(participant).toMatchObject({ name: 'Mo', pseudonym: false });
    expect(
      await app.query('select 1 from memberships where participant_id = $1', [participant.id]),
    ).toHaveLength(1);
    const again = await come(owner, await codeOf(map));
    expect(again.participant).toMatchObject({ role: 'owner', pseudonym: false });
    expect(await app.query('select 1 from faces where map_id = $1', [map])).toEqual([]);
  });

  it('[A3] who signs out is nobody any more, and a new one when they come again; so is who signs in as another', async () => {
    const map = await aMapOf('anonymous');
    const key = await codeOf(map);
    const person = app.person();
    const first = await come(person, key);
    expect(cookieOf(await person.post('/api/accounts/sign-out').expect(200))).toBe('');
    await person.get(`/api/maps/${map}`).expect(404);
    expect(await mapsOf(person)).toEqual([]);
    const second = await come(person, key);
    expect(second.participant.id).not.toBe(first.participant.id);
    // Who signs in for the first time stays who they are.
    const signUp = () => person.post('/api/accounts/sign-up').send({ login: uuidv7(), name: 'Ann', password: PASSWORD }).expect(201); // prettier-ignore
    await signUp();
    expect((await come(person, key)).participant.id).toBe(second.participant.id);
    await signUp();
    await person.get(`/api/maps/${map}`).expect(404);
  });

  it('[E15] who was taken out is kept out in that browser, and is told so', async () => {
    const map = await aMapOf('anonymous');
    const key = await codeOf(map);
    const person = app.person();
    const { participant } = await come(person, key);
    await edit(owner, map, { kind: 'set-role', participant: participant.id, role: null });
    await person.get(`/api/maps/${map}`).expect(404);
    expect(await codeIn(person.get(`/api/join/${key}`).expect(403))).toBe('taken-out');
    expect(await codeIn(person.post(`/api/join/${key}`).send({}).expect(403))).toBe('taken-out');
    await edit(owner, map, { kind: 'set-role', participant: participant.id, role: 'participant' });
    expect((await come(person, key)).participant.id).toBe(participant.id);
  });

  it('[A3] a cookie that this server did not give is nobody’s', async () => {
    const map = await aMapOf('anonymous');
    const response = await app
      .person()
      .post(`/api/join/${await codeOf(map)}`)
      .send({})
      .expect(200);
    const good = cookieOf(response) ?? '';
    const [value = '', signature = ''] = decodeURIComponent(good).split('.');
    const ask = (cookie: string) =>
      app
        .person()
        .get(`/api/maps/${map}`)
        .set('Cookie', `counterpoint.faces=${encodeURIComponent(cookie)}`);
    await ask(`${value}.${signature}`).expect(200);
    for (const bad of [
      '',
      '.',
      value,
      `${value}.`,
      `${value.slice(0, -4)}.${signature}`,
      `${value}.${signature.slice(1)}x`,
      `AAAA.${signature}`,
    ])
      // prettier-ignore
      await ask(bad).expect(404);
    await app.person().get(`/api/maps/${map}`).set('Cookie', `counterpoint.faces=%E0%A4%A.${'x'.repeat(3_000)}`).expect(404); // prettier-ignore
  });

  it('[A3] over the socket they are whom their browser says, until it is signed out', async () => {
    const map = await aMapOf('anonymous');
    const key = await codeOf(map);
    const visitor = new Visitor(app.url);
    const { participant } = await visitor.ask<Joined>('POST', `/api/join/${key}`, {});
    const bot = new Bot(app.url, visitor, map);
    try {
      await bot.live();
      expect(bot.client.participant).toBe(participant.id);
      const edits = [{ seq: 1, id: uuidv7(), edit: addClaim('By socket.') }];
      const client = bot.client.client;
      expect(await bot.socket.emitWithAck('push', { client, edits })).toMatchObject({ ok: true });
      expect((await read(owner, map)).map.claims.map(({ by }) => by)).toEqual([participant.id]);
      const byHand = { kind: 'join', participant: uuidv7(), name: 'Bob', role: 'owner', faces: 'anonymous' };
      const forged = { client, edits: [{ seq: 2, id: uuidv7(), edit: byHand }] };
      expect(await bot.socket.emitWithAck('push', forged)).toMatchObject({
        verdicts: [{ refusal: { code: 'invalid' } }],
      });
      const gone = new Promise((resolve) => bot.socket.once('goodbye', resolve));
      await visitor.ask('POST', '/api/accounts/sign-out');
      expect(await gone).toEqual({ reason: 'signed-out' });
    } finally {
      bot.close();
    }
    const stranger = new Bot(app.url, new Visitor(app.url), map);
    const refused: unknown = await stranger.socket.emitWithAck('hello', {
      protocol: 3,
      map,
      client: uuidv7(),
      version: null,
      epoch: null,
    });
    expect(refused).toMatchObject({ ok: false });
    stranger.close();
  });

  it('[S-12] 200 people at once have 200 names, and one person another in each map', async () => {
    const map = await aMapOf('anonymous');
    const key = (await invite(owner, map, 'participant')).token;
    for (let i = 0; i < 10; i++) await Promise.all(Array.from({ length: 20 }, () => come(app.person(), key)));
    const { participants } = (await read(owner, map)).map;
    expect(new Set(participants.map(({ name }) => name)).size).toBe(201);
    const person = app.person();
    const names = new Set<string>();
    for (let i = 0; i < 5; i++)
      names.add((await come(person, await codeOf(await aMapOf('anonymous')))).participant.name);
    expect(names.size).toBeGreaterThan(1);
    expect((await mapsOf(person)).length).toBe(5);
  });
});

describe('in a map with pseudonyms', () => {
  async function aScene(): Promise<{ map: Id; person: Person; participant: Id; moderator: Person }> {
    const map = await aMapOf('pseudonymous');
    const [person, moderator] = [app.person(), app.person()];
    const { participant } = await come(person, await codeOf(map), { name: '张三', faces: 'pseudonymous' });
    await come(moderator, await codeOf(map, 'moderator'), { name: 'Mo' });
    return { map, person, participant: participant.id, moderator };
  }
  const look = (by: Person, map: Id, participant: Id, asked: object = { reason: 'A threat' }) =>
    by.post(`/api/maps/${map}/participants/${participant}/name`).send(asked);

  it('[A4] [Z-14] a moderator looks behind one; first it is in the record, and the person is told', async () => {
    const { map, person, participant, moderator } = await aScene();
    const other = app.person();
    await come(other, await codeOf(map), { name: 'Bob' });
    expect(await bodyOf<NameBehind>(look(moderator, map, participant).expect(200))).toEqual({ name: '张三' });
    for (const [viewer, count] of [
      [owner, 1],
      [moderator, 1],
      [person, 1],
      [other, 0],
    ] as const) {
      // prettier-ignore
      const { reveals } = (await read(viewer, map)).map;
      expect(reveals).toHaveLength(count);
      for (const one of reveals) expect(one).toMatchObject({ participant, reason: 'A threat' });
      const { rows } = await bodyOf<RecordPage>(
        viewer.get(`/api/maps/${map}/record?kind=look-behind`).expect(200),
      );
      expect(rows.map(({ by, about, reason }) => [by?.name, about, reason])).toEqual(
        count === 0 ? [] : [['Mo', participant, 'A threat']],
      );
    }
  });

  it('[A4] an edit by hand is kept, and tells no name', async () => {
    const { map, participant, moderator } = await aScene();
    const asked = { kind: 'look-behind', reveal: uuidv7(), participant, reason: 'Curious' };
    const answer = await edit(moderator, map, asked);
    expect(answer.verdicts[0]).toHaveProperty('version');
    const told = [
      answer,
      await read(moderator, map),
      await bodyOf<History>(moderator.get(`/api/maps/${map}/changes`)),
    ];
    expect(JSON.stringify(told)).not.toContain('张三');
  });

  it('[A4] is refused to who does not decide, without a reason, and where nothing is behind; nothing changes', async () => {
    const { map, person, participant, moderator } = await aScene();
    const { version, map: before } = await read(owner, map);
    const mo = before.participants.find(({ name }) => name === 'Mo')?.id ?? '';
    await look(person, map, participant).expect(403);
    await look(app.person(), map, participant).expect(404);
    for (const asked of [{}, { reason: '' }, { reason: ' ' }, { reason: 7 }, { reason: 'x'.repeat(1_001) }])
      expect(await codeIn(look(moderator, map, participant, asked).expect(422))).toBe('invalid');
    await look(moderator, map, 'no-id').expect(422);
    for (const nobody of [mo, uuidv7()])
      expect(await codeIn(look(moderator, map, nobody).expect(409))).toBe('nothing-behind');
    const { verdicts } = await edit(person, map, { kind: 'look-behind', reveal: uuidv7(), participant, reason: 'Curious' }); // prettier-ignore
    expect(verdicts[0]).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect((await read(owner, map)).version).toBe(version);
  });

  it('[A4] in maps of other kinds nobody looks behind anybody', async () => {
    for (const faces of ['named', 'anonymous'] as const) {
      const map = await aMapOf(faces);
      const { participant } = await come(app.person(), await codeOf(map), { name: 'Bob' });
      expect(await codeIn(look(owner, map, participant.id).expect(409))).toBe('nothing-behind');
      expect((await read(owner, map)).map.reveals).toEqual([]);
    }
  });

  it('[A1] a guest gives a name, which nobody sees; no one comes by an edit of their own', async () => {
    const map = await aMapOf('pseudonymous');
    const key = await codeOf(map);
    expect(await codeIn(app.person().post(`/api/join/${key}`).send({}).expect(422))).toBe('invalid');
    const { participant } = await come(app.person(), key, { name: '李四' });
    expect(participant).toMatchObject({ pseudonym: true, name: expect.not.stringMatching(/李四/) });
    const byHand = {
      kind: 'join',
      participant: uuidv7(),
      name: '王五',
      role: 'participant',
      faces: 'pseudonymous',
    };
    await owner.post(`/api/maps/${map}/edits`).send({ edits: [{ id: uuidv7(), edit: byHand }] }).expect(422); // prettier-ignore
  });

  it('[A6] who copies it stays one of its authors under the pseudonym', async () => {
    const { map, participant } = await aScene();
    const person = await app.member();
    const { participant: face } = await come(person, await codeOf(map));
    await edit(person, map, addClaim('Mine.'));
    const { id } = await bodyOf<{ id: Id }>(person.post(`/api/maps/${map}/copy`).expect(201));
    const { participants, claims, info } = (await read(person, id)).map;
    expect(info.faces).toBe('pseudonymous');
    const author = participants.find((one) => one.id === claims[0]?.by);
    expect(author).toMatchObject({ name: face.name, role: null, pseudonym: true });
    expect(participants.map((one) => one.id)).not.toContain(participant);
    // Nobody is behind the authors of a copy.
    expect(await codeIn(look(person, id, author?.id ?? '').expect(409))).toBe('nothing-behind');
  });

  it('[A6] ids of people hold no time', async () => {
    const { participant } = await aScene();
    expect(participant.charAt(14)).toBe('4');
  });
});

describe('the kind of names', () => {
  it('[A1] is the one that they were told, or nobody comes', async () => {
    const map = await aMapOf('pseudonymous');
    const key = await codeOf(map);
    for (const faces of ['named', 'anonymous'] as const)
      expect(
        await codeIn(app.person().post(`/api/join/${key}`).send({ name: 'Bob', faces }).expect(409)),
      ).toBe('stale');
    await app.person().post(`/api/join/${key}`).send({ name: 'Bob', faces: 'secret' }).expect(422);
    expect((await read(owner, map)).map.participants).toHaveLength(1);
  });

  it('[A5] is fixed once somebody came; a copy and a file keep it', async () => {
    const map = await aMapOf('anonymous');
    await edit(owner, map, { kind: 'change-settings', set: { faces: 'named' } }, { kind: 'change-settings', set: { faces: 'anonymous' } }); // prettier-ignore
    await come(app.person(), await codeOf(map));
    const { verdicts } = await edit(owner, map, { kind: 'change-settings', set: { faces: 'named' } });
    expect(verdicts[0]).toMatchObject({ refusal: { code: 'faces-fixed' } });
    const copy = await bodyOf<{ info: { faces: Faces } }>(owner.post(`/api/maps/${map}/copy`).expect(201));
    const { text } = await owner.get(`/api/maps/${map}/export/json`).expect(200);
    const file = await owner.post('/api/maps/import').set('Content-Type', 'application/octet-stream').send(Buffer.from(text)); // prettier-ignore
    const brought = (file.body as { map: { info: { faces: Faces } } }).map;
    expect([copy.info.faces, brought.info.faces]).toEqual(['anonymous', 'anonymous']);
  });
});

it('[A3] the log has no line with a cookie, a secret, or an account beside a participant', async () => {
  lines.length = 0;
  const map = await aMapOf('anonymous');
  const person = await app.member();
  const { account } = await bodyOf<Me>(person.get('/api/accounts/me').expect(200));
  const response = await person
    .post(`/api/join/${await codeOf(map)}`)
    .send({})
    .expect(200);
  const { participant } = response.body as Joined;
  await edit(person, map, addClaim('Said.'));
  await person.post(`/api/maps/${map}/looks`).send({}).expect(422);
  expect(lines.length).toBeGreaterThan(3);
  const log = lines.join('\n');
  for (const secret of [
    participant.id,
    account?.id ?? 'none',
    decodeURIComponent(cookieOf(response) ?? '').split('.')[0] ?? 'none',
  ])
    // prettier-ignore
    expect(log).not.toContain(secret);
});

it('[Z-28] [S-18] [C3] [C5] a vote in a map without names leads nobody to a person: no row, no line of the log, no answer', async () => {
  lines.length = 0;
  const map = await aMapOf('anonymous');
  const claim = uuidv7();
  await edit(owner, map, addClaim('Uniforms cost less.', claim), { kind: 'change-settings', set: { votes: 'hidden' } }); // prettier-ignore
  const code = await codeOf(map);
  const people: { person: Person; me: string; account: string }[] = [];
  for (let i = 0; i < 5; i++) {
    const person = await app.member();
    const { account } = await bodyOf<Me>(person.get('/api/accounts/me').expect(200));
    people.push({ person, me: (await come(person, code)).participant.id, account: account?.id ?? 'none' });
  }
  const tallies = async () => (await read(owner, map)).map.tallies;
  const vote = (value: number) => ({ kind: 'vote', vote: uuidv7(), on: claim, ballot: uuidv7(), judged: null, value }); // prettier-ignore
  for (const [i, { person }] of people.entries()) await edit(person, map, vote(i % 5));
  // Nobody is told whose votes these were: not who decides, and not the voters of one another.
  for (const reader of [owner, people[0]!.person]) {
    const { changes } = await bodyOf<History>(reader.get(`/api/maps/${map}/changes?since=0`).expect(200));
    const told = changes.filter(({ patches }) => patches.some(({ table }) => table === 'ballots'));
    expect(told).toHaveLength(5);
    expect(told.filter(({ by }) => by !== null && by !== people[0]!.me)).toEqual([]);
  }
  const rows = await rowsOf();
  for (const { me, account } of people) {
    const known = rows.filter(({ row }) => row.includes(account));
    expect([...new Set(known.map(({ table }) => table))].sort()).toEqual(['accounts', 'sessions']);
    for (const { row } of known) for (const word of [map, me]) expect(row).not.toContain(word);
    expect(lines.join('\n')).not.toContain(me);
  }
  expect(await tallies()).toEqual([]);
  await edit(owner, map, { kind: 'change-settings', set: { votes: 'open' } });
  expect(await tallies()).toMatchObject([{ on: claim, votes: 5, sum: 10, counts: [] }]);
});

it('[A3] (Z-06) a class without names behind one address has a share for each', async () => {
  const map = await aMapOf('anonymous');
  const [quick, slow] = [app.person(), app.person()];
  for (const one of [quick, slow]) await come(one, await codeOf(map));
  const { limits } = app.config;
  await app.restart({ limits: { ...limits, edits: { most: 4, perMs: 3_600_000 }, requests: { most: 8, perMs: 3_600_000 } } }); // prettier-ignore
  await stillClock(async () => {
    const say = (person: Person) => person.post(`/api/maps/${map}/edits`).send({ edits: [{ id: uuidv7(), edit: addClaim('Said.') }] }); // prettier-ignore
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await say(quick)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429]);
    expect((await say(slow)).status).toBe(200);
    for (let i = 0; i < 4; i++) await quick.get('/api/accounts/me');
    await quick.get('/api/accounts/me').expect(429);
    await slow.get('/api/accounts/me').expect(200);
  });
  await app.restart({ limits });
});
