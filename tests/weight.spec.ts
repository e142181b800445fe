// What a browser that has nothing kept fetches before a page shows what it is for: counted in bytes on the line, never in time.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { RunningApi } from './support/api.ts';
import { aLibrary, firstLoad, type FirstPage } from './support/firstLoad.ts';
import { wireTo } from './support/proxy.ts';
import { Reader } from './support/reader.ts';
import { clearStage, theStage } from './support/stage.ts';

/** KB of script and of style; a tenth above what it was when this was written (docs/performance.md). */
const MOST: Readonly<Record<FirstPage, readonly [script: number, style: number]>> = {
  'home, Chinese': [186, 6],
  'home, English': [186, 6],
  'a map as cards': [405, 14],
  'a map on a phone': [339, 12],
  'a text': [353, 13],
};

let api: RunningApi;
let browser: Browser;
let library: Awaited<ReturnType<typeof aLibrary>>;

beforeAll(async () => {
  ({ api, browser } = await theStage());
  library = await aLibrary(api.url);
});
afterAll(clearStage);

describe('the first load of', () => {
  it.each(Object.entries(MOST))('%s', async (page, [script, style]) => {
    const { scriptBytes, styleBytes } = await firstLoad(browser, api.url, page as FirstPage, library);
    expect(scriptBytes).toBeGreaterThan(50_000); // it was counted
    expect(scriptBytes).toBeLessThan(script * 1_000);
    expect(styleBytes).toBeLessThan(style * 1_000);
  });
});

describe('while the page is there', () => {
  it('all else comes by itself: views, dialogs and the other language open without a network', async () => {
    const reader = await Reader.at(browser, api.url, {
      ahead: true,
      cookie: library.person.headers['cookie'] ?? '',
    });
    const { page } = reader;
    await reader.open(library.map);
    await reader.hasAll();
    await reader.context.setOffline(true);
    await page.locator('header').getByText('大纲', { exact: true }).click();
    await page.locator('.outline-row').first().waitFor();
    await page.locator('header').getByText('原文', { exact: true }).click();
    await page.locator('.source-view').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('Find a claim');
    await page.getByRole('option').first().waitFor();
    expect(reader.errors).toEqual([]);
    await reader.context.close();
  });

  it('a view that cannot be had says so, has its fonts, and opens when it is asked for again', async () => {
    const reader = await Reader.at(browser, api.url, {
      ahead: true,
      cookie: library.person.headers['cookie'] ?? '',
    });
    const { page } = reader;
    const script = /\/assets\/OutlineView[^/]*\.js/;
    await page.route(script, (route) => route.abort());
    const fonts = page.waitForRequest(/\.woff2$/);
    await page.goto(`/maps/${library.map}?view=outline`);
    await page.getByRole('alert').getByRole('button').waitFor();
    await fonts;
    await page.unroute(script);
    await page.getByRole('alert').getByRole('button').click();
    await page.locator('.outline-row').first().waitFor();
    await reader.context.close();
  });

  it('one that is asked for while the line is lost comes by itself when it is back', async () => {
    const wire = await wireTo(api.port);
    const reader = await Reader.at(browser, wire.url, { cookie: library.person.headers['cookie'] ?? '' });
    const { page } = reader;
    await reader.open(library.map);
    wire.cut();
    await reader.state(/已离线/).waitFor();
    await page.locator('header').getByText('大纲', { exact: true }).click();
    await page.getByRole('main').getByRole('alert').waitFor();
    wire.mend();
    await page.locator('.outline-row').first().waitFor();
    await page.getByRole('main').getByRole('alert').waitFor({ state: 'detached' });
    await reader.context.close();
    await wire.close();
  });

  it('one whose style cannot be had has it when it is asked for again', async () => {
    const reader = await Reader.at(browser, api.url, { cookie: library.person.headers['cookie'] ?? '' });
    const { page } = reader;
    const style = /\/assets\/OutlineView[^/]*\.css/;
    await page.route(style, (route) => route.abort());
    await page.goto(`/maps/${library.map}?view=outline`);
    const again = page.getByRole('main').getByRole('alert').getByRole('button');
    await again.waitFor();
    await page.unroute(style);
    await again.click();
    await page.locator('.outline-row').first().waitFor();
    const styles = await page.evaluate(() => [...document.styleSheets].map(({ href }) => href ?? ''));
    expect(styles.filter((href) => style.test(href))).toHaveLength(1);
    await reader.context.close();
  });

  it('one that cannot be had when it is asked for again either comes with a new page, and says so off line', async () => {
    const reader = await Reader.at(browser, api.url, { cookie: library.person.headers['cookie'] ?? '' });
    const { page } = reader;
    let pages = 0;
    page.on('request', (request) => (pages += Number(request.isNavigationRequest())));
    await page.route(/\/assets\/OutlineView[^/]*\.js/, (route) =>
      pages > 1 ? route.continue() : route.abort(),
    );
    await page.goto(`/maps/${library.map}?view=outline`);
    const again = page.getByRole('alert').getByRole('button');
    await again.waitFor();
    await reader.context.setOffline(true);
    const unreached = page.waitForEvent('requestfailed', (request) => request.method() === 'HEAD');
    await again.click();
    await unreached;
    await again.waitFor();
    await reader.context.setOffline(false);
    expect(pages).toBe(1);
    await again.click();
    await page.locator('.outline-row').first().waitFor();
    expect(pages).toBe(2);
    await reader.context.close();
  });
});
