// The same crawl, over a table that the product does not have.
import { NOTES } from '../../../packages/shared/testing/madeUp.ts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { crawl } from '../testing/leaks.ts';
import { startTestApp, type TestApp } from '../testing/testApp.ts';
import { COLUMNS } from './maps/commit-statement.ts';

let app: TestApp;
beforeAll(async () => {
  const columns = Object.entries<string>(COLUMNS[NOTES]).map(([name, type]) => `"${name}" ${type}`);
  app = await startTestApp(
    {},
    undefined,
    `create table notes (map_id uuid references maps on delete cascade, ${columns.join(', ')}, primary key (map_id, id))`,
  );
});
afterAll(() => app.stop());

it('[V1] [V5] [V8] no word of a made-up table leaves to the other side', async () => {
  const { leaks, missing, tables } = await crawl(app, ['json', 'argdown', 'csv']);
  expect(tables).toContain(NOTES);
  expect([...new Set(leaks)]).toEqual([]);
  expect([...new Set(missing)]).toEqual([]);
});
