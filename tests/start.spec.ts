import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { type RunningApi, startApi } from './support/api.ts';
import { launchBrowser } from './support/browser.ts';
import { createTestDatabase, type TestDatabase } from './support/testDatabase.ts';

let database: TestDatabase;
let api: RunningApi;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startApi({ databaseUrl: database.url });
});

afterAll(async () => {
  await api.stop();
  await database.drop();
});

test('the database sorts and searches Chinese as the app expects', async () => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const answer = await client.query<{ version: number; letter: boolean }>(
    `select current_setting('server_version_num')::int as version, '论证' ~ '^[[:alpha:]]+$' as letter`,
  );
  await client.end();
  expect(answer.rows[0]?.version).toBeGreaterThanOrEqual(180_000);
  expect(answer.rows[0]?.letter).toBe(true);
});

test('a browser opens the start page without an error', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const answer = await page.goto(api.url);
    expect(answer?.status()).toBe(200);
    await expect(page.title()).resolves.toContain('Counterpoint');
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
});
