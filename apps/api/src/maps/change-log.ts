// The SQL of the sequencer. One statement writes a whole batch: fence, log, marks and tables.
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  CommitFailed,
  goneIn,
  IdTaken,
  MapGone,
  mapOf,
  newerContent,
  newerPatches,
  REMEMBERED,
  TABLES,
  type Change,
  type ChangeLog,
  type ClientMark,
  type Id,
  type Loaded,
  type MapInfo,
  type TableName,
  type Verdict,
  type Write,
} from '@counterpoint/shared';
import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { CHANGE_COLUMNS, columnsOf, commitStatement, INFO, quoted } from './commit-statement.ts';
import { scrubLog } from './scrub-log.ts';

@Injectable()
export class PgChangeLog implements ChangeLog {
  private readonly pool: Pool;

  constructor(@InjectDataSource() database: DataSource) {
    // The hot path names its prepared statements, which TypeORM's query() cannot; the pool is TypeORM's own.
    this.pool = (database.driver as { master?: Pool } & typeof database.driver).master as Pool;
  }

  async load(map: Id): Promise<Loaded | undefined> {
    const tables = TABLES.map((table) => {
      const columns = columnsOf(table).map(quoted).join(', ');
      return `(select coalesce(json_agg(t), '[]') from (select ${columns} from ${quoted(table)} where map_id = $1) t) as ${quoted(table)}`;
    });
    const { rows } = await this.pool.query<
      Record<TableName, never> & { info: MapInfo; version: string; epoch: number }
    >({
      name: 'load-map',
      // A setting may have the name of a table.
      text: `select version, epoch, json_build_object(${INFO.map((name) => `'${name}', ${name}`).join(', ')}) as info, ${tables.join(', ')} from maps where id = $1`,
      values: [map],
    });
    const [row] = rows;
    if (!row) return undefined;
    return { map: mapOf(newerContent(row)), version: Number(row.version), epoch: row.epoch };
  }

  since(map: Id, version: number): Promise<readonly Change[]> {
    return changesSince(this.pool, map, version);
  }

  async mark(map: Id, client: Id): Promise<ClientMark | undefined> {
    return (await marksOf(this.pool, map, [client])).get(client);
  }

  async commit(write: Write): Promise<boolean> {
    const gone = goneIn(write.changes);
    if (gone.size === 0) return this.telling(() => commitOn(this.pool, write));
    return this.inTransaction((client) => this.telling(() => commitPurge(client, write, gone)));
  }

  async commitLocked(
    map: Id,
    since: number,
    clients: readonly Id[],
    decide: (missed: readonly Change[], marks: ReadonlyMap<Id, ClientMark>) => Write,
  ): Promise<void> {
    await this.inTransaction(async (client) => {
      const locked = await client.query('select 1 from maps where id = $1 for update', [map]);
      if (locked.rowCount === 0) throw new MapGone(`map ${map} is gone`);
      const write = decide(await changesSince(client, map, since), await marksOf(client, map, clients));
      if (!(await this.telling(() => commitPurge(client, write, goneIn(write.changes)))))
        throw new Error('fenced under the lock of the map');
    });
  }

  private async inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let failure: unknown;
    try {
      await client.query('begin');
      const done = await work(client);
      await client.query('commit');
      return done;
    } catch (error) {
      failure = error;
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      const isWell = failure instanceof CommitFailed || failure instanceof MapGone;
      client.release(failure instanceof Error && !isWell);
    }
  }

  /** Tells an error that surely wrote nothing (bad value, broken constraint) from one that leaves it open. */
  private async telling<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined;
      if (constraint === 'changes_edit_once') throw new IdTaken(String(error), { cause: error });
      if (/^(22|23|42|54)/.test(code)) throw new CommitFailed(`${code}: ${String(error)}`, { cause: error });
      throw error;
    }
  }
}

type Queryable = Pool | PoolClient;

async function commitOn(database: Queryable, write: Write): Promise<boolean> {
  if (write.changes.length === 0 && write.marks.length === 0) return true;
  const { rows } = await database.query<{ written: number }>(commitStatement(write));
  return rows[0]?.written === 1;
}

/** [S15] The fence first: behind it nobody else writes to the map, and the log before this write is all there is. */
async function commitPurge(client: PoolClient, write: Write, gone: ReadonlySet<Id>): Promise<boolean> {
  const isWritten = await commitOn(client, write);
  if (isWritten && gone.size > 0) await scrubLog(client, write, gone);
  return isWritten;
}

async function changesSince(database: Queryable, map: Id, version: number): Promise<readonly Change[]> {
  const { rows } = await database.query<{ changes: Change[] }>({
    name: 'changes-since',
    text: `select coalesce(json_agg(t order by version), '[]') as changes
           from (select ${CHANGE_COLUMNS} from changes where map_id = $1 and version > $2) t`,
    values: [map, version],
  });
  return (rows[0]?.changes ?? []).map((change) => ({ ...change, patches: newerPatches(change.patches) }));
}

/**
 * Refusals stand in the clients' rows, acceptances in the log itself: together they are the last verdicts. A row that was
 * pruned takes the refusals along; how far the client was accepted, and whose it is, the log still says.
 */
async function marksOf(database: Queryable, map: Id, clients: readonly Id[]): Promise<Map<Id, ClientMark>> {
  const { rows } = await database.query<
    Omit<ClientMark, 'verdicts'> & { refusals: Verdict[]; accepted: Verdict[] }
  >({
    name: 'client-marks',
    text: `select c.client, c."by", c.last_seq as "lastSeq", c.refusals,
             (select coalesce(json_agg(json_build_object('seq', seq, 'id', id, 'version', version)), '[]') from changes
              where map_id = $1 and client = c.client and seq > c.last_seq - ${REMEMBERED}) as accepted
           from unnest($2::uuid[]) asked(client), lateral (
             (select client, "by", last_seq, refusals, 1 as place from clients where map_id = $1 and client = asked.client)
             union all
             (select client, "by", seq, '[]', 2 from changes where map_id = $1 and client = asked.client order by seq desc limit 1)
             order by place limit 1) c`,
    values: [map, clients],
  });
  return new Map(
    rows.map(({ client, by, lastSeq, refusals, accepted }) => {
      const verdicts = [...refusals, ...accepted].sort((a, b) => a.seq - b.seq);
      return [client, { client, by, lastSeq, verdicts }];
    }),
  );
}
