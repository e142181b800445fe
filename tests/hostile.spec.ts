// Bad input over the socket and REST: a named refusal, nothing changed, and the server lives.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PROTOCOL, type Id, type PushReply, type Refused, type Snapshot } from '@counterpoint/shared';
import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { setTimeout as sleep } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { startApi, type RunningApi } from './support/api.ts';
import { aSeminar, Person } from './support/people.ts';
import { createTestDatabase, type TestDatabase } from './support/testDatabase.ts';

let database: TestDatabase;
let api: RunningApi;
let map: Id;
let other: Id;
let owner: Person;
let guest: Person;
let socket: Socket;
let client: Id;
let seq = 0;
let before: Snapshot;
const thesis = uuidv7();

const connect = (headers: Record<string, string>): Socket =>
  io(api.url, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: headers });

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startApi({ databaseUrl: database.url });
  const seminar = await aSeminar(api.url, 1);
  ({ map, owner } = seminar);
  guest = seminar.guests[0]!;
  other = (await aSeminar(api.url, 0)).map;
  await owner.edit(map, [aThesis(thesis, '论题')]);
  client = uuidv7();
  socket = connect({ ...guest.headers, origin: api.url });
  await once(socket as never, 'connect');
  const welcome = await ask('hello', { protocol: PROTOCOL, map, client, version: null, epoch: null });
  expect(welcome).toMatchObject({ ok: true });
});
afterAll(async () => {
  socket.disconnect();
  await api.stop();
  await database.drop();
});
beforeEach(async () => {
  before = await owner.ask('GET', `/api/maps/${map}`);
});

const ask = (event: string, ...message: unknown[]): Promise<unknown> => socket.emitWithAck(event, ...message);
const aThesis = (claim: Id, text: unknown, order = 'a0') => ({
  kind: 'add-claim',
  claim,
  text,
  language: 'zh',
  to: { at: 'thesis', order },
});

/** Sends one edit the way a hostile client would, and answers the code of its refusal. */
async function refusalOf(edit: unknown): Promise<string> {
  const reply = (await ask('push', { client, edits: [{ seq: seq + 1, id: uuidv7(), edit }] })) as
    PushReply | Refused;
  if (!reply.ok) return reply.refusal.code;
  seq += 1;
  const [verdict] = reply.verdicts;
  return verdict && 'refusal' in verdict ? verdict.refusal.code : `accepted ${JSON.stringify(reply)}`;
}

async function expectUnchanged(): Promise<void> {
  // `busy` is said by a slow machine, too.
  while ((await fetch(`${api.url}/healthz`)).status !== 200) await sleep(100);
  expect(await owner.ask('GET', `/api/maps/${map}`)).toEqual(before);
}

