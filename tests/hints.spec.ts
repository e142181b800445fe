// [U-16] Who writes in a map for the first time gets four hints, beside the cards and not over them; once skipped or read they never come again.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SAMPLES, type Id } from '@counterpoint/shared';
import type { Browser } from 'playwright-core';
import type { RunningApi } from './support/api.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
let reader: Reader;
let map: Id;
let cookie: string;

beforeAll(async () => {
  ({ api, browser } = await theStage());
  const owner = new Person(api.url);
  await owner.signUp('陈老师');
  map = (await owner.ask<{ id: Id }>('POST', '/api/maps/demo', { language: 'zh' })).id;
  cookie = owner.headers['cookie'] ?? '';
});
afterAll(clearStage);
afterEach(async () => {
  expect(reader.errors).toEqual([]);
  await reader.context.close();
});

const hints = () => reader.page.getByRole('region', { name: '第一次使用的提示' });
const press = (name: string) => hints().getByRole('button', { name }).click();

describe.each([
  { width: 1440, touch: false },
  { width: 390, touch: true },
])('at $width px', ({ width, touch }) => {
  it('four of them, over no card, and with the last one they are read', async () => {
    reader = await Reader.at(browser, api.url, { ahead: true, cookie, width, touch, isFirst: true });
    await reader.page.goto(`/maps/${map}?view=map`);
    await hints().waitFor();
    const told: string[] = [];
    for (const then of ['下一条', '下一条', '下一条', '知道了']) {
      told.push((await hints().getByRole('status').textContent()) ?? '');
      const box = (await hints().boundingBox())!;
      expect(await reader.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect(box.y + box.height).toBeLessThanOrEqual((await reader.page.locator('.canvas').boundingBox())!.y);
      await press(then);
    }
    expect(told.map((words) => words.slice(0, 6))).toEqual(['提示 1/4', '提示 2/4', '提示 3/4', '提示 4/4']);
    expect(new Set(told).size).toBe(4);
    await hints().waitFor({ state: 'detached' });
    await reader.page.reload();
    await reader.hasAll();
    expect(await hints().count()).toBe(0);
  });

  it('skipped, they do not come again, in no map', async () => {
    reader = await Reader.at(browser, api.url, { ahead: true, cookie, width, touch, isFirst: true });
    await reader.page.goto(`/maps/${map}`);
    await press('不再提示');
    await hints().waitFor({ state: 'detached' });
    await reader.page.goto(`/maps/${map}?view=outline`);
    await reader.hasAll();
    expect(await hints().count()).toBe(0);
  });
});

it('none for who only reads', async () => {
  reader = await Reader.at(browser, api.url, { ahead: true, isFirst: true });
  await reader.open(SAMPLES.zh);
  await reader.hasAll();
  expect(await hints().count()).toBe(0);
});
