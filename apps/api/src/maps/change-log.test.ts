import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  applyPatches,
  CommitFailed,
  contentOf,
  emptyContent,
  emptyMap,
  MapRoom,
  NEW_SETTINGS,
  orderLast,
  toldPatches,
  type Edit,
  type Frame,
  type Id,
  type MapContent,
} from '@counterpoint/shared';
import { DataSource } from 'typeorm';
import { anId } from '../../../../packages/shared/testing/aMap.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/testDatabase.ts';
import { PgChangeLog } from './change-log.ts';
import { foundMap, patchesUpTo } from './maps.queries.ts';

const OWNER = anId(1, 1);
const CLIENT = anId(2, 1);
const content: MapContent = {
  ...emptyContent,
  info: { title: '论题', question: '', about: '', language: 'zh', ...NEW_SETTINGS },
  participants: [{ id: OWNER, name: '陈', role: 'owner', side: null, pseudonym: false, at: 1 }],
}; // prettier-ignore

let server: TestDatabase;
let database: DataSource;
let log: PgChangeLog;
let made = 100;
const newId = (): Id => anId(++made, 1);

beforeAll(async () => {
  server = await createTestDatabase();
  database = await new DataSource({ type: 'postgres', url: server.url }).initialize();
  log = new PgChangeLog(database);
});
afterAll(async () => {
  await database.destroy();
  await server.drop();
});

const hostOf = (frames: Frame[]) => ({
  now: () => 1_700_000_000_000,
  onFrame: (frame: Frame) => void frames.push(frame),
  onBug: (error: unknown) => {
    if (!(error instanceof CommitFailed)) bugs.push(error);
  },
  pause: () => Promise.resolve(),
});
const bugs: unknown[] = [];

async function aRoom(map: Id): Promise<{ room: MapRoom; frames: Frame[] }> {
  const frames: Frame[] = [];
  const room = await MapRoom.open(map, log, hostOf(frames));
  if (!room) throw new Error('no room');
  return { room, frames };
}

async function aFoundedMap(): Promise<Id> {
  const map = newId();
  await foundMap(database.manager, { id: map, info: content.info, sample: false, at: 1, owner: undefined });
  const { room } = await aRoom(map);
  await room.push(map, null, [{ seq: 1, id: map, edit: { kind: 'found', content } }]);
  return map;
}

const thesis = (text: string, claim = newId()): Edit => ({
  kind: 'add-claim', claim, text, language: 'zh', to: { at: 'thesis', order: orderLast([]) },
}); // prettier-ignore

