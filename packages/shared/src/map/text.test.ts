import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { optionalText, PersonName, personText, roomFor } from './text.ts';

const accepts = (text: unknown, most = 10): boolean => personText(most).safeParse(text).success;

describe('text of people', () => {
  it('[M2] keeps every language and emoji as it is', () => {
    const texts = ['河水上涨', 'naïve', '👩‍👩‍👧', '𠮷野家', 'a\nb\tc', ' spaced ', 'می‌خواهم', '❤️'];
    expect(texts.map((text) => personText(10).safeParse(text).data)).toEqual(texts);
  });

  it('[M2] is counted in code points', () => {
    expect([accepts('𠮷'.repeat(10)), accepts('𠮷'.repeat(11)), accepts('x'.repeat(11))]).toEqual([
      true,
      false,
      false,
    ]);
    expect(accepts('x'.repeat(100_000), 10_000)).toBe(false);
  });

  it('[M2] tells what is too much by the count that refuses it, in characters that a reader takes off', () => {
    const room = roomFor(10);
    expect(['', ' 中文 ', 'x'.repeat(10), 'x'.repeat(13), `${'x'.repeat(9)}👩‍👩‍👧e\u0301`].map(room)).toEqual([
      10, 8, 0, -3, -2,
    ]);
    const text = fc.array(fc.constantFrom('a', '中', '𠮷', '👩‍👩‍👧', 'e\u0301', ' ', '\n'), { maxLength: 24 });
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(text, (parts) => {
        const written = parts.join('').trim();
        const over = Math.max(0, -room(written));
        expect(over === 0).toBe(optionalText(10).safeParse(written).success);
        const characters = [...segmenter.segment(written)].map(({ segment }) => segment);
        const cut = (less: number) => characters.slice(0, characters.length - less).join('');
        expect(optionalText(10).safeParse(cut(over)).success).toBe(true);
        if (over > 0) expect(optionalText(10).safeParse(cut(over - 1)).success).toBe(false);
      }),
    );
  });

  it('[M2] has at least one visible character', () => {
    const blank = ['', ' ', '\n\t', '　', '\u200b', '\u00ad', '\u2060 \u200d', '\u3164', '\u2800', '\ufe0f'];
    expect(blank.filter((text) => accepts(text))).toEqual([]);
    expect(optionalText(10).safeParse('').success).toBe(true);
  });

  it('[M2] holds no NUL, no other control and no lone surrogate', () => {
    const bad = [
      'a\u0000',
      'a\u001b[31m',
      'a\r\nb',
      'a\u007f',
      'a\u0085b',
      '\ud83d',
      'a\udc00b',
      '\udc00\ud800',
    ];
    expect(bad.filter((text) => accepts(text) || optionalText(10).safeParse(text).success)).toEqual([]);
    expect([1, null, undefined, {}, ['a']].filter((value) => accepts(value))).toEqual([]);
  });
});

describe('a display name', () => {
  it('[M3] is one line in NFC', () => {
    expect(PersonName.parse('  Ame\u0301lie \n  Müller ')).toBe('Amélie Müller');
    expect(PersonName.parse('小明 ❤️')).toBe('小明 ❤️');
  });

  it('[M3] hides nothing and turns nothing around', () => {
    const bad = [
      'Al\u200bice',
      'Al\u00adice',
      'Al\u034fice',
      'Al\u202eice',
      'Al\u2066ice',
      '\u180eAlice',
      'Al\u{e0041}ice',
      'Alice\u3164',
      'Alice\u2800',
      'Alice\ufe0f',
    ];
    expect(bad.filter((name) => PersonName.safeParse(name).success)).toEqual([]);
  });
});
