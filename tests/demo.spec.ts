// A teacher without a class tries alone what comes during and after a seminar (S-34).
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { RunningApi } from './support/api.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
let readers: Reader[] = [];

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);
afterEach(async () => {
  for (const { errors, context } of readers) {
    expect(errors).toEqual([]);
    await context.close();
  }
  readers = [];
});

it('[S-34] a new account has a class to rehearse with in one press, and its report in two more', async () => {
  const teacher = new Person(api.url);
  await teacher.signUp('陈老师');
  const reader = await Reader.at(browser, api.url, { cookie: teacher.headers['cookie'] ?? '' });
  readers.push(reader);
  const { page } = reader;
  await page.goto('/');
  await page.getByRole('button', { name: '用演示课练一遍' }).click();
  await page.waitForURL(/\/maps\//);
  await page.getByText('演示课：', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '报告' }).click();
  for (const name of ['12 人里有 5 人改了主意', '正方多说了 1:50', '谁参与了', '没有人答复的反对意见'])
    await page.getByRole('region', { name }).waitFor();
  const names = page.getByRole('region', { name: '谁参与了' }).getByRole('rowheader', { name: /^演示/ });
  expect(await names.count()).toBe(12);
});
