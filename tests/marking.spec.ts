// Three people mark a text, none seeing what the others mark; the owner opens it and makes one claim of what they agree on.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Id, Snapshot } from '@counterpoint/shared';
import type { Browser, Locator, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { until } from './support/patience.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

const TEXT = '大桥不应修在上游。上游的河岸每年都会塌。\n渡口应当保留。老人每天都要过河。';

let api: RunningApi;
let browser: Browser;
let map: Id;
let owner: Person;
let readers: Reader[] = [];

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);
beforeEach(async () => {
  owner = new Person(api.url);
  await owner.signUp('Olga');
  map = await owner.newMap('河上的桥');
  const [source, edition] = [uuidv7(), uuidv7()];
  await owner.edit(map, [
    { kind: 'add-source', source, edition, title: '讲稿', url: '', language: 'zh', text: TEXT, marks: [] },
  ]);
});
afterEach(async () => {
  for (const { errors, context } of readers) {
    expect(errors).toEqual([]);
    await context.close();
  }
  readers = [];
});

async function reads(person: Person): Promise<Page> {
  const reader = await Reader.at(browser, api.url, { cookie: person.headers['cookie'] ?? '', width: 1500 });
  readers.push(reader);
  await reader.page.goto(`/maps/${map}?view=source`);
  await paragraph(reader.page, '大桥').waitFor();
  return reader.page;
}

async function joined(name: string): Promise<Page> {
  const person = new Person(api.url);
  await person.signUp(name);
  await person.ask('POST', `/api/join/${(await owner.invite(map)).code}`, { name });
  return reads(person);
}

const paragraph = (page: Page, text: string): Locator => page.locator('.source-words p[data-from]').filter({ hasText: text }); // prettier-ignore
const pane = (page: Page): Locator => page.locator('.round-pane');
const content = async (): Promise<Snapshot['map']> => (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).map; // prettier-ignore

/** As a hand selects, by mouse or by the handles of a touch screen: the selection of the page is the one truth. */
async function select(page: Page, text: string): Promise<void> {
  await paragraph(page, text).evaluate((element, wanted) => {
    const node = element.firstChild;
    const at = node?.textContent?.indexOf(wanted) ?? -1;
    if (node && at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
  }, text);
  await page.getByRole('toolbar', { name: '用选中的话' }).waitFor();
}

async function markByPress(page: Page, text: string, label: string): Promise<void> {
  await select(page, text);
  await page.getByRole('group', { name: '标为' }).getByRole('button', { name: label }).click();
  await pane(page).getByText(text, { exact: true }).waitFor();
}

it('[A-13] [A-14] each marks alone; once opened all see who marked what, how far they agree, and one press makes a claim', async () => {
  const manager = await reads(owner);
  await manager.getByRole('button', { name: '原文的版本与操作' }).click();
  await manager.getByRole('menuitem', { name: '请大家标注这篇原文…' }).click();
  const dialog = manager.getByRole('dialog');
  await dialog.getByLabel('请大家找什么？').fill('标出主张和理由。');
  await dialog.getByLabel('标签').fill('主张，理由');
  await dialog.getByRole('button', { name: '开始' }).click();
  await pane(manager).getByText('各标各的').waitFor();

  const [ada, bo, cy] = [await joined('Ada'), await joined('Bo'), await joined('Cy')];
  for (const page of [ada, bo, cy]) await page.getByRole('button', { name: '你的 0 处标记' }).click();
  await markByPress(ada, '大桥不应修在上游', '主张');
  await markByPress(ada, '上游的河岸每年都会塌', '理由');
  // By keys alone: sentence by sentence, and a digit for the label.
  await bo.locator('.source-scroll').focus();
  await bo.keyboard.press('ArrowDown');
  await bo.keyboard.press('1');
  await pane(bo).getByText('大桥不应修在上游。', { exact: true }).waitFor();
  await markByPress(cy, '大桥不应修在上游', '主张');
  await pane(ada).getByRole('button', { name: '我标完了' }).click();
  await pane(bo).getByRole('button', { name: '我标完了' }).click();

  // Nobody sees more than their own, and how many have finished.
  for (const page of [ada, bo, cy, manager]) await pane(page).getByText('4 人中 2 人已标完').waitFor();
  expect(await pane(bo).locator('.round-mine li').count()).toBe(1);
  expect(await pane(manager).locator('.round-mine li').count()).toBe(0);
  expect((await content()).annotations).toEqual([]);
  expect(await pane(ada).getByRole('button', { name: '向所有人公开…' }).count()).toBe(0);

  await pane(manager).getByRole('button', { name: '向所有人公开…' }).click();
  await pane(manager).getByText('还有 2 人没有标完').waitFor();
  await pane(manager).getByRole('button', { name: '现在公开' }).click();
  for (const page of [manager, ada]) {
    await pane(page).getByText('Krippendorff α（单元化）').waitFor();
    await pane(page).getByText('3 位标注者，其中 1 位没有标完').waitFor();
    expect(await pane(page).locator('.round-figure > p strong').innerText()).toMatch(/^[−\d.]+$/);
    await pane(page).getByText('3 人全部标出').waitFor();
    await pane(page).getByText('3 人中 1 人标出').waitFor();
  }
  expect(await pane(ada).getByRole('button', { name: '收为主张' }).count()).toBe(0);
  const list = pane(manager).getByRole('list', { name: '标出的段落' });
  await list.focus();
  await manager.keyboard.press('j');
  await manager.keyboard.press('a');
  await until(async () => (await content()).claims.map(({ text }) => text), ['大桥不应修在上游']);
  await manager.keyboard.press('x');
  await pane(manager).getByText('这里没有内容。').waitFor();
  await until(
    async () => (await content()).annotations.map(({ curated }) => curated?.as).sort(),
    ['accepted', 'accepted', 'accepted', 'rejected'],
  );
  const { quotations } = await content();
  expect(quotations).toMatchObject([{ exact: '大桥不应修在上游', bearing: 'verbatim' }]);
  // The other one comes back with the step that put it away.
  await manager.getByRole('radio', { name: /已处理/ }).click();
  await pane(manager).getByText('已收入').waitFor();
  await pane(manager).getByText('未采纳').waitFor();
});
