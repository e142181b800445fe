// Who comes in where somebody else was before: two pages of one browser, which has one session for both [Z-08].
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Snapshot } from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
let reader: Reader;
let owner: Person;
let map: string;
let code: string;

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);
beforeEach(async () => {
  owner = new Person(api.url);
  await owner.signUp('Olga');
  map = await owner.newMap('河上的桥');
  const claim = {
    kind: 'add-claim',
    claim: uuidv7(),
    text: '桥要留。',
    language: 'zh',
    to: { at: 'thesis', order: 'a0' },
  };
  await owner.edit(map, [claim]);
  ({ code } = await owner.invite(map));
  reader = await Reader.at(browser, api.url);
});
afterEach(async () => {
  expect(reader.errors).toEqual([]);
  await reader.context.close();
});

const people = async () =>
  (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).map.participants.map(({ name }) => name);

async function comesAs(page: Page, name: string): Promise<void> {
  await page.getByLabel('你的名字').fill(name);
  await page.getByRole('button', { name: '进入论证图' }).click();
  await page.waitForURL(`**/maps/${map}**`);
}

it('[Z-08] a second person at the same computer is asked who they are, and comes in as themselves', async () => {
  const first = reader.page;
  await first.goto(`/join/${code}`);
  await comesAs(first, '李明');
  await first.locator('.react-flow').waitFor();

  const second = await reader.context.newPage();
  await second.goto(`/join/${code}`);
  await second.getByRole('heading', { name: '以“李明”继续，还是换一个人？' }).waitFor();
  await second.getByRole('button', { name: '换一个人进入' }).click();
  // Told what is lost, and not yet done: the first page is still theirs.
  await second.getByText('只有这个浏览器知道你是“李明”').waitFor();
  expect(
    (await first.request.get('/api/accounts/me').then((answer) => answer.json())) as unknown,
  ).toMatchObject({ account: { name: '李明' } });
  await second.getByRole('button', { name: '仍然退出' }).click();
  await comesAs(second, '王芳');
  await second.locator('.react-flow').waitFor();
  expect(await people()).toEqual(expect.arrayContaining(['Olga', '李明', '王芳']));

  // What still stood open does not go on in the name of either.
  await first.getByText('你已退出登录。').waitFor();
});

it('[Z-08] who goes on as before is the same participant, with an account as well', async () => {
  await owner.join(code, 'Olga');
  const [cookie] = owner.headers['cookie']!.split('; ');
  const again = await Reader.at(browser, api.url, { cookie: cookie! });
  await again.page.goto(`/join/${code}`);
  await again.page.getByText('你已经在这张图里。').waitFor();
  await again.page.getByRole('link', { name: '以“Olga”继续' }).click();
  await again.page.locator('.react-flow').waitFor();
  expect(await people()).toEqual(['Olga']);
  await again.context.close();
});

it('[S-27] the code of an invitation fills a wall in letters of 200 px, over a picture for phones', async () => {
  const [cookie] = owner.headers['cookie']!.split('; ');
  const host = await Reader.at(browser, api.url, { cookie: cookie! });
  const { page } = host;
  await host.open(map);
  await page.getByRole('button', { name: '邀请', exact: true }).click();
  await page.getByRole('button', { name: '投到屏幕上' }).click();
  const letters = page.locator('.code-wall output');
  await letters.waitFor();
  expect((await letters.textContent())?.replace(' ', '')).toBe(code);
  const size = await letters.evaluate((shown) => Number.parseFloat(getComputedStyle(shown).fontSize));
  expect(size).toBeGreaterThanOrEqual(200);
  const boxes = await Promise.all([letters, page.locator('.code-wall .qr')].map((one) => one.boundingBox()));
  for (const box of boxes) {
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(1440);
    expect(box!.y + box!.height).toBeLessThanOrEqual(900);
  }
  expect(host.errors).toEqual([]);
  await host.context.close();
});
