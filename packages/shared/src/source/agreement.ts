// How far people agree who marked a text without seeing one another's marks.
import type { Span } from './sentences.ts';

/** A stretch that someone marked, and as what. */
export interface Unit extends Span {
  readonly label: string;
}

/** All that one person marked; `finished` once they said so. */
export interface Coding {
  readonly units: readonly Unit[];
  readonly finished: boolean;
}

/** Why there is no figure: fewer than two people, nobody marked anything, or nothing could have been marked otherwise. */
export type NoAlpha = 'few-annotators' | 'no-units' | 'no-variation';

export interface Alpha {
  /** 1 for the same marks, 0 for no more agreement than by chance; null where there is no figure. */
  readonly alpha: number | null;
  readonly why: NoAlpha | null;
  readonly observed: number;
  readonly expected: number;
}

export interface Agreement extends Alpha {
  /** The same for each label by itself. */
  readonly labels: readonly (Alpha & { readonly label: string })[];
  readonly annotators: number;
  /** How many of these have not said that they finished: they count all the same. */
  readonly unfinished: number;
}

/**
 * Krippendorff's alpha for unitizing, which compares where marks begin and end: K. Krippendorff, "On the reliability of
 * unitizing continuous data", Sociological Methodology 25 (1995), 47-76, as in his "Content Analysis" (2nd edition, 2004),
 * 251-256. Each label is a text of its own, marked or not; over all labels, alpha is 1 less the sum of what was observed
 * over the sum of what is expected. Marks of one person with one label that overlap count as one mark. Whoever marked
 * nothing, and has a coding, found nothing: that is a coding like any other.
 */
export function agreementOf(
  codings: readonly Coding[],
  { labels, text }: { readonly labels: readonly string[]; readonly text: Span },
): Agreement {
  const each = labels.map((label) => ({ label, ...alphaOf(unitsOf(codings, label, text), text) }));
  const sum = (part: 'observed' | 'expected'): number => each.reduce((all, one) => all + one[part], 0);
  return {
    ...figure(sum('observed'), sum('expected'), {
      annotators: codings.length,
      isMarked: each.some(({ why }) => why !== 'no-units'),
    }),
    labels: each,
    annotators: codings.length,
    unfinished: codings.filter(({ finished }) => !finished).length,
  };
}

interface Counted {
  readonly annotators: number;
  readonly isMarked: boolean;
}

function figure(observed: number, expected: number, { annotators, isMarked }: Counted): Alpha {
  const why =
    annotators < 2 ? 'few-annotators' : !isMarked ? 'no-units' : expected === 0 ? 'no-variation' : null;
  return { alpha: why === null ? 1 - observed / expected : null, why, observed, expected };
}

/** Of each person, in order; none overlaps another. */
type Marked = readonly (readonly Span[])[];

function alphaOf(marked: Marked, text: Span): Alpha {
  const counted = { annotators: marked.length, isMarked: marked.some((units) => units.length > 0) };
  if (marked.length < 2) return figure(0, 0, counted);
  return figure(observedIn(marked, text), expectedIn(marked, text), counted);
}

const unitsOf = (codings: readonly Coding[], label: string, text: Span): Marked =>
  codings.map(({ units }) => joined(units.filter((unit) => unit.label === label), text)); // prettier-ignore

/** In order and within the text; those that overlap as one. */
function joined(units: readonly Span[], text: Span): readonly Span[] {
  const all: { start: number; end: number }[] = [];
  for (const unit of [...units].sort((a, b) => a.start - b.start)) {
    const [start, end] = [Math.max(unit.start, text.start), Math.min(unit.end, text.end)];
    const last = all.at(-1);
    if (end <= start) continue;
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

const lengthOf = ({ start, end }: Span): number => end - start;

function observedIn(marked: Marked, text: Span): number {
  let sum = 0;
  for (const [i, one] of marked.entries())
    for (const other of marked.slice(i + 1)) sum += 2 * difference(one, other);
  return sum / (marked.length * (marked.length - 1) * lengthOf(text) ** 2);
}

/** Two marks that overlap differ by where they begin and end; one that meets no other, by all its length. */
function difference(one: readonly Span[], other: readonly Span[]): number {
  let sum = 0;
  let next = 0;
  const met = new Set<number>();
  for (const unit of one) {
    let isAlone = true;
    while ((other[next]?.end ?? Infinity) <= unit.start) next += 1;
    for (let at = next; (other[at]?.start ?? Infinity) < unit.end; at++) {
      const { start, end } = other[at] ?? unit;
      sum += (unit.start - start) ** 2 + (unit.end - end) ** 2;
      met.add(at);
      isAlone = false;
    }
    if (isAlone) sum += lengthOf(unit) ** 2;
  }
  for (const [at, unit] of other.entries()) if (!met.has(at)) sum += lengthOf(unit) ** 2;
  return sum;
}

/** What marks of these lengths would differ, wherever they stood. */
function expectedIn(marked: Marked, text: Span): number {
  const lengths = marked.flat().map(lengthOf);
  const within = roomIn(marked.flatMap((units) => gapsOf(units, text)));
  const all = marked.length * lengthOf(text);
  let sum = 0;
  let pairs = all * (all - 1);
  for (const length of lengths) {
    sum += ((lengths.length - 1) / 3) * (2 * length ** 3 - 3 * length ** 2 + length);
    sum += length ** 2 * within(length);
    pairs -= length * (length - 1);
  }
  return sum === 0 ? 0 : ((2 / lengthOf(text)) * sum) / pairs;
}

/** What is not marked between and around the marks of one person. */
function gapsOf(units: readonly Span[], text: Span): number[] {
  const ends = [text.start, ...units.map(({ end }) => end)];
  const starts = [...units.map(({ start }) => start), text.end];
  return ends.flatMap((end, i) => ((starts[i] ?? end) > end ? (starts[i] ?? end) - end : []));
}

/** In how many places of these gaps a mark of some length could stand. */
function roomIn(gaps: readonly number[]): (length: number) => number {
  const sorted = [...gaps].sort((a, b) => a - b);
  /** Of each gap and all that are longer. */
  const sums = [...sorted, 0];
  for (let i = sorted.length - 1; i >= 0; i--) sums[i] = (sums[i + 1] ?? 0) + (sorted[i] ?? 0);
  return (length) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) < length) low = middle + 1;
      else high = middle;
    }
    return (sums[low] ?? 0) - (sorted.length - low) * (length - 1);
  };
}
