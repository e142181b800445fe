// Which claims say much the same as some words. A hint for people, who decide: two claims that differ by a "not" or by a
// number are alike here, and are never called the same.
import type { Id } from '../map/id.ts';
import { Table } from '../map/table.ts';
import type { Claim } from '../map/tables/claims.ts';
import { bareWords, dice, gramsOf } from './grams.ts';

/**
 * From here on two claims are shown as alike. Chosen by looking: of the 6,972 pairs within the two sample maps, two reach
 * it, and both are near copies; of the near copies in nearCopies.ts, all that keep the words do.
 */
export const ALIKE = 0.55;

export interface Like {
  readonly claim: Id;
  /** From 0 to 1; 1 only for the same words. */
  readonly score: number;
  /** The same words but for spelling: case, width, punctuation, traditional or simplified. */
  readonly isSame: boolean;
}

/** The most alike first; of equals, by id. */
export const byScore = (a: Like, b: Like): number => b.score - a.score || (a.claim < b.claim ? -1 : 1);

interface Asked {
  readonly most: number;
  /** The score to reach. */
  readonly least?: number;
  /** What is not to be found: the claim that is asked about, or what is not in sight. */
  readonly except?: (claim: Id) => boolean;
}

interface Entry {
  readonly text: string;
  readonly words: string;
  /** By their numbers. */
  readonly grams: Int32Array;
}

/** The claims of a map by their grams. It follows the map from edit to edit; what did not change is not looked at. */
export class Likes {
  private claims: Table<Claim> = Table.empty;
  /** What was looked at in a newer map than that, and not to its end. */
  private readonly ahead = new Set<Id>();
  private readonly entries = new Map<Id, Entry>();
  private readonly numbers = new Map<string, number>();

  /**
   * Yields the claims whose words came, changed or went. Whoever has little time takes some and goes on later, with this
   * or a newer map: what is known already is passed over.
   */
  *follow(claims: Table<Claim>): Generator<Id> {
    for (const id of this.differing(claims)) {
      const claim = claims.get(id);
      // What was removed keeps its words for those who may read them, and says nothing in the map.
      const text = claim && !claim.removed ? claim.text : '';
      if (text === (this.entries.get(id)?.text ?? '')) continue;
      if (text === '') this.entries.delete(id);
      else this.learn(id, text);
      this.ahead.add(id);
      yield id;
    }
    this.claims = claims;
    this.ahead.clear();
  }

  private *differing(claims: Table<Claim>): Generator<Id> {
    yield* [...this.ahead];
    yield* this.claims.changed(claims);
  }

  /** The most alike first. */
  nearest(text: string, { most, least = ALIKE, except = () => false }: Asked): Like[] {
    const words = bareWords(text);
    const grams = gramsOf(words);
    const isAsked = new Uint8Array(this.numbers.size);
    for (const gram of grams) {
      const number = this.numbers.get(gram);
      if (number !== undefined) isAsked[number] = 1;
    }
    const found: Like[] = [];
    for (const [claim, entry] of this.entries) {
      const score = scoreOf(entry, words, grams.size, isAsked);
      if (score >= least && !except(claim)) found.push({ claim, score, isSame: entry.words === words });
    }
    return found.sort(byScore).slice(0, most);
  }

  textOf(claim: Id): string | undefined {
    return this.entries.get(claim)?.text;
  }

  private learn(id: Id, text: string): void {
    const words = bareWords(text);
    const grams = Int32Array.from([...gramsOf(words)].map((gram) => this.numberOf(gram)));
    this.entries.set(id, { text, words, grams });
  }

  private numberOf(gram: string): number {
    const number = this.numbers.get(gram) ?? this.numbers.size;
    this.numbers.set(gram, number);
    return number;
  }
}

/** Other words may have the same grams, in another order. */
const LESS_THAN_SAME = 0.99;

function scoreOf(entry: Entry, words: string, grams: number, isAsked: Uint8Array): number {
  if (entry.words === words) return 1;
  let common = 0;
  // A plain loop: of 10,000 claims, each time somebody stops typing.
  for (const gram of entry.grams) common += isAsked[gram] ?? 0;
  return Math.min(dice(common, grams, entry.grams.length), LESS_THAN_SAME);
}
