import { RefusalCode } from '@counterpoint/shared';
import { describe, expect, test } from '@jest/globals';
import { later as englishLater } from './en.later.ts';
import { en as englishFirst } from './en.ts';
import i18next from 'i18next';
import { chooseLanguage, fetchLaterWords, fetchWords, interfaceLanguage } from './i18n.ts';
import { firstLanguage } from './languages.ts';
import { refusalText } from './refusalText.ts';
import { day, timeAgo } from './inWords.ts';
import { later as chineseLater } from './zh.later.ts';
import { zh as chineseFirst } from './zh.ts';

const english = { ...englishFirst, ...englishLater };
const chinese = { ...chineseFirst, ...chineseLater };

type Words = { readonly [key: string]: string | Words };

/** Every key with its text; the plural ending is taken off, as languages differ in it. */
function texts(words: Words, above = ''): [key: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[above + key, value] as [string, string]] : texts(value, `${above}${key}.`),
  );
}
const plain = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const gaps = (text: string): string[] =>
  [...text.matchAll(/{{\s*(\w+)/g)].map(([, name = '']) => name).sort();

const features = Object.keys(english) as (keyof typeof english)[];

test('has the same features in both languages', () => {
  expect(Object.keys(chinese)).toEqual(features);
});

describe.each(features)('%s', (feature) => {
  const zh = texts(chinese[feature]);
  const en = texts(english[feature]);

  test('has the same keys in both languages', () => {
    const keys = (all: [string, string][]) => [...new Set(all.map(([key]) => plain(key)))].sort();
    expect(keys(zh)).toEqual(keys(en));
  });

  test('leaves nothing empty', () => {
    expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('fills the same gaps in both languages', () => {
    const other = new Map(en.map(([key, text]) => [plain(key), gaps(text)]));
    for (const [key, text] of zh) expect([key, gaps(text)]).toEqual([key, other.get(plain(key))]);
  });

  test('has every plural form of its language', () => {
    for (const [language, all] of [
      ['zh', zh],
      ['en', en],
    ] as const) {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const found = new Map<string, string[]>();
      for (const [key] of all) {
        if (key !== plain(key))
          found.set(plain(key), [...(found.get(plain(key)) ?? []), key.slice(plain(key).length + 1)]);
      }
      for (const [key, has] of found) expect([key, has.sort()]).toEqual([key, [...forms].sort()]);
    }
  });
});

test('every refusal has a sentence in both languages', () => {
  for (const language of ['zh', 'en'] as const) {
    chooseLanguage(language);
    for (const code of [...RefusalCode.options, 'offline' as const]) {
      expect(refusalText({ code })).toMatch(language === 'zh' ? /\p{Script=Han}.*。$/u : /^[A-Z].*\.$/);
    }
  }
});

test('the page says which language it is in, and the choice is kept', () => {
  chooseLanguage('zh');
  expect(document.documentElement.lang).toBe('zh-CN');
  chooseLanguage('en');
  expect(document.documentElement.lang).toBe('en');
  expect(firstLanguage()).toBe('en');
});

describe('a language whose words are not here yet', () => {
  const forget = () => features.forEach((feature) => i18next.removeResourceBundle('zh', feature));
  const turned = () => new Promise((resolve) => i18next.on('languageChanged', resolve));

  test('is turned to when they came, and no key is seen before', async () => {
    chooseLanguage('en');
    forget();
    const then = turned();
    chooseLanguage('zh');
    expect([interfaceLanguage(), i18next.t('retry')]).toEqual(['en', 'Try again']);
    await then;
    expect([interfaceLanguage(), i18next.t('retry')]).toEqual(['zh', '重试']);
  });

  test('is not turned to before it has the words of what came later, either', async () => {
    chooseLanguage('en');
    i18next.removeResourceBundle('zh', 'strength');
    await fetchLaterWords(); // as whatever of it is in the page did
    const then = turned();
    chooseLanguage('zh');
    expect(interfaceLanguage()).toBe('en');
    await then;
    expect(i18next.t('strength', { ns: 'strength' })).toBe('强度');
  });

  test('gives way to one that was chosen after it', async () => {
    chooseLanguage('en');
    forget();
    chooseLanguage('zh');
    chooseLanguage('en');
    await fetchWords('zh');
    await new Promise((resolve) => setTimeout(resolve));
    expect([interfaceLanguage(), firstLanguage()]).toEqual(['en', 'en']);
  });
});

test('times are told in words, and after a week as a date', () => {
  const now = new Date(2026, 5, 20, 12).getTime();
  chooseLanguage('zh');
  expect(timeAgo(now - 3 * 60_000, now)).toBe('3 分钟前');
  expect(day(new Date(2026, 4, 2).getTime(), now)).toBe('5 月 2 日');
  chooseLanguage('en');
  expect(timeAgo(now - 3 * 60_000, now)).toBe('3 minutes ago');
  expect(timeAgo(now - 20_000, now)).toBe('just now');
});

test.each(['zh', 'en'] as const)('a page at a wrong address is told the right one, in %s', (language) => {
  chooseLanguage(language);
  const told = refusalText({ code: 'wrong-origin', address: 'https://maps.example' });
  expect(told).toContain('https://maps.example');
  expect(told).toContain(`PUBLIC_URL=${location.origin}`);
  const unknown = refusalText({ code: 'wrong-origin' });
  expect(unknown).toContain(`PUBLIC_URL=${location.origin}`);
  expect(unknown).not.toContain('{{');
});
