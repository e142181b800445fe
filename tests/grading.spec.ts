// A seminar is graded on screen: a rubric, two markers who do not see each other, a release, and what the student reads (S-21 to S-24).
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Id, Snapshot } from '@counterpoint/shared';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
let map: Id;
let owner: Person;
let second: Person;
let student: Person;
let readers: Reader[] = [];
const thesis = uuidv7();

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);
beforeEach(async () => {
  owner = new Person(api.url);
  await owner.signUp('Olga');
  map = await owner.newMap('河上的桥');
  second = await joined('moderator', '莫老师');
  student = await joined('participant', '安然');
  await joined('participant', '宝林');
  const to = { at: 'thesis', order: 'a0' };
  await student.edit(map, [{ kind: 'add-claim', claim: thesis, text: '应当修桥', language: 'zh', to }]);
});
afterEach(async () => {
  for (const { errors, context } of readers) {
    expect(errors).toEqual([]);
    await context.close();
  }
  readers = [];
});

async function joined(role: 'participant' | 'moderator', name: string): Promise<Person> {
  const person = new Person(api.url);
  await person.signUp(name);
  await person.ask('POST', `/api/join/${(await owner.invite(map, role)).code}`, { name });
  return person;
}

async function at(person: Person, query: string): Promise<Page> {
  const reader = await Reader.at(browser, api.url, { cookie: person.headers['cookie'] ?? '' });
  readers.push(reader);
  await reader.page.goto(`/maps/${map}?${query}`);
  return reader.page;
}

/** Chooses a level of each criterion by the keyboard alone, and says why. */
async function give(page: Page, presses: readonly number[], words: string): Promise<void> {
  const form = page.locator('.grading-all .grade-form');
  for (const [i, times] of presses.entries()) {
    await form.getByRole('group').nth(i).getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    for (let pressed = 0; pressed < times; pressed++) await page.keyboard.press('ArrowRight');
  }
  await form.getByRole('textbox', { name: '评语' }).fill(words);
  await form.getByRole('button', { name: '保存' }).click();
  await form.getByText('已保存').waitFor();
}

it('[S-21] [S-22] [S-23] [S-24] a rubric is made, two grade without seeing each other, and the student reads it once it is released', async () => {
  const page = await at(owner, 'view=grading&pane=none');
  await page.getByRole('button', { name: '制定评分标准…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '第 1 项的名称' }).fill('=1+1');
  await dialog.getByRole('button', { name: '保存评分标准' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('navigation', { name: '学生' }).getByRole('button', { name: /安然/ }).click();
  await give(page, [2, 1, 0], '论证清楚。');
  await page.getByText('已评 1 / 2 人').waitFor();
  await page.getByText('3 / 6 分').waitFor();

  const other = await at(second, 'view=grading&pane=none');
  await other.getByRole('navigation', { name: '学生' }).getByRole('button', { name: /安然/ }).click();
  await other.getByText('应当修桥').waitFor();
  expect(await other.getByText('论证清楚。').count()).toBe(0);
  await give(other, [2, 2, 0], '回应不少。');
  await other.getByText('论证清楚。').waitFor();
  const differ = other.locator('.other-markers tbody tr');
  expect(await differ.allInnerTexts()).toEqual([
    expect.stringMatching(/^回应他人\s+完全做到 \(2\)\s+部分做到 \(1\)$/),
  ]);
  await page.getByText('回应不少。').waitFor();

  const hers = await at(student, 'pane=grades');
  await hers.getByText('你的评分还没有发布').waitFor();
  expect((await student.ask<Snapshot>('GET', `/api/maps/${map}`)).map.grades).toEqual([]);

  await page.getByRole('button', { name: '发布…' }).click();
  await dialog.getByText('你还没有评的：宝林').waitFor();
  await dialog.getByRole('button', { name: '发布给 1 名学生' }).click();
  await hers.locator('.my-grades').getByText('论证清楚。').waitFor();
  await hers.locator('.my-grades').getByText('回应不少。').waitFor();
  expect(await hers.locator('.my-grades').getByText('4 / 6 分').count()).toBe(1);
  await hers.getByRole('button', { name: /通知/ }).click();
  await hers.getByText('Olga发布了你的评分').waitFor();

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存为表格（CSV）' }).click(),
  ]);
  const csv = await readFile(await file.path(), 'utf8');
  const [head = '', ...rows] = csv.split('\r\n');
  expect(head).toBe(
    "\ufeff学生,学生编号,评分人,评分对象,'=1+1,回应他人,表述清楚,总分,评语,评分时间（UTC）,发布时间（UTC）",
  );
  expect(rows.map((row) => row.split(',').slice(2, 9).join())).toEqual([
    'Olga,全部贡献,2,1,0,3,论证清楚。',
    '莫老师,全部贡献,2,2,0,4,回应不少。',
    ',,,,,,',
    '',
  ]);
});
