// What of a text stands in a later one: runs of tokens, found by sentences first, then by stretches of words, then by the
// shortest edit between what was found.
import { commonOnce, hashOf, stretchHashes } from './align.ts';
import { FREE, Links } from './links.ts';
import { PARAGRAPH, SENTENCE, type Tokens } from './tokens.ts';

/** The tokens from `at` on stand from `to` on in the later text. */
export interface Run {
  at: number;
  to: number;
  length: number;
  /** Not longer than what was replaced on either side: that it is in both texts may be chance. */
  isChance: boolean;
  /** Its place in the later text, among those that are not there by chance. */
  rank: number;
}

/** What moved is known by so many tokens that both texts have once, in a run of so many characters. */
const STRETCH = 4;
export const LEAST_MOVED = 8;
/** So far an edit is shifted to a better one of its equal places. */
const MOST_SHIFT = 1_000;

/** Of the passages of a text, how many have begun in front of each token, and how many have ended by then. */
export interface Edges {
  readonly begun: Int32Array;
  readonly ended: Int32Array;
}

export function runsOf(before: Tokens, after: Tokens, edges: Edges): readonly Run[] {
  const links = new Links(before.ids, after.ids);
  linkUnits(links, before, after, PARAGRAPH);
  linkUnits(links, before, after, SENTENCE);
  linkMoved(links, before);
  links.fillGaps(STRETCH, (at) => before.breaks[at - 1] !== PARAGRAPH);
  return judged(shifted(runsIn(links.to), before, after, edges), links);
}

/** Links equal paragraphs or sentences: those in order, and of the others those that are left once on both sides. */
function linkUnits(links: Links, before: Tokens, after: Tokens, size: number): void {
  const [startsA, startsB] = [unitStarts(before, size), unitStarts(after, size)];
  const units = new Links(hashesOf(before, startsA), hashesOf(after, startsB));
  const unitAt = new Map(startsB.map((start, n) => [start, n]));
  for (const [n, start] of startsA.entries()) units.link(n, unitAt.get(links.to[start] ?? FREE) ?? FREE);
  units.fillGaps(1, () => true);
  units.linkLeft();
  for (const [n, to] of units.to.entries()) {
    const [start = 0, end = before.ids.length] = [startsA[n], startsA[n + 1]];
    if (to !== FREE) links.link(start, startsB[to] ?? 0, end - start);
  }
}

/** The first token of each paragraph or sentence. */
function unitStarts({ ids, breaks }: Tokens, size: number): readonly number[] {
  const starts = ids.length > 0 ? [0] : [];
  for (let at = 1; at < ids.length; at++) if ((breaks[at - 1] ?? 0) >= size) starts.push(at);
  return starts;
}

const hashesOf = ({ ids }: Tokens, starts: readonly number[]): Int32Array =>
  Int32Array.from(starts, (start, n) => hashOf(ids, start, starts[n + 1] ?? ids.length));

/** Says of the runs which are there by chance; without them the replacements beside are longer, so that more may be. */
function judged(runs: readonly Run[], links: Links): readonly Run[] {
  let certain = runs;
  let later = withRanks(runs.toSorted(byLater));
  for (;;) {
    const gone = gapsOf(certain, 'at', links.to.length);
    const come = gapsOf(later, 'to', links.from.length);
    const chance = certain.filter((run, n) => {
      const [goneBefore = 0, goneAfter = 0] = [gone[n], gone[n + 1]];
      const [comeBefore = 0, comeAfter = 0] = [come[run.rank], come[run.rank + 1]];
      const isReplaced = goneBefore > 0 && goneAfter > 0 && comeBefore + comeAfter > 0;
      return (
        isReplaced &&
        run.length <= Math.max(goneBefore, comeBefore) &&
        run.length <= Math.max(goneAfter, comeAfter)
      );
    });
    if (chance.length === 0) return runs;
    for (const run of chance) run.isChance = true;
    certain = certain.filter(({ isChance }) => !isChance);
    later = withRanks(later.filter(({ isChance }) => !isChance));
  }
}

/** Sets the ranks of runs in the order of the later text. */
function withRanks(later: readonly Run[]): readonly Run[] {
  for (const [rank, run] of later.entries()) run.rank = rank;
  return later;
}

const byLater = (a: Run, b: Run): number => a.to - b.to;

