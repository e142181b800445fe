import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { byOrder, orderAt, TABLES, tables, type Ordered } from '@counterpoint/shared';
import { Client } from 'pg';
import { anId } from '../../../../packages/shared/testing/aMap.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/testDatabase.ts';

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

/** 600 siblings: appended, put first, and put into gaps, every tenth with the key of another. */
function siblings(): Ordered[] {
  const list: Ordered[] = [];
  for (let i = 0; i < 600; i++) {
    const index = [list.length, 0, list.length >> 1, (i * 7919) % (list.length + 1)][i % 4] ?? 0;
    const order = i % 10 === 9 ? (list[index]?.order ?? 'a0') : orderAt(list, index);
    list.push({ id: anId((i * 7919) % 10_007), order });
    list.sort(byOrder);
  }
  return list;
}

it('[O2] Postgres sorts order keys and ids as JavaScript does, in the columns of every table that has them', async () => {
  const list = siblings();
  const columns = await client.query<{ table: string; collation: string | null }>(
    `select table_name as table, collation_name as collation from information_schema.columns
      where column_name = 'order' and table_schema = 'public'`,
  );
  expect(columns.rows.map(({ table }) => table).sort()).toEqual(
    TABLES.filter((table) => 'order' in tables[table].schema.shape).sort(),
  );
  expect(new Set(columns.rows.map(({ collation }) => collation))).toEqual(new Set(['C']));
  const sorted = await client.query<Ordered>(
    `select id, "order" from json_to_recordset($1) as row (id uuid, "order" text collate "C") order by "order", id`,
    [JSON.stringify(list.toReversed())],
  );
  expect(sorted.rows).toEqual(list);
});
