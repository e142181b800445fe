import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wordsAt } from './passage.ts';
import { reanchor } from './reanchor.ts';

/** What texts are made of, and what operations leave whole: no two of them join to one character or word. */
const HAN =
  '开 源 人 工 智 能 成 本 收 益 维 护 者 社 会 不 是 的 公 共 品 风 险 中 小 企 业 降 低 𠮷野 😀 👨‍👩‍👧 🇨🇳'.split(
    ' ',
  );
const VOCABULARY = [...HAN, ' open', ' GPT-4', ' 3.5', ' the'];
const sentence = fc
  .tuple(fc.shuffledSubarray(VOCABULARY, { minLength: 3, maxLength: 12 }), fc.constantFrom('。', '？', '：'))
  .map(([words, mark]) => [...words, mark]);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.flat());

/** A character or word, with a number of its own that tells what became of it. */
interface Sign {
  readonly char: string;
  readonly id: number;
}
type Text = readonly (readonly Sign[])[];

let nextId = 0;
const signs = (words: readonly string[]): Sign[] => words.map((char) => ({ char, id: nextId++ }));

const place = fc.noBias(fc.nat(10_000));
const operation = fc.oneof(
  fc.record({
    kind: fc.constant('insert'),
    paragraph: place,
    at: place,
    length: fc.constant(0),
    put: paragraph,
  }),
  fc.record({
    kind: fc.constant('delete'),
    paragraph: place,
    at: place,
    length: fc.nat(20),
    put: fc.constant([]),
  }),
  fc.record({ kind: fc.constant('replace'), paragraph: place, at: place, length: fc.nat(10), put: sentence }),
  fc.record({
    kind: fc.constant('move'),
    paragraph: place,
    at: place,
    length: fc.constant(0),
    put: fc.constant([]),
  }),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

function done(text: Text, { kind, paragraph, at, length, put }: Operation): Text {
  const index = paragraph % text.length;
  const line = text[index]!;
  if (kind === 'move') return text.toSpliced(index, 1).toSpliced(at % text.length, 0, line);
  return text.with(index, line.toSpliced(at % (line.length + 1), length, ...signs(put)));
}

const flat = (text: Text): Sign[] =>
  text.flatMap((line, n) => (n === 0 ? line : [{ char: '\n', id: -1 }, ...line]));
const textOf = (list: readonly Sign[]): string => list.map(({ char }) => char).join('');
const points = (text: string): number => [...text].length;
const slice = (text: string, start: number, end: number): string => [...text].slice(start, end).join('');
const occurs = (text: string, words: string): number => text.split(words).length - 1;

const story = fc.record({
  paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 8 }),
  operations: fc.array(operation, { maxLength: 6 }),
  cuts: fc.array(fc.tuple(place, fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 12 }),
});

/** Texts before and after, and of some passages what the operations made of them. */
function played({ paragraphs, operations, cuts }: typeof story extends fc.Arbitrary<infer T> ? T : never) {
  const first: Text = paragraphs.map(signs);
  const [old, now] = [flat(first), flat(operations.reduce(done, first))];
  const [before, after] = [textOf(old), textOf(now)];
  const passages = cuts.map(([at, length]) => {
    const from = at % old.length;
    const part = old.slice(from, from + length);
    const index = now.findIndex(({ id }) => id === part[0]?.id);
    const isWhole = part.every(({ id }, n) => id >= 0 && now[index + n]?.id === id);
    const start = points(textOf(old.slice(0, from)));
    const words = textOf(part);
    const there = isWhole ? points(textOf(now.slice(0, index))) : undefined;
    const around = isWhole ? untouched([old, from], [now, index], length) : '';
    return { start, end: start + points(words), words, there, around };
  });
  return { before, after, passages };
}

type Place = readonly [text: readonly Sign[], at: number];

