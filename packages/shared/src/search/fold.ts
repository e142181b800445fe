// The one rule by which two spellings are the same for search: case, width, accents on Latin and Greek letters, traditional
// or simplified do not count, nor do characters that nobody sees. Marks that make another letter (が, й, กำ) do.
import { VARIANT, VARIANTS } from './variants.ts';

/** Counts up when the rule changes: what was written down by an older one is made anew. */
export const FOLD_RULE = 2;

/** Of Latin and Greek letters; beneath what NFD takes apart. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu;
/** Letters that NFD takes for one, and how people write them who have no such key. */
const LIGATURES: ReadonlyMap<string, string> = new Map([['ß', 'ss'], ['æ', 'ae'], ['œ', 'oe'], ['ø', 'o'], ['ł', 'l'], ['đ', 'd'], ['ð', 'd'], ['þ', 'th'], ['ı', 'i']]); // prettier-ignore
const LIGATURE = new RegExp(`[${[...LIGATURES.keys()].join('')}]`, 'gu');

const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** Folded twice is folded once. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(UNSEEN, '')
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize('NFKC')
    .replace(LIGATURE, (letter) => LIGATURES.get(letter) ?? letter)
    .replace(VARIANT, (variant) => VARIANTS.get(variant) ?? variant);

export interface Folded {
  readonly text: string;
  /** Where in the original the character begins that each UTF-16 unit of `text` comes from, and where it ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

// What normal forms put together: the letters of a Hangul syllable, also over what nobody sees, and whatever sits on the character
// before it.
const CLUSTER =
  /(?:[\uac00-\ud7a3]?(?:\p{Default_Ignorable_Code_Point}*[\u1100-\u11ff\u3131-\u318e\uffa0-\uffdc])+|[^])[\p{M}\uff9e\uff9f\p{Default_Ignorable_Code_Point}]*/gu;

/** The same text as `fold`, character by character, with the way back. */
export function foldedWithPlaces(text: string): Folded {
  let folded = '';
  const [starts, ends]: [number[], number[]] = [[], []];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const unit = fold(cluster);
    folded += unit;
    for (let i = 0; i < unit.length; i++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return { text: folded, starts, ends };
}
