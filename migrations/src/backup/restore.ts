// Puts a backup in the place of what a database holds, in one transaction: when it fails, all is as it was.
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, type QueryRunner } from 'typeorm';
import { alone, nameOf, type Migration } from '../migrate.ts';
import { Refused } from '../refused.ts';
import { COPY_SETTINGS } from './backup.ts';
import { BackupReader, type Head } from './backupFile.ts';
import { advanceSequences, migrationsIn, quoted, rowsIn, tablesIn, withoutForeignKeys } from './catalogue.ts';

export interface Restored {
  readonly head: Head;
  /** Tables of the backup that no migration makes: not ours. */
  readonly leftOut: readonly string[];
}

export interface Wish {
  /** Whether what the database holds may go. */
  readonly replace: boolean;
  /** All that this build knows, oldest first. */
  readonly migrations: readonly Migration[];
  /** In ms since 1970. */
  readonly at: number;
}

export async function restore(url: string, file: string, wish: Wish): Promise<Restored> {
  const head = await checked(file);
  const foreign = head.migrations.find((name) => !wish.migrations.some((known) => nameOf(known) === name));
  if (foreign !== undefined)
    throw new Refused(
      `${file} was written by a newer version of Counterpoint, which has the migration ${foreign}: restore it with that version.`,
    );
  const options = { type: 'postgres', url, poolSize: 1, applicationName: 'counterpoint restore' } as const;
  const database = await new DataSource(options).initialize();
  const runner = database.createQueryRunner();
  try {
    return await alone(runner, () => replaced(runner, file, wish));
  } finally {
    await runner.release();
    await database.destroy();
  }
}

/** Reads the file to its end before anything is touched. */
async function checked(file: string): Promise<Head> {
  const { head, reader } = await opened(file);
  for (const { rows } of head.tables) await reader.skip(rows);
  await reader.close();
  return head;
}

function opened(file: string): ReturnType<typeof BackupReader.open> {
  const unpacked = createGunzip();
  // Its errors come out of the reader, which asks for every byte.
  void pipeline(createReadStream(file), unpacked).catch(() => undefined);
  return BackupReader.open(file, unpacked as AsyncIterable<Uint8Array>);
}

async function replaced(runner: QueryRunner, file: string, wish: Wish): Promise<Restored> {
  const database = (await runner.connect()) as pg.PoolClient;
  await database.query(COPY_SETTINGS);
  await refuseWhileInUse(database);
  await runner.startTransaction();
  try {
    const { head, reader } = await opened(file);
    const seen = await cleared(runner, database, wish);
    const theirs = new Set((await tablesIn(database)).map(({ name }) => name));
    const isIn = (migration: Migration): boolean => head.migrations.includes(nameOf(migration));
    await moveUp(runner, wish.migrations.filter(isIn));
    const leftOut = await filled(database, theirs, { head, reader });
    await raiseEpochs(database, seen, wish.at);
    await moveUp(
      runner,
      wish.migrations.filter((migration) => !isIn(migration)),
    );
    await advanceSequences(database);
    await runner.commitTransaction();
    return { head, leftOut };
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}

/** A server keeps maps in memory; it would go on with those of before. */
async function refuseWhileInUse(database: pg.PoolClient): Promise<void> {
  const { rows } = await database.query(
    `select 1 from pg_stat_activity
     where datname = current_database() and application_name like 'counterpoint%' and pid <> pg_backend_pid()`,
  );
  if (rows.length > 0) throw new Refused('Counterpoint is running on this database: stop it first.');
}

/** Takes down all that our migrations made. Answers the highest epoch there was. */
async function cleared(
  runner: QueryRunner,
  database: pg.PoolClient,
  { replace, migrations }: Wish,
): Promise<number> {
  const names = await migrationsIn(database);
  const done = names.map((name) => migrations.find((known) => nameOf(known) === name));
  const foreign = names.find((_, i) => !done[i]);
  if (foreign !== undefined)
    throw new Refused(
      `This database belongs to a newer version of Counterpoint, which has the migration ${foreign}: restore into another one.`,
    );
  if (!replace) await refuseUnlessEmpty(database);
  const seen = names.length > 0 ? await highestEpoch(database) : 0;
  for (const migration of done.reverse()) if (migration) await new migration().down(runner);
  await database.query(
    `create table if not exists migrations (id serial primary key, "timestamp" bigint not null, name varchar not null)`,
  );
  await database.query('delete from migrations');
  return seen;
}

async function refuseUnlessEmpty(database: pg.PoolClient): Promise<void> {
  for (const { name } of await tablesIn(database)) {
    const rows = await rowsIn(database, name);
    if (rows > 0)
      throw new Refused(
        `This database is not empty (${name}: ${rows}). Add --replace to put the backup in the place of all it holds.`,
      );
  }
}

async function moveUp(runner: QueryRunner, migrations: readonly Migration[]): Promise<void> {
  for (const migration of migrations) {
    const name = nameOf(migration);
    await new migration().up(runner);
    await runner.query('insert into migrations ("timestamp", name) values ($1, $2)', [name.slice(-13), name]);
  }
}

/** `theirs` were there when nothing of ours was. Answers which tables of the backup were left out. */
async function filled(
  database: pg.PoolClient,
  theirs: ReadonlySet<string>,
  { head, reader }: { readonly head: Head; readonly reader: BackupReader },
): Promise<string[]> {
  const tables = (await tablesIn(database)).map(({ name }) => name);
  const ours = new Set(tables.filter((name) => !theirs.has(name)));
  await withoutForeignKeys(database, async () => {
    for (const { name, columns, rows } of head.tables) {
      if (ours.has(name)) {
        const into = `copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`;
        await pipeline(reader.rows(rows), database.query(copyFrom(into)));
      } else await reader.skip(rows);
    }
    await reader.close();
  });
  return head.tables.map(({ name }) => name).filter((name) => !ours.has(name));
}

const BEGINNING = Date.UTC(2026, 0, 1);

/**
 * Clients drop what they hold when the epoch of a map is another than theirs. One more than before would not do: the
 * same backup restored twice would give the same number to two different logs. The time in seconds never comes again,
 * and counted from 2026 it fits into an int4 until 2094.
 */
export const epochAt = (at: number, seen: number): number =>
  Math.max(Math.floor((at - BEGINNING) / 1_000), seen + 1);

async function raiseEpochs(database: pg.PoolClient, seen: number, at: number): Promise<void> {
  const highest = Math.max(seen, await highestEpoch(database));
  await database.query('update maps set epoch = $1', [epochAt(at, highest)]);
}

async function highestEpoch(database: pg.PoolClient): Promise<number> {
  const { rows } = await database.query<{ epoch: number | null }>('select max(epoch) as epoch from maps');
  return rows[0]?.epoch ?? 0;
}
