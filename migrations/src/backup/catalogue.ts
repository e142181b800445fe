// What the database's own catalogue tells about our tables: so one that a migration adds is backed up without being named here.
import type { ClientBase } from 'pg';
import type { Table } from './backupFile.ts';

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Every ordinary table of the schema with the columns that can be written; not the list of migrations, which is in the head. */
export async function tablesIn(database: ClientBase): Promise<Omit<Table, 'rows'>[]> {
  const { rows } = await database.query<Omit<Table, 'rows'>>(`
    select c.relname::text as name, json_agg(a.attname order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`);
  return rows;
}

/** Names of the migrations that ran, oldest first. */
export async function migrationsIn(database: ClientBase): Promise<string[]> {
  const found = await database.query<{ is: boolean }>(`select to_regclass('migrations') is not null as is`);
  if (!found.rows[0]?.is) return [];
  const { rows } = await database.query<{ name: string }>('select name from migrations order by id');
  return rows.map(({ name }) => name);
}

export async function rowsIn(database: ClientBase, table: string): Promise<number> {
  const { rows } = await database.query<{ rows: string }>(`select count(*) as rows from ${quoted(table)}`);
  return Number(rows[0]?.rows ?? 0);
}

/** Does `work` while nothing refers to anything, so that tables can be filled in any order; afterwards all is checked. */
export async function withoutForeignKeys(database: ClientBase, work: () => Promise<void>): Promise<void> {
  const { rows: keys } = await database.query<{ table: string; name: string; definition: string }>(`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`);
  for (const { table, name } of keys) await database.query(`alter table ${table} drop constraint ${name}`);
  await work();
  for (const { table, name, definition } of keys)
    await database.query(`alter table ${table} add constraint ${name} ${definition}`);
}

/** Lets every column that counts by itself go on after the highest number it holds. */
export async function advanceSequences(database: ClientBase): Promise<void> {
  const { rows } = await database.query<{ table: string; column: string; sequence: string }>(`
    select * from (
      select c.oid::regclass::text as table, quote_ident(a.attname) as column,
        pg_get_serial_sequence(c.oid::regclass::text, a.attname) as sequence
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    ) counting where sequence is not null`);
  for (const { table, column, sequence } of rows)
    await database.query(
      `select setval($1, coalesce(max(${column}), 1), max(${column}) is not null) from ${table}`,
      [sequence],
    );
}
