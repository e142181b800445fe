// One person at a browser, with the gestures that the stories need. The interface is Chinese unless told otherwise.
import type { Id } from '@counterpoint/shared';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { PATIENCE } from './patience.ts';

/** How late all between a page and its server comes, in ms: who wants to know whether a story looks before the other one can know sets it. */
const LATE = Number(process.env.LATE ?? 0);

async function slowDown(context: BrowserContext): Promise<void> {
  const later = (deed: () => void): void => void setTimeout(deed, LATE / 2);
  await context.routeWebSocket(/socket\.io/, (page) => {
    const server = page.connectToServer();
    page.onMessage((message) => later(() => server.send(message)));
    server.onMessage((message) => later(() => page.send(message)));
    page.onClose((code, reason) => later(() => void server.close({ code, reason })));
    server.onClose((code, reason) => later(() => void page.close({ code, reason })));
  });
  await context.route('**/api/**', (route) => later(() => void route.continue().catch(() => undefined)));
}

export class Reader {
  readonly errors: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly base: string,
  ) {
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  static async at(
    browser: Browser,
    base: string,
    options: {
      locale?: string;
      width?: number;
      cookie?: string;
      touch?: boolean;
      isFirst?: boolean;
      /** Has what a page fetches ahead of need, its fonts too. They cost a quarter of the time, so that most save data. */
      ahead?: boolean;
    } = {},
  ): Promise<Reader> {
    const { locale = 'zh-CN', width = 1440, cookie, touch = false, isFirst = false, ahead = false } = options;
    const context = await browser.newContext({
      locale,
      viewport: { width, height: 900 },
      hasTouch: touch,
      reducedMotion: 'reduce',
      baseURL: base,
    });
    context.setDefaultTimeout(PATIENCE);
    if (LATE > 0) await slowDown(context);
    // Whose first map it is sees hints. A page that could not be reached has no storage.
    if (!isFirst)
      await context.addInitScript(() => {
        if (location.protocol.startsWith('http')) localStorage.setItem('off:hints', '1');
      });
    if (!ahead)
      await context.addInitScript(() => {
        Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
      });
    if (cookie) {
      const [name = '', value = ''] = cookie.split(/=(.*)/s);
      await context.addCookies([{ name, value, url: base }]);
    }
    return new Reader(context, await context.newPage(), base);
  }

  async open(map: Id): Promise<void> {
    await this.page.goto(`/maps/${map}`);
    await this.page.locator('.react-flow').waitFor();
  }

  /** Waits, where a page fetches ahead, until fonts are known, which come last, none is on its way, and nothing has been fetched for a second. */
  async hasAll(): Promise<void> {
    await this.page.waitForFunction(() => {
      // What is drawn next asks for its fonts now.
      document.body.getBoundingClientRect();
      if (document.fonts.size === 0 || document.fonts.status !== 'loaded') return false;
      const ends = performance.getEntriesByType('resource').map((one) => one.startTime + one.duration);
      return performance.now() - Math.max(0, ...ends) > 1_000;
    });
  }

  /** The card with exactly these words. */
  card(text: string): Locator {
    return this.page
      .locator('.card')
      .filter({ has: this.page.locator('.card-words').getByText(text, { exact: true }) });
  }

  async select(text: string): Promise<void> {
    await this.card(text).locator('.card-words').click();
  }

  /** Presses a key on the selected card and writes what it asks for. */
  async answer(to: string, key: string, words: string): Promise<void> {
    await this.select(to);
    await this.page.keyboard.press(key);
    await this.write(words);
    await this.card(words).waitFor();
  }

  async write(words: string): Promise<void> {
    const field = this.page.locator('.card-field');
    await field.waitFor();
    await field.fill(words);
    await field.press('Enter');
  }

  async reword(text: string, words: string): Promise<void> {
    await this.select(text);
    await this.page.keyboard.press('F2');
    await this.write(words);
  }

  /** Moves a branch with the menu's dialog, by the words of the claim it should reply to. */
  async move(text: string, under: string): Promise<void> {
    await this.select(text);
    await this.page.keyboard.press('Shift+F10');
    await this.page.getByRole('menuitem', { name: '移动与转换' }).click();
    await this.page.getByRole('menuitem', { name: '移到别处…' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('combobox').fill(under);
    await dialog.getByRole('combobox').press('Enter');
    await dialog.waitFor({ state: 'detached' });
  }

  /** What a screen reader would say of every card: type, words, parent. Sorted, and without what is new to this one, so
   *  that two screens compare. */
  async names(): Promise<string[]> {
    const names = await this.page
      .locator('.card')
      .evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-label') ?? ''));
    return names.map((name) => name.replace(/，(新内容|上次看过后有改写|\d+ 条新评论)/g, '')).sort();
  }

  /** The words of the connection state. */
  state(words: string | RegExp): Locator {
    return this.page.locator('header').getByText(words);
  }
}
