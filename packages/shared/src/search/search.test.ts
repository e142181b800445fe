import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, foldedWithPlaces } from './fold.ts';
import { isFound, pairsIn, wordsIn, wordsOfQuery } from './pairs.ts';
import { snippet } from './snippet.ts';
import { VARIANTS } from './variants.ts';

/** Characters that fold in every way there is, and such that do not. */
const MIXED = Array.from('aAÉßæŁΰΣςσİ開开国國發髪，。 、ＡＩ１ｶﾞ가ㄱㅏﬁ①㍿\u0301\u200b\u00ad\u{20000}👍🏽').concat('e\u0301', '\u1112\u1161\u11ab'); // prettier-ignore
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...MIXED) }),
  fc.string({ unit: fc.constantFrom('开', '源', '開', '竞', '争', '，', 'a') }),
);

describe('two spellings are one for search [I-05]', () => {
  test.each([
    ['開源', '开源'],
    ['ＡＩ', 'ai'],
    ['ｶﾞ', 'ガ'],
    ['Ｅ\u0301', 'é'],
    ['開\u200b源', '开源'],
    ['ΣΟΦΟΣ', 'σοφος'],
    ['頭髮', '头发'],
    ['ﬁnal', 'FINAL'],
    ['café déjà', 'CAFE DEJA'],
    ['Straße', 'strasse'],
    ['Łódź', 'lodz'],
    ['Ταΰγετος', 'ταυγετος'],
  ])('%s and %s', (one, other) => expect(fold(one)).toBe(fold(other)));

  it('what is different stays different', () => {
    expect(
      new Set(['开源', '开放', '源开', 'open', 'opem', 'が', 'か', 'й', 'и', 'กำ', 'กา'].map(fold)).size,
    ).toBe(11);
  });

  it('each variant stands for one character, which stands for itself', () => {
    expect(VARIANTS.size).toBeGreaterThan(750);
    for (const [variant, other] of VARIANTS)
      expect([variant, VARIANTS.has(other), Array.from(variant + other).length, fold(variant)]).toEqual([
        variant,
        false,
        2,
        other,
      ]);
  });

  it('the letters of a Hangul syllable are one character over what nobody sees', () => {
    for (const text of ['ㄱ\u00adㅏ', '가\u200b\u11a8', '\u00adㄱㅏ'])
      expect([text, foldedWithPlaces(text).text]).toEqual([text, fold(text)]);
  });

  it('folded twice is folded once, and character by character is the same, with places that rise', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, starts, ends } = foldedWithPlaces(text);
        expect(folded).toBe(fold(text));
        expect(fold(folded)).toBe(folded);
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        starts.forEach((start, i) => {
          expect(start).toBeLessThan(ends[i] ?? 0);
          expect(start).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
        });
      }),
    );
  });
});

describe('the pairs of a text', () => {
  const shown = (text: string) =>
    pairsIn(text).map((pair) => String.fromCharCode(pair >>> 16, pair & 0xffff));

  it('are of neighbours within words, each once', () => {
    expect(shown('开源，开源 AI!').sort()).toEqual(['ai', '开源']);
    expect(shown('a b c 我，')).toEqual([]);
    expect(shown('\u{20000}')).toEqual(['\u{20000}']);
  });

  it('are rising numbers of 32 bits', () => {
    const pairs = pairsIn('開源 한국 zz \uffee\uffee ￦');
    for (const [i, pair] of pairs.entries()) {
      expect(pair | 0).toBe(pair);
      expect(pair).toBeGreaterThan(pairs[i - 1] ?? -Infinity);
    }
  });

  it('[A-11] of a query are all in every text that has its words: the index misses nothing', () => {
    const seen = { found: 0, missed: 0 };
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat({ max: 6 }), fc.boolean(), (text, at, length, other) => {
        const points = [...text];
        const start = at % (points.length + 1);
        const query = other ? 'opem 源开' : points.slice(start, start + length).join('');
        const isHit = isFound(text, wordsOfQuery(query));
        seen[isHit ? 'found' : 'missed']++;
        const pairs = new Set(pairsIn(text));
        if (isHit) expect(pairsIn(query).filter((pair) => !pairs.has(pair))).toEqual([]);
      }),
    );
    expect(Math.min(seen.found, seen.missed)).toBeGreaterThan(10);
  });

  it('finds words apart from each other, in any order, and not what only has the same pairs', () => {
    const text = '各国应当合作，而不是在开源上竞争。';
    expect(['开源 竞争', '竞争，开源', '開源', '源'].map((query) => isFound(text, wordsIn(query)))).toEqual(
      [true, true, true, true], // prettier-ignore
    );
    expect(isFound('abxbc', wordsIn('abc'))).toBe(false);
    expect(isFound(text, wordsIn('开源 封闭'))).toBe(false);
  });
});

describe('a snippet', () => {
  const marked = ({ text, hits }: ReturnType<typeof snippet>) =>
    hits.map(({ start, end }) => [...text].slice(start, end).join(''));

  it('shows about sixty characters around the first hit, and marks all that stand there', () => {
    const long = `${'甲'.repeat(100)}開源的力量，开源${'乙'.repeat(100)}开源`;
    const shown = snippet(long, wordsOfQuery('开源'));
    expect(shown.text).toBe(`…${'甲'.repeat(20)}開源的力量，开源${'乙'.repeat(32)}…`);
    expect(marked(shown)).toEqual(['開源', '开源']);
  });

  it('shows a short text whole, and the beginning where nothing is found', () => {
    expect(snippet('ＡＩ is ai', wordsOfQuery('AI'))).toEqual({
      text: 'ＡＩ is ai',
      hits: [
        { start: 0, end: 2 },
        { start: 6, end: 8 },
      ],
    });
    expect(snippet('甲'.repeat(70), ['乙'])).toEqual({ text: `${'甲'.repeat(60)}…`, hits: [] });
  });

  it('counts code points, and cuts no character', () => {
    const shown = snippet(`${'👍🏽'.repeat(30)}开源${'👍🏽'.repeat(30)}`, ['开源']);
    expect(marked(shown)).toEqual(['开源']);
    expect(shown.text).toMatch(/^…(👍🏽)+开源(👍🏽)+…$/u);
  });

  it('of whatever text, stands in it, and what it marks is a word', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('开源', 'a', '竞争 开源', '国'), (text, query) => {
        const words = wordsOfQuery(query);
        const shown = snippet(`${text}${text}`, words);
        expect(`…${text}${text}…`).toContain(shown.text.replace(/^…|…$/g, ''));
        if (words.length === 1) for (const hit of marked(shown)) expect(isFound(hit, words)).toBe(true);
        if (isFound(text, words)) expect(shown.hits.length).toBeGreaterThan(0);
      }),
    );
  });
});
