// Where passages of an edition stand in a later one. They go through the edit that made the one of the other; nothing is
// looked for by likeness, since words without their 不 are alike and say the opposite.
import { type Anchor } from './anchoring.ts';
import { pointsIn, wordsAt } from './passage.ts';
import { FREE } from './links.ts';
import { LEAST_MOVED, runsOf, type Edges, type Run } from './runs.ts';
import { SENTENCE, tokensOf, type Names, type Tokens } from './tokens.ts';

/** Longer words are not looked for: they have stretches of their own, by which they are found. */
const MOST_SOUGHT = 1_000;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** One anchor for each passage. Offsets are code points, `end` excluded. */
export function reanchor(before: string, after: string, passages: readonly Span[]): readonly Anchor[] {
  const names: Names = new Map();
  const [old, now] = [tokensOf(before, names), tokensOf(after, names)];
  const parts = passages.map((passage) => tokensIn(old, passage));
  const quotes = passages.map(({ start, end }) => wordsAt(before, start, end));
  const later = new LaterText(before, after, old, now, runsOf(old, now, edgesOf(old, parts)));
  return passages.map((passage, n) => {
    const [part, words] = [parts[n], quotes[n]];
    if (!part || words === undefined) return later.gone(0);
    if (part.start === part.end) return later.blank(part.start, passage, words);
    return (
      later.whole(part, passage, words) ??
      later.sole(part, passage, words) ??
      later.torn(part) ??
      later.gone(part.start)
    );
  });
}

/** The tokens of a passage, those it holds a part of too. */
function tokensIn({ starts, ends }: Tokens, { start, end }: Span): Span {
  const from = firstFrom(ends, start + 1);
  return { start: from, end: Math.max(from, firstFrom(starts, end)) };
}

