import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Edition, Marks, SourceText } from '../map/tables/editions.ts';
import { normalText, pointsIn } from '../source/passage.ts';
import { suggest } from '../source/suggest.ts';
import { editionText, onlyPassage } from './talk.ts';
import { talkEn } from './talk-en.ts';
import { talkZh } from './talk-zh.ts';

const talks = [
  ['zh', talkZh],
  ['en', talkEn],
] as const;

describe('a talk as a text', () => {
  it('has a line for each paragraph, and a mark in code points for each turn', () => {
    const turns = [
      { speaker: 'Ann', paragraphs: ['𠮷野家 is full.', 'So I left.'] },
      { speaker: 'Ben', paragraphs: ['Why?'] },
    ];
    expect(editionText({ title: 'Lunch', turns })).toEqual({
      text: '𠮷野家 is full.\nSo I left.\nWhy?\n',
      marks: [
        { start: 0, speaker: 'Ann', time: null },
        { start: 24, speaker: 'Ben', time: null },
      ],
    });
  });

  it('[Q2] gives the passage of words that stand in it once, and of no others', () => {
    expect(onlyPassage('𠮷 is near.', 'is near')).toMatchObject({ start: 2, end: 9, exact: 'is near' });
    for (const words of ['', 'far', 'a', 'aa'])
      expect(() => onlyPassage('aaa, near', words)).toThrow('does not have these words once');
    expect(() => onlyPassage('cafe\u0301', 'cafe')).toThrow();
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1 }), (words) => {
        expect(() => onlyPassage(`${words}. ${words}`, words)).toThrow();
        expect(onlyPassage(`(${words})`, words).start).toBe(1);
      }),
    );
  });
});

describe.each(talks)('the talk in %s', (language, talk) => {
  const { text, marks } = editionText(talk);

  it('is as long as a short talk is', () => {
    const length = language === 'zh' ? pointsIn(text) : text.trim().split(/\s+/).length;
    const [least, most] = language === 'zh' ? [2_700, 3_300] : [1_100, 1_300];
    expect(length).toBeGreaterThanOrEqual(least);
    expect(length).toBeLessThanOrEqual(most);
    expect(text.split('\n').length).toBeGreaterThan(15);
  });

  it('[Q1] is a text that a source may have, told by two voices', () => {
    expect(SourceText.parse(text)).toBe(text);
    expect(normalText(text)).toBe(text);
    expect(Edition.shape.marks.parse(Marks.parse(marks))).toEqual(marks);
    expect(marks.map(({ speaker }) => speaker)).toEqual(talk.turns.map(({ speaker }) => speaker));
    expect(new Set(marks.map(({ speaker }) => speaker)).size).toBe(2);
    expect(marks[0]?.start).toBe(0);
  });

  it('[P-02] is built so that an outline can be suggested: four questions, reasons, examples, turns, an end', () => {
    const found = suggest(text, marks);
    expect(found.length).toBeGreaterThanOrEqual(20);
    const of = (role: string) => found.filter((one) => one.role === role).length;
    expect(of('question')).toBe(4);
    for (const role of ['point', 'reason', 'example', 'contrast', 'conclusion'])
      expect({ role, found: of(role) > 0 }).toEqual({ role, found: true });
  });
});

it('the two talks make the same turns, with as many paragraphs and questions each', () => {
  const shape = (talk: typeof talkZh): unknown =>
    talk.turns.map(({ paragraphs }) => paragraphs.map((one) => /^[^。.]*[？?]$/.test(one)));
  expect(shape(talkEn)).toEqual(shape(talkZh));
});
