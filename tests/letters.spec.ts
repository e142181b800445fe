// [I-03] Words on cards are drawn as they were measured, in every language; and where a reader has letters larger or wider
// than the style asks for (WCAG 1.4.12), cards grow with them.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { fontIn, SAMPLES, widthOf, type Id, type Voice } from '@counterpoint/shared';
import type { Browser, Page } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { RunningApi } from './support/api.ts';
import { launchBrowser } from './support/browser.ts';
import { Person } from './support/people.ts';
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

async function aReader(by: Browser, locale: string, cookie?: string): Promise<Reader> {
  const reader = await Reader.at(by, api.url, { ahead: true, locale, ...(cookie ? { cookie } : {}) });
  readers.push(reader);
  return reader;
}

const CHINESE = [
  '他说“开源”不等于‘免费’',
  '“开放”与“封闭”之争由来已久……',
  '代价——时间与信任——由谁来付',
  '引文里的引文：“他答道：‘不行。’”',
  'GPT-4 与“小模型”——各有所长……',
];
const ENGLISH = [
  'He said “open” isn’t ‘free’',
  'The price — time and trust — is paid by whom…',
  '“Open” against “closed” … an old quarrel',
];

/** What stands on the lines of the cards, as wide as the browser drew it, in px of the map. */
const linesIn = (page: Page) =>
  page.evaluate(() => {
    const zoom = new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')!).transform)
      .a;
    return [...document.querySelectorAll<HTMLElement>('.card')].flatMap((card) => {
      const words = card.querySelector<HTMLElement>('.card-words')!;
      const style = getComputedStyle(words);
      const isThesis = card.dataset['kind'] === 'thesis';
      const asked = {
        voice: isThesis ? 'serif' : 'sans',
        lang: words.lang,
        size: parseFloat(style.fontSize),
      };
      return [...words.children].map((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        const text = line.textContent;
        return { ...asked, text, drawn: range.getBoundingClientRect().width / zoom, room: words.clientWidth };
      });
    });
  });

async function aMap(language: 'zh' | 'en'): Promise<{ map: Id; thesis: Id; person: Person; cookie: string }> {
  const person = new Person(api.url);
  await person.signUp('Olga');
  const map = await person.newMap(language === 'zh' ? '“开源”' : '“Open”', language);
  const at = uuidv7();
  const texts = [
    ...CHINESE.map((text) => ['zh', text] as const),
    ...ENGLISH.map((text) => ['en', text] as const),
  ];
  const replies = texts.map((text, i) => aReply(at, text, `a${i}`));
  const theses = texts.map(([of, text], i) => {
    const claim = i === 0 ? at : uuidv7();
    return { kind: 'add-claim', claim, text, language: of, to: { at: 'thesis', order: `a${i}` } };
  });
  await person.edit(map, [...theses, ...replies]);
  return { map, thesis: at, person, cookie: person.headers['cookie'] ?? '' };
}

function aReply(id: Id, [language, text]: readonly [string, string], order: string): object {
  const to = {
    at: 'argument',
    argument: uuidv7(),
    direction: 'support',
    target: { kind: 'claim', id },
    order,
  };
  return { kind: 'add-claim', claim: uuidv7(), text, language, to };
}

describe('[I-03] words on cards', () => {
  it.each(['zh', 'en'] as const)(
    'are as wide as they were measured, in Chinese and English, on a page in %s',
    async (language) => {
      const { map, cookie } = await aMap(language);
      const reader = await aReader(browser, language === 'zh' ? 'zh-CN' : 'en-GB', cookie);
      await reader.page.setViewportSize({ width: 1900, height: 1900 });
      await reader.open(map);
      await reader.page.locator('.card').first().waitFor();
      await reader.hasAll();
      const lines = await linesIn(reader.page);
      expect(new Set(lines.map(({ lang }) => lang))).toEqual(new Set(['zh', 'en']));
      expect(new Set(lines.map(({ voice }) => voice))).toEqual(new Set(['sans', 'serif']));
      for (const { text, lang, voice, size, drawn, room } of lines) {
        const style = { font: fontIn(lang, voice as Voice), size, weight: 400, lineHeight: 0 };
        // Marks side by side share their room, and Han and Latin letters are a little apart.
        const apart = (text.match(/\p{Script=Han}(?=[a-z\d])|[a-z\d](?=\p{Script=Han})/giu) ?? []).length / 8;
        const shared = (text.match(/[“‘’”：。，、](?=[“‘’”：。，、])/gu) ?? []).length / 2;
        const ratio = drawn / (widthOf(text, style) + apart * size);
        expect({ text, lang, voice, fits: drawn <= room + 0.01 }).toEqual({ text, lang, voice, fits: true });
        expect({ text, lang, voice, ratio, wide: ratio < 1.006 }).toMatchObject({ wide: true });
        const least = 0.98 - (lang === 'zh' ? (shared * size) / drawn : 0);
        expect({ text, lang, voice, ratio, wide: ratio > least }).toMatchObject({ wide: true });
      }
    },
  );
});