describe('the change log on Postgres', () => {
  it('[S1] [S6] numbers changes without gaps, and tables, room and replayed log agree', async () => {
    const map = await aFoundedMap();
    const { room, frames } = await aRoom(map);
    const claim = newId();
    const argument = newId();
    const other = newId();
    const [source, edition, quotation] = [newId(), newId(), newId()];
    const edits: Edit[] = [
      thesis('开源降低门槛', claim),
      { kind: 'add-claim', claim: other, text: 'But not for all', language: 'en', to: { at: 'argument', argument, direction: 'rebut', target: { kind: 'claim', id: claim }, order: 'a0' } },
      { kind: 'reword', claim: other, text: 'But not for everyone', was: 'But not for all' },
      { kind: 'comment', comment: newId(), claim, text: '请说明“门槛”指什么。' },
      { kind: 'add-source', source, edition, title: '演讲', url: '', language: 'zh', text: '主席，开源降低门槛。', marks: [{ start: 0, speaker: '陈', time: null }] },
      { kind: 'add-edition', edition: newId(), source, text: '开源降低门槛。', marks: [], reason: '更正' },
      { kind: 'quote', quotation, claim, edition, start: 3, end: 9, bearing: 'verbatim' },
      { kind: 'quote', quotation: newId(), claim, edition, start: 0, end: 2, bearing: 'inference' },
      { kind: 'remove', id: quotation },
      { kind: 'change-settings', set: { title: '新题目', editing: 'own', embeds: 'https://school.example', policy: '先看依据', quota: 3, trust: 2 } },
      { kind: 'move-claim', claim: other, to: { at: 'thesis', order: 'a1' } },
    ]; // prettier-ignore
    const reply = await room.push(
      CLIENT,
      OWNER,
      edits.map((edit, i) => ({ seq: i + 1, id: newId(), edit })),
    );
    expect(reply).toMatchObject({
      ok: true,
      verdicts: edits.map((_, i) => ({ seq: i + 1, version: i + 2 })),
    });
    expect(frames).toHaveLength(1);
    const loaded = await log.load(map);
    expect(loaded?.version).toBe(12);
    expect(contentOf(loaded?.map ?? emptyMap)).toEqual(contentOf(room.current.map));
    expect(contentOf(applyPatches(emptyMap, await patchesUpTo(database.manager, map, 12)))).toEqual(
      contentOf(room.current.map),
    );
    expect(loaded?.map.info).toMatchObject({
      title: '新题目',
      embeds: 'https://school.example',
      policy: '先看依据',
      quota: 3,
      trust: 2,
    });
    expect(loaded?.map.quotations.get(quotation)).toMatchObject({ start: 3, end: 9, exact: '开源降低门槛' });
    expect((await log.since(map, 3)).map((change) => change.version)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const logged = await log.since(map, 1);
    expect(logged.map((change) => ({ ...change, patches: toldPatches(change.patches) }))).toEqual(
      frames[0]?.changes,
    );
    expect(JSON.stringify(logged)).toContain('主席，开源');
  });

  it('[S3] [S4] answers a resent edit with the verdict it had, refusals too, in a new process', async () => {
    const map = await aFoundedMap();
    const first = await aRoom(map);
    const edits = [
      { seq: 1, id: newId(), edit: thesis('一') },
      { seq: 2, id: newId(), edit: { kind: 'remove', id: newId() } as Edit },
      { seq: 3, id: newId(), edit: thesis('二') },
    ];
    const reply = await first.room.push(CLIENT, OWNER, edits);
    const second = await aRoom(map);
    expect(await second.room.push(CLIENT, OWNER, edits)).toEqual(reply);
    expect(second.room.current.version).toBe(3);
    expect(reply).toMatchObject({
      ok: true,
      verdicts: [{ version: 2 }, { refusal: { code: 'removed' } }, { version: 3 }],
    });
  });

  it('[S3] [S4] [S14] knows from the log what it accepted, and from whom, when the row of the client was pruned', async () => {
    const map = await aFoundedMap();
    const first = await aRoom(map);
    const edits = [
      { seq: 1, id: newId(), edit: thesis('一') },
      { seq: 2, id: newId(), edit: thesis('二') },
      { seq: 3, id: newId(), edit: { kind: 'remove', id: newId() } as Edit },
    ];
    const reply = await first.room.push(CLIENT, OWNER, edits);
    if (!reply.ok) throw new Error(reply.refusal.message);
    await database.query('delete from clients where map_id = $1', [map]);
    const second = await aRoom(map);
    expect(await second.room.push(CLIENT, newId(), edits)).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(await second.room.belongs(CLIENT, newId())).toBe(false);
    expect(await second.room.push(CLIENT, OWNER, edits.slice(0, 1))).toEqual({ ok: true, verdicts: reply.verdicts.slice(0, 1) }); // prettier-ignore
    // Of the refusal nothing is left, so it is decided once more; the numbers go on.
    expect(await second.room.push(CLIENT, OWNER, edits)).toEqual(reply);
    const next = { seq: 4, id: newId(), edit: thesis('三') };
    expect(await second.room.push(CLIENT, OWNER, [next])).toEqual({ ok: true, verdicts: [{ seq: 4, id: next.id, version: 4 }] }); // prettier-ignore
    expect(await first.room.push(CLIENT, OWNER, [next])).toEqual({ ok: true, verdicts: [{ seq: 4, id: next.id, version: 4 }] }); // prettier-ignore
    // A number that another edit had is no new one either.
    await database.query('delete from clients where map_id = $1', [map]);
    const other = { seq: 1, id: newId(), edit: thesis('四') };
    expect(await (await aRoom(map)).room.push(CLIENT, OWNER, [other])).toEqual({
      ok: true,
      verdicts: [],
      expected: 5,
    });
    expect(bugs).toEqual([]);
  });

  it('[S10] two processes on one map never write over each other', async () => {
    const map = await aFoundedMap();
    const [a, b] = [await aRoom(map), await aRoom(map)];
    const clients = [newId(), newId()];
    const rounds = Array.from({ length: 30 }, (_, i) =>
      [a, b].map(({ room }, which) =>
        room.push(clients[which] ?? '', OWNER, [{ seq: i + 1, id: newId(), edit: thesis(`${which}-${i}`) }]),
      ),
    );
    const replies = await Promise.all(rounds.flat());
    const versions = replies.flatMap((reply) =>
      reply.ok ? reply.verdicts.map((verdict) => ('version' in verdict ? verdict.version : 0)) : [],
    );
    expect([...versions].sort((x, y) => x - y)).toEqual(Array.from({ length: 60 }, (_, i) => i + 2));
    a.room.hear(61);
    b.room.hear(61);
    await Promise.all([a.room.drained(), b.room.drained()]);
    expect(contentOf(a.room.current.map)).toEqual(contentOf(b.room.current.map));
    expect(contentOf((await log.load(map))?.map ?? emptyMap)).toEqual(contentOf(a.room.current.map));
    for (const { frames } of [a, b]) {
      expect(frames.flatMap((frame) => frame.changes.map((change) => change.version))).toEqual(
        Array.from({ length: 60 }, (_, i) => i + 2),
      );
    }
  });

  it('refuses alone the edit that cannot be stored', async () => {
    const map = await aFoundedMap();
    const { room } = await aRoom(map);
    // No schema lets NUL in; this stands for any value that the rules take and Postgres does not.
    const edits = [thesis('好'), thesis('bad \u0000 text'), thesis('也好')].map((edit, i) => ({
      seq: i + 1,
      id: newId(),
      edit,
    }));
    const reply = await room.push(CLIENT, OWNER, edits);
    expect(reply).toMatchObject({
      ok: true,
      verdicts: [
        { seq: 1, version: 2 },
        { seq: 2, refusal: { code: 'internal' } },
        { seq: 3, version: 3 },
      ],
    });
    expect((await log.load(map))?.map.claims.size).toBe(2);
    expect(bugs).toEqual([]);
  });

  it('one batch is one statement, whatever its size', async () => {
    const map = await aFoundedMap();
    const { room } = await aRoom(map);
    await room.push(CLIENT, OWNER, [{ seq: 1, id: newId(), edit: thesis('warm') }]);
    const calls: unknown[] = [];
    const commit = log.commit.bind(log);
    log.commit = (write) => (calls.push(write), commit(write));
    await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        room.push(newId(), OWNER, [{ seq: 1, id: newId(), edit: thesis(`${i}`) }]),
      ),
    );
    log.commit = commit;
    expect(calls.length).toBeLessThanOrEqual(2);
  });
});
