// Writes every table into one file, as they all stood at one moment, while servers go on writing.
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { Refused } from '../refused.ts';
import { written, type Head, type Table } from './backupFile.ts';
import { migrationsIn, quoted, rowsIn, tablesIn } from './catalogue.ts';

/** What both sides of a copy must agree on, whatever the server's settings are; and no copy is too long. */
export const COPY_SETTINGS = `set datestyle = 'ISO'; set intervalstyle = 'postgres'; set extra_float_digits = 1;
  set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`;

/** The file is there when it is complete, and then readable by its owner only: it holds what signs people in. */
export async function backUp(url: string, file: string): Promise<Head> {
  const database = new pg.Client({ connectionString: url, application_name: 'counterpoint backup' });
  await database.connect();
  try {
    await database.query(COPY_SETTINGS);
    await database.query('begin isolation level repeatable read read only');
    const head = await headOf(database);
    const unfinished = `${file}.part`;
    const handle = await open(unfinished, 'w', 0o600);
    try {
      await write(handle, written(head, rowsOf(database, head.tables)));
      await rename(unfinished, file);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    return head;
  } finally {
    // Not awaited: a server in the middle of a copy says goodbye late.
    void database.end();
  }
}

async function headOf(database: pg.Client): Promise<Head> {
  const migrations = await migrationsIn(database);
  if (migrations.length === 0)
    throw new Refused('There is nothing to back up: this database holds no Counterpoint.');
  const found = await tablesIn(database);
  // No migration may change a table that is still to be copied.
  await database.query(`lock table ${found.map(({ name }) => quoted(name)).join(', ')} in access share mode`);
  const tables: Table[] = [];
  for (const table of found) tables.push({ ...table, rows: await rowsIn(database, table.name) });
  return { format: 'counterpoint backup', version: 1, at: new Date().toISOString(), migrations, tables };
}

async function* rowsOf(database: pg.Client, tables: readonly Table[]): AsyncGenerator<Uint8Array> {
  for (const { name, columns } of tables)
    yield* database.query(
      copyTo(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) to stdout`),
    ) as AsyncIterable<Uint8Array>;
}

async function write(handle: FileHandle, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    await pipeline(chunks, createGzip(), async (packed: AsyncIterable<Uint8Array>) => {
      for await (const chunk of packed) await handle.writeFile(chunk);
    });
    await handle.sync();
  } finally {
    await handle.close();
  }
}
