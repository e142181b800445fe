// What a browser that has nothing kept fetches until it shows what a page is for.
import type { Browser } from 'playwright-core';
import type { Id } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { Person } from './people.ts';
import { Reader } from './reader.ts';

/** Each with the first thing on it that one came for. */
const PAGES = {
  'home, Chinese': { path: () => '/', shows: 'article.map-card' },
  'home, English': { path: () => '/', shows: 'article.map-card', locale: 'en-GB' },
  'a map as cards': { path: (map: Id) => `/maps/${map}`, shows: '.card' },
  'a map on a phone': { path: (map: Id) => `/maps/${map}`, shows: '.outline-row', width: 390 },
  'a text': { path: (map: Id) => `/maps/${map}?view=source`, shows: '.source-words p[data-from]' },
};
export type FirstPage = keyof typeof PAGES;
export const FIRST_PAGES = Object.keys(PAGES) as FirstPage[];

/** What was asked for before the page showed what it is for; bytes are those on the line. */
export interface FirstLoad {
  readonly scripts: number;
  readonly scriptBytes: number;
  readonly styleBytes: number;
  /** Until it was painted. */
  readonly ms: number;
}

export interface Line {
  readonly bytesPerSecond: number;
  readonly roundTripMs: number;
}

/** A person with one map, which has a claim and a text. */
export async function aLibrary(base: string): Promise<{ readonly person: Person; readonly map: Id }> {
  const person = new Person(base);
  await person.signUp('Olga');
  const map = await person.newMap('河上的桥');
  const text = '各位同学，今天谈谈河上的桥。\n首先，大桥不应修在上游。';
  await person.edit(map, [
    { kind: 'add-claim', claim: uuidv7(), text: '大桥不应修在上游', language: 'zh', to: { at: 'thesis', order: 'a0' } },
    { kind: 'add-source', source: uuidv7(), edition: uuidv7(), title: '讲稿', language: 'zh', text },
  ]); // prettier-ignore
  return { person, map };
}

export async function firstLoad(
  browser: Browser,
  base: string,
  page: FirstPage,
  { person, map }: Awaited<ReturnType<typeof aLibrary>>,
  line?: Line,
): Promise<FirstLoad> {
  const { path, shows, ...options } = { locale: 'zh-CN', ...PAGES[page] };
  const reader = await Reader.at(browser, base, { cookie: person.headers['cookie'] ?? '', ...options });
  if (line) {
    const wire = await reader.context.newCDPSession(reader.page);
    await wire.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.roundTripMs,
      downloadThroughput: line.bytesPerSecond,
      uploadThroughput: line.bytesPerSecond,
    });
  }
  await reader.page.addInitScript(watch, shows);
  await reader.page.goto(path(map));
  await reader.page.waitForFunction(() => 'shown' in window);
  const { files, ms } = await reader.page.evaluate(told);
  await reader.context.close();
  const bytesOf = (ending: string): number[] =>
    files.filter((file) => file.path.endsWith(ending)).map(({ bytes }) => bytes);
  return {
    scripts: bytesOf('.js').length,
    scriptBytes: sum(bytesOf('.js')),
    styleBytes: sum(bytesOf('.css')),
    ms,
  };
}

const sum = (figures: readonly number[]): number => figures.reduce((all, one) => all + one, 0);

/** In the page: notes when it first shows what is looked for, and when that is painted. */
function watch(shows: string): void {
  const look = new MutationObserver(() => {
    if (document.querySelector(shows) === null) return;
    look.disconnect();
    const inDocument = performance.now();
    requestAnimationFrame(() =>
      setTimeout(() => Object.assign(window, { shown: { inDocument, painted: performance.now() } })),
    );
  });
  look.observe(document, { childList: true, subtree: true });
}

/** In the page: what was asked for before that, and when it was painted. */
function told() {
  const { shown } = window as unknown as { shown: { inDocument: number; painted: number } };
  const files = performance
    .getEntriesByType('resource')
    .filter((one): one is PerformanceResourceTiming => one.startTime < shown.inDocument)
    .map(({ name, encodedBodySize }) => ({ path: new URL(name).pathname, bytes: encodedBodySize }));
  return { files, ms: shown.painted };
}
