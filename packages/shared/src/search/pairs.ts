// What the index of the server holds of a text: its pairs of neighbouring characters. Chinese has no spaces to part words
// by, and its words are mostly two characters long.
import { fold } from './fold.ts';

/** Parts of a text between punctuation and spaces, folded. */
export const wordsIn = (text: string): string[] => fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** A text is found when all of these stand in it, wherever. */
export const wordsOfQuery = (query: string): string[] => [...new Set(wordsIn(query))];

/**
 * The distinct pairs of neighbouring UTF-16 units within the words of a text, as signed 32-bit numbers, in order: the first
 * unit in the upper half. A word of one character has none.
 */
export function pairsIn(text: string): number[] {
  const pairs = new Set<number>();
  for (const word of wordsIn(text))
    for (let i = 1; i < word.length; i++) pairs.add((word.charCodeAt(i - 1) << 16) | word.charCodeAt(i));
  return [...pairs].sort((a, b) => a - b);
}

/** Whether the text has every word of the query. Its pairs then are among those of the text. */
export function isFound(text: string, words: readonly string[]): boolean {
  const folded = fold(text);
  return words.every((word) => folded.includes(word));
}
