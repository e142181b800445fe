// A database of its own for every test file, cloned in some 60 ms from a template that holds the migrated schema.
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { migrate, migrations } from '@counterpoint/migrations';
import { Client } from 'pg';
import { DataSource } from 'typeorm';

export type TestDatabase = { url: string; drop(): Promise<void> };

const TEMPLATE = 'counterpoint_template';
const UNFINISHED = 'counterpoint_template_unfinished';
const TEMPLATE_LOCK = 4_152_002;

export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withServer(async (server) => {
    await ensureTemplate(server);
    await server.query(`create database ${name} template ${TEMPLATE}`);
  });
  return {
    url: urlOf(name),
    drop: () => withServer((server) => server.query(`drop database if exists ${name} with (force)`)),
  };
}

/** Test files run in several processes: the first makes the template, under a lock, and the others find it. */
async function ensureTemplate(server: Client): Promise<void> {
  await server.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const found = await server.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
    if (found.rowCount) return;
    await server.query(`drop database if exists ${UNFINISHED} with (force)`);
    await server.query(`create database ${UNFINISHED}`);
    const database = await new DataSource({
      type: 'postgres',
      url: urlOf(UNFINISHED),
      migrations,
    }).initialize();
    await migrate(database).finally(() => database.destroy());
    await server.query(`alter database ${UNFINISHED} rename to ${TEMPLATE}`);
  } finally {
    await server.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

async function withServer(work: (server: Client) => Promise<unknown>): Promise<void> {
  const server = new Client({ connectionString: urlOf('postgres') });
  await server.connect();
  try {
    await work(server);
  } finally {
    await server.end();
  }
}

function urlOf(database: string): string {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server)
    throw new Error('TEST_DATABASE_URL is not set: run the tests through jest, which starts PostgreSQL.');
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** What one statement answers. */
export async function rowsOf<T extends object>({ url }: TestDatabase, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}
