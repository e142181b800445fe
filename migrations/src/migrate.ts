import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { Refused } from './refused.ts';

export type Migration = new () => MigrationInterface;

/** Any number; the same in every process, so that two that start at once migrate one after the other. */
const MIGRATION_LOCK = 4_152_001;

/** Runs what is missing, under one lock for all processes, and answers the names of what ran. */
export async function migrate(database: DataSource): Promise<string[]> {
  const keeper = database.createQueryRunner();
  try {
    return await alone(keeper, async () => {
      await refuseWhenNewer(database, keeper);
      const done = await database.runMigrations({ transaction: 'each' });
      return done.map((migration) => migration.name);
    });
  } finally {
    await keeper.release();
  }
}

/** Does `work` while no other process changes the schema. */
export async function alone<T>(keeper: QueryRunner, work: () => Promise<T>): Promise<T> {
  await keeper.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    return await work();
  } finally {
    // A connection that is gone has let go by itself.
    await keeper.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
  }
}

/** The name under which a migration is noted in the database. */
export const nameOf = (migration: Migration): string => new migration().name ?? migration.name;

/** A build that does not know all of the schema would write rows that the newer one cannot read. */
async function refuseWhenNewer(database: DataSource, keeper: QueryRunner): Promise<void> {
  if (!(await keeper.hasTable('migrations'))) return;
  const known = database.migrations.map(({ name, constructor }) => name ?? constructor.name);
  const rows = (await keeper.query('select name from migrations order by id')) as { name: string }[];
  const foreign = rows.find(({ name }) => !known.includes(name));
  if (foreign)
    throw new Refused(
      `The database was used by a newer version of Counterpoint, which has the migration ${foreign.name}: start that version, or give this one a database of its own (DATA_DIR or DATABASE_URL) and restore an older backup into it.`,
    );
}
