// `pnpm migrate`: brings the database in DATABASE_URL up to date.
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { migrations } from './index.ts';
import { migrate } from './migrate.ts';

const url = process.env['DATABASE_URL'];
if (!url) throw new Error('DATABASE_URL says which database to migrate; it is not set.');

const database = await new DataSource({ type: 'postgres', url, migrations }).initialize();
try {
  const done = await migrate(database);
  console.log(done.length === 0 ? 'The database is up to date.' : `Ran ${done.join(', ')}.`);
} finally {
  await database.destroy();
}
