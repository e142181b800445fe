import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toTheEnd } from '../../testing/toTheEnd.ts';
import { hunksOf, mergeTexts, pieces } from './text-merge.ts';

const CASES: readonly (readonly [
  name: string,
  base: string,
  theirs: string,
  mine: string,
  merged: string | undefined,
])[] = [
  [
    'words far apart',
    'the river rises fast',
    'The river rises fast',
    'the river rises slowly',
    'The river rises slowly',
  ],
  ['the same word', 'the dog barks', 'the cat barks', 'the cow barks', undefined],
  ['the same change', 'the dog barks', 'the cat barks', 'the cat barks', 'the cat barks'],
  ['parts of one word', 'raining', 'rainings', 'draining', undefined],
  ['Chinese characters far apart', '河水上涨很快', '黄河水上涨很快', '河水上涨得很快', '黄河水上涨得很快'],
  ['Chinese characters that touch', '河水上涨', '江水上涨', '河流上涨', undefined],
  ['two insertions at one place', 'a b', 'a x b', 'a y b', undefined],
  ['one insertion made twice, and one more', 'a b', 'x a b', 'x a b y', 'x a b y'],
  ['a removal and an addition', 'one two three', 'two three', 'one two three four', 'two three four'],
  ['emoji of several code points', '👩‍👩‍👧 and 👍🏽 here', '👨‍👩‍👦 and 👍🏽 here', '👩‍👩‍👧 and 👍🏿 here', '👨‍👩‍👦 and 👍🏿 here'],
  ['everything removed against a change', 'a b', '', 'a c', undefined],
];

/** Texts that share much, so that merges are often clean; now and then any string, lone surrogates too. */
const words = fc.array(fc.constantFrom('a', 'bc', ' ', '河', '水', '。', '👩‍👩‍👧', 'é', '\n', '1'), {
  maxLength: 12,
});
const spliced = (base: string[]) =>
  fc
    .tuple(
      fc.nat({ max: base.length }),
      fc.nat({ max: 2 }),
      fc.array(fc.constantFrom('x', ' ', '山', '🙂'), { maxLength: 2 }),
    )
    .map(([at, length, put]) => base.toSpliced(at, length, ...put).join(''));
const related = words.chain((base) => fc.tuple(fc.constant(base.join('')), spliced(base), spliced(base)));
const anyText = fc.string({ unit: 'binary', maxLength: 20 });
const triple = fc.oneof(
  { weight: 4, arbitrary: related },
  { weight: 1, arbitrary: fc.tuple(anyText, anyText, anyText) },
);
const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text);
const runs = { numRuns: 500 };

describe('mergeTexts', () => {
  it.each(CASES)('[E9] merges %s', (_, base, theirs, mine, merged) => {
    expect(mergeTexts(base, theirs, mine)).toBe(merged);
    expect(mergeTexts(base, mine, theirs)).toBe(merged);
  });

  it('[E9] answers the same whoever came first', () => {
    fc.assert(
      fc.property(triple, ([base, a, b]) => {
        expect(mergeTexts(base, a, b)).toBe(mergeTexts(base, b, a));
      }),
      runs,
    );
  });

  it('[E9] keeps a change that stands alone', () => {
    fc.assert(
      fc.property(triple, ([base, a]) => {
        expect([mergeTexts(base, a, base), mergeTexts(base, base, a), mergeTexts(base, a, a)]).toEqual([
          a,
          a,
          a,
        ]);
      }),
      runs,
    );
  });

  it('[E9] adds and takes away as many characters as both changes together', () => {
    fc.assert(
      fc.property(related, ([base, a, b]) => {
        const merged = mergeTexts(base, a, b);
        const changes = [a, b].map((text) =>
          hunksOf(pieces(base), pieces(text)).map((hunk) => JSON.stringify(hunk)),
        );
        // What both changed alike is done once.
        const alike = changes[0]?.some((change) => changes[1]?.includes(change));
        if (merged !== undefined && !alike) expect(merged.length).toBe(a.length + b.length - base.length);
      }),
      runs,
    );
  });

  it('[M2] makes no lone surrogate out of whole texts, and takes any text', () => {
    fc.assert(
      fc.property(triple, ([base, a, b]) => {
        const merged = mergeTexts(base, a, b);
        if (merged !== undefined && [base, a, b].every(isWhole)) expect(isWhole(merged)).toBe(true);
      }),
      runs,
    );
  });

  it('[E9] comes to an end with the longest texts, and merges changes at both ends of them', () => {
    const same = '的'.repeat(9_990);
    const mixed = '的了是'.repeat(3_300);
    expect(toTheEnd(() => mergeTexts(same, `甲${same}`, `${same}乙`))).toBe(`甲${same}乙`);
    const [a, b] = ['的的了'.repeat(3_300), `${'是了'.repeat(4_900)}。`];
    expect(toTheEnd(() => mergeTexts(mixed, a, b))).toBeUndefined();
  });
});