/** Signs that stand in both texts, with what nobody touched beside them; blanks at its ends prove nothing. */
function untouched([old, from]: Place, [now, index]: Place, length: number): string {
  const isSame = (by: number): boolean => old[from + by] !== undefined && old[from + by]?.id === now[index + by]?.id; // prettier-ignore
  let [left, right] = [0, length];
  while (isSame(left - 1)) left--;
  while (isSame(right)) right++;
  return textOf(old.slice(from + left, from + right)).trim();
}

/** Without marks, spaces and widths. */
const letters = (text: string): string => text.normalize('NFKC').replace(/[\p{P}\s]/gu, '');
/** What is proved by its own words; fewer may be others. */
const LONG = 8;

describe('[A-06] passages in a later edition', () => {
  it('that nobody touched are found where the edit put them', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { before, after, passages } = played(told);
        for (const [n, anchor] of reanchor(before, after, passages).entries()) {
          const { start, end, words, there, around } = passages[n]!;
          const isOnce = (part: string): boolean => occurs(before, part) === 1 && occurs(after, part) === 1;
          if (there === undefined || !isOnce(words)) continue;
          const span = { start: there, end: there + end - start };
          if (end - start >= LONG)
            expect(anchor).toEqual({ status: there === start ? 'exact' : 'moved', ...span });
          // Of a few words beside which nothing stayed either it may be left to a person to say.
          else if ((points(around) >= LONG && isOnce(around)) || ['exact', 'moved'].includes(anchor.status))
            expect(anchor).toMatchObject(span);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('are exact or moved with the same words only, typographic with the same letters only', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { before, after, passages } = played(told);
        for (const [n, { status, start, end }] of reanchor(before, after, passages).entries()) {
          const passage = passages[n]!;
          const words = slice(after, start, end);
          if (status === 'exact') expect(start).toBe(passage.start);
          if (status === 'exact' || status === 'moved') expect(words).toBe(passage.words);
          if (status === 'typographic') expect(letters(words)).toBe(letters(passage.words));
          if (status === 'orphaned') expect(words).toBe('');
          else expect(wordsAt(after, start, end)).toBe(words);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('with one character changed, and nothing else, are changed or gone', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 5 }),
        place,
        place,
        (paragraphs, at, which) => {
          const old = flat(paragraphs.map(signs));
          const index = at % old.length;
          fc.pre(/\p{L}/u.test(old[index]!.char));
          const now = old.with(index, { id: -2, char: which % 2 === 0 ? '变' : '' });
          const [before, after] = [textOf(old), textOf(now)];
          const start = points(textOf(old.slice(0, Math.max(0, index - (which % 7)))));
          const end = points(textOf(old.slice(0, index + 1 + (which % 5))));
          const [anchor] = reanchor(before, after, [{ start, end }]);
          fc.pre(!after.includes(slice(before, start, end)));
          expect(['changed', 'orphaned']).toContain(anchor?.status);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('are found in one of the five ways in any text', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        'a',
        '开',
        '。',
        ' ',
        '\n',
        '\ud83d',
        '\ude00',
        '\u200d',
        '\u0301',
        '\ufe0f',
        '\u0600',
        '🇨',
        '👨',
        '\u1100',
      ),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    );
    const text = fc.array(unit, { maxLength: 30 }).map((units) => units.join(''));
    const offset = fc.integer({ min: -2, max: 40 });
    const passages = fc.array(fc.record({ start: offset, end: offset }), { maxLength: 8 });
    fc.assert(
      fc.property(text, text, passages, fc.nat(30), (a, b, list, at) => {
        const [before, after] = [a, at % 2 === 0 ? b : a.slice(0, at) + b + a.slice(at)];
        for (const [n, { status, start, end }] of reanchor(before, after, list).entries()) {
          const words = wordsAt(before, list[n]!.start, list[n]!.end);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(points(after));
          if (status === 'exact' || status === 'moved') expect(wordsAt(after, start, end)).toBe(words);
          if (status === 'orphaned') expect(start).toBe(end);
          else expect(wordsAt(after, start, end)).toBeDefined();
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
