import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommitFailed, NEW_SETTINGS } from '@counterpoint/shared';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { wireTo, type Wire } from '../../../../tests/support/proxy.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/testDatabase.ts';
import { PgChangeLog } from '../maps/change-log.ts';
import { foundMap } from '../maps/maps.queries.ts';
import { refusalOf } from '../refusals.ts';
import { impatientSocket } from './connection.ts';
import { databaseOptions } from './database.module.ts';
import { DatabaseService } from './database.service.ts';

let server: TestDatabase;
let wire: Wire;
let database: DataSource;
let sockets: Socket[];

/** Its patience ends when a test says so: see silence. */
function anImpatientSocket(): Socket {
  const socket = impatientSocket(3_600_000);
  sockets.push(socket);
  return socket;
}

/** What Node says of sockets on which nothing came or went for so long. */
function silence(): void {
  for (const socket of sockets) socket.emit('timeout');
}

beforeEach(async () => {
  server = await createTestDatabase();
  const address = new URL(server.url);
  wire = await wireTo(Number(address.port));
  address.port = new URL(wire.url).port;
  const options = databaseOptions({ databaseUrl: address.href });
  sockets = [];
  const extra = { ...(options.extra as object), stream: anImpatientSocket };
  database = await new DataSource({ ...options, poolErrorHandler: () => undefined, extra }).initialize();
});
afterEach(async () => {
  await database.destroy();
  await wire.close();
  await server.drop();
});

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a connection that ends while it is out of the pool', () => {
  it('[S11] fails what it was doing, and nothing else', async () => {
    const map = uuidv7();
    const info = { title: '论题', question: '', about: '', language: 'zh', ...NEW_SETTINGS } as const; // prettier-ignore
    await foundMap(database.manager, { id: map, info, sample: false, at: 1, owner: undefined });
    const keeper = new Client({ connectionString: server.url });
    await keeper.connect();
    await keeper.query('begin');
    await keeper.query('select 1 from maps where id = $1 for update', [map]);
    const commit = failureOf(
      new PgChangeLog(database).commitLocked(map, 0, [], () => {
        throw new Error('never asked');
      }),
    );
    for (let ended = 0; ended === 0;) {
      const { rowCount } = await keeper.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      ended = rowCount ?? 0;
    }
    const error = await commit;
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(CommitFailed);
    expect(refusalOf(error)?.code).toBe('busy');
    await sleep(50); // what is thrown out of turn would end this process now
    await keeper.query('rollback');
    await keeper.end();
    await database.query('select 1');
  });
});

describe('a database that falls silent', () => {
  it('is not waited for without an end, and no pool keeps its connections', async () => {
    wire.stall();
    const inside = database.transaction((manager) => manager.query('select 1'));
    let over = false as boolean;
    const failing = Promise.all([inside, database.query('select 2')].map(failureOf));
    void failing.then(() => (over = true));
    // Connections that are yet to be opened fall silent, too.
    while (!over) {
      silence();
      await sleep(5);
    }
    const failures = await failing;
    expect(failures.map((error) => refusalOf(error)?.code)).toEqual(['busy', 'busy']);
    wire.mend();
    await database.query('select 3');
  });

  it('is asked once however many ask after its health, who all hear at once', async () => {
    const service = new DatabaseService(database, { healthMs: 20 });
    wire.stall();
    const failures = await Promise.all(Array.from({ length: 50 }, () => failureOf(service.check())));
    expect(new Set(failures.map((error) => refusalOf(error)?.code))).toEqual(new Set(['busy']));
    expect(service.pool.waitingCount).toBe(0);
    expect(service.pool.totalCount).toBe(1);
    wire.mend();
    silence(); // for the one that the stalled wire took
    while ((await failureOf(service.check())) !== undefined) await sleep(20);
  });
});
