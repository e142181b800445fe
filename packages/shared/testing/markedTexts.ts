import fc from 'fast-check';
import { RULES } from '../src/source/rules.ts';
import { normalText } from '../src/source/passage.ts';

const words = RULES.flatMap(({ words }) => words).flatMap((word) =>
  word.includes('{n}') ? ['一', '二', '三', '1', '2'].map((n) => word.replace('{n}', n)) : word.split('…'),
);
const signs = '，。；：？\n“”"（）、'.split('');
const others = ['开源很好', '人人都能用', 'they are useful', ' it works ', '他说', '有三点', ', ', '. ', '\u0301', '\u200d', '𠮷', '👨‍👩‍👧']; // prettier-ignore

/** Texts full of words that rules fire at, in any order. */
export const markedTexts: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...signs), fc.constantFrom(...others)), {
    maxLength: 40,
  })
  .map((parts) => normalText(parts.join('')));
