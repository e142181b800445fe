// What somebody sees who opens the sample: the thesis and both sides, in letters that can be read, nothing over a card; and
// how a visitor gets a map of their own out of it.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SAMPLES } from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import type { RunningApi } from './support/api.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

let api: RunningApi;
let browser: Browser;
let readers: Reader[] = [];

beforeAll(async () => {
  ({ api, browser } = await theStage());
});
afterAll(clearStage);
afterEach(async () => {
  for (const { errors, context } of readers) {
    expect(errors).toEqual([]);
    await context.close();
  }
  readers = [];
});

async function aVisitor(width: number, height: number, locale = 'zh-CN'): Promise<Reader> {
  const reader = await Reader.at(browser, api.url, { ahead: true, width, locale });
  readers.push(reader);
  await reader.page.setViewportSize({ width, height });
  return reader;
}

/** What stands on the canvas, as the eye has it. */
const seen = (page: Page) =>
  page.evaluate(() => {
    const frame = document.querySelector('.react-flow')!.getBoundingClientRect();
    const zoom = new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')!).transform)
      .a;
    const cards = [...document.querySelectorAll<HTMLElement>('.canvas .card')].map((card) => {
      const { left, top, right, bottom } = card.getBoundingClientRect();
      const whole = left >= frame.left && top >= frame.top && right <= frame.right && bottom <= frame.bottom;
      const words = card.querySelector('.card-words')!;
      return {
        kind: card.dataset['kind'],
        column: Math.round(left),
        whole,
        letters: parseFloat(getComputedStyle(words).fontSize) * zoom,
        over: [left, top, right, bottom] as const,
      };
    });
    const bars = ['.canvas-bar', '.top-bar', '.reading-bar', '.mini-map', '.workspace-rail'].flatMap((of) => {
      const box = document.querySelector(of)?.getBoundingClientRect();
      return box ? [{ of, box: [box.left, box.top, box.right, box.bottom] as const }] : [];
    });
    return { cards, bars, frame: [frame.left, frame.top, frame.right, frame.bottom] as const };
  });

describe('the sample at first sight', () => {
  it.each([
    [1440, 900, 'zh'],
    [1440, 900, 'en'],
    [1920, 1080, 'zh'],
    [1920, 1080, 'en'],
  ] as const)('at %i x %i in %s: thesis, both sides, 13 px', async (width, height, language) => {
    const reader = await aVisitor(width, height, language === 'zh' ? 'zh-CN' : 'en-GB');
    await reader.open(SAMPLES[language]);
    await reader.hasAll();
    const { cards, bars, frame } = await seen(reader.page);
    const top = cards.filter(({ column }) => column === firstColumn(cards));
    expect(cards.filter(({ kind, whole }) => kind === 'thesis' && whole)).toHaveLength(1);
    expect(top.some(({ kind, whole }) => kind === 'support' && whole)).toBe(true);
    expect(top.some(({ kind, whole }) => kind === 'rebut' && whole)).toBe(true);
    for (const { letters } of cards) expect(letters).toBeGreaterThanOrEqual(12.99);
    for (const { box } of bars) expect(meet(box, frame)).toBe(false);
  });

  /** Of the replies to the thesis. */
  const firstColumn = (cards: readonly { kind: string | undefined; column: number }[]): number =>
    Math.min(...cards.filter(({ kind }) => kind !== 'thesis').map(({ column }) => column));

  it('on a phone is the outline with the top level on one screen', async () => {
    const reader = await aVisitor(390, 844);
    await reader.page.goto(`/maps/${SAMPLES.zh}`);
    await reader.page.locator('.outline-row').first().waitFor();
    const rows = await reader.page.locator('.outline-row').count();
    expect(rows).toBeLessThan(12);
    expect(await sideways(reader.page)).toBe(false);
  });

  it.each([744, 768, 834])('the title has room in the bar at %i px', async (width) => {
    const reader = await aVisitor(width, 1024);
    await reader.open(SAMPLES.zh);
    const title = await reader.page.locator('.map-title').boundingBox();
    expect(title!.width).toBeGreaterThan(120);
    expect(await sideways(reader.page)).toBe(false);
  });
});

const sideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

type Edges = readonly [left: number, top: number, right: number, bottom: number];
/** Whether two boxes share more than an edge. */
const meet = (a: Edges, b: Edges): boolean =>
  a[0] < b[2] - 0.5 && b[0] < a[2] - 0.5 && a[1] < b[3] - 0.5 && b[1] < a[3] - 0.5;

describe('a visitor who uses the sample', () => {
  it('is asked to sign up, and has the map then', async () => {
    const { page } = await aVisitor(1440, 900);
    await page.goto(`/maps/${SAMPLES.zh}`);
    await page.getByRole('button', { name: '用这张图' }).click();
    await page.getByLabel('显示名').fill('李老师');
    await page.getByLabel('用户名').fill('li-laoshi');
    await page.getByLabel('密码', { exact: true }).fill('xia wu san dian jian');
    await page.getByRole('button', { name: '注册', exact: true }).click();
    await page.waitForURL((url) => url.pathname.startsWith('/maps/') && !url.pathname.includes(SAMPLES.zh));
    await page.locator('.card').first().waitFor();
    expect(await page.getByRole('region', { name: '这张图是什么' }).count()).toBe(0);
    const own = await page.evaluate(
      async () => (await fetch('/api/maps')).json() as Promise<{ maps: { sample: boolean }[] }>,
    );
    expect(own.maps.filter(({ sample }) => !sample)).toHaveLength(1);
  });

  it('the address alone makes nothing', async () => {
    const { page } = await aVisitor(1440, 900);
    await page.goto(`/use/${SAMPLES.zh}`);
    await page.getByRole('button', { name: '用这张图' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/use/${SAMPLES.zh}`);
  });
});

describe('on paper', () => {
  const printed = async (
    page: Page,
  ): Promise<{ lines: number; quotations: number; others: number; words: string }> => {
    await page.emulateMedia({ media: 'print' });
    return page.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'));
      const shown = (of: string) =>
        [...document.querySelectorAll<HTMLElement>(of)].filter((one) => one.checkVisibility()).length;
      const found = {
        lines: shown('.printed-line'),
        quotations: shown('.printed blockquote'),
        others: shown('.canvas, .outline, .top-bar, .workspace-panel'),
        words: document.querySelector<HTMLElement>('.printed')?.innerText ?? '',
      };
      window.dispatchEvent(new Event('afterprint'));
      return found;
    });
  };

  it.each(['map', 'outline'])(
    '[U-17] the %s is all of the map with numbers, relations in words, quotations',
    async (view) => {
      const { page } = await aVisitor(1440, 900, 'en-GB');
      await page.goto(`/maps/${SAMPLES.en}?view=${view}`);
      const all = await page.evaluate(async (map) => {
        const answer = await fetch(`/api/maps/${map}`);
        return (await answer.json()) as {
          map: { claims: unknown[]; quotations: unknown[]; comments: { text: string }[] };
        };
      }, SAMPLES.en);
      await page.locator('.workspace').waitFor();
      // The script for it comes after the map.
      await page.waitForFunction(() => {
        window.dispatchEvent(new Event('beforeprint'));
        const isThere = document.querySelector('.printed') !== null;
        window.dispatchEvent(new Event('afterprint'));
        return isThere;
      });
      const paper = await printed(page);
      expect(paper.lines).toBeGreaterThanOrEqual(all.map.claims.length);
      expect(paper.quotations).toBe(all.map.quotations.length);
      expect(paper.others).toBe(0);
      expect(paper.words).toMatch(/1\.1 \+ Support/);
      expect(paper.words).toMatch(/− Rebuttal/);
      expect(paper.words).not.toContain(all.map.comments[0]!.text);
      await page.evaluate(() => localStorage.setItem('on:printTalk', '1'));
      expect((await printed(page)).words).toContain(all.map.comments[0]!.text);
      await page.emulateMedia({ media: 'screen' });
    },
  );
});
