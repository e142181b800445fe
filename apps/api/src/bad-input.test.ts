import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { uuidv7 } from 'uuidv7';
import {
  addClaim,
  bodyOf,
  edit,
  makeMap,
  read,
  startTestApp,
  type Person,
  type RefusedBody,
  type TestApp,
} from '../testing/testApp.ts';

let app: TestApp;
let owner: Person;
let map: string;
let before: unknown;
beforeAll(async () => {
  app = await startTestApp();
  owner = await app.member();
  map = (await makeMap(owner)).id;
  await edit(owner, map, addClaim('Uniforms cost less.'));
});
afterAll(() => app.stop());

// Whatever was sent: the map is as it was, and the server lives.
beforeEach(async () => (before = await read(owner, map)));
afterEach(async () => {
  expect(await read(owner, map)).toEqual(before);
  await app.person().get('/healthz').expect(200, { ok: true });
});

const send = (body: string | object, person = owner) =>
  person.post(`/api/maps/${map}/edits`).set('Content-Type', 'application/json').send(body);
const sendEdit = (asked: object) => send({ edits: [{ id: uuidv7(), edit: asked }] });
const refused = (code: string, message: unknown = expect.any(String)) => ({ refusal: { code, message } });

describe('a request that makes no sense is refused by name (Z-01, Z-07)', () => {
  const edits: Record<string, [asked: object, path: RegExp]> = {
    'an unknown kind of edit': [{ kind: 'launch' }, /^edits\.0\.edit\.kind: /],
    'an edit that only the server makes': [
      { kind: 'join', participant: uuidv7(), name: 'Eve', role: 'owner' },
      /^edits\.0\.edit\.kind: /,
    ],
    'a whole map as an edit': [{ kind: 'found', content: {} }, /^edits\.0\.edit\.kind: /],
    'a number for a text': [addClaim(7 as never), /^edits\.0\.edit\.text: /],
    'a list for a text': [addClaim(['a'] as never), /^edits\.0\.edit\.text: /],
    'an empty text': [addClaim('  '), /^edits\.0\.edit\.text: /],
    'a text of 100 KB': [addClaim('长'.repeat(34_000)), /^edits\.0\.edit\.text: at most/],
    'a NUL in a text': [addClaim('a\u0000b'), /control/],
    'half a character': [addClaim('a\ud800b'), /control/],
    'an id that is none': [addClaim('x', "'; drop table maps; --"), /^edits\.0\.edit\.claim: /],
    'a batch in a batch': [
      { kind: 'batch', edits: [{ kind: 'batch', edits: [] }] },
      /^edits\.0\.edit\.edits/,
    ],
  };
  for (const [what, [asked, path]] of Object.entries(edits)) {
    it(what, async () => {
      const answer = await sendEdit(asked);
      expect([answer.status, answer.body]).toEqual([422, refused('invalid', expect.stringMatching(path))]);
    });
  }

  it('no edits, or more than 64', async () => {
    expect((await send({ edits: [] }).expect(422)).body).toEqual(
      refused('invalid', expect.stringMatching(/^edits: /)),
    );
    const many = Array.from({ length: 65 }, () => ({ id: uuidv7(), edit: addClaim('x') }));
    expect((await send({ edits: many }).expect(422)).body).toEqual(
      refused('invalid', expect.stringMatching(/^edits: /)),
    );
  });

  it('broken JSON, another type, nothing at all', async () => {
    expect((await send('{"edits": [').expect(422)).body).toEqual(refused('invalid'));
    expect((await owner.post(`/api/maps/${map}/edits`).type('text').send('hello').expect(422)).body).toEqual(
      refused('invalid'),
    );
    expect((await owner.post(`/api/maps/${map}/edits`).expect(422)).body).toEqual(refused('invalid'));
    expect((await send('null').expect(422)).body).toEqual(refused('invalid'));
    expect((await send('[]').expect(422)).body).toEqual(refused('invalid'));
    expect(
      (
        await owner
          .post(`/api/maps/${map}/edits`)
          .set('Content-Type', 'application/json; charset=klingon')
          .send('{}')
          .expect(422)
      ).body,
    ).toEqual(refused('invalid'));
    expect(
      (
        await owner
          .post(`/api/maps/${map}/edits`)
          .set('Content-Type', 'application/json')
          .set('Content-Encoding', 'gzip')
          .send('no gzip')
          .expect(422)
      ).body,
    ).toEqual(refused('invalid'));
  });

  it('a body that is too large', async () => {
    expect((await sendEdit(addClaim('x'.repeat(300_000))).expect(413)).body).toEqual(refused('too-large'));
  });

  it('JSON nested deeper than any stack', async () => {
    const deep = `{"edits":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect((await send(deep).expect(422)).body).toEqual(refused('invalid'));
  });

  it('a prototype to pollute', async () => {
    await send(`{"__proto__":{"edits":[]},"constructor":{"prototype":{"x":1}}}`).expect(422);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('a map that does not exist, is somebody else’s, or has no proper id', async () => {
    const foreign = (await makeMap(await app.member())).id;
    const answers = await Promise.all(
      [uuidv7(), foreign, 'x', '%00', '..%2f..', "1' or '1'='1"].map((id) => owner.get(`/api/maps/${id}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it('an address that cannot be read', async () => {
    const answer = await owner.get('/api/maps/%E0%A4%A');
    expect([answer.status, answer.body]).toEqual([422, refused('invalid')]);
  });

  it('a version, a limit and a key out of bounds', async () => {
    for (const path of [
      'at/-1',
      'at/1e99',
      'at/x',
      'changes?limit=100000',
      'search',
      'search?q=',
      'search?q=x',
      'search?q=%E6%BA%90',
      'search?q=a,%20b!',
      'search?q=a%00b',
      `search?q=${'ab'.repeat(51)}`,
      'search?q=ab&q=cd',
      'search?q[x]=ab',
      'search?q=ab&limit=201',
      'search?q=ab&limit=0',
      'changes?since=-1',
      'changes?claim=x',
      'changes?since=a',
    ]) {
      expect((await owner.get(`/api/maps/${map}/${path}`).expect(422)).body).toEqual(refused('invalid'));
    }
    await owner.get('/api/join/a').expect(422);
    await owner.get(`/api/join/${'a'.repeat(65)}`).expect(422);
    await owner.get(`/api/maps/${map}/at/9007199254740991`).expect(404);
  });

  it('a sign-in of the wrong shape', async () => {
    for (const body of [
      {},
      { login: ['a'], password: 'x' },
      { login: { $ne: null }, password: 'x' },
      { login: 'a b', password: 'x' },
    ]) {
      expect((await owner.post('/api/accounts/sign-in').send(body).expect(422)).body).toEqual(
        refused('invalid'),
      );
    }
    await owner
      .post('/api/accounts/sign-up')
      .send({ login: 'short', name: 'S', password: 'short' })
      .expect(422);
    await owner
      .post('/api/accounts/sign-up')
      .send({ login: 'fine', name: 'a\u200bb', password: 'long enough' })
      .expect(422);
  });

  it('an edit for a version that has passed', async () => {
    const asked = { edits: [{ id: uuidv7(), edit: addClaim('Late') }], ifVersion: 1 };
    expect((await send(asked).expect(409)).body).toEqual(refused('stale'));
  });

  it('no session', async () => {
    expect(
      (await send({ edits: [{ id: uuidv7(), edit: addClaim('x') }] }, app.person()).expect(404)).body,
    ).toEqual(refused('not-found'));
    expect(
      (await app.person().post('/api/maps').send({ title: 'x', language: 'en' }).expect(401)).body,
    ).toEqual(refused('not-signed-in'));
  });

  it('a cookie that somebody made up', async () => {
    for (const cookie of ['counterpoint=s%3Amade.up', 'counterpoint=%', `counterpoint=${'x'.repeat(3000)}`]) {
      await app.person().get('/api/accounts/me').set('Cookie', cookie).expect(200, { account: null });
    }
  });

  it('an address where nothing is', async () => {
    for (const path of ['/api', '/api/', '/api/nothing', '/api/maps/x/y/z', '/nothing.js'])
      expect((await owner.get(path).expect(404)).body).toEqual(refused('not-found'));
    expect((await owner.put(`/api/maps/${map}`).expect(404)).body).toEqual(refused('not-found'));
  });
});

describe('a request from another site (Z-03)', () => {
  const post = (headers: Record<string, string>) =>
    owner.post('/api/accounts/sign-in').set(headers).send({ login: 'nobody', password: 'x' });

  it('is refused before anything else', async () => {
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: `${app.url}0` },
    ] as Record<string, string>[]) {
      expect((await post(headers).expect(403)).body).toMatchObject(refused('wrong-origin'));
    }
    await owner.delete(`/api/maps/${map}`).set('Origin', 'https://evil.example').expect(403);
  });

  it('is none when it comes from our own pages, or from a program', async () => {
    await post({ Origin: app.url }).expect(401);
    await post({ Origin: 'http://localhost:5173', 'Sec-Fetch-Site': 'same-origin' }).expect(401);
    await post({}).expect(401);
  });

  it('by another scheme is one from another site, and is told where to come from', async () => {
    const asked = post({ Origin: app.url.replace('http:', 'https:') }).expect(403);
    const { refusal } = await bodyOf<RefusedBody>(asked);
    expect(refusal).toMatchObject({ code: 'wrong-origin', address: app.url });
    expect(refusal.message).toContain(app.url);
  });

  it('gets no socket: the upgrade is answered 403', async () => {
    const upgrade = async (origin: string): Promise<string> => {
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
      const lines = [
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
        `Host: ${new URL(app.url).host}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        `Origin: ${origin}`,
      ];
      socket.write(`${lines.join('\r\n')}\r\n\r\n`);
      const [first] = (await once(socket, 'data')) as [Buffer];
      const isOpen = first.toString().startsWith('HTTP/1.1 101');
      if (isOpen) socket.destroy();
      else await once(socket.resume(), 'end');
      return first.toString();
    };
    expect(await upgrade(app.url)).toMatch(/^HTTP\/1\.1 101 /);
    for (const origin of ['https://evil.example', app.url.replace('http:', 'https:'), 'null']) {
      const answer = await upgrade(origin);
      expect(answer).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
      expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toEqual({
        refusal: {
          code: 'wrong-origin',
          message: expect.any(String) as unknown,
          // To a page of another host it is not told.
          ...(origin.includes('127.0.0.1') ? { address: app.url } : {}),
        },
      });
    }
  });

  it('may read what anyone may read', async () => {
    await app.person().get('/api/maps').set('Origin', 'https://other.example').expect(200);
  });
});
