// From a text to the map in a real browser: a text comes in, its words become claims by mouse, touch and keys, and a new
// edition is settled by people (A-03, A-05, A-07 to A-10, P-03, P-05).
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id, Snapshot } from '@counterpoint/shared';
import type { Browser, Locator, Page } from 'playwright-core';
import type { RunningApi } from './support/api.ts';
import { until } from './support/patience.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

const FIRST = [
  '各位同学，今天谈谈河上的桥。',
  '首先，大桥不应修在上游。因为上游的河岸每年都会塌。例如，去年就塌了三处。',
  '其次，渡口应当保留。老人每天都要过河，他们不会绕远路。',
  '但是，船票不能涨价。',
  '所以，我们应当先修堤。',
];
/** The ferry's paragraph moved to the front, the bridge turned by a single sign, the fares gone. */
const NEXT = [
  FIRST[0],
  '其次，渡口应当保留。老人每天都要过河，他们不会绕远路。',
  '首先，大桥应修在上游。因为上游的河岸每年都会塌。例如，去年就塌了三处。',
  '所以，我们应当先修堤。',
];

let api: RunningApi;
let browser: Browser;
let owner: Person;
let map: Id;
let reader: Reader;

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);
beforeEach(async () => {
  owner = new Person(api.url);
  await owner.signUp('Olga');
  map = await owner.newMap('河上的桥');
  reader = await Reader.at(browser, api.url, { cookie: owner.headers['cookie'] ?? '', width: 1600 });
});
afterEach(async () => {
  expect(reader.errors).toEqual([]);
  await reader.context.close();
});

const content = async (): Promise<Snapshot['map']> => (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).map; // prettier-ignore
const claimTexts = async (): Promise<string[]> => (await content()).claims.map(({ text }) => text).sort();
const words = (page: Page, text: string): Locator => page.locator('.source-words p[data-from]').filter({ hasText: text }); // prettier-ignore

