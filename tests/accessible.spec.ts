// [U-02] What axe-core finds on every page, view and dialog, in both languages and both themes: nothing, of any severity.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SAMPLES, type Id } from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { Person } from './support/people.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let api: RunningApi;
let browser: Browser;
let owner: Person;
let map: Id;
let code: string;

beforeAll(async () => {
  ({ api, browser } = await theStage());
  owner = new Person(api.url);
  await owner.signUp('陈老师');
  map = (await owner.ask<{ id: Id }>('POST', '/api/maps/demo', { language: 'zh' })).id;
  code = (await owner.invite(map)).code;
  await beginDebate();
});
afterAll(clearStage);

/** There is something to prepare and to show on a wall then. */
async function beginDebate(): Promise<void> {
  const [debate, phase] = [uuidv7(), uuidv7()];
  const may = ['claim', 'quote', 'annotate', 'comment', 'prepare', 'publish', 'speak'];
  const plan = {
    name: '辩论',
    sides: [
      { id: uuidv7(), name: '正方', sign: 'square' },
      { id: uuidv7(), name: '反方', sign: 'triangle' },
    ],
    phases: [{ id: phase, name: '立论', side: null, seconds: 600, may, bells: [] }],
    ...{ queue: 'raised', pace: 'hand', injury: null, choose: true },
  };
  const thesis = {
    kind: 'add-claim',
    claim: uuidv7(),
    text: '还没想好',
    language: 'zh',
    to: { at: 'thesis', order: 'a9' },
  };
  const { verdicts } = await owner.edit(map, [
    { kind: 'begin-debate', debate, plan },
    { kind: 'clock', debate, phase: null, deed: { what: 'go', to: phase } },
    { kind: 'propose', proposal: uuidv7(), to: 'self', edit: thesis },
  ]);
  expect(verdicts.filter((verdict) => 'refusal' in verdict)).toEqual([]);
}

const LOOKS = [
  { locale: 'zh-CN', colorScheme: 'light' },
  { locale: 'en-GB', colorScheme: 'dark' },
] as const;

/** `rule: element` of each finding. */
async function findings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

const VIEWS = [
  'map',
  'outline',
  'source',
  'review',
  'record',
  'preparation',
  'vote',
  'projector',
  'replay',
  'report',
  'compare',
  'grading',
];

describe.each(LOOKS)('$locale, $colorScheme', ({ locale, colorScheme }) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await Reader.at(browser, api.url, {
      ahead: true,
      locale,
      cookie: owner.headers['cookie'] ?? '',
    });
    await reader.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  });
  afterAll(() => reader.context.close());

  it.each([
    '/',
    '/sign-in',
    '/sign-in?task=sign-up',
    '/account',
    '/nowhere',
    `/use/${SAMPLES.zh}`,
    `/embed/${SAMPLES.zh}`,
    '/embed/nowhere',
    '/maps/nowhere',
  ])('%s', async (path) => {
    await reader.page.goto(path);
    await reader.page.locator('main').waitFor();
    await reader.hasAll();
    expect(await findings(reader.page)).toEqual([]);
  });

  /** Shows a view of the map, which is opened only where another page is. */
  async function show(view: string): Promise<void> {
    const { page } = reader;
    const address = `/maps/${map}?view=${view}`;
    if (page.url().includes(`/maps/${map}`))
      await page.evaluate((next) => {
        history.pushState(null, '', next);
        dispatchEvent(new PopStateEvent('popstate'));
      }, address);
    else await page.goto(address);
    await page.locator(view === 'projector' ? '.projector' : `.workspace[data-view="${view}"]`).waitFor();
    await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' });
    await reader.hasAll();
  }

  it.each(VIEWS)('the view %s', async (view) => {
    await show(view);
    expect(await findings(reader.page)).toEqual([]);
  });

  it.each([
    ['/', 'map'],
    ['?', 'map'],
    ['Control+K', 'map'],
    ['/', 'outline'],
    ['?', 'outline'],
  ])('what %s opens over the %s', async (key, view) => {
    const { page } = reader;
    await show(view);
    await page
      .locator('.card, [role="treeitem"]')
      .first()
      .click({ position: { x: 12, y: 10 } });
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('the menu of a claim, and each menu of the bar with all that its entries open', async () => {
    const { page } = reader;
    await show('map');
    await page
      .locator('.card')
      .first()
      .click({ position: { x: 12, y: 10 } });
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu').waitFor();
    const found = [...(await findings(page))];
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    const buttons = page.locator('.top-bar button[aria-haspopup]');
    let dialogs = 0;
    for (let at = 0; at < (await buttons.count()); at++) {
      await buttons.nth(at).click();
      const opened = page.locator('[role="menu"], [role="dialog"]').first();
      await opened.waitFor();
      found.push(...(await findings(page)));
      const entries = page.locator('[role="menu"] > [role="menuitem"]:not([aria-haspopup])');
      const count = await entries.count();
      await page.keyboard.press('Escape');
      await opened.waitFor({ state: 'detached' });
      for (let entry = 0; entry < count; entry++) {
        await buttons.nth(at).click();
        const item = entries.nth(entry);
        await item.waitFor();
        // Signing out ends the test; the page of the account is looked at by itself, as a view is, and comes when it comes.
        if (/退出|Sign out|Leave|离开|账号|Account/.test((await item.textContent()) ?? '')) {
          await page.keyboard.press('Escape');
          continue;
        }
        await item.click();
        await page.locator('[role="menu"]').waitFor({ state: 'detached' });
        await reader.hasAll();
        const dialog = page.getByRole('dialog');
        if ((await dialog.count()) > 0) {
          dialogs += 1;
          found.push(...(await findings(page)));
          await page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'detached' });
        } else if (!page.url().includes(`/maps/${map}`) || page.url().includes('view=')) {
          await show('map');
        }
      }
    }
    expect(found).toEqual([]);
    expect(dialogs).toBeGreaterThan(4);
  });

  it('the hints of the first time', async () => {
    const first = await Reader.at(browser, api.url, {
      ahead: true,
      locale,
      cookie: owner.headers['cookie'] ?? '',
      isFirst: true,
    });
    await first.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await first.page.goto(`/maps/${map}?view=map`);
    await first.page.locator('.hint-bar section').waitFor();
    await first.hasAll();
    expect(await findings(first.page)).toEqual([]);
    await first.context.close();
  });

  it('an invitation', async () => {
    const stranger = await Reader.at(browser, api.url, { ahead: true, locale });
    await stranger.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await stranger.page.goto(`/join/${code}`);
    await stranger.hasAll();
    expect(await findings(stranger.page)).toEqual([]);
    await stranger.context.close();
  });
});
