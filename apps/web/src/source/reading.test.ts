import { pointsIn, wordsAt } from '@counterpoint/shared';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { placeOf, readingOf, snapped, widened, wordsOf } from './reading.ts';

const TEXT = '𠮷野说：开源很好。\n\n  家人👨‍👩‍👧来了。“真的？”他问。\nIt costs 3.5 million. Nobody paid.  ';

describe('a reading', () => {
  test('[A-16] numbers the paragraphs, and knows where each stands in code points and on the page', () => {
    const { paragraphs } = readingOf(TEXT, []);
    expect(paragraphs.map(({ number }) => number)).toEqual([1, 2, 3]);
    for (const { start, end, from, to } of paragraphs) {
      expect(wordsAt(TEXT, start, end)).toBe(TEXT.slice(from, to));
      expect(TEXT.slice(from, to).trim()).toBe(TEXT.slice(from, to));
    }
  });

  test('[A-05] tells who speaks where a voice begins', () => {
    const marks = [
      { start: 0, speaker: 'Ann', time: 0 },
      { start: 12, speaker: 'Bo', time: 65_000 },
    ];
    const { paragraphs } = readingOf(TEXT, marks);
    expect(paragraphs.map(({ voice }) => voice?.speaker)).toEqual(['Ann', 'Bo', undefined]);
  });

  test('[A-03] a passage begins and ends between characters as people see them, and at words', () => {
    const at = TEXT.indexOf('👨‍👩‍👧');
    expect(wordsOf(TEXT, snapped(TEXT, at + 1, at + 3) ?? { start: 0, end: 0 })).toBe('👨‍👩‍👧');
    expect(wordsOf(TEXT, snapped(TEXT, 1, 3) ?? { start: 0, end: 0 })).toBe('𠮷野');
    const blank = TEXT.indexOf('\n');
    expect(snapped(TEXT, blank, blank + 3)).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.nat(TEXT.length), (a, b) => {
        const span = snapped(TEXT, a, b);
        if (span) expect(wordsAt(TEXT, span.start, span.end)).toBe(wordsOf(TEXT, span));
        else expect(TEXT.slice(Math.min(a, b), Math.max(a, b)).trim()).toBe('');
      }),
    );
  });

  test('[A-09] grows to whole sentences, and to whole paragraphs', () => {
    const { sentences, paragraphs } = readingOf(TEXT, []);
    const start = pointsIn(TEXT, 0, TEXT.indexOf('真'));
    const one = { start, end: start + 1 };
    expect(wordsOf(TEXT, widened(sentences, one))).toBe('“真的？”他问。');
    expect(wordsOf(TEXT, widened(paragraphs, one))).toBe('家人👨‍👩‍👧来了。“真的？”他问。');
    expect(sentences.every((span) => widened(sentences, span).end === span.end)).toBe(true);
  });

  test('finds the sentence at an offset', () => {
    const { sentences } = readingOf(TEXT, []);
    for (const [i, { start, end }] of sentences.entries()) {
      expect(placeOf(sentences, start)).toBe(i);
      expect(placeOf(sentences, end - 1)).toBe(i);
    }
    expect(placeOf(sentences, 9_999)).toBe(-1);
  });
});
