import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { TABLES } from '@counterpoint/shared';
import { crawl } from '../testing/leaks.ts';
import { startTestApp, type TestApp } from '../testing/testApp.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

it('[V1] [V5] [V8] no word leaves by any way to anyone who may not read it, of any table', async () => {
  const { leaks, missing, tables } = await crawl(app);
  expect([...tables].sort()).toEqual(TABLES.filter((table) => table !== 'participants').sort());
  expect([...new Set(leaks)]).toEqual([]);
  expect([...new Set(missing)]).toEqual([]);
});
