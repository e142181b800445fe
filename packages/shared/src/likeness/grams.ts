// What of two texts is compared to say how much alike they are: where words are written without spaces, their characters
// and pairs of neighbouring characters; elsewhere the threes of each word, its ends among them, for pairs of letters tell
// hardly anything.
import { fold } from '../search/fold.ts';
import { wordsIn } from '../search/pairs.ts';

const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々';
/** Stretches of one way of writing: "DeepSeek的模型" are two. */
const RUNS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED} ]+`, 'gu');
const isUnspaced = (run: string): boolean => new RegExp(`^[${UNSPACED}]`, 'u').test(run);

/** Spaces that part no words: beside what is written without any. */
const IDLE = new RegExp(`(?<=[${UNSPACED}]) | (?=[${UNSPACED}])`, 'gu');

/** The words of a text as they count: spelling, case, width, punctuation and idle spaces do not. Of signs alone, the signs. */
export function bareWords(text: string): string {
  const words = wordsIn(text);
  return words.length > 0 ? words.join(' ').replace(IDLE, '') : fold(text).replace(/\s/gu, '');
}

/** The distinct grams of bare words. A foreign name in a text without spaces is one, whatever its length. */
export function gramsOf(words: string): ReadonlySet<string> {
  const grams = new Set<string>();
  const runs = words.match(RUNS) ?? [];
  const [unspaced, spaced] = [runs.filter(isUnspaced), runs.filter((run) => !isUnspaced(run))];
  for (const run of unspaced) {
    addEach(grams, run, 1);
    addEach(grams, run, 2);
  }
  const isForeign = unspaced.join('').length >= spaced.length;
  for (const run of spaced)
    if (isForeign) grams.add(run);
    else addEach(grams, ` ${run} `, 3);
  return grams;
}

function addEach(grams: Set<string>, run: string, length: number): void {
  for (let end = length; end <= run.length; end++) grams.add(run.slice(end - length, end));
}

/** Dice's coefficient, from 0 to 1, of two sets of so many grams that have so many in common. */
export const dice = (common: number, one: number, other: number): number =>
  common === 0 ? 0 : (2 * common) / (one + other);
