// A page of a server in the lab, over plain http and by a name: no secure context, so half of what browsers offer is missing.
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id, Snapshot } from '@counterpoint/shared';
import type { Browser } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { startApi, type RunningApi } from './support/api.ts';
import { launchBrowser } from './support/browser.ts';
import { aSeminar, type Person } from './support/people.ts';
import { wireTo, type Wire } from './support/proxy.ts';
import { Reader } from './support/reader.ts';
import { createTestDatabase, type TestDatabase } from './support/testDatabase.ts';

let database: TestDatabase;
let api: RunningApi;
let browser: Browser;
let wire: Wire;
let map: Id;
let owner: Person;
let reader: Reader;

const at = (address: string): string => address.replace('127.0.0.1', 'lab.test');

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startApi({ databaseUrl: database.url, env: { PUBLIC_URL: '' } });
  browser = await launchBrowser('--host-resolver-rules=MAP lab.test 127.0.0.1');
});
afterAll(async () => {
  await browser.close();
  await api.stop();
  await database.drop();
});

beforeEach(async () => {
  wire = await wireTo(api.port);
  ({ map, owner } = await aSeminar(api.url, 0));
  const to = { at: 'thesis', order: 'a0' };
  await owner.edit(map, [{ kind: 'add-claim', claim: uuidv7(), text: '论题', language: 'zh', to }]);
  reader = await Reader.at(browser, at(wire.url), { cookie: owner.headers['cookie'] ?? '' });
  await reader.open(map);
  expect(await reader.page.evaluate(() => isSecureContext)).toBe(false);
});
afterEach(async () => {
  expect(reader.errors).toEqual([]);
  await reader.context.close();
  await wire.close();
});

/** What a paste brings. */
async function pasted(): Promise<string> {
  const page = await reader.context.newPage();
  await page.goto(reader.base);
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.replaceChildren(field);
    field.focus();
  });
  await page.keyboard.press('Control+V');
  const words = await page.locator('textarea').inputValue();
  await page.close();
  return words;
}

describe('a page over plain http', () => {
  it('copies from a dialog, which holds the focus, and from a menu', async () => {
    const { page } = reader;
    await page.getByRole('button', { name: '邀请', exact: true }).click();
    const link = await page.getByRole('textbox', { name: '邀请链接' }).inputValue();
    const copy = page.getByRole('button', { name: '复制链接' });
    await copy.click();
    await page.getByRole('status').getByText('已复制').waitFor({ state: 'attached' });
    expect(await copy.evaluate((button) => document.activeElement === button)).toBe(true);
    expect(link).toContain(`${at(wire.url)}/join/`);
    expect(await pasted()).toBe(link);
    await page.keyboard.press('Escape');

    await reader.select('论题');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: '查看与分享' }).click();
    await page.getByRole('menuitem', { name: '复制它的链接' }).click();
    await page.getByText('已复制').first().waitFor();
    expect(await pasted()).toContain(`${at(wire.url)}/maps/${map}?`);
  });

  it('shows what it may not copy, to be copied by hand', async () => {
    const { page } = reader;
    await page.evaluate(() => Object.assign(document, { execCommand: () => false }));
    const shown: string[] = [];
    page.on('dialog', (dialog) => {
      shown.push(dialog.defaultValue());
      void dialog.dismiss();
    });
    await page.getByRole('button', { name: '邀请', exact: true }).click();
    await page.getByRole('button', { name: '复制链接' }).click();
    expect(shown).toEqual([await page.getByRole('textbox', { name: '邀请链接' }).inputValue()]);
    expect(await page.getByRole('status').getByText('已复制').count()).toBe(0);
  });

  it('saves a file', async () => {
    const { page } = reader;
    await page.getByRole('button', { name: '文件' }).click();
    await page.getByRole('menuitem', { name: /导出/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^存为/ }).click(),
    ]);
    expect(readFileSync(await download.path()).length).toBeGreaterThan(0);
  });

  it('[S8] edits without the network, and a duplicated tab goes its own way', async () => {
    wire.cut();
    await reader.state(/已离线/).waitFor();
    await reader.answer('论题', 'p', '离线时写下的支持');
    wire.mend();
    await reader.state('已同步').waitFor();
    const other = await reader.context.newPage();
    await other.goto(`${reader.base}/maps/${map}`);
    await other.getByText('离线时写下的支持').first().waitFor();
    await reader.answer('论题', 'c', '回来后写下的反驳');
    await other.getByText('回来后写下的反驳').first().waitFor();
    const { map: kept } = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
    expect(kept.claims.map(({ text }) => text).sort()).toEqual(['论题', '离线时写下的支持', '回来后写下的反驳'].sort()); // prettier-ignore
  });
});
