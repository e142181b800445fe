// Passwords that guessers try first: of 17,950 long enough ones seen in leaks, and of words that they are made of.
import { bareWord } from '@counterpoint/shared';
import { dictionary } from '@zxcvbn-ts/language-common';

const common = new Set(dictionary['passwords-common']);
/** A year, or a few signs, at the end makes no password of a common word. */
const END = /[^\p{L}]{1,6}$/u;

/** Whether the password is a common one, in any case and width, or one with a year at its end. */
export function isCommonPassword(password: string): boolean {
  const word = password.normalize('NFKC').toLowerCase();
  return [word, word.replace(END, ''), bareWord(word)].some((tried) => common.has(tried));
}
