// A text in a real browser: scrolled with many highlights, opened, and read by the keyboard, against the same with less.
import type { Id, Span } from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import { startApi, type RunningApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { Person } from '../support/people.ts';
import { Reader } from '../support/reader.ts';
import { barred, load, median, ms, percentile, ratio, table } from './figures.ts';
import { markInstead, opening, pressing, scrolling } from './inThePage.ts';
import { benchPostgres } from './postgres.ts';
import { Talker } from './talks.ts';

/** In ms. */
const BARS = { frame: 20, edition: 2_000 };
const SCROLL = { characters: 30_000, quotations: 500, seconds: 5, rounds: 3 };
const SIZES = { few: 20_000, many: 200_000 };
/** A quotation for so many characters. */
const EVERY = 100;
const PRESSES = 20;

interface Text {
  readonly map: Id;
  readonly source: Id;
  readonly words: string;
  readonly quotations: readonly Span[];
}

export async function onScreen(): Promise<void> {
  const postgres = await benchPostgres();
  const api = await startApi({ databaseUrl: postgres.url });
  const browser = await launchBrowser();
  try {
    const person = new Person(api.url);
    await person.signUp('Olga');
    const few = await aText(person, SIZES.few, SIZES.few / EVERY);
    const many = await aText(person, SIZES.many, SIZES.many / EVERY);
    await scrolled(browser, api, person, await aText(person, SCROLL.characters, SCROLL.quotations));
    await opened(browser, api, person, { few, many });
    await another(person, await aText(person, SIZES.many, 0), many);
  } finally {
    await browser.close();
    await api.stop();
    await postgres.stop();
  }
}

/** A map with a text, and claims for and against one another that rest on it all over. */
async function aText(person: Person, characters: number, count: number): Promise<Text> {
  const talker = new Talker('zh', characters);
  const words = talker.text(characters);
  const quotations = talker.passages(words, count);
  const map = await person.newMap('A talk');
  const [source, edition, thesis] = [uuidv7(), uuidv7(), uuidv7()];
  await person.ask('POST', `/api/maps/${map}/sources`, { id: uuidv7(), source, edition, title: 'A talk', language: 'zh', text: words }); // prettier-ignore
  const claims = [thesis, ...Array.from({ length: 39 }, () => uuidv7())];
  const edits: unknown[] = claims.map((claim, n) => ({
    kind: 'add-claim',
    claim,
    text: `主张 ${n}`,
    language: 'zh',
    to: n === 0 ? { at: 'thesis', order: 'a0' } : { at: 'argument', argument: uuidv7(), direction: n % 2 ? 'support' : 'rebut', target: { kind: 'claim', id: thesis }, order: 'a0' }, // prettier-ignore
  }));
  for (const [n, { start, end }] of quotations.entries())
    edits.push({ kind: 'quote', quotation: uuidv7(), claim: claims[n % claims.length], edition, start, end, bearing: 'paraphrase' }); // prettier-ignore
  for (let at = 0; at < edits.length; at += 64) await person.edit(map, edits.slice(at, at + 64));
  return { map, source, words, quotations };
}

async function aPage(
  browser: Browser,
  api: RunningApi,
  person: Person,
): Promise<{ page: Page; close: () => Promise<void> }> {
  // prettier-ignore
  const { context, page } = await Reader.at(browser, api.url, { cookie: person.headers['cookie'] ?? '' });
  // What the loader of these files puts around named functions.
  await page.addInitScript('globalThis.__name = (it) => it');
  return { page, close: () => context.close() };
}

/** From top to bottom, in turns: with highlights, with the same passages as elements, with none. */
async function scrolled(browser: Browser, api: RunningApi, person: Person, text: Text): Promise<void> {
  const arms = {
    'no highlights': (page: Page) => page.evaluate(() => CSS.highlights.clear()),
    'with highlights': () => Promise.resolve(),
    'elements instead': (page: Page) => page.evaluate(markInstead),
  };
  const took = new Map<string, { frames: number[]; busy: number[] }>();
  for (let round = 0; round < SCROLL.rounds; round++)
    for (const [arm, prepare] of Object.entries(arms)) {
      const { page, close } = await aPage(browser, api, person);
      await page.goto(`/maps/${text.map}?view=source&pane=none`);
      await page.locator('.source-suggestion').first().waitFor();
      await prepare(page);
      const chrome = await page.context().newCDPSession(page);
      await chrome.send('Performance.enable', { timeDomain: 'threadTicks' });
      const busyFor = async (): Promise<number> =>
        ((await chrome.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1_000; // prettier-ignore
      const before = await busyFor();
      const frames = await page.evaluate(scrolling, SCROLL.seconds);
      const of = took.get(arm) ?? { frames: [], busy: [] };
      took.set(arm, of);
      of.frames.push(...frames);
      of.busy.push(((await busyFor()) - before) / frames.length);
      await close();
    }
  const none = median(took.get('no highlights')?.busy ?? []);
  const rows: (readonly string[])[] = [[`scrolling ${SCROLL.characters} characters, ${SCROLL.quotations} quotations`, 'frame p95', 'bar', 'p50', 'longest', 'main thread a frame', 'against none']]; // prettier-ignore
  for (const [arm, { frames, busy }] of took) {
    const rest = [ms(median(frames)), ms(Math.max(...frames)), ms(median(busy)), ratio(median(busy), none)];
    const p95 = percentile(frames, 0.95);
    // Only what is ours can miss.
    const cells = arm === 'elements instead' ? [arm, ms(p95), ''] : barred(arm, p95, BARS.frame);
    rows.push([...cells, ...rest]);
  }
  console.log(load());
  table(rows);
}

/** From the map to its text, and a sentence on by the keyboard; against a text of a tenth. */
async function opened(
  browser: Browser,
  api: RunningApi,
  person: Person,
  texts: Readonly<Record<keyof typeof SIZES, Text>>,
): Promise<void> {
  const took = { few: new Map<string, number[]>(), many: new Map<string, number[]>() };
  for (let round = 0; round < SCROLL.rounds; round++)
    for (const size of ['few', 'many'] as const) {
      const { page, close } = await aPage(browser, api, person);
      await page.goto(`/maps/${texts[size].map}?pane=none`);
      await page.locator('.card').first().waitFor();
      await page.waitForTimeout(1_000);
      const { words } = texts[size];
      const keep = (what: string, figures: readonly number[]) => took[size].set(what, [...(took[size].get(what) ?? []), ...figures]); // prettier-ignore
      const { first, last, outline } = await page.evaluate(opening, words.split('\n').filter((line) => line.trim()).length); // prettier-ignore
      keep('until the first paragraph is painted', [first]);
      keep('until the last paragraph is there', [last]);
      keep('until the outline is painted', [outline]);
      await page.waitForTimeout(500);
      for (const [where, at] of [
        ['at the beginning', 0],
        ['near the end', 0.95],
      ] as const) {
        // prettier-ignore
        const presses = await page.evaluate(pressing, { times: PRESSES, at });
        keep(`a key, the first, ${where}`, presses.slice(0, 1).map(({ painted }) => painted)); // prettier-ignore
        keep(`a key, ${where}`, presses.slice(1).map(({ painted }) => painted)); // prettier-ignore
        keep(`of that in our hands, ${where}`, presses.slice(1).map(({ handled }) => handled)); // prettier-ignore
      }
      await close();
    }
  const rows: (readonly string[])[] = [['opening a text', `${SIZES.many} characters`, `${SIZES.few}`, 'against it', 'longest']]; // prettier-ignore
  for (const [what, figures] of took.many) {
    const few = median(took.few.get(what) ?? []);
    rows.push([what, ms(median(figures)), ms(few), ratio(median(figures), few), ms(Math.max(...figures))]);
  }
  console.log(load());
  table(rows);
}

/** A later edition over HTTP, to the answer: with quotations to follow, and with none. */
async function another(person: Person, bare: Text, quoted: Text): Promise<void> {
  const rows: (readonly string[])[] = [['a later edition of 200,000 characters, over HTTP', 'took', 'bar']];
  const took = async ({ map, source, words }: Text, n: number): Promise<number> => {
    const begin = performance.now();
    await person.ask('POST', `/api/maps/${map}/sources/${source}/editions`, { id: uuidv7(), edition: uuidv7(), reason: 'mended', text: `${n}\n${words}` }); // prettier-ignore
    return performance.now() - begin;
  };
  const figures = { bare: [] as number[], quoted: [] as number[] };
  for (let n = 0; n < SCROLL.rounds; n++) {
    figures.bare.push(await took(bare, n));
    figures.quoted.push(await took(quoted, n));
  }
  rows.push(['nothing is quoted', ms(median(figures.bare)), '']);
  rows.push(barred(`${quoted.quotations.length} quotations`, median(figures.quoted), BARS.edition));
  console.log(load());
  table(rows);
}
