// Which items of two sequences stand for each other: items are tokens, or whole sentences and paragraphs by their hashes.
import { align, commonOnce } from './align.ts';

/** In place of an index: the item stands for none. */
export const FREE = -1;

type Range = readonly [number, number];

export class Links {
  /** Where each item stands in the other sequence, or FREE. */
  readonly to: Int32Array;
  readonly from: Int32Array;

  constructor(
    readonly before: Int32Array,
    readonly after: Int32Array,
  ) {
    this.to = new Int32Array(before.length).fill(FREE);
    this.from = new Int32Array(after.length).fill(FREE);
  }

  canLink(at: number, to: number): boolean {
    return this.to[at] === FREE && this.from[to] === FREE && this.before[at] === this.after[to];
  }

  link(at: number, to: number, length = 1): void {
    for (let n = 0; n < length; n++) {
      if (!this.canLink(at + n, to + n)) continue;
      this.to[at + n] = to + n;
      this.from[to + n] = at + n;
    }
  }

  /** Links equal items that are left once on both sides, wherever they are. */
  linkLeft(): void {
    const [before, after] = [freeOf(this.to), freeOf(this.from)];
    const [a, b] = [before.map((at) => this.before[at] ?? 0), after.map((at) => this.after[at] ?? 0)];
    for (const [i, j] of commonOnce(a, b)) this.link(before[i] ?? 0, after[j] ?? 0);
  }

  /**
   * Links what is between linked items, in order. Where its neighbours moved apart it went with one of them: rather with
   * one that it `isJoined` to, as said of the item behind the joint.
   */
  fillGaps(stretch: number, isJoined: (at: number) => boolean): void {
    this.goOn(isJoined);
    const doubtful: (() => void)[] = [];
    for (const { from, end, begin, close } of this.gaps()) {
      const fillLeft = (): void =>
        this.fill([from, freeEnd(this.to, from)], [begin, freeEnd(this.from, begin)], stretch);
      const fillRight = (): void =>
        this.fill([freeBegin(this.to, end), end], [freeBegin(this.from, close), close], stretch);
      if (freeEnd(this.from, begin) === close || isJoined(from)) fillLeft();
      else doubtful.push(fillLeft);
      if (isJoined(end)) fillRight();
      else doubtful.push(fillRight);
    }
    for (const fill of doubtful) fill();
  }

  /** Links what goes on alike beside linked items, before what lies farther off finds one like it there by chance. */
  private goOn(isJoined: (at: number) => boolean): void {
    for (const { from, end, begin, close } of this.gaps()) {
      if (isJoined(from)) for (let n = 0; this.canLink(from + n, begin + n); n++) this.link(from + n, begin + n); // prettier-ignore
      if (isJoined(end)) for (let n = 1; this.canLink(end - n, close - n); n++) this.link(end - n, close - n); // prettier-ignore
    }
  }

  /** What is free, one after another, and between which places of the other sequence its neighbours stand. */
  private *gaps(): Generator<{ from: number; end: number; begin: number; close: number }> {
    for (let from = 0; from < this.to.length; from++) {
      if (this.to[from] !== FREE) continue;
      const end = freeEnd(this.to, from);
      const begin = from === 0 ? 0 : (this.to[from - 1] ?? 0) + 1;
      const close = end === this.to.length ? this.from.length : (this.to[end] ?? 0);
      yield { from, end, begin, close };
      from = end;
    }
  }

  private fill([a0, a1]: Range, [b0, b1]: Range, stretch: number): void {
    if (a0 >= a1 || b0 >= b1) return;
    align(this.before.subarray(a0, a1), this.after.subarray(b0, b1), stretch, (i, j) =>
      this.link(a0 + i, b0 + j),
    );
  }
}

const freeOf = (side: Int32Array): Int32Array =>
  new Int32Array(side.length).map((_, at) => at).filter((at) => side[at] === FREE);

function freeEnd(side: Int32Array, from: number): number {
  let end = from;
  while (side[end] === FREE) end++;
  return end;
}

function freeBegin(side: Int32Array, end: number): number {
  let begin = end;
  while (side[begin - 1] === FREE) begin--;
  return begin;
}
