// The oldest browsers that README.md names can read what was built, and what is older is told so.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, type Program } from 'acorn';
import type { Browser } from 'playwright-core';
import { startApi, type RunningApi } from './support/api.ts';
import { launchBrowser } from './support/browser.ts';
import { createTestDatabase, type TestDatabase } from './support/testDatabase.ts';

const folder = path.join(import.meta.dirname, '../apps/web/dist');
const assets = fs.readdirSync(path.join(folder, 'assets')).filter((name) => name.endsWith('.js'));
const text = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8');
/** What Chrome 111, Firefox 125 and Safari 16.4 all read. */
const read = (source: string): Program => parse(source, { ecmaVersion: 2022, sourceType: 'module' });

/** Of browsers that are newer than these. */
const TOO_NEW = /\b(?:Promise\.(?:withResolvers|try)|(?:Object|Map)\.groupBy|AbortSignal\.any|Array\.fromAsync|Iterator\.from|RegExp\.escape|Uint8Array\.fromBase64)\b/; // prettier-ignore

describe('what was built', () => {
  it('has the syntax of the oldest browsers, in every script', () => {
    expect(assets.length).toBeGreaterThan(10);
    for (const name of assets) expect(() => read(text(`assets/${name}`))).not.toThrow();
    expect(() => read('class A { x = /[a&&b]/v }')).toThrow();
    expect(() => read('using x = y;')).toThrow();
  });

  it('calls nothing that they lack without asking first', () => {
    const calls = assets.flatMap((name) => {
      const [found] = TOO_NEW.exec(text(`assets/${name}`)) ?? [];
      return found ? [`${name}: ${found}`] : [];
    });
    expect(calls).toEqual([]);
  });

  it('asks in words that any browser reads whether it has what the rest needs', () => {
    expect(() => parse(text('first-paint.js'), { ecmaVersion: 5, sourceType: 'script' })).not.toThrow();
  });

  it('names the same browsers to people, and to the compiler', () => {
    const places = ['README.md', 'apps/web/vite.config.ts', 'apps/web/index.html'];
    for (const place of places) {
      const words = fs.readFileSync(path.join(folder, '../../..', place), 'utf8');
      for (const version of [/Chrome\D{0,12}111|chrome111/i, /Firefox ?125/i, /Safari ?16\.4/i])
        expect(words).toMatch(version);
    }
  });
});

describe('a browser that cannot show the page', () => {
  let database: TestDatabase;
  let api: RunningApi;
  let browser: Browser;
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

  it('is told in both languages that it is too old', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript('delete Intl.Segmenter');
    await page.goto(api.url);
    for (const words of ['这个浏览器太旧', 'This browser is too old']) await page.getByText(words).waitFor();
    expect(await page.locator('#root').isVisible()).toBe(false);
    expect(errors).toEqual([]);
  });

  it('is told that it runs no scripts', async () => {
    // Playwright's switch for scripts does not make Chromium show this element: its words are looked for in the page as sent.
    const sent = await (await fetch(api.url)).text();
    const [, words = ''] = /<noscript>([\s\S]*?)<\/noscript>/.exec(sent) ?? [];
    expect(words).toContain('需要 JavaScript');
    expect(words).toContain('needs JavaScript');
  });

  it('is told what to set where the files of the page are not found, as below a path that the server does not know', async () => {
    const page = await browser.newPage();
    await page.route('**/assets/**', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(api.url);
    for (const words of ['页面没有载入', 'The page did not load']) await page.getByText(words).waitFor();
    expect(await page.locator('#too-old').isVisible()).toBe(false);
  });
});