describe('bad edits over the socket', () => {
  const cases: [name: string, edit: () => unknown, code: string][] = [
    ['an unknown kind', () => ({ kind: 'drop-table' }), 'invalid'],
    [
      'a server-only kind',
      () => ({ kind: 'join', participant: uuidv7(), name: 'x', role: 'owner' }),
      'invalid',
    ],
    ['wrong types', () => aThesis(uuidv7(), 42), 'invalid'],
    ['no text', () => aThesis(uuidv7(), '  \n '), 'invalid'],
    ['NUL', () => aThesis(uuidv7(), 'a\u0000b'), 'invalid'],
    ['half a character', () => aThesis(uuidv7(), 'a\ud800b'), 'invalid'],
    ['an order key that would break sorting', () => aThesis(uuidv7(), 'x', 'a0000 '), 'invalid'],
    ['an id that is no id', () => aThesis('__proto__', 'x'), 'invalid'],
    ['a claim of another map', () => ({ kind: 'reword', claim: uuidv7(), text: 'x', was: 'y' }), 'removed'],
    [
      'an unknown participant',
      () => ({ kind: 'set-role', participant: uuidv7(), role: 'owner' }),
      'not-allowed',
    ],
    ['a role of my own', () => ({ kind: 'set-role', participant: uuidv7(), role: 'king' }), 'invalid'],
    ['an id in use', () => aThesis(thesis, 'x'), 'id-taken'],
  ];
  it.each(cases)('Z-01: %s is refused', async (_name, edit, code) => {
    expect(await refusalOf(edit())).toBe(code);
    await expectUnchanged();
  });

  it('[T1] a cycle is refused', async () => {
    const [reply, argument] = [uuidv7(), uuidv7()];
    const place = {
      at: 'argument',
      argument,
      direction: 'support',
      target: { kind: 'claim', id: thesis },
      order: 'a0',
    };
    await owner.edit(map, [{ kind: 'add-claim', claim: reply, text: '因为', language: 'zh', to: place }]);
    before = await owner.ask('GET', `/api/maps/${map}`);
    const under = { ...place, argument: uuidv7(), target: { kind: 'claim', id: reply } };
    expect(await refusalOf({ kind: 'move-claim', claim: thesis, to: under })).toBe('cycle');
    await expectUnchanged();
  });

  it('an edit that comes too early is told which one is expected', async () => {
    const edits = [{ seq: seq + 5, id: uuidv7(), edit: aThesis(uuidv7(), 'x') }];
    expect(await ask('push', { client, edits })).toEqual({ ok: true, verdicts: [], expected: seq + 1 });
    await expectUnchanged();
  });

  it("[S3] someone else's client id is refused", async () => {
    const mine = uuidv7();
    const theirs = connect({ ...owner.headers, origin: api.url });
    await once(theirs as never, 'connect');
    await theirs.emitWithAck('hello', { protocol: PROTOCOL, map, client: mine, version: null, epoch: null });
    await theirs.emitWithAck('push', {
      client: mine,
      edits: [{ seq: 1, id: uuidv7(), edit: { kind: 'change-settings', set: { about: '说明' } } }],
    });
    before = await owner.ask('GET', `/api/maps/${map}`);
    const reply = await ask('push', {
      client: mine,
      edits: [{ seq: 2, id: uuidv7(), edit: aThesis(uuidv7(), 'x') }],
    });
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } });
    theirs.disconnect();
    await expectUnchanged();
  });
});

