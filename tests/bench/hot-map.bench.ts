// Edits per second of one map, and of 64 maps, against the raw insert rate of the same Postgres; and what a large map costs.
import {
  emptyContent,
  applyPatches,
  contentOf,
  contentPatches,
  emptyMap,
  MapRoom,
  type ChangeLog,
  type Edit,
  type Id,
  type MapContent,
  NEW_SETTINGS,
} from '@counterpoint/shared';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { migrate, migrations } from '@counterpoint/migrations';
import { PgChangeLog } from '../../apps/api/dist/maps/change-log.js';
import { foundMap } from '../../apps/api/dist/maps/maps.queries.js';
import { median, ms, percentile, ratio, table } from './figures.ts';
import { benchPostgres } from './postgres.ts';

const SECONDS = 3;
const ROUNDS = 3;
const WRITERS = 32;
const OWNER = uuidv7();

const postgres = await benchPostgres();
const database = await new DataSource({
  type: 'postgres',
  url: postgres.url,
  migrations,
  poolSize: 10,
}).initialize();
try {
  await migrate(database);
  const log = new PgChangeLog(database);
  const rates = { serial: [] as number[], eight: [] as number[], hot: [] as number[], many: [] as number[] };
  const latencies: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rates.serial.push(await rawInserts(1));
    rates.eight.push(await rawInserts(8));
    rates.hot.push(await edits([await aRoom(log, 1)], WRITERS, latencies));
    rates.many.push(await edits(await Promise.all(Array.from({ length: 64 }, () => aRoom(log, 1))), 1));
  }
  const rate = (list: number[]): string => `${Math.round(median(list))}/s`;
  table([
    ['what', 'rate', 'ratio'],
    ['raw insert, 1 connection', rate(rates.serial), '1'],
    ['raw insert, 8 connections', rate(rates.eight), ratio(median(rates.eight), median(rates.serial))],
    [
      `one hot map, ${WRITERS} writers`,
      rate(rates.hot),
      `${ratio(median(rates.hot), median(rates.serial))} serial (target 5)`,
    ],
    [
      '64 maps, one writer each',
      rate(rates.many),
      `${ratio(median(rates.many), median(rates.eight))} of 8 connections (target 0.5)`,
    ],
    [
      'hot map, edit to answer',
      `p50 ${ms(percentile(latencies, 0.5))}`,
      `p99 ${ms(percentile(latencies, 0.99))}`,
    ],
  ]);
  const small: number[] = [];
  const large: number[] = [];
  const rooms = [await aRoom(log, 100), await aRoom(log, 10_000)];
  for (let round = 0; round < 5; round++) {
    small.push(...(await latencyOf(rooms[0]!, 200)));
    large.push(...(await latencyOf(rooms[1]!, 200)));
  }
  const load = performance.now();
  await log.load(rooms[1]!.id);
  table([
    ['edit latency, one writer', 'p50', 'p99'],
    ['100 claims', ms(percentile(small, 0.5)), ms(percentile(small, 0.99))],
    ['10,000 claims', ms(percentile(large, 0.5)), ms(percentile(large, 0.99))],
    [
      'ratio (target 1.3)',
      ratio(percentile(large, 0.5), percentile(small, 0.5)),
      ratio(percentile(large, 0.99), percentile(small, 0.99)),
    ],
    ['loading 10,000 claims', ms(performance.now() - load), ''],
  ]);
} finally {
  await database.destroy();
  await postgres.stop();
}
process.exit(0);