/** How many tokens lie in no run: in front of each run, and behind the last. */
const gapsOf = (runs: readonly Run[], side: 'at' | 'to', total: number): readonly number[] =>
  [...runs, undefined].map((run, n) => {
    const last = runs[n - 1];
    return (run?.[side] ?? total) - (last ? last[side] + last.length : 0);
  });

/** Words that moved: stretches that both texts have once, as far as they go on alike. */
function linkMoved(links: Links, { starts, ends }: Tokens): void {
  const isFree = (side: Int32Array, from: number): boolean => {
    for (let at = from; at < from + STRETCH; at++) if (side[at] !== FREE) return false;
    return true;
  };
  if (!links.to.includes(FREE) || !links.from.includes(FREE)) return;
  for (const [i, j] of commonOnce(
    stretchHashes(links.before, STRETCH),
    stretchHashes(links.after, STRETCH),
  )) {
    if (!isFree(links.to, i) || !isFree(links.from, j)) continue;
    let [from, to] = [0, 0];
    while (links.canLink(i + to, j + to)) to++;
    while (from > -i && links.canLink(i + from - 1, j + from - 1)) from--;
    if (to < STRETCH || (ends[i + to - 1] ?? 0) - (starts[i + from] ?? 0) < LEAST_MOVED) continue;
    links.link(i + from, j + from, to - from);
  }
}

function runsIn(to: Int32Array): readonly Run[] {
  const runs: Run[] = [];
  let last: Run | undefined;
  for (let at = 0; at < to.length; at++) {
    const there = to[at] ?? FREE;
    if (there === FREE) continue;
    if (last && last.at + last.length === at && last.to + last.length === there) last.length += 1;
    else runs.push((last = { at, to: there, length: 1, rank: 0, isChance: false }));
  }
  return runs;
}

/**
 * Where something was only put in or only taken out there are often several equal places for the edit: A[BA]C is [AB]AC.
 * It is shifted to where it leaves most passages whole, then tears least, then to where it is most like a whole sentence or clause.
 */
function shifted(runs: readonly Run[], before: Tokens, after: Tokens, edges: Edges): Run[] {
  withRanks(runs.toSorted(byLater));
  for (const [n, left] of runs.entries()) {
    const right = runs[n + 1];
    if (right?.rank !== left.rank + 1) continue;
    const [endA, endB] = [left.at + left.length, left.to + left.length];
    const isRemoval = right.to === endB;
    if (!isRemoval && right.at !== endA) continue;
    const [from, to] = isRemoval ? [endA, right.at] : [endB, right.to];
    const tokens = isRemoval ? before : after;
    const costAt = (by: number): number => {
      const harm = harmOf(edges, endA + by, right.at + by);
      return harm * (4 * PARAGRAPH) - breakAt(tokens, from + by) - breakAt(tokens, to + by);
    };
    const by = bestShift(tokens.ids, [from, to], [left.length, right.length], costAt);
    left.length += by;
    right.at += by;
    right.to += by;
    right.length -= by;
  }
  return runs.filter(({ length }) => length > 0);
}

/** What an edit does to passages: `from` and `to` are equal where something was only put in. */
function harmOf({ begun, ended }: Edges, from: number, to: number): number {
  const tornAt = (at: number): number => (begun[at] ?? 0) - (ended[at] ?? 0);
  const hit = (begun[to] ?? 0) - (ended[from] ?? 0);
  const torn = tornAt(from) + (from === to ? 0 : tornAt(to));
  // As many as begun are torn twice at most.
  return hit * (2 * (begun.at(-1) ?? 0) + 1) + torn;
}

const breakAt = ({ breaks }: Tokens, at: number): number => (at === 0 ? PARAGRAPH : (breaks[at - 1] ?? 0));

function bestShift(
  ids: Int32Array,
  [from, to]: readonly [number, number],
  [mostLeft, mostRight]: readonly [number, number],
  costAt: (by: number) => number,
): number {
  let best = 0;
  const look = (by: number): void => {
    if (costAt(by) < costAt(best)) best = by;
  };
  for (let by = -1; by >= -Math.min(mostLeft, MOST_SHIFT) && ids[from + by] === ids[to + by]; by--) look(by);
  for (let by = 0; by < Math.min(mostRight, MOST_SHIFT) && ids[from + by] === ids[to + by]; by++)
    look(by + 1);
  return best;
}
