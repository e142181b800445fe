import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TABLES } from '@counterpoint/shared';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/testDatabase.ts';
import { COLUMNS, INFO_COLUMNS as INFO } from './commit-statement.ts';

/** What a column may be for a value that travels as this type. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  uuid: ['uuid'],
  text: ['text'],
  bigint: ['bigint', 'integer'],
  boolean: ['boolean'],
  jsonb: ['jsonb'],
};

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function columnsIn(table: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

describe('the migrated database', () => {
  it.each(TABLES)(
    'has a column for every field of %s, of a type that holds it, and no other',
    async (table) => {
      const columns = await columnsIn(table);
      expect([...columns.keys()].sort()).toEqual([...Object.keys(COLUMNS[table]), 'map_id'].sort());
      const misfits = Object.entries(COLUMNS[table]).filter(
        ([name, type]) => !HOLDERS[type]?.includes(columns.get(name) ?? ''),
      );
      expect(misfits).toEqual([]);
    },
  );

  it('has a column for everything in the heading of a map', async () => {
    const columns = await columnsIn('maps');
    const misfits = Object.entries(INFO).filter(
      ([name, type]) => !HOLDERS[type]?.includes(columns.get(name) ?? ''),
    );
    expect(misfits).toEqual([]);
  });
});
