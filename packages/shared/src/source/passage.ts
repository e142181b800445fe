// Passages of a text. Offsets count Unicode code points, as the W3C Web Annotation Data Model asks (section 4.2.5): from
// `start` up to, and without, `end`. A passage never ends within what people take for one character (UAX 29).
import { z } from 'zod';
import { refuse, ok, type Result } from '../result.ts';

export const Passage = z.object({
  start: z.int().min(0),
  end: z.int().min(1),
  /** The words from `start` to `end`. */
  exact: z.string(),
  /** Up to CONTEXT graphemes before and after, which tell one of several equal passages. */
  prefix: z.string(),
  suffix: z.string(),
});
export type Passage = Readonly<z.infer<typeof Passage>>;

/** Graphemes of context on either side. */
const CONTEXT = 32;
/** So many places of the same words are compared; a text that repeats them more often is no text of people. */
const MOST_PLACES = 1_000;
/** No grapheme of people's text is longer, in UTF-16 units; it bounds what is looked at for the context. */
const LONGEST_GRAPHEME = 16;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** NFC with `\n` line ends: done once, before anything is anchored, since it changes lengths. */
export const normalText = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');

/** The passage between two offsets, or why there is none. */
export function passageAt(text: string, start: number, end: number): Result<Passage> {
  const from = unitAt(text, start);
  const to = from === undefined ? undefined : unitAt(text, end);
  if (from === undefined || to === undefined || end <= start)
    return refuse('not-a-passage', 'The text has no such passage.');
  if (!isBoundary(text, from) || !isBoundary(text, to))
    return refuse('not-a-passage', 'The passage ends within a character.');
  return ok({ start, end, ...around(text, from, to) });
}

/** The words between two offsets, where a passage may stand; undefined where none can. */
export function wordsAt(text: string, start: number, end: number): string | undefined {
  const from = unitAt(text, start);
  const to = from === undefined ? undefined : unitAt(text, end);
  if (from === undefined || to === undefined || end <= start) return undefined;
  return isBoundary(text, from) && isBoundary(text, to) ? text.slice(from, to) : undefined;
}

export interface Quote {
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** Where it is thought to stand, in code points. */
  readonly start?: number | undefined;
}

/**
 * Where a quote stands in a text, by its words and not by its offset; undefined when the words are not there. Of
 * several places the one with most of the context wins, then the one nearest to `start`, then the first.
 */
export function findQuote(
  text: string,
  { exact, prefix = '', suffix = '', start }: Quote,
): Passage | undefined {
  if (exact === '') return undefined;
  const contextAt = (from: number): number =>
    sharedEnd(text, from, prefix) + sharedStart(text, from + exact.length, suffix);
  const hinted = start === undefined ? undefined : unitAt(text, start);
  let best: { readonly from: number; readonly context: number; readonly far: number } | undefined;
  const look = (from: number): void => {
    if (!isBoundary(text, from) || !isBoundary(text, from + exact.length)) return;
    const context = contextAt(from);
    const far = hinted === undefined ? 0 : Math.abs(from - hinted);
    if (!best || context > best.context || (context === best.context && far < best.far))
      best = { from, context, far };
  };
  if (hinted !== undefined && text.startsWith(exact, hinted)) look(hinted);
  const whole = prefix.length + suffix.length;
  let left = best?.context === whole ? 0 : MOST_PLACES;
  for (let from = text.indexOf(exact); from >= 0 && left > 0; from = text.indexOf(exact, from + 1)) {
    look(from);
    left -= 1;
  }
  if (!best) return undefined;
  const begin = pointsIn(text, 0, best.from);
  const to = best.from + exact.length;
  return { start: begin, end: begin + pointsIn(text, best.from, to), ...around(text, best.from, to) };
}

function around(text: string, from: number, to: number): Pick<Passage, 'exact' | 'prefix' | 'suffix'> {
  const before = text.slice(Math.max(0, from - CONTEXT * LONGEST_GRAPHEME), from);
  const after = text.slice(to, to + CONTEXT * LONGEST_GRAPHEME);
  const graphemes = (part: string): string[] => [...segmenter.segment(part)].map(({ segment }) => segment);
  return {
    exact: text.slice(from, to),
    prefix: graphemes(before).slice(-CONTEXT).join(''),
    suffix: graphemes(after).slice(0, CONTEXT).join(''),
  };
}

/** UTF-16 indexes of the characters of a text that take two units, of the text that was last asked about. */
let known: { readonly text: string; readonly wide: readonly number[] } = { text: '', wide: [] };

function wideIn(text: string): readonly number[] {
  if (known.text === text) return known.wide;
  const wide = [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map(({ index }) => index);
  known = { text, wide };
  return wide;
}

/** How many of the ascending numbers are below a limit, each lessened by its place where `lessened`. */
function below(numbers: readonly number[], limit: number, lessened: boolean): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) - (lessened ? middle : 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The UTF-16 index that lies so many code points from the beginning; undefined past the end. */
export function unitAt(text: string, points: number): number | undefined {
  if (!Number.isInteger(points) || points < 0) return undefined;
  const wide = wideIn(text);
  const unit = points + below(wide, points, true);
  return unit <= text.length ? unit : undefined;
}

/** Code points between two UTF-16 indexes. */
export function pointsIn(text: string, from = 0, to = text.length): number {
  const wide = wideIn(text);
  return to - from - (below(wide, to, false) - below(wide, from, false));
}

/** Whether a grapheme begins at this index. Only a window is looked at: the segmenter slows down with length. */
function isBoundary(text: string, unit: number): boolean {
  if (unit <= 0 || unit >= text.length) return true;
  const from = Math.max(0, unit - 64);
  const window = text.slice(from, unit + LONGEST_GRAPHEME);
  return segmenter.segment(window).containing(unit - from)?.index === unit - from;
}

/** How much of what should stand before an index does. */
function sharedEnd(text: string, at: number, before: string): number {
  let shared = 0;
  while (
    shared < before.length &&
    shared < at &&
    text[at - 1 - shared] === before[before.length - 1 - shared]
  )
    shared++;
  return shared;
}

/** How much of what should stand from an index on does. */
function sharedStart(text: string, at: number, after: string): number {
  let shared = 0;
  while (shared < after.length && at + shared < text.length && text[at + shared] === after[shared]) shared++;
  return shared;
}