describe('bad messages over the socket', () => {
  it.each([
    ['hello without fields', 'hello', {}],
    ['hello as text', 'hello', 'hello'],
    ['a push of nothing', 'push', { client: uuidv7(), edits: [] }],
    [
      'a push of too many',
      'push',
      {
        client: uuidv7(),
        edits: Array.from({ length: 65 }, (_, i) => ({
          seq: i + 1,
          id: uuidv7(),
          edit: { kind: 'withdraw', proposal: uuidv7() },
        })),
      },
    ],
    ['a catch-up from a version that is no number', 'catch-up', { since: 'yesterday' }],
  ])('Z-01: %s is refused', async (_name, event, message) => {
    expect(await ask(event, message)).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
    await expectUnchanged();
  });

  it('a map that is not mine, or none, is not found', async () => {
    for (const foreign of [other, uuidv7()]) {
      const one = connect({ ...guest.headers, origin: api.url });
      await once(one as never, 'connect');
      const reply: unknown = await one.emitWithAck('hello', {
        protocol: PROTOCOL,
        map: foreign,
        client: uuidv7(),
        version: null,
        epoch: null,
      });
      expect(reply).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
      const push: unknown = await one.emitWithAck('push', {
        client: uuidv7(),
        edits: [{ seq: 1, id: uuidv7(), edit: aThesis(uuidv7(), 'x') }],
      });
      expect(push).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } });
      one.disconnect();
    }
    await expectUnchanged();
  });

  it('an old protocol is told to load the page again', async () => {
    const reply = await ask('hello', { protocol: 0, map, client, version: null, epoch: null });
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'stale' } });
  });

  it('[E1] one bad edit in a push gets a refusal of its own, and the others their verdicts', async () => {
    const about = (text: unknown) => ({ kind: 'comment', comment: uuidv7(), claim: thesis, text });
    const edits = [about('先'), about(7), about('后')].map((edit, i) => ({
      seq: seq + i + 1,
      id: uuidv7(),
      edit,
    }));
    seq += 3;
    const reply = (await ask('push', { client, edits })) as PushReply;
    expect(reply.verdicts).toMatchObject([
      { version: expect.any(Number) as unknown },
      { refusal: { code: 'invalid' } },
      { version: expect.any(Number) as unknown },
    ]);
    expect(await ask('push', { client, edits })).toEqual(reply);
  });

  it('[S14] nobody speaks as a client that did not say hello on this connection', async () => {
    const edits = [{ seq: 1, id: uuidv7(), edit: aThesis(uuidv7(), 'x') }];
    const reply = await ask('push', { client: uuidv7(), edits });
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } });
    await expectUnchanged();
  });

  it('[S14] others see a tab number, and never the client id of a newcomer', async () => {
    const newcomer = connect({ ...owner.headers, origin: api.url });
    await once(newcomer as never, 'connect');
    const secret = uuidv7();
    const frames: unknown[] = [];
    const seen = new Promise<void>((resolve) =>
      socket.on('presence', (frame: { here: unknown[] }) => {
        frames.push(frame);
        if (frame.here.length > 0) resolve();
      }),
    );
    await newcomer.emitWithAck('hello', {
      protocol: PROTOCOL,
      map,
      client: secret,
      version: null,
      epoch: null,
    });
    await seen;
    socket.off('presence');
    expect(JSON.stringify(frames)).toMatch(/"tab":\d+/);
    expect(JSON.stringify(frames)).not.toContain(secret);
    newcomer.disconnect();
  });

  it('a message that does not exist is answered', async () => {
    expect(await ask('nonsense', { a: 1 })).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
  });

  it('messages without a callback and unknown events end nothing', async () => {
    socket.emit('push', { client: 1 });
    socket.emit('nonsense', { a: 1 });
    socket.emit('presence', { cursor: 'everywhere' });
    await expectUnchanged();
    expect(socket.connected).toBe(true);
  });

  it('Z-07: 100 KB in one claim are refused, a megabyte ends the connection, the server lives', async () => {
    expect(await refusalOf(aThesis(uuidv7(), '长'.repeat(34_000)))).toBe('too-large');
    const one = connect({ ...guest.headers, origin: api.url });
    await once(one as never, 'connect');
    const gone = once(one as never, 'disconnect');
    one.emit('push', 'x'.repeat(1_000_000));
    await gone;
    await expectUnchanged();
  });

  it('Z-03: a page of another site gets no socket', async () => {
    const one = connect({ ...guest.headers, origin: 'https://evil.example' });
    const [error] = (await once(one as never, 'connect_error')) as [Error];
    expect(String(error)).toMatch(/websocket error|403/);
    one.disconnect();
  });

  it('a socket without a session can say hello to nothing that is closed', async () => {
    const one = connect({ origin: api.url });
    await once(one as never, 'connect');
    const reply: unknown = await one.emitWithAck('hello', {
      protocol: PROTOCOL,
      map,
      client: uuidv7(),
      version: null,
      epoch: null,
    });
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
    one.disconnect();
  });
});

describe('bad requests over REST', () => {
  const edits = (edit: unknown) => ({ edits: [{ id: uuidv7(), edit }] });
  it.each([
    ['an unknown kind', () => edits({ kind: 'drop-table' }), 422, 'invalid'],
    ['wrong types', () => edits(aThesis(uuidv7(), 42)), 422, 'invalid'],
    ['broken JSON', () => '{"edits": [', 422, 'invalid'],
    ['100 KB of text', () => edits(aThesis(uuidv7(), '长'.repeat(34_000))), 422, 'invalid'],
    ['a megabyte', () => edits(aThesis(uuidv7(), 'x'.repeat(1_000_000))), 413, 'too-large'],
    ['a stale version', () => ({ ...edits(aThesis(uuidv7(), 'x')), ifVersion: 0 }), 409, 'stale'],
  ])('%s is refused', async (_name, body, status, code) => {
    const response = await guest.send('POST', `/api/maps/${map}/edits`, body());
    expect([response.status, ((await response.json()) as Refused).refusal.code]).toEqual([status, code]);
    await expectUnchanged();
  });

  it('no session, a foreign map and a wrong Origin are refused', async () => {
    const body = edits(aThesis(uuidv7(), 'x'));
    const nobody = await new Person(api.url).send('POST', `/api/maps/${map}/edits`, body);
    const foreign = await guest.send('POST', `/api/maps/${other}/edits`, body);
    const evil = await guest.send('POST', `/api/maps/${map}/edits`, body, { origin: 'https://evil.example' });
    expect(
      [nobody.status, foreign.status, evil.status].map((status) => status >= 400 && status < 500),
    ).toEqual([true, true, true]);
    expect(((await evil.json()) as Refused).refusal.code).toBe('wrong-origin');
    await expectUnchanged();
  });
});
