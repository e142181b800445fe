// Files out of a map and into one, as a person does it: real browser, real server, real files.
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id, MapPage, Snapshot } from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { aSeminar, type Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
let map: Id;
let owner: Person;
let reader: Reader;
let page: Page;

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);

const TEXT = '中小团队也用得起大模型。公开权重让成本下降。';
const thesis = uuidv7();

beforeEach(async () => {
  ({ map, owner } = await aSeminar(api.url, 0, '开源与成本'));
  const edition = uuidv7();
  const to = {
    at: 'argument',
    argument: uuidv7(),
    direction: 'support',
    target: { kind: 'claim', id: thesis },
    order: 'a0',
  };
  const reason = uuidv7();
  await owner.edit(map, [
    {
      kind: 'add-claim',
      claim: thesis,
      text: '开源降低门槛',
      language: 'zh',
      to: { at: 'thesis', order: 'a0' },
    },
    { kind: 'add-claim', claim: reason, text: '公开权重让成本下降', language: 'zh', to },
    {
      kind: 'add-source',
      source: uuidv7(),
      edition,
      title: '课堂讲稿',
      url: '',
      language: 'zh',
      text: TEXT,
      marks: [],
    },
    { kind: 'quote', quotation: uuidv7(), claim: reason, edition, start: 12, end: 21, bearing: 'verbatim' },
  ]);
  reader = await Reader.at(browser, api.url, { cookie: owner.headers['cookie'] ?? '' });
  ({ page } = reader);
  await reader.open(map);
});
afterEach(async () => {
  expect(reader.errors).toEqual([]);
  await reader.context.close();
});

async function exporting(format: string): Promise<void> {
  await page.getByRole('button', { name: '文件' }).click();
  await page.getByRole('menuitem', { name: '导出…' }).click();
  await page.getByRole('radio', { name: format, exact: true }).click();
}

async function saved(): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^存为/ }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

async function importing(name: string, bytes: Buffer): Promise<void> {
  await page.getByRole('button', { name: '文件' }).click();
  await page.getByRole('menuitem', { name: '导入…' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
}

const claimsOf = async (id: Id): Promise<string[]> => {
  const { map: content } = await owner.ask<Snapshot>('GET', `/api/maps/${id}`);
  return content.claims
    .filter(({ removed }) => !removed)
    .map(({ text }) => text)
    .sort();
};

describe('files in a browser', () => {
  it('[A-05] the claim panel shows the quotation with its place', async () => {
    await reader.select('公开权重让成本下降');
    const panel = page.getByRole('complementary');
    const bearing = panel.getByRole('combobox', { name: '与原文的关系' });
    await bearing.waitFor();
    expect(await bearing.inputValue()).toBe('verbatim');
    expect(await panel.locator('blockquote').textContent()).toBe('公开权重让成本下降');
    await panel.getByText('课堂讲稿 · ¶ 1').waitFor(); // its text is fetched first
  });

  it('[X-01] [X-02] a PDF is shown before it is saved, and saved with its Chinese', async () => {
    await exporting('PDF');
    await page.locator('.preview svg text').first().waitFor();
    const { name, bytes } = await saved();
    expect(name).toBe('开源与成本.pdf');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.length).toBeGreaterThan(5_000);
  });

  it('[X-03] an export comes in again as a map of its own, with its quotation', async () => {
    await exporting('Argdown');
    const { bytes } = await saved();
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
    await importing('again.argdown', bytes);
    await page.getByText('Argdown · 2 条主张 · 1 条论证').waitFor();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.waitForURL((url) => url.pathname.startsWith('/maps/') && !url.pathname.endsWith(map));
    const made = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(await claimsOf(made)).toEqual(await claimsOf(map));
    const { map: content } = await owner.ask<Snapshot>('GET', `/api/maps/${made}`);
    expect(content.quotations.map(({ exact }) => exact)).toEqual(['公开权重让成本下降']);
  });

  it('a file comes in under a claim as one step, and is taken back as one', async () => {
    const before = await owner.ask<MapPage>('GET', '/api/maps');
    await reader.select('开源降低门槛');
    await importing(
      'more.txt',
      Buffer.from('Discussion Title: X\n\n1. 新论题\n1.1. Pro: 理由一\n1.1.1. Con: 反驳一\n'),
    );
    await page.getByLabel('放到哪里').selectOption('rebut');
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByText('主张已放进图里。', { exact: true }).waitFor();
    for (const text of ['新论题', '理由一', '反驳一']) await reader.card(text).waitFor();
    await page.getByRole('button', { name: '撤销' }).last().click();
    await reader.card('新论题').waitFor({ state: 'detached' });
    expect(await page.locator('.card').count()).toBe(2);
    const { maps } = await owner.ask<MapPage>('GET', '/api/maps');
    expect(maps.map(({ id }) => id).sort()).toEqual(before.maps.map(({ id }) => id).sort());
  });

  it('a file that is broken is refused with the reason, and nothing is made', async () => {
    await importing('broken.json', Buffer.from('{"format":"counterpoint","version":1'));
    await page.locator('.file-report.refused').waitFor();
    expect(await page.getByRole('button', { name: '导入', exact: true }).isDisabled()).toBe(true);
  });
});
