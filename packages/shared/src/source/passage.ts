// Passages of a text. Offsets count Unicode code points, as the W3C Web Annotation Data Model asks (section 4.2.5): from
// `start` up to, and without, `end`. A passage never ends within what people take for one character (UAX 29).
import { refuse, ok, type Result } from '../result.ts';

export interface Passage {
  readonly start: number;
  readonly end: number;
  /** The words from `start` to `end`. */
  readonly exact: string;
  /** Up to CONTEXT graphemes before and after, which tell one of several equal passages. */
  readonly prefix: string;
  readonly suffix: string;
}

/** Graphemes of context on either side. */
const CONTEXT = 32;
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
  const to = from === undefined ? undefined : unitAt(text, end - start, from);
  if (from === undefined || to === undefined || end <= start)
    return refuse('not-a-passage', 'The text has no such passage.');
  if (!isBoundary(text, from) || !isBoundary(text, to))
    return refuse('not-a-passage', 'The passage ends within a character.');
  return ok({ start, end, ...around(text, from, to) });
}

/** The words between two offsets, where a passage may stand; undefined where none can. */
export function wordsAt(text: string, start: number, end: number): string | undefined {
  const from = unitAt(text, start);
  const to = from === undefined ? undefined : unitAt(text, end - start, from);
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
  let best: { readonly from: number; readonly context: number; readonly far: number } | undefined;
  let points = 0;
  let counted = 0;
  for (let from = text.indexOf(exact); from >= 0; from = text.indexOf(exact, from + 1)) {
    points += pointsIn(text, counted, from);
    counted = from;
    const to = from + exact.length;
    if (!isBoundary(text, from) || !isBoundary(text, to)) continue;
    const context =
      sharedEnd(text.slice(0, from), prefix) + sharedStart(text.slice(to, to + suffix.length), suffix);
    const far = start === undefined ? 0 : Math.abs(points - start);
    if (!best || context > best.context || (context === best.context && far < best.far))
      best = { from, context, far };
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

/** The UTF-16 index that lies `points` code points after `from`; undefined past the end. */
function unitAt(text: string, points: number, from = 0): number | undefined {
  if (!Number.isInteger(points) || points < 0) return undefined;
  let unit = from;
  for (let left = points; left > 0; left--) {
    if (unit >= text.length) return undefined;
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  }
  return unit;
}

export function pointsIn(text: string, from = 0, to = text.length): number {
  let points = 0;
  for (let unit = from; unit < to; points++) unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  return points;
}

/** Whether a grapheme begins at this index. Only a window is looked at: the segmenter slows down with length. */
function isBoundary(text: string, unit: number): boolean {
  if (unit <= 0 || unit >= text.length) return true;
  const from = Math.max(0, unit - 64);
  const window = text.slice(from, unit + LONGEST_GRAPHEME);
  return segmenter.segment(window).containing(unit - from)?.index === unit - from;
}

function sharedEnd(text: string, end: string): number {
  let shared = 0;
  while (shared < end.length && shared < text.length && text.at(-1 - shared) === end.at(-1 - shared))
    shared++;
  return shared;
}

function sharedStart(text: string, start: string): number {
  let shared = 0;
  while (shared < start.length && text[shared] === start[shared] && shared < text.length) shared++;
  return shared;
}
