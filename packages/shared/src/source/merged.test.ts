import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergedMarks, stretches, type Mark } from './merged.ts';

const mark = (by: string, start: number, end: number, label = 'claim'): Mark => ({ by, start, end, label });

describe('[A-13] marks of several people', () => {
  it('that overlap with one label are one, where at least half of them marked', () => {
    const three = [mark('a', 10, 20), mark('b', 11, 20), mark('c', 10, 24)];
    expect(mergedMarks(three)).toMatchObject([{ start: 10, end: 20, label: 'claim', people: 3 }]);
    expect(mergedMarks([mark('a', 0, 4), mark('b', 2, 6)])).toMatchObject([{ start: 0, end: 6, people: 2 }]);
  });

  it('with other labels, or that only touch, stay apart', () => {
    const marks = [mark('a', 0, 4), mark('b', 0, 4, 'reason'), mark('b', 4, 8), mark('a', 20, 30)];
    expect(mergedMarks(marks).map(({ start, label, people }) => [start, label, people])).toEqual([
      [0, 'claim', 1],
      [0, 'reason', 1],
      [4, 'claim', 1],
      [20, 'claim', 1],
    ]);
  });

  it('are counted stretch by stretch, each person once', () => {
    const marks = [mark('a', 0, 10), mark('a', 5, 10, 'reason'), mark('b', 5, 12), mark('c', 20, 21)];
    expect(stretches(marks)).toEqual([
      { start: 0, end: 5, people: 1 },
      { start: 5, end: 10, people: 2 },
      { start: 10, end: 12, people: 1 },
      { start: 20, end: 21, people: 1 },
    ]);
  });

  it('are each in one merged mark, and each point is counted as it is marked', () => {
    const marks = fc.array(
      fc
        .tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(40), fc.integer({ min: 1, max: 9 }), fc.constantFrom('x', 'y'))
        .map(([by, start, length, label]) => mark(by, start, start + length, label)),
      { maxLength: 12 },
    ); // prettier-ignore
    fc.assert(
      fc.property(marks, (all) => {
        const merged = mergedMarks(all);
        expect(merged.flatMap((one) => one.marks)).toHaveLength(all.length);
        for (const one of merged) {
          expect(one.end).toBeGreaterThan(one.start);
          expect(new Set(one.marks.map(({ label }) => label)).size).toBe(1);
        }
        const found = stretches(all);
        for (let at = 0; at < 50; at++) {
          const here = new Set(all.filter(({ start, end }) => start <= at && at < end).map(({ by }) => by));
          const told = found.filter(({ start, end }) => start <= at && at < end);
          expect(told.map(({ people }) => people)).toEqual(here.size > 0 ? [here.size] : []);
        }
      }),
    );
  });
});
