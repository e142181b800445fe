import type { DataSource } from 'typeorm';

/** Any number; the same in every process, so that two that start at once migrate one after the other. */
const MIGRATION_LOCK = 4_152_001;

/** Runs what is missing, under one lock for all processes, and answers the names of what ran. */
export async function migrate(database: DataSource): Promise<string[]> {
  const keeper = database.createQueryRunner();
  await keeper.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    const done = await database.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await keeper.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await keeper.release();
  }
}