async function rawInserts(connections: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: postgres.url, max: connections });
  await pool.query('create table if not exists raw (id bigserial primary key, map_id uuid, body jsonb)');
  const end = performance.now() + SECONDS * 1000;
  let done = 0;
  const worker = async (): Promise<void> => {
    const body = JSON.stringify({ text: 'x'.repeat(300) });
    for (; performance.now() < end; done++) {
      await pool.query({
        name: 'raw',
        text: 'insert into raw (map_id, body) values ($1, $2)',
        values: [OWNER, body],
      });
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  await pool.end();
  return done / SECONDS;
}

/** A room with so many claims: replies to replies, ten a claim. */
async function aRoom(log: ChangeLog, claims: number): Promise<MapRoom> {
  const map = uuidv7();
  const info: MapContent['info'] = {
    title: 'bench',
    question: '',
    about: '',
    language: 'zh',
    ...NEW_SETTINGS,
  };
  const content = contentOf(applyPatches(emptyMap, contentPatches(contentWith(info, claims))));
  await foundMap(database.manager, { id: map, info, sample: false, at: 1, owner: undefined });
  const host = {
    now: () => Date.now(),
    onFrame: () => undefined,
    onBug: (error: unknown) => console.error(error),
    pause: () => Promise.resolve(),
  };
  const room = await MapRoom.open(map, log, host);
  if (!room) throw new Error('no room');
  await room.push(map, null, [{ seq: 1, id: map, edit: { kind: 'found', content } }]);
  return room;
}

function contentWith(info: MapContent['info'], count: number): MapContent {
  const stamp = { by: OWNER, at: 1 };
  const claims: MapContent['claims'][number][] = [];
  const args: MapContent['arguments'][number][] = [];
  for (let i = 0; i < count; i++) {
    const parent = i === 0 ? undefined : claims[Math.floor((i - 1) / 10)];
    const home = parent ? uuidv7() : null;
    if (home && parent) {
      args.push({
        id: home,
        direction: i % 3 ? 'support' : 'rebut',
        target: { kind: 'claim', id: parent.id },
        order: 'a0',
        scheme: null,
        removed: null,
        ...stamp,
      });
    }
    claims.push({
      id: uuidv7(),
      text: `主张 ${i}：开源降低了使用门槛`,
      language: 'zh',
      home,
      order: 'a0',
      side: null,
      reworded: null,
      beside: [],
      removed: null,
      ...stamp,
    });
  }
  const participants = [
    { id: OWNER, name: '陈', role: 'owner' as const, side: null, pseudonym: false, at: 1 },
  ];
  return {
    ...emptyContent,
    info,
    claims,
    arguments: args,
    participants,
  };
}

/** Each writer rewords its own claim as fast as the answers come. */
async function edits(rooms: readonly MapRoom[], writers: number, latencies: number[] = []): Promise<number> {
  let done = 0;
  const end = performance.now() + SECONDS * 1000;
  const write = async (room: MapRoom): Promise<void> => {
    const client = uuidv7();
    const claim = uuidv7();
    const send = (seq: number, edit: Edit): Promise<unknown> =>
      room.push(client, OWNER, [{ seq, id: uuidv7(), edit }]);
    await send(1, { kind: 'add-claim', claim, text: '0', language: 'zh', to: { at: 'thesis', order: 'a0' } });
    for (let n = 1; performance.now() < end; n++, done++) {
      const start = performance.now();
      await send(n + 1, { kind: 'reword', claim, text: wording(n), was: n === 1 ? '0' : wording(n - 1) });
      latencies.push(performance.now() - start);
    }
  };
  await Promise.all(rooms.flatMap((room) => Array.from({ length: writers }, () => write(room))));
  return done / SECONDS;
}

async function latencyOf(room: MapRoom, count: number): Promise<number[]> {
  const client = uuidv7();
  const claims = [...room.current.map.claims.keys()];
  const latencies: number[] = [];
  for (let seq = 1; seq <= count; seq++) {
    const claim: Id = claims[(seq * 37) % claims.length] ?? '';
    const was = room.current.map.claims.get(claim)?.text ?? '';
    const start = performance.now();
    await room.push(client, OWNER, [
      { seq, id: uuidv7(), edit: { kind: 'reword', claim, text: `${wording(seq)} ${client}`, was } },
    ]);
    latencies.push(performance.now() - start);
  }
  return latencies;
}

function wording(n: number): string {
  return `${n} ${'开源降低了使用门槛但没有降低算力与人才的门槛'.repeat(6)}`.slice(0, 120);
}
