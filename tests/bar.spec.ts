// The bar over a map at its fullest, for who leads a debate and votes: nothing is cut off, in either language, however wide (U-10).
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Id } from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { until } from './support/patience.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
let owner: Person;
let map: Id;

beforeAll(async () => {
  ({ api, browser } = await theStage());
  owner = new Person(api.url);
  await owner.signUp('陈老师');
  map = (await owner.ask<{ id: Id }>('POST', '/api/maps/demo', { language: 'zh' })).id;
  const plan = {
    name: '辩论',
    sides: [
      { id: uuidv7(), name: '正方', sign: 'square' },
      { id: uuidv7(), name: '反方', sign: 'triangle' },
    ],
    phases: [{ id: uuidv7(), name: '立论', side: null, seconds: 600, may: ['claim'], bells: [] }],
    ...{ queue: 'raised', pace: 'hand', injury: null, choose: true },
  };
  const { verdicts } = await owner.edit(map, [{ kind: 'begin-debate', debate: uuidv7(), plan }]);
  expect(verdicts.filter((verdict) => 'refusal' in verdict)).toEqual([]);
});
afterAll(clearStage);

/** What of the bar is not whole within the window, and the title, where too little of it is left to know the map by. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.top-bar > *')]
      .filter((one) => {
        const { right, width } = one.getBoundingClientRect();
        return right > innerWidth || (one.matches('.map-title') && width < 120);
      })
      .map((one) => one.className),
  );
/** How many views are one press away. */
const views = (page: Page): Promise<number> => page.locator('.top-views .segmented button').count();

it.each(['zh-CN', 'en-GB'])('[U-10] the bar has room for all that stands in it, in %s', async (locale) => {
  const cookie = owner.headers['cookie'] ?? '';
  const { page, context } = await Reader.at(browser, api.url, { locale, cookie, width: 1700 });
  await page.goto(`/maps/${map}`);
  await page.locator('.side-counts').waitFor();
  const all = await views(page);
  expect(all).toBeGreaterThan(5);
  for (const width of [1440, 1280, 1180, 1024, 920, 768, 721, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await until(() => cutOff(page), []);
  }
  await page.setViewportSize({ width: 721, height: 900 });
  await page.locator('.all-views').click();
  expect(await page.getByRole('menuitem').count()).toBeGreaterThanOrEqual(all);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1700, height: 900 });
  await until(() => views(page), all);
  await context.close();
});
