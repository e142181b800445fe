import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toTheEnd } from '../../testing/toTheEnd.ts';
import { findQuote, normalText, passageAt } from './passage.ts';

const texts = fc
  .array(fc.constantFrom('开源', '不', '是', 'open ', '𠮷', '😀', '👨‍👩‍👧', 'é', '。', '\n', 'e\u0301', 'a'), {
    minLength: 1,
    maxLength: 40,
  })
  .map((parts) => normalText(parts.join('')));

describe('passages', () => {
  it('[A-02] the slice by code points is the passage, and its words find it again', () => {
    fc.assert(
      fc.property(texts, fc.nat(60), fc.nat(60), (text, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b) + 1];
        const passage = passageAt(text, start, end);
        if (!passage.ok) return;
        const { exact, prefix, suffix } = passage.value;
        expect([...text].slice(start, end).join('')).toBe(exact);
        expect(text).toContain(prefix + exact + suffix);
        expect(findQuote(text, passage.value)).toEqual(passage.value);
      }),
      { numRuns: 500 },
    );
  });

  it('finds the one with the context, then the nearest, never one that is not there', () => {
    const text = '公开。开放。公开了。公开，';
    expect(findQuote(text, { exact: '公开', suffix: '了' })?.start).toBe(6);
    expect(findQuote(text, { exact: '公开', start: 9 })?.start).toBe(10);
    expect(findQuote(text, { exact: '公开' })?.start).toBe(0);
    expect(findQuote(text, { exact: '公共' })).toBeUndefined();
    expect(findQuote(text, { exact: '' })).toBeUndefined();
  });

  it('comes to an end in a long text of one repeated sign', () => {
    const text = '开'.repeat(100_000);
    const starts = Array.from({ length: 1_000 }, (_, i) => 50_000 + i);
    const found = (start: number) => findQuote(text, { exact: '开'.repeat(10), prefix: '开', start })?.start;
    expect(toTheEnd(() => starts.map(found))).toEqual(starts);
  });
});
