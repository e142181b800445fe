import { describe, expect, it } from '@jest/globals';
import { MOST_FILE_BYTES } from '../format.ts';
import fc from 'fast-check';
import { withPlainPatterns } from '../../../testing/plainPatterns.ts';
import { readAs, verdictOf } from '../../../testing/readAs.ts';
import { brat } from './brat.ts';

const TEXT = 'Cars should leave. Fumes 😀 make people ill.\r\nBut shops may close. So, cars out!';
/** Offsets of words, in code points as brat counts. */
const at = (words: string): string => {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return `${start} ${start + [...words].length}`;
};
const span = (id: string, type: string, ...words: readonly string[]): string =>
  `${id}\t${type} ${words.map(at).join(';')}\t${words.join(' ')}`;
const beside = (extension: string): string | undefined => (extension === 'txt' ? TEXT : undefined);
const file = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

const ESSAY = [
  span('T1', 'MajorClaim', 'Cars should leave'),
  span('T2', 'Claim', 'Fumes 😀 make people ill'),
  span('T3', 'Claim', 'shops may close'),
  span('T4', 'Premise', 'Fumes', 'people ill'),
  'A1\tStance T2 For',
  'A2\tStance T3 Against',
  'R1\tsupports Arg1:T4 Arg2:T2\t',
];

describe('brat standoff', () => {
  withPlainPatterns();
  it('is read with the text beside: spans are claims that quote it, stances and relations are arguments', () => {
    const { picture, told, content } = readAs(brat, file(...ESSAY), { beside, name: 'essay001.ann' });
    expect(picture).toBe(
      'Cars should leave\n  + Fumes 😀 make people ill\n    + Fumes people ill\n  - shops may close',
    );
    expect(told).toEqual({});
    expect(content.info.title).toBe('essay001');
    expect(content.sources.map(({ title }) => title)).toEqual(['essay001']);
    expect(content.editions.map(({ text }) => text)).toEqual([TEXT.replace('\r', '')]);
    expect(content.quotations.map(({ exact, bearing, start }) => [exact, bearing, start])).toEqual([
      ['Cars should leave', 'verbatim', 0],
      ['Fumes 😀 make people ill', 'verbatim', 19],
      ['shops may close', 'verbatim', 48],
      ['Fumes', 'paraphrase', 19],
      ['people ill', 'paraphrase', 32],
    ]);
  });

  it('is read without the text, which is then known by what is quoted', () => {
    const { picture, told, content } = readAs(brat, file(...ESSAY), { name: 'essay001.ann' });
    expect(picture).toBe(
      'Cars should leave\n  + Fumes 😀 make people ill\n    + Fumes people ill\n  - shops may close',
    );
    expect(told).toEqual({ 'quoted-sources': 1 });
    expect(content.quotations).toHaveLength(4);
  });

  it('trusts the words where offsets mean another text', () => {
    const wrong = file(
      'T1\tMajorClaim 5 22\tCars should leave',
      'T2\tClaim 900 910\tshops may close',
      'T3\tClaim 0 4\tnot there at all',
    );
    const { content, told } = readAs(brat, wrong, { beside, name: 'x.ann' });
    expect(content.claims.map(({ text }) => text)).toEqual([
      'Cars should leave',
      'shops may close',
      'not there at all',
    ]);
    expect(content.quotations.map(({ start }) => start)).toEqual([0, 48]);
    expect(told).toEqual({ unanchored: 1 });
  });

  it('keeps a thesis said twice, and speaks to the first', () => {
    const { picture, losses } = readAs(brat, file(...ESSAY, span('T5', 'MajorClaim', 'cars out')), {
      beside,
    });
    expect(picture).toBe(
      'Cars should leave\n  + Fumes 😀 make people ill\n    + Fumes people ill\n  - shops may close\ncars out',
    );
    expect(losses).toEqual([{ kind: 'rephrases', count: 1, where: ['line 8'] }]);
  });

  it('keeps notes as comments', () => {
    const { content, told } = readAs(
      brat,
      file(...ESSAY, '#1\tAnnotatorNotes T2\tvery true', '#2\tAnnotatorNotes R1\tan example'),
      { beside },
    );
    expect(content.comments.map(({ text }) => text)).toEqual(['very true', 'an example']);
    expect(told).toEqual({});
  });

  it.each([
    ['E1\tAttack:T1 Agent:T2', 'unknown'],
    ['N1\tReference T1 Wikipedia:12\tx', 'unknown'],
    ['A3\tNegation T1', 'unknown'],
    ['A3\tStance T9 For', 'unknown'],
    ['A3\tStance T1 For', 'dangling'],
    ['T9\tClaim x y\tz', 'unknown'],
    ['T9\tPerson 0 4\tCars', 'unknown'],
    ['R9\tsupports Arg1:T1 Arg2:T9', 'dangling'],
    ['R9\tparts_of_same Arg1:T1 Arg2:T2', 'relations'],
    ['R9\tsemantically_same Arg1:T1 Arg2:T2', 'rephrases'],
    ['*\tEquiv T1 T2', 'rephrases'],
    ['#9\tAnnotatorNotes T9\tx', 'unknown'],
    ['T1\tClaim 0 4\tCars', 'duplicates'],
  ])('tells %j as %s', (line, kind) => {
    const { losses } = readAs(brat, file(...ESSAY, line), { beside });
    expect(losses).toEqual([{ kind, count: 1, where: ['line 8'] }]);
  });

  it('is known by its spans, and refused where it is something else', () => {
    expect(brat.looksLike?.(file(...ESSAY), 'x')).toBe(true);
    expect(brat.looksLike?.(`\ufeffT1\tClaim 0 5;8 10\tx\r\n`, 'x')).toBe(true);
    expect(brat.looksLike?.('T1: a claim\n', 'x.ann')).toBe(false);
    expect(verdictOf(brat, 'T1\tClaim 0 1\tx\nhello\tthere')).toBe('invalid: line 2: is no line of brat');
    expect(verdictOf(brat, ' '.repeat(MOST_FILE_BYTES + 1))).toContain('too-large');
  });

  it('does not grow when it is read: spans of millions of parts, or each of the whole text', () => {
    expect(verdictOf(brat, file(`T1\tClaim ${'0 5;'.repeat(2_000_000)}0 5\tx`))).toBe('ok');
    const whole = Array.from({ length: 3_000 }, (_, i) => `T${i}\tClaim 0 10000\t`);
    const text = Array.from({ length: 1_000 }, (_, i) => `word ${i}`).join(', ');
    const { content } = readAs(brat, file(...whole), { beside: () => text.padEnd(10_000, '.') });
    const length = content.claims.reduce((all, claim) => all + claim.text.length, 0);
    expect(length).toBeLessThan(20 * 10_000 + 3_001);
  });

  it('is never thrown by, whatever stands in it', () => {
    const part = fc.constantFrom('T1', 'T2', 'R1', 'A1', '#1', '*', '\t', ' ', '\n', 'Claim', 'MajorClaim', '0 4', '5;9 2', 'supports', 'Arg1:T1', 'Arg2:T2', 'Stance', 'For', '99999999999999999999'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.boolean(), (parts, isAlone) => {
        expect(verdictOf(brat, parts.join(''), isAlone ? {} : { beside })).toMatch(/^(ok|invalid: )/);
      }),
      { numRuns: 500 },
    );
  });
});
