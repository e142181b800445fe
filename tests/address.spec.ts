// The address of what is open in a map's page, in a real browser: history, reload, and links to other people (U-02, U-12).
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Id } from '@counterpoint/shared';
import type { Browser } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { aSeminar, type Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
let map: Id;
let owner: Person;
let readers: Reader[];
let claims: { readonly thesis: Id; readonly reason: Id; readonly deep: Id; readonly other: Id };

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);

beforeEach(async () => {
  const seminar = await aSeminar(api.url, 2);
  ({ map, owner } = seminar);
  claims = { thesis: uuidv7(), reason: uuidv7(), deep: uuidv7(), other: uuidv7() };
  const thesis = (claim: Id, text: string, order: string) => ({ kind: 'add-claim', claim, text, language: 'zh', to: { at: 'thesis', order } }); // prettier-ignore
  const support = (claim: Id, text: string, id: Id) => ({ kind: 'add-claim', claim, text, language: 'zh', to: { at: 'argument', argument: uuidv7(), direction: 'support', target: { kind: 'claim', id }, order: 'a0' } }); // prettier-ignore
  await owner.edit(map, [
    thesis(claims.thesis, '第一个论题', 'a0'),
    support(claims.reason, '一条理由', claims.thesis),
    support(claims.deep, '理由的理由', claims.reason),
    thesis(claims.other, '第二个论题', 'a1'),
  ]);
  readers = [];
  for (const { headers } of seminar.guests)
    readers.push(await Reader.at(browser, api.url, { cookie: headers['cookie'] ?? '' }));
});
afterEach(async () => {
  for (const reader of readers) {
    expect(reader.errors).toEqual([]);
    await reader.context.close();
  }
});

const one = (): Reader => readers[0]!;
const queryOf = (reader = one()): string => new URL(reader.page.url()).search;
const expectQuery = (query: string, reader = one()) =>
  reader.page.waitForURL(({ pathname, search }) => pathname === `/maps/${map}` && search === query);
const view = (name: string) => one().page.locator('.top-views').getByText(name, { exact: true }).click();
const expectView = (id: string, reader = one()) =>
  reader.page.locator(`.workspace[data-view="${id}"]`).waitFor();
const expectSelected = (words: string, reader = one()) =>
  reader.page.locator('.workspace-panel').getByText(words, { exact: true }).first().waitFor();
const message = (words: string, reader = one()) => reader.page.locator('.toast').getByText(words).waitFor();

async function search(words: string): Promise<void> {
  await one().page.getByRole('button', { name: '查找主张', exact: true }).first().click();
  const box = one().page.getByRole('dialog').getByRole('combobox');
  await box.fill(words);
  await box.press('Enter');
  await one().page.getByRole('dialog').waitFor({ state: 'detached' });
}

