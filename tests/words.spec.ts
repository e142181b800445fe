// Words that were typed and not sent, in a real browser: no way of leaving the page loses them (U-12, I-02).
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id } from '@counterpoint/shared';
import type { Browser } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { startApi, type RunningApi } from './support/api.ts';
import { launchBrowser } from './support/browser.ts';
import { aSeminar, type Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { createTestDatabase, type TestDatabase } from './support/testDatabase.ts';

let database: TestDatabase;
let api: RunningApi;
let browser: Browser;
let map: Id;
let owner: Person;
let reader: Reader;
let claims: { readonly one: Id; readonly other: Id };

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startApi({ databaseUrl: database.url });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await api.stop();
  await database.drop();
});

const WORDS = '四百个字，'.repeat(80);

beforeEach(async () => {
  const seminar = await aSeminar(api.url, 1);
  ({ map, owner } = seminar);
  claims = { one: uuidv7(), other: uuidv7() };
  const thesis = (claim: Id, text: string, order: string) => ({ kind: 'add-claim', claim, text, language: 'zh', to: { at: 'thesis', order } }); // prettier-ignore
  await owner.edit(map, [thesis(claims.one, '第一个论题', 'a0'), thesis(claims.other, '第二个论题', 'a1')]);
  reader = await Reader.at(browser, api.url, { cookie: seminar.guests[0]!.headers['cookie'] ?? '' });
  await reader.open(map);
  await reader.card('第一个论题').waitFor();
});
afterEach(async () => {
  expect(reader.errors).toEqual([]);
  await reader.context.close();
});

const panel = () => reader.page.locator('.workspace-panel');
const inPanel = () => panel().getByRole('textbox');
const tab = (name: string) => panel().getByRole('tab', { name }).click();
const cardField = () => reader.page.locator('.card-field');

/** Types into the discussion and into the wording of the first claim, in the panel. */
async function write(): Promise<void> {
  await reader.select('第一个论题');
  await tab('讨论');
  await inPanel().fill(WORDS);
  await tab('主张');
  await panel().getByRole('button', { name: '改写' }).click();
  await inPanel().fill(`改过的${WORDS}`);
}

async function expectBoth(): Promise<void> {
  await reader.select('第一个论题');
  await tab('主张');
  expect(await inPanel().inputValue()).toBe(`改过的${WORDS}`);
  await tab('讨论');
  expect(await inPanel().inputValue()).toBe(WORDS);
}

describe('unsent words', () => {
  it('in the panel outlive another claim, another view, a reload, Back and a closed tab', async () => {
    await write();
    await reader.select('第二个论题');
    await expectBoth();
    await reader.page.getByText('大纲', { exact: true }).click();
    await reader.page.getByText('论证图', { exact: true }).click();
    await expectBoth();
    await reader.page.reload();
    await expectBoth();
    await reader.page.goto('/');
    await reader.page.goBack();
    await expectBoth();
    const second = await reader.context.newPage();
    await reader.page.close();
    reader = Object.assign(Object.create(reader) as Reader, { page: second });
    await reader.open(map);
    await expectBoth();
  });

  it('on a card are in its field again after a reload, and sent by one press', async () => {
    await reader.select('第一个论题');
    await reader.page.keyboard.press('p');
    await cardField().fill(WORDS);
    await reader.page.reload();
    await cardField().waitFor();
    expect(await cardField().inputValue()).toBe(WORDS);
    await cardField().press('Enter');
    await cardField().waitFor({ state: 'detached' });
    await reader.page.locator('.card').filter({ hasText: '四百个字' }).waitFor();
    await reader.page.reload();
    await reader.page.locator('.card').filter({ hasText: '四百个字' }).waitFor();
    expect(await cardField().count()).toBe(0);
  });

  it('about a claim that somebody else removed lie in the tray', async () => {
    await write();
    await owner.edit(map, [{ kind: 'remove', id: claims.one }]);
    await reader.page.getByRole('button', { name: '2 项未被接受' }).click();
    const dialog = reader.page.getByRole('dialog');
    expect(await dialog.locator('blockquote').allTextContents()).toEqual(
      expect.arrayContaining([WORDS, `改过的${WORDS}`]),
    );
  });
});
