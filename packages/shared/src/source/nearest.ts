// The sentence of a text that is most like some words: a hint for a person who looks for a passage that is gone, never
// an anchor.
import { pointsIn } from './passage.ts';

export interface Nearest {
  /** In code points of the text, `end` excluded. */
  readonly start: number;
  readonly end: number;
  /** From 0 to 1: Dice's coefficient of the pairs of characters. */
  readonly likeness: number;
}

/** A sentence with the marks that close it. */
const SENTENCE = /(?:[^。！？!?\n.]|\.(?!\s|$))+(?:[。！？!?.]+[”’」』）》"')\]]*)?/gu;

export function nearest(text: string, words: string): Nearest | undefined {
  const wanted = new Pairs(words.trim());
  let best: { readonly from: number; readonly to: number; readonly likeness: number } | undefined;
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    const from = index + sentence.length - sentence.trimStart().length;
    const to = index + sentence.trimEnd().length;
    const likeness = wanted.likenessTo(text, from, to);
    if (likeness > (best?.likeness ?? 0)) best = { from, to, likeness };
  }
  if (!best) return undefined;
  const start = pointsIn(text, 0, best.from);
  return { start, end: start + pointsIn(text, best.from, best.to), likeness: best.likeness };
}

/** The pairs of neighbouring characters of some words. */
class Pairs {
  private readonly counts = new Map<number, { readonly count: number; left: number; asked: number }>();
  private readonly total: number;
  private asked = 0;

  constructor(words: string) {
    this.total = Math.max(0, words.length - 1);
    for (let at = 0; at < this.total; at++) {
      const pair = pairAt(words, at);
      this.counts.set(pair, { count: (this.counts.get(pair)?.count ?? 0) + 1, left: 0, asked: 0 });
    }
  }

  likenessTo(text: string, from: number, to: number): number {
    this.asked += 1;
    let shared = 0;
    for (let at = from; at < to - 1; at++) {
      const pair = this.counts.get(pairAt(text, at));
      if (!pair) continue;
      if (pair.asked < this.asked) [pair.asked, pair.left] = [this.asked, pair.count];
      if (pair.left > 0) shared += 1;
      pair.left -= 1;
    }
    return shared === 0 ? 0 : (2 * shared) / (this.total + to - from - 1);
  }
}

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