describe('an address', () => {
  it('U-02 leads back and forward through views, claims, branches and panes, in order', async () => {
    const { page } = one();
    await one().open(map);
    await one().card('第一个论题').waitFor();
    await view('大纲');
    await view('论证图');
    await one().select('一条理由');
    await expectQuery(`?claim=${claims.reason}`);
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: '查看与分享' }).click();
    await page.getByRole('menuitem', { name: '只看这一支' }).click();
    await page.locator('.workspace-panel').getByRole('tab', { name: '历史' }).click();
    await search('第二个论题');
    const trail = [
      '',
      '?view=outline',
      `?claim=${claims.reason}`,
      `?claim=${claims.reason}&focus=${claims.reason}`,
      `?claim=${claims.reason}&focus=${claims.reason}&pane=history`,
      `?claim=${claims.other}&pane=history`,
    ];
    await expectQuery(trail.at(-1)!);
    for (const query of trail.slice(0, -1).reverse()) {
      await page.goBack();
      await expectQuery(query);
    }
    await expectView('map');
    for (const query of trail.slice(1)) {
      await page.goForward();
      await expectQuery(query);
      await expectView(query.includes('outline') ? 'outline' : 'map');
      await page.locator('.breadcrumb').waitFor({ state: query.includes('focus') ? 'visible' : 'detached' });
    }
    await one().card('第二个论题').waitFor();
    await page.goto('/');
    await page.goBack();
    await expectQuery(trail.at(-1)!);
    await one().card('第二个论题').waitFor();
    expect(await page.getByRole('tab', { name: '历史' }).getAttribute('aria-selected')).toBe('true');
  });

  it('is gone back from before what it opens was drawn', async () => {
    const { page } = one();
    await one().open(map);
    await one().card('第一个论题').waitFor();
    // What Back does, at once when there is something to go back from: no hand is as fast, but a slow page is as late.
    await page.evaluate(async () => {
      const was = { state: history.state as unknown, url: location.href };
      const outline = [...document.querySelectorAll('.top-views *')].find(
        (one) => one.textContent === '大纲',
      );
      (outline as HTMLElement).click();
      while (location.href === was.url) await Promise.resolve();
      history.replaceState(was.state, '', was.url);
      dispatchEvent(new PopStateEvent('popstate', { state: was.state }));
    });
    await expectView('map');
    await expectQuery('');
  });

  it('is not one step longer for a walk with the arrow keys', async () => {
    const { page } = one();
    await one().open(map);
    await one().select('第一个论题');
    const length = () => page.evaluate(() => history.length);
    const before = await length();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowRight', 'ArrowRight'])
      await page.keyboard.press(key);
    await expectQuery(`?claim=${claims.deep}`);
    expect(await length()).toBe(before);
  });

  it('U-12 is there again after a reload, with what was folded and what can be undone', async () => {
    const { page } = one();
    await one().open(map);
    await one().reword('第二个论题', '改过的论题');
    await one().card('改过的论题').waitFor();
    await one().select('一条理由');
    await page.keyboard.press('.');
    await one().card('理由的理由').waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: '讨论' }).click();
    const query = `?claim=${claims.reason}&pane=discussion`;
    await expectQuery(query);
    await one().state('已同步').waitFor();
    await page.reload();
    await one().card('一条理由').waitFor();
    expect(queryOf()).toBe(query);
    expect(await one().card('理由的理由').count()).toBe(0);
    await page.getByRole('button', { name: '撤销' }).click();
    await one().card('第二个论题').waitFor();
    await page.reload();
    await one().card('第二个论题').waitFor();
    await page.getByRole('button', { name: '重做' }).click();
    await one().card('改过的论题').waitFor();
  });

  it('sent to another person opens the same claim in the same view', async () => {
    await one().open(map);
    await view('大纲');
    await one().page.locator(`[data-row="${claims.deep}"]`).click();
    await expectQuery(`?view=outline&claim=${claims.deep}`);
    const other = readers[1]!;
    await other.page.goto(one().page.url());
    await expectView('outline', other);
    await expectSelected('理由的理由', other);
    await other.page.locator(`[data-row="${claims.deep}"][aria-selected="true"]`).waitFor();
  });

  it('of a claim that was removed says by whom, and of one that never was, that it is not here', async () => {
    await owner.edit(map, [{ kind: 'remove', id: claims.deep }]);
    const to = (claim: Id) => one().page.goto(`/maps/${map}?claim=${claim}`);
    await to(claims.deep);
    await message('链接所指的主张已由Olga');
    await to(uuidv7());
    await message('这张论证图里没有链接所指的主张。');
  });

  it('that is hostile changes nothing', async () => {
    const { page } = one();
    const query = `?view=<img src=x onerror=alert(1)>&view=outline&claim=%00%FF&focus=__proto__&pane=../../etc&x=${'y'.repeat(4_000)}`;
    await page.goto(`/maps/${map}${query}`);
    await one().card('第一个论题').waitFor();
    await expectView('map');
    await expectQuery('');
    await message('这张论证图里没有链接所指的主张。');
  });
});