/** Words out of their cards, or under others, cards that hold more than they show, and cards on top of each other. */
const wrongIn = (page: Page) =>
  page.evaluate(() => {
    const wrong: string[] = [];
    const cards = [...document.querySelectorAll<HTMLElement>('.card')];
    const boxes = cards.map((card) => card.getBoundingClientRect());
    for (const [i, card] of cards.entries()) {
      const box = boxes[i]!;
      // The coloured bar reaches over the border, which is a px.
      if (card.scrollHeight > card.clientHeight + 1) wrong.push(`more than it shows: ${card.innerText}`);
      const texts = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (text.parentElement?.closest('.fold-button, .visually-hidden')) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const { left, top, right, bottom, width } of range.getClientRects()) {
          if (width === 0) continue;
          const isIn =
            left > box.left - 0.5 &&
            top > box.top - 0.5 &&
            right < box.right + 0.5 &&
            bottom < box.bottom + 0.5;
          if (!isIn) wrong.push(`out of its card: ${text.textContent}`);
        }
      }
      for (const other of boxes.slice(0, i)) {
        const meets =
          other.left < box.right &&
          box.left < other.right &&
          other.top < box.bottom &&
          box.top < other.bottom;
        if (meets) wrong.push(`on another: ${card.innerText}`);
      }
    }
    for (const strip of document.querySelectorAll('.group span')) {
      const range = document.createRange();
      range.selectNodeContents(strip);
      const { top, bottom } = range.getBoundingClientRect();
      const { left, right } = strip.getBoundingClientRect();
      for (const box of boxes)
        if (left < box.right && box.left < right && top < box.bottom - 2 && box.top + 2 < bottom)
          wrong.push(`under a card: ${strip.textContent}`);
    }
    const thesis = document.querySelector('.card[data-kind="thesis"]')?.getBoundingClientRect();
    const frame = document.querySelector('.react-flow')!.getBoundingClientRect();
    if (!thesis || thesis.left < frame.left || thesis.right > frame.right)
      wrong.push('the thesis is cut off');
    return { cards: cards.length, wrong };
  });

const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }`;

describe.each(['zh', 'en'] as const)(
  '[I-03] text spacing and large letters (WCAG 1.4.12), the sample in %s',
  (language) => {
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';

    async function holds(reader: Reader): Promise<void> {
      await reader.page.locator('.card').first().waitFor();
      await reader.hasAll();
      const { cards, wrong } = await wrongIn(reader.page);
      expect(wrong).toEqual([]);
      expect(cards).toBeGreaterThan(3);
    }

    it('as it is, with nothing measured in the page', async () => {
      const reader = await aReader(browser, locale);
      const scripts: string[] = [];
      reader.page.on('request', (request) => scripts.push(request.url()));
      await reader.open(SAMPLES[language]);
      await holds(reader);
      expect(await cardWidth(reader.page)).toBe(364);
      expect(scripts.filter((one) => one.includes('drawnLettering'))).toEqual([]);
    });

    it('with text spacing by the reader, before it is there and while it is', async () => {
      const reader = await aReader(browser, locale);
      await reader.open(SAMPLES[language]);
      await reader.hasAll();
      await reader.page.evaluate(styled, SPACED);
      await reader.page.waitForFunction(grown);
      await holds(reader);
      await reader.page.evaluate(() => void (document.adoptedStyleSheets = []));
      await reader.page.waitForFunction(asBefore);

      const other = await aReader(browser, locale);
      await other.page.addInitScript(styled, SPACED);
      await other.open(SAMPLES[language]);
      await other.page.waitForFunction(grown);
      await holds(other);
    });

    it('with text spacing by the reader, and a claim in letters whose font comes after it', async () => {
      const { map, thesis, person, cookie } = await aMap(language);
      const reader = await aReader(browser, locale, cookie);
      await reader.page.setViewportSize({ width: 1900, height: 1900 });
      await reader.page.addInitScript(styled, SPACED);
      await reader.open(map);
      await reader.page.waitForFunction(grown);
      await reader.hasAll();
      let come = (): void => undefined;
      const here = new Promise<void>((resolve) => (come = resolve));
      await reader.page.route(/\.woff2$/, async (route) => {
        await here;
        await route.continue();
      });
      const text = '麒麟、貔貅、饕餮、狻猊、螭吻、囚牛、睚眦、嘲风、蒲牢、赑屃、狴犴、负屃';
      await person.edit(map, [aReply(thesis, ['zh', text], 'a9')]);
      await reader.page.locator('.card', { hasText: '麒麟' }).waitFor();
      await reader.page.waitForFunction(() => document.fonts.status === 'loading');
      come();
      await reader.page.waitForFunction(() => document.fonts.status === 'loaded');
      await holds(reader);
    });

    it('with letters of 20 px at least', async () => {
      const large = await launchBrowser('--blink-settings=minimumFontSize=20');
      try {
        const reader = await aReader(large, locale);
        await reader.open(SAMPLES[language]);
        await reader.page.waitForFunction(grown);
        await holds(reader);
      } finally {
        await large.close();
      }
    });
  },
);

/** In the page: as an extension of the browser does it, which no policy of the page forbids. */
function styled(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}

const cardWidth = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector<HTMLElement>('.card[data-kind="support"]')!.offsetWidth);
const grown = (): boolean =>
  (document.querySelector<HTMLElement>('.card[data-kind="support"]')?.offsetWidth ?? 0) > 364;
const asBefore = (): boolean =>
  document.querySelector<HTMLElement>('.card[data-kind="support"]')?.offsetWidth === 364;
