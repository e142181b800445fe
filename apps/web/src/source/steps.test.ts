import { describe, expect, test } from '@jest/globals';
import type { Span } from '@counterpoint/shared';
import { readingOf, wordsOf } from './reading.ts';
import { stepOf, stepped, type Step } from './steps.ts';

const TEXT = '河水上涨。大桥不应修。\n船便宜！渡口应当保留。';
const reading = readingOf(TEXT, []);
const words = (span: Span | undefined | null) => span && wordsOf(TEXT, span);

function after(...steps: readonly Step[]): string | null | undefined {
  let chosen: Span | null = null;
  for (const step of steps) chosen = stepped(reading, step, chosen) ?? chosen;
  return words(chosen);
}

describe('choosing by keys', () => {
  test('[A-09] goes by sentences across paragraphs, and stops at either end', () => {
    expect(after('next-sentence')).toBe('河水上涨。');
    expect(after('next-sentence', 'next-sentence', 'next-sentence')).toBe('船便宜！');
    expect(after('next-sentence', 'last-sentence')).toBe('河水上涨。');
    expect(after(...Array.from({ length: 9 }, (): Step => 'next-sentence'))).toBe('渡口应当保留。');
  });

  test('[A-09] takes one more sentence, or one less, and whole paragraphs', () => {
    expect(after('next-sentence', 'one-more')).toBe('河水上涨。大桥不应修。');
    expect(after('next-sentence', 'one-more', 'one-less')).toBe('河水上涨。');
    expect(after('next-sentence', 'one-less')).toBe('河水上涨。');
    expect(after('next-paragraph')).toBe('河水上涨。大桥不应修。');
    expect(after('next-paragraph', 'next-paragraph')).toBe('船便宜！渡口应当保留。');
  });

  test('[A-09] one key makes a few words whole sentences', () => {
    expect(words(stepped(reading, 'whole-sentences', { start: 7, end: 9 }))).toBe('大桥不应修。');
  });

  test('begins where one reads', () => {
    expect(words(stepped(reading, 'next-sentence', null, 14))).toBe('船便宜！');
  });

  test('keys', () => {
    expect(stepOf({ key: 'ArrowDown', shiftKey: true })).toBe('one-more');
    expect(stepOf({ key: 'x', shiftKey: false })).toBeUndefined();
  });
});
