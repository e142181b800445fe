// A moderator deletes removed words for good, in one browser; another browser has them no more.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { aSeminar } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);

const RUDE = '他家住在桃花街七号';

it('[E16] what was removed is deleted for good, once asked; whoever wrote it cannot bring it back either', async () => {
  const { map, owner, guests } = await aSeminar(api.url, 1);
  const thesis = uuidv7();
  await owner.edit(map, [
    {
      kind: 'add-claim',
      claim: thesis,
      text: '开源应当继续',
      language: 'zh',
      to: { at: 'thesis', order: 'a0' },
    },
  ]);
  const anna = await Reader.at(browser, api.url, { cookie: owner.headers['cookie'] ?? '' });
  const ben = await Reader.at(browser, api.url, { cookie: guests[0]!.headers['cookie'] ?? '' });
  await Promise.all([anna.open(map), ben.open(map)]);
  await ben.answer('开源应当继续', 'p', RUDE);
  await anna.select(RUDE);
  await anna.page.keyboard.press('Delete');
  await ben.card(RUDE).waitFor({ state: 'detached' });

  await anna.page.getByText('大纲', { exact: true }).click();
  await anna.page.getByRole('button', { name: '已删除的主张和评论' }).click();
  await anna.page.getByRole('button', { name: `永久删除：${RUDE}` }).click();
  const asked = anna.page.getByRole('dialog', { name: '永久删除这些文字？' });
  await asked.getByText('此操作无法撤销。').waitFor();
  await asked.getByRole('button', { name: '永久删除' }).click();
  await anna.page.getByText('主张已永久删除').waitFor();
  expect(await anna.page.getByText(RUDE).count()).toBe(0);

  await ben.page.keyboard.press('Control+z');
  await ben.page.getByText('大纲', { exact: true }).click();
  await ben.page.getByRole('button', { name: '已删除的主张和评论' }).click();
  await ben.page.getByText('主张已永久删除').waitFor();
  expect(await ben.page.getByRole('button', { name: '恢复', exact: true }).count()).toBe(0);
  expect(await ben.page.content()).not.toContain(RUDE);
  for (const person of [owner, guests[0]!])
    expect(await (await person.send('GET', `/api/maps/${map}/changes?limit=100`)).text()).not.toContain(RUDE);
  expect([...anna.errors, ...ben.errors]).toEqual([]);
  await Promise.all([anna.context.close(), ben.context.close()]);
});
