// The words of rules as expressions, found by the letter they begin with.
import type { Rule } from './rule.ts';
import { CLINGING, past } from './sentenceEnds.ts';
import type { Units } from './sentences.ts';

/** Which one of a row a word announces; `next` where it only says that one more comes. */
export type Ordinal = number | 'next';

export interface Hit extends Units {
  readonly rule: Rule;
  /** What the word announces, if it counts. */
  readonly ordinal: Ordinal | null;
  /** Whether words of the rule may stand in one row with other words of it; those of headings have each their own. */
  readonly word: string;
  /** The second half of a word with a gap. */
  readonly second: Units | null;
}

interface Word {
  readonly rule: Rule;
  readonly word: string;
  readonly begin: RegExp;
  /** What stands behind the gap. */
  readonly second: RegExp | null;
  readonly unless: readonly RegExp[];
}

export interface Place {
  readonly line: boolean;
  readonly sentence: boolean;
  readonly clause: boolean;
}

export interface Lexicon {
  /** The longest word that stands at an index, of those that may stand in such a place. */
  at(text: string, index: number, place: Place): Hit | undefined;
  /** Finds candidates for words that may stand within a clause; undefined where no rule has such words. */
  readonly within: RegExp | undefined;
}

const ZH: string = '一二三四五六七八九十';
const DIGITS: string = '0123456789';
const EN = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
const NUMBER = `([${ZH}]{1,3}|\\d{1,2}|${[...EN, ...ROMAN].toSorted((a, b) => b.length - a.length).join('|')})`;

/** Fixed words that count. */
const COUNTING: Readonly<Record<string, Ordinal>> = {
  ...{ 首先: 1, 其次: 'next', 再次: 'next', '最后，': 'next', 一方面: 1, 另一方面: 'next' },
  ...{ 'first,': 1, firstly: 1, 'first of all': 1, 'to begin with': 1, 'the first reason is': 1 },
  ...{
    'second,': 2,
    secondly: 2,
    'the second reason is': 2,
    'third,': 3,
    thirdly: 3,
    'the third reason is': 3,
  },
  ...{ 'fourth,': 4, fourthly: 4, 'fifth,': 5, fifthly: 5 },
  ...{ 'finally,': 'next', lastly: 'next', 'last but not least': 'next' },
  ...{ 'on the one hand': 1, 'on one hand': 1, 'on the other hand': 'next', 'on the other,': 'next' },
};

/** 三, 十二, 二十, 3, three and III; 0 for none. */
function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const [tens = '', ones] = written.split('十');
  const digit = (sign: string): number => ZH.indexOf(sign) + 1;
  if (ones !== undefined) return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
  if (ZH.includes(written.charAt(0))) return written.length === 1 ? digit(written) : 0;
  const lower = written.toLowerCase();
  return Math.max(EN.indexOf(lower), ROMAN.indexOf(lower)) + 1;
}

/** What stands for the signs of a rule's notation, see Rule. */
function sourceOf(words: string): string {
  if (words === '#') return '#{1,6}(?=[^\\S\\n])';
  const comma = /[，,]$/.test(words);
  const bare = comma ? words.slice(0, -1) : words;
  const source = bare
    .split('{n}')
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '[^\\S\\n]+'))
    .join(NUMBER);
  const whole = /[a-z]$/i.test(bare) || bare.endsWith('{n}') ? "(?![a-zà-ɏ0-9'’-])" : '';
  const number = /[.)]$/.test(bare) ? '(?!\\d)' : '';
  return `${source}${whole}${number}${comma ? '(?=[^\\S\\n]*[，,、：:])' : ''}`;
}

const sticky = (words: string): RegExp => new RegExp(sourceOf(words), 'iuy');

function wordsOf(rule: Rule): readonly Word[] {
  const unless = (rule.unless ?? []).map(sticky);
  return rule.words.map((word) => {
    const [begin = '', second] = word.split('…');
    return {
      rule,
      word,
      begin: sticky(begin),
      second: second ? new RegExp(sourceOf(second), 'iu') : null,
      unless,
    };
  });
}

/** The signs that a word may begin with. */
const firstSigns = ({ word }: Word): readonly string[] =>
  word.startsWith('{n}') ? [...ZH, ...DIGITS] : [word.charAt(0).toLowerCase()];

const isWithin = ({ rule }: Word): boolean => rule.where === 'anywhere' || rule.where === 'in-clause';

function mayStand(word: Word, place: Place): boolean {
  if (isWithin(word)) return true;
  const { where } = word.rule;
  if (where === 'line-initial') return place.line;
  if (where === 'sentence-initial') return place.sentence;
  return where === 'clause-initial' && place.clause;
}

export function lexiconOf(rules: readonly Rule[]): Lexicon {
  const words = rules.filter(({ where }) => where !== 'line-final').flatMap(wordsOf);
  const bySign = new Map<string, Word[]>();
  for (const word of words)
    for (const sign of firstSigns(word)) bySign.set(sign, [...(bySign.get(sign) ?? []), word]);
  const within = words.filter(isWithin).map(({ word }) => sourceOf(word.split('…')[0] ?? ''));
  return {
    within: within.length > 0 ? new RegExp(`(?<![a-zà-ɏ'’-])(?:${within.join('|')})`, 'giu') : undefined,
    at: (text, index, place) => {
      let best: Hit | undefined;
      for (const word of bySign.get(text.charAt(index).toLowerCase()) ?? []) {
        const hit = mayStand(word, place) ? hitAt(text, index, word) : undefined;
        if (hit && hit.to > (best?.to ?? 0)) best = hit;
      }
      return best;
    },
  };
}

const CLINGS = new RegExp(`[${CLINGING}]`, 'uy');
const isClungTo = (text: string, to: number): boolean => past(CLINGS, text, to) > to;
/** No gap of a word is longer, in UTF-16 units. */
const LONGEST_GAP = 80;

function hitAt(text: string, from: number, { rule, word, begin, second, unless }: Word): Hit | undefined {
  begin.lastIndex = from;
  const found = begin.exec(text);
  const to = from + (found?.[0].length ?? 0);
  if (!found || isClungTo(text, to) || unless.some((longer) => past(longer, text, from) > from))
    return undefined;
  const ordinal = found[1] === undefined ? (COUNTING[word] ?? null) : numberOf(found[1]);
  if (ordinal === 0) return undefined;
  if (!second) return { from, to, rule, word, ordinal, second: null };
  const gap = /^[^。！？!?\n]*/.exec(text.slice(to, to + LONGEST_GAP))?.[0] ?? '';
  const behind = second.exec(gap);
  if (!behind || gap.slice(0, behind.index).includes(found[0])) return undefined;
  const start = to + behind.index;
  const end = start + behind[0].length;
  return isClungTo(text, end)
    ? undefined
    : { from, to, rule, word, ordinal, second: { from: start, to: end } };
}