/** The first of the rising numbers that is not below a limit. */
function firstFrom(numbers: ArrayLike<number>, limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function edgesOf({ ids }: Tokens, parts: readonly Span[]): Edges {
  const [begun, ended] = [new Int32Array(ids.length + 2), new Int32Array(ids.length + 2)];
  const count = (list: Int32Array, at: number): void => {
    list[at] = (list[at] ?? 0) + 1;
  };
  for (const { start, end } of parts) {
    if (end <= start) continue;
    count(begun, start + 1);
    count(ended, end);
  }
  for (const list of [begun, ended])
    for (let at = 1; at < list.length; at++) list[at] = (list[at] ?? 0) + (list[at - 1] ?? 0);
  return { begun, ended };
}

/** A later text, and the runs of an earlier one that stand in it. */
class LaterText {
  private readonly runStarts: readonly number[];
  private readonly runEnds: readonly number[];
  /** Where each token of the later text stood, or FREE when it is new there. */
  private readonly from: Int32Array;

  constructor(
    private readonly before: string,
    private readonly after: string,
    private readonly old: Tokens,
    private readonly now: Tokens,
    private readonly runs: readonly Run[],
  ) {
    this.runStarts = runs.map(({ at }) => at);
    this.runEnds = runs.map(({ at, length }) => at + length);
    this.from = new Int32Array(now.ids.length).fill(FREE);
    for (const { at, to, length } of runs) for (let n = 0; n < length; n++) this.from[to + n] = at + n;
  }

  /** A passage whose tokens all stand together. */
  whole({ start, end }: Span, passage: Span, words: string): Anchor | undefined {
    const run = this.runOf(start);
    if (!run || run.isChance || run.at > start || run.at + run.length < end) return undefined;
    const [first, last] = [start - run.at + run.to, end - 1 - run.at + run.to];
    const lead = passage.start - (this.old.starts[start] ?? 0);
    const tail = passage.end - (this.old.ends[end - 1] ?? 0);
    const [from, to] = [this.now.starts[first] ?? 0, this.now.ends[last] ?? 0];
    if (wordsAt(this.after, from + lead, to + tail) === words) return sameAt(from + lead, passage);
    const isOfWholeTokens = lead <= 0 && tail >= 0;
    if (isOfWholeTokens && wordsAt(this.after, from, to) !== undefined)
      return { status: 'typographic', start: from, end: to };
    return this.changed(from, to);
  }

  /** A passage whose words stand in one place only. Many prove it; a few must come from nowhere else, and not all be new. */
  sole(part: Span, passage: Span, words: string): Anchor | undefined {
    const unit = words.length > MOST_SOUGHT ? -1 : this.after.indexOf(words);
    if (unit < 0 || this.after.includes(words, unit + 1)) return undefined;
    if (this.before.includes(words, this.before.indexOf(words) + 1)) return undefined;
    const anchor = sameAt(pointsIn(this.after, 0, unit), passage);
    if (wordsAt(this.after, anchor.start, anchor.end) !== words) return undefined;
    if (anchor.end - anchor.start >= LEAST_MOVED) return anchor;
    const there = tokensIn(this.now, anchor);
    let isProved = false;
    for (let at = there.start; at < there.end; at++) {
      const origin = this.from[at] ?? FREE;
      const isOwn = origin >= part.start && origin < part.end;
      const isWord = this.now.words[at + 1] !== this.now.words[at];
      if (isWord && !isOwn && !this.isNew(at)) return undefined;
      isProved ||= isOwn;
    }
    return isProved ? anchor : { ...anchor, status: 'changed' };
  }

  /** A passage of which something stands, where most of it does. */
  torn({ start, end }: Span): Anchor | undefined {
    let [best, most]: [Span | undefined, number] = [undefined, 0];
    let [group, words, last]: [Span, number, Run | undefined] = [{ start: 0, end: 0 }, 0, undefined];
    for (let n = firstFrom(this.runEnds, start + 1); ; n++) {
      const run = this.runs[n];
      if (!run || run.at >= end) break;
      if (run.isChance) continue;
      if (last && run.rank !== last.rank + 1) words = 0;
      last = run;
      const [from, to] = [Math.max(start, run.at), Math.min(end, run.at + run.length)];
      const more = (this.old.words[to] ?? 0) - (this.old.words[from] ?? 0);
      if (more === 0) continue;
      const there = run.to - run.at;
      const first = from === start ? from + there : this.newFrom(from + there);
      const close = to === end ? to + there : this.newTo(to + there);
      group = { start: words === 0 ? first : group.start, end: close };
      words += more;
      if (words > most) [best, most] = [group, words];
    }
    return best && this.changed(this.now.starts[best.start] ?? 0, this.now.ends[best.end - 1] ?? 0);
  }

  /** A passage of nothing but blanks, which stands where the token in front of it does. */
  blank(at: number, passage: Span, words: string): Anchor {
    const start = passage.start + this.endOf(at) - (this.old.ends[at - 1] ?? 0);
    const end = start + passage.end - passage.start;
    return wordsAt(this.after, start, end) === words ? sameAt(start, passage) : this.gone(at);
  }

  /** A passage whose words are gone: where they were. */
  gone(at: number): Anchor {
    const { start } = this.changed(this.endOf(at), this.endOf(at));
    return { status: 'orphaned', start, end: start };
  }

  /** Where the last token in front of one that stands in the later text ends there. */
  private endOf(at: number): number {
    const run = this.runs[firstFrom(this.runStarts, at) - 1];
    return run ? (this.now.ends[run.to + Math.min(run.length, at - run.at) - 1] ?? 0) : 0;
  }

  /** From where on everything is new up to a token, within its sentence. */
  private newFrom(at: number): number {
    let from = at;
    while (this.isNew(from - 1) && !this.endsSentence(from - 1)) from--;
    return from;
  }

  /** Up to where everything is new from a token on, within its sentence. */
  private newTo(at: number): number {
    let to = at;
    while (this.isNew(to) && !this.endsSentence(to)) to++;
    return to;
  }

  /** Whether a token is there by chance at most. */
  private isNew(at: number): boolean {
    const origin = this.from[at];
    return origin === FREE || (origin !== undefined && this.runOf(origin)?.isChance === true);
  }

  /** The run of a token, or else the next one. */
  private runOf(at: number): Run | undefined {
    return this.runs[firstFrom(this.runEnds, at + 1)];
  }

  private endsSentence(at: number): boolean {
    return (this.now.breaks[at] ?? 0) >= SENTENCE;
  }

  private changed(start: number, end: number): Anchor {
    const length = pointsIn(this.after);
    let [from, to] = [start, end];
    while (from > 0 && from < length && wordsAt(this.after, from, length) === undefined) from--;
    while (to > 0 && to < length && wordsAt(this.after, to, length) === undefined) to++;
    return { status: 'changed', start: from, end: to };
  }
}

const sameAt = (start: number, passage: Span): Anchor => ({
  status: start === passage.start ? 'exact' : 'moved',
  start,
  end: start + passage.end - passage.start,
});