async function addText(page: Page, text: string): Promise<void> {
  await page.goto(`/maps/${map}?view=source`);
  await page.getByRole('button', { name: '加入一篇原文…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles({
    name: '课堂讲稿.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  });
  await dialog.getByText('5 段', { exact: false }).first().waitFor();
  expect((await content()).sources).toEqual([]);
  await dialog.getByRole('button', { name: '存入' }).click();
  await words(page, '今天谈谈').waitFor();
}

/** Drags over the words, as a hand does. */
async function drag(page: Page, text: string): Promise<void> {
  const box = await words(page, text).evaluate((paragraph, wanted) => {
    const node = paragraph.firstChild;
    const at = node?.textContent?.indexOf(wanted) ?? -1;
    if (!node || at < 0) throw new Error(`not there: ${wanted}`);
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + wanted.length);
    const [first, last] = [range.getClientRects()[0], [...range.getClientRects()].at(-1)];
    if (!first || !last) throw new Error(`not drawn: ${wanted}`);
    const middle = ({ top, height }: DOMRect) => top + height / 2;
    return { left: first.left, y: middle(first), right: last.right, end: middle(last) };
  }, text);
  await page.mouse.move(box.left + 1, box.y);
  await page.mouse.down();
  await page.mouse.move(box.left + 12, box.y, { steps: 4 });
  await page.mouse.move(box.right - 1, box.end, { steps: 4 });
  await page.mouse.up();
}

async function newEdition(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: '原文的版本与操作' }).click();
  await page.getByRole('menuitem', { name: '换新版本…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('或粘贴文字').fill(text);
  await dialog.getByRole('button', { name: '预览' }).click();
  await dialog.getByLabel('为什么换版本').fill('讲者改了稿子');
  await dialog.getByRole('button', { name: '存为新版本' }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('a text', () => {
  it('[P-03] [P-05] suggests an outline; nothing enters the map but what a person accepts, with its rule', async () => {
    const { page } = reader;
    await addText(page, FIRST.join('\n'));
    const outline = page.getByRole('region', { name: '建议的提纲' });
    await outline.getByRole('listitem').first().waitFor();
    expect(await claimTexts()).toEqual([]);
    const one = outline.getByRole('listitem').filter({ hasText: '渡口应当保留' }).first();
    await one.getByRole('button', { name: '收下', exact: true }).click();
    await one.getByText('已收下').waitFor();
    const other = outline.getByRole('listitem').filter({ hasText: '我们应当先修堤' });
    await other.getByRole('button', { name: '略过' }).click();
    await other.waitFor({ state: 'detached' });
    const contrast = outline.getByRole('listitem').filter({ hasText: '船票不能涨价' });
    await contrast.getByRole('button', { name: '定关系…' }).click();
    await page.getByRole('dialog').getByText('由原文提出主张').waitFor();
    await page.keyboard.press('Escape');
    await until(claimTexts, ['渡口应当保留']);
    const { quotations, participants } = await content();
    expect(quotations).toMatchObject([
      { bearing: 'verbatim', rule: 'zh.enumerator', by: participants[0]?.id },
    ]);
    // Put aside stays put aside, on this device.
    await page.reload();
    await outline.getByRole('listitem').first().waitFor();
    expect(await other.count()).toBe(0);
  });

  it('[A-03] [A-05] [A-09] becomes claims by mouse, by touch and by the keyboard alone, and leads to them and back', async () => {
    const { page } = reader;
    await addText(page, FIRST.join('\n'));
    // By mouse, beside the map: the card opens with the words of the passage.
    await page.goto(`/maps/${map}`);
    await drag(page, '大桥不应修在上游');
    await page.getByRole('toolbar', { name: '用选中的话' }).getByRole('button', { name: '提出主张' }).click();
    await page.locator('.card-field').press('Enter');
    await reader.card('大桥不应修在上游').waitFor();
    // A reason for it, pointed at in the map, in words of one's own.
    await drag(page, '上游的河岸每年都会塌');
    await page.getByRole('toolbar').getByRole('button', { name: '支持…' }).click();
    await reader.card('大桥不应修在上游').locator('.card-words').click();
    await page.locator('.card-field').fill('河岸不稳');
    await page.locator('.card-field').press('Enter');
    await reader.card('河岸不稳').waitFor();
    // By keys alone, with the claim found by a search.
    await page.locator('.source-scroll').focus();
    // From the passage that was quoted last: itself, then on to the next paragraph.
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('s');
    await page.getByRole('button', { name: '搜索…' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '找主张' }).fill('大桥');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: '提出', exact: true }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const bearings = async () => {
      const { quotations, claims } = await content();
      return quotations.map(({ bearing, exact, claim }) => [bearing, exact, claims.find(({ id }) => id === claim)?.text]); // prettier-ignore
    };
    await until(bearings, [
      ['verbatim', '大桥不应修在上游', '大桥不应修在上游'],
      ['paraphrase', '上游的河岸每年都会塌', '河岸不稳'],
      ['verbatim', '其次，渡口应当保留。', '其次，渡口应当保留。'],
    ]);
    // From the passage to the claim, and from the claim to the passage.
    await words(page, '大桥不应修').click({ position: { x: 60, y: 14 } });
    await page.locator('.card.selected').filter({ hasText: '大桥不应修在上游' }).waitFor();
    await page.getByRole('button', { name: '收起原文' }).click();
    await page.locator('.source-scroll').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '课堂讲稿 · ¶ 2' }).click();
    await words(page, '大桥不应修').waitFor();
    // A note is one's own until it is opened.
    await drag(page, '他们不会绕远路');
    await page.keyboard.press('Escape');
    await drag(page, '他们不会绕远路');
    await page.getByRole('toolbar', { name: '用选中的话' }).getByRole('button', { name: '批注' }).click();
    await page.getByRole('textbox', { name: '批注' }).fill('真的吗？');
    await page.keyboard.press('Enter');
    await until(async () => (await content()).annotations.map(({ text, open }) => [text, open]), [['真的吗？', false]]); // prettier-ignore
    await byTouch();
  });

  it('[A-06] [A-07] in a new edition: moved, turned by a sign and gone are told apart, and each is settled by a person', async () => {
    const { page } = reader;
    await addText(page, FIRST.join('\n'));
    const edition = (await content()).editions[0]?.id ?? '';
    const quoted = async (text: string, n: number): Promise<void> => {
      const claim = `00000000-0000-7000-8000-00000000000${n}`;
      const start = FIRST.join('\n').indexOf(text);
      await owner.edit(map, [
        { kind: 'add-claim', claim, text, language: 'zh', to: { at: 'thesis', order: `a${n}` } },
        { kind: 'quote', quotation: claim.replace('7000', '7001'), claim, edition, start, end: start + text.length, bearing: 'verbatim' }, // prettier-ignore
      ]);
    };
    for (const [i, text] of ['大桥不应修在上游', '渡口应当保留', '船票不能涨价'].entries())
      await quoted(text, i);
    await newEdition(page, NEXT.join('\n'));
    const status = async () => (await content()).quotations.map(({ exact, stands }) => [exact, stands?.status]).sort(); // prettier-ignore
    expect(await status()).toEqual([
      ['大桥不应修在上游', 'changed'],
      ['渡口应当保留', 'moved'],
      ['船票不能涨价', 'orphaned'],
    ]);
    await page.getByRole('tab', { name: /引文核对/ }).click();
    const changed = page.locator('.source-box.waits').filter({ hasText: '原文已改' });
    expect(await changed.locator('del').innerText()).toContain('不');
    await page.getByRole('radio', { name: '论证图' }).click();
    const badge = (text: string) => reader.card(text).getByText('原文已改');
    await badge('大桥不应修在上游').waitFor();
    await badge('船票不能涨价').waitFor();
    expect(await badge('渡口应当保留').count()).toBe(0);
    // One keeps the old words, the other goes.
    await changed.getByRole('button', { name: '仍引旧版' }).click();
    await badge('大桥不应修在上游').waitFor({ state: 'detached' });
    await page.locator('.source-box.waits').getByRole('button', { name: '删除引文' }).click();
    await page.locator('.source-box.waits').waitFor({ state: 'detached' });
    await badge('船票不能涨价').waitFor({ state: 'detached' });
    await until(async () => {
      const left = (await content()).quotations.filter(({ removed }) => !removed);
      return left.map(({ exact, stands }) => [exact, stands?.status]).sort();
    }, [
      ['大桥不应修在上游', 'kept'],
      ['渡口应当保留', 'moved'],
    ]);
  });
});

/** On a phone the words are held and the handles drawn; the browser's own gesture cannot be played, its selection can. */
async function byTouch(): Promise<void> {
  const phone = await Reader.at(browser, api.url, {
    cookie: owner.headers['cookie'] ?? '',
    width: 390,
    touch: true,
  });
  const { page } = phone;
  await page.goto(`/maps/${map}?view=source&pane=none`);
  const toolbar = page.getByRole('toolbar');
  const select = () =>
    words(page, '老人每天').evaluate((paragraph, wanted) => {
      const node = paragraph.firstChild;
      const at = node?.textContent?.indexOf(wanted) ?? 0;
      if (node && getSelection()?.isCollapsed !== false)
        getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }, '老人每天都要过河');
  // Marks that come while the page settles take a selection away: a person selects once more.
  await until(async () => {
    await select();
    return (await toolbar.count()) > 0;
  });
  await toolbar.getByRole('button', { name: '提出主张' }).tap();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '提出', exact: true }).tap();
  // The page shows what it asked for before the server has it, and what it holds goes with it.
  await until(async () => (await claimTexts()).includes('老人每天都要过河'));
  expect(phone.errors).toEqual([]);
  await phone.context.close();
}
