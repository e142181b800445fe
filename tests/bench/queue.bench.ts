// The queue of a moderator in a real browser: opened, gone through by the keyboard, and decided, with 500 that wait against 10.
import type { Id } from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { startApi, type RunningApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { Person } from '../support/people.ts';
import { Reader } from '../support/reader.ts';
import { barred, load, median, ms, ratio, table } from './figures.ts';
import { benchPostgres } from './postgres.ts';

/** In ms. */
const BARS = { open: 300, key: 100, verdict: 300 };
const SIZES = { few: 1, many: 50 };
/** [P14] */
const EACH = 10;
/** Of each queue in turns, each on a page of its own. */
const VISITS = 3;
const ROUNDS = 3;
const PRESSES = 20;

interface Took {
  readonly first: number[];
  readonly open: number[];
  readonly key: number[];
  readonly verdict: number[];
}

const NOTHING = (): Took => ({ first: [], open: [], key: [], verdict: [] });

const postgres = await benchPostgres();
const api = await startApi({ databaseUrl: postgres.url });
const browser = await launchBrowser();
try {
  const owner = new Person(api.url);
  await owner.signUp('Olga');
  const [small, large] = [await aQueue(api, owner, SIZES.few), await aQueue(api, owner, SIZES.many)];
  const [few, many] = [NOTHING(), NOTHING()];
  for (let visit = 0; visit < VISITS; visit++) {
    await measured(few, browser, api, owner, small);
    await measured(many, browser, api, owner, large);
  }
  console.log(load());
  const against = (what: keyof Took) => [ms(median(few[what])), ratio(median(many[what]), median(few[what]))];
  table([
    [`${SIZES.many * EACH} that wait, [M-02]`, 'cost', 'bar', `${SIZES.few * EACH}`, 'against it'],
    [...barred('opened for the first time', median(many.first), BARS.open), ...against('first')],
    [...barred('opened again', median(many.open), BARS.open), ...against('open')],
    [...barred('J, until drawn', median(many.key), BARS.key), ...against('key')],
    [...barred('A, until it is gone', median(many.verdict), BARS.verdict), ...against('verdict')],
  ]);
} finally {
  await browser.close();
  await api.stop();
  await postgres.stop();
}

/** Each of these people proposes as much as one may. */
async function aQueue({ url }: RunningApi, owner: Person, people: number): Promise<Id> {
  const map = await owner.newMap('A queue');
  const thesis = uuidv7();
  const claim = (text: string, to: object) => ({ kind: 'add-claim', claim: uuidv7(), text, language: 'zh', to }); // prettier-ignore
  await owner.edit(map, [{ ...claim('应当修桥', { at: 'thesis', order: 'a0' }), claim: thesis }]);
  const { code } = await owner.invite(map, 'suggester');
  for (let n = 0; n < people; n++) {
    const person = new Person(url);
    await person.signUp(`学员${n}`);
    await person.ask('POST', `/api/join/${code}`, { name: `学员${n}` });
    const target = { kind: 'claim', id: thesis };
    const replies = Array.from(
      { length: EACH },
      (_, i) =>
      claim(`第 ${n} 人的第 ${i} 条：桥修在下游更好，那里的河岸没有塌过。`, { at: 'argument', argument: uuidv7(), direction: 'support', target, order: 'a0' }), // prettier-ignore
    );
    await person.edit(map, replies);
  }
  return map;
}

async function measured(
  took: Took,
  on: Browser,
  { url }: RunningApi,
  person: Person,
  map: Id,
): Promise<void> {
  const { context, page } = await Reader.at(on, url, { cookie: person.headers['cookie'] ?? '' });
  // What the loader of these files puts around named functions.
  await page.addInitScript('globalThis.__name = (it) => it');
  await page.goto(`/maps/${map}?view=outline&pane=none`);
  await page.getByRole('treeitem').first().waitFor();
  await page.waitForLoadState('networkidle');
  for (let round = 0; round < ROUNDS; round++) {
    (round === 0 ? took.first : took.open).push(await opened(page));
    for (let n = 0; n < PRESSES; n++) took.key.push(await pressed(page, 'j', false));
    took.verdict.push(await pressed(page, 'a', true));
    await page.keyboard.press('Escape');
    await page.locator('.top-views').getByText('大纲').click();
    await page.getByRole('treeitem').first().waitFor();
  }
  await context.close();
}

function opened(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const buttons = [...document.querySelectorAll<HTMLElement>('.top-views button')];
    const from = performance.now();
    buttons.find(({ textContent }) => textContent.includes('审核'))?.click();
    while (!document.querySelector('.review-queue li')) await frame();
    await frame();
    return performance.now() - from;
  });
}

/** Until the next frame; with `gone`, until one less waits. */
function pressed(page: Page, key: string, gone: boolean): Promise<number> {
  return page.evaluate(
    async ([letter, until]) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const count = () => document.querySelector('.review-chips button')?.textContent;
      const was = count();
      const from = performance.now();
      document
        .querySelector('.review-main')
        ?.dispatchEvent(new KeyboardEvent('keydown', { key: letter, bubbles: true }));
      do await frame();
      while (until && count() === was);
      return performance.now() - from;
    },
    [key, gone] as const,
  );
}
