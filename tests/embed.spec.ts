// A map in a page of somebody else: as it is now, to be read, folded and zoomed, and not to be changed.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Id } from '@counterpoint/shared';
import type { Browser } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { startApi, type RunningApi } from './support/api.ts';
import { launchBrowser } from './support/browser.ts';
import { until } from './support/patience.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { createTestDatabase, type TestDatabase } from './support/testDatabase.ts';

let database: TestDatabase;
let api: RunningApi;
let browser: Browser;
let school: Server;
let owner: Person;
let map: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startApi({ databaseUrl: database.url });
  browser = await launchBrowser();
  owner = new Person(api.url);
  await owner.signUp('陈老师');
  map = await owner.newMap('河上的桥');
  school = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html');
    answer.end(`<iframe src="${api.url}/embed/${map}" style="width: 100%; height: 80vh"></iframe>`);
  }).listen(0, '127.0.0.1');
  await once(school, 'listening');
});
afterAll(async () => {
  await browser.close();
  school.close();
  await api.stop();
  await database.drop();
});

const [thesis, reason] = [uuidv7(), uuidv7()];
const reply = (target: Id, claim: Id, text: string) => ({
  kind: 'add-claim' as const,
  claim,
  text,
  language: 'zh' as const,
  to: {
    at: 'argument' as const,
    argument: uuidv7(),
    direction: 'support' as const,
    target: { kind: 'claim' as const, id: target },
    order: 'a0',
  },
});

it.each([1440, 390])('at %i px: live, read-only, whole, folded and zoomed', async (width) => {
  if (width === 1440) {
    const embeds = `http://127.0.0.1:${(school.address() as AddressInfo).port}`;
    await owner.edit(map, [
      { kind: 'change-settings', set: { access: 'anyone' } },
      { kind: 'change-settings', set: { embeds } },
      {
        kind: 'add-claim',
        claim: thesis,
        text: '桥要留。',
        language: 'zh',
        to: { at: 'thesis', order: 'a0' },
      },
      reply(thesis, reason, '孩子上学要走。'),
    ]);
  }
  const reader = await Reader.at(browser, api.url, { width });
  await reader.page.goto(`http://127.0.0.1:${(school.address() as AddressInfo).port}/`);
  const frame = reader.page.frameLocator('iframe');
  const card = (text: string) => frame.locator('.card').filter({ hasText: text });
  await card('孩子上学要走。').waitFor();

  const late = `从桥上走只要十分钟 ${width}。`;
  await owner.edit(map, [reply(reason, uuidv7(), late)]);
  await card(late).waitFor({ state: 'attached' });

  await card('桥要留。').locator('.card-words').click();
  for (const key of ['p', 'Enter', 'F2', 'Delete']) await reader.page.keyboard.press(key);
  expect(await frame.locator('.card-field, [role="dialog"], .card-tools').count()).toBe(0);
  expect(await frame.locator('html').evaluate((page) => page.scrollWidth <= page.clientWidth)).toBe(true);

  const zoom = () => frame.locator('.react-flow__viewport').evaluate((view) => new DOMMatrix(getComputedStyle(view).transform).a); // prettier-ignore
  const before = await zoom();
  await frame.getByRole('button', { name: '缩小' }).click();
  await until(async () => (await zoom()) < before);
  await card('桥要留。').getByRole('button', { name: '收起回应' }).click();
  await card('孩子上学要走。').waitFor({ state: 'detached' });
  const snapshot = await owner.ask<{ map: { claims: unknown[] } }>('GET', `/api/maps/${map}`);
  expect(snapshot.map.claims).toHaveLength(width === 1440 ? 3 : 4);
  expect(reader.errors).toEqual([]);
  await reader.context.close();
});
