// [S-26] The slider of a replay is dragged over a whole debate of 5,000 changes, as a hand would: how long pictures take,
// beside a pan of the same canvas in the same run.
import type { History } from '@counterpoint/shared';
import type { CDPSession, Page } from 'playwright-core';
import { startApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { Person } from '../support/people.ts';
import { Reader } from '../support/reader.ts';
import { ms, percentile, table } from './figures.ts';
import { benchPostgres } from './postgres.ts';
import { dragging, panning } from './inTheReplay.ts';
import { debated } from './longDebate.ts';

const CHANGES = 5_000;
const SECONDS = 8;
/** Each way and back, from the second time on. */
const ROUNDS = 3;

const postgres = await benchPostgres();
const api = await startApi({ databaseUrl: postgres.url });
const browser = await launchBrowser();
try {
  const owner = new Person(api.url);
  await owner.signUp('Olga');
  const map = await owner.newMap('河上的桥');
  await debated(owner, map, CHANGES);
  const reader = await Reader.at(browser, api.url, { cookie: owner.headers['cookie'] ?? '' });
  const { page } = reader;
  await slowed(page);
  // What the loader of these files puts around named functions.
  await page.addInitScript('globalThis.__name = (it) => it');
  const begin = performance.now();
  await page.goto(`/maps/${map}?view=replay`);
  await page.getByRole('slider').waitFor();
  const opened = performance.now() - begin;
  await page.locator('.react-flow__pane').waitFor();
  await reader.hasAll();
  const rows: (readonly string[])[] = [
    [
      'what',
      'p50',
      'p95',
      'worst',
      'pictures',
      'main thread a picture: script, style and layout, all',
      'maps shown',
    ],
  ];
  const told = (what: string, frames: readonly number[], cost: Cost, shown = '') => {
    const each = (seconds: number) => ms((seconds * 1_000) / frames.length);
    rows.push([what, ms(percentile(frames, 0.5)), ms(percentile(frames, 0.95)), ms(Math.max(...frames)), `${frames.length}`, `${each(cost.script)}, ${each(cost.layout)}, ${each(cost.all)}`, shown]); // prettier-ignore
  };
  const cdp = await reader.context.newCDPSession(page);
  await cdp.send('Performance.enable');
  const costOf = async <T>(work: () => Promise<T>): Promise<{ value: T; cost: Cost }> => {
    const before = await spent(cdp);
    const value = await work();
    const after = await spent(cdp);
    return { value, cost: { script: after.script - before.script, layout: after.layout - before.layout, all: after.all - before.all } }; // prettier-ignore
  };
  for (let round = 0; round < ROUNDS; round++) {
    const pan = await costOf(() => page.evaluate(panning, SECONDS / 2));
    const slider = page.getByRole('slider');
    const box = await slider.boundingBox();
    if (!box) throw new Error('no slider');
    await page.mouse.move(box.x + 1, box.y + box.height / 2);
    await page.mouse.down();
    const drag = await costOf(() => page.evaluate(dragging, SECONDS));
    await page.mouse.up();
    await page.keyboard.press('End');
    await page.locator('.react-flow__pane').waitFor();
    told(`pan, round ${round + 1}`, pan.value, pan.cost);
    told(`drag, round ${round + 1}`, drag.value.frames, drag.cost, `${drag.value.shown}`);
  }
  console.log(`${CHANGES} changes, opened in ${ms(opened)}`);
  table(rows);
  console.log('bar: p95 <= 20 ms');
} finally {
  await browser.close();
  await api.stop();
  await postgres.stop();
}

/** In seconds. */
interface Cost {
  readonly script: number;
  readonly layout: number;
  readonly all: number;
}

async function spent(cdp: CDPSession): Promise<Cost> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
  return { script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration'), all: of('TaskDuration') }; // prettier-ignore
}

/** As if people had taken their time: a change each half second, not fifty at once. */
async function slowed(page: Page): Promise<void> {
  await page.route(/\/changes\?/, async (route) => {
    const response = await route.fetch();
    const history = (await response.json()) as History;
    const changes = history.changes.map((change) => ({ ...change, at: change.at + change.version * 500 }));
    await route.fulfill({ response, json: { ...history, changes } });
  });
}
