// Whose words a span of the text holds. The id of a span is often that of another database (formats in the field: of
// 842 spans in one corpus no id matched, but 834 of their words did), so the words decide, and the id where they cannot.
import type { Voice } from './aifSpeech.ts';
import type { GraphClaim } from '../graph/graph.ts';

/** So many characters at the beginning of a word find the sentences that have them. */
const KEY = 12;
/** Sentences that are looked at for one span; more have the same beginning only where it tells nothing. */
const MOST_ALIKE = 50;

interface Heard {
  readonly id: string;
  readonly words: string;
  readonly claims: readonly string[];
}

export class Voices {
  private readonly byId = new Map<string, Heard>();
  private readonly byWords = new Map<string, Heard>();
  private readonly heard: readonly Heard[];
  private byBeginning: Map<string, Heard[]> | undefined;

  /** A file of ours is trusted with its ids: a paraphrase has other words than its passage. */
  constructor(
    voices: readonly Voice[],
    claims: readonly GraphClaim[],
    private readonly isOurs: boolean,
  ) {
    const told = (words: string): string => (isOurs ? '' : bare(words));
    const spoken = voices.map(({ id, words, claims: keys }) => ({ id, words: told(words), claims: keys }));
    const written = claims.map(({ key, text }) => ({ id: key, words: told(text), claims: [key] }));
    // What was said comes closer to the text than the claim that was made of it.
    this.heard = [...spoken.filter(({ claims: keys }) => keys.length > 0), ...written];
    for (const one of this.heard) {
      if (!this.byId.has(one.id)) this.byId.set(one.id, one);
      if (!this.byWords.has(one.words)) this.byWords.set(one.words, one);
    }
  }

  /** Keys of the claims that a span belongs to; none where neither words nor id tell. */
  claimsOf(id: string, exact: string): readonly string[] {
    const named = this.byId.get(id) ?? this.byId.get(id.replace(/^node_?/i, ''));
    if (this.isOurs) return named?.claims ?? [];
    const words = bare(exact);
    if (words === '') return [];
    const found = named?.words.includes(words)
      ? named
      : (this.byWords.get(words) ?? this.within(words) ?? named);
    return found?.claims ?? [];
  }

  /** The first voice whose words hold these, from the beginning of a word on. */
  private within(words: string): Heard | undefined {
    this.byBeginning ??= beginningsOf(this.heard);
    return this.byBeginning.get(words.slice(0, KEY))?.find((one) => one.words.includes(words));
  }
}

const BEGINNING = /(?<![\p{L}\p{N}])[\p{L}\p{N}]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

function beginningsOf(heard: readonly Heard[]): Map<string, Heard[]> {
  const byBeginning = new Map<string, Heard[]>();
  for (const one of heard) {
    for (const { index } of one.words.matchAll(BEGINNING)) {
      const key = one.words.slice(index, index + KEY);
      const alike = byBeginning.get(key);
      if (!alike) byBeginning.set(key, [one]);
      else if (alike.length < MOST_ALIKE) alike.push(one);
    }
  }
  return byBeginning;
}

const SIGN = /[\s\p{P}\0]/u;

/** Without what tools change in passing: case, white space, and punctuation at either end. */
function bare(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && SIGN.test(text[from] ?? '')) from++;
  while (to > from && SIGN.test(text[to - 1] ?? '')) to--;
  return text
    .slice(from, to)
    .replace(/[\s\0]+/g, ' ')
    .toLowerCase();
}
