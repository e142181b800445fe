// Where two claims of nearly the same words may say opposite things: a "not" more, or another number. It looks at words
// alone, and warns a person who is about to take one for the other.
import { bareWords } from './grams.ts';

/** Words in which the character of a negation says no no. */
const NOT_A_NO =
  /非常|未来|无论|不但|不仅|不过|不断|不同|别人|区别|特别|分别|个别|级别|类别|差别|性别|识别|莫名|除非|否则/gu;
const NO =
  /[不没无非未勿莫别否]|\b(?:no|not|never|nor|none|neither|without|cannot|nothing|nobody|\w+n t)\b/gu;
/** In figures, or written out with more than one character or before a hundred and the like: 一 alone is hardly ever one. */
const NUMBER = /\d+|[〇零一二两三四五六七八九十百千万亿]{2,}|[二两三四五六七八九十]/gu;

export function mayTurn(one: string, other: string): boolean {
  const [a, b] = [bareWords(one), bareWords(other)];
  return noes(a) % 2 !== noes(b) % 2 || numbers(a) !== numbers(b);
}

const noes = (words: string): number => words.replace(NOT_A_NO, '').match(NO)?.length ?? 0;

const numbers = (words: string): string => (words.match(NUMBER) ?? []).sort().join(' ');
