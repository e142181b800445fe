// A text as it is read: paragraphs, sentences, voices. Offsets of the domain count code points, those of the page UTF-16 units.
import { blocks, pointsIn, sentences, unitAt, type SpeechMark, type Span } from '@counterpoint/shared';

export interface Paragraph extends Span {
  /** From 1. */
  readonly number: number;
  /** In UTF-16 units of the whole text, `to` excluded. */
  readonly from: number;
  readonly to: number;
  /** Who begins to speak here, and when, in ms of the recording. */
  readonly voice: Pick<SpeechMark, 'speaker' | 'time'> | null;
}

export interface Reading {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** Without the white space after them. */
  readonly sentences: readonly Span[];
}

export function readingOf(text: string, marks: readonly SpeechMark[]): Reading {
  let next = 0;
  const paragraphs = blocks(text).map(({ start, end }, i): Paragraph => {
    let voice: Paragraph['voice'] = null;
    for (let mark = marks[next]; mark && mark.start < end; mark = marks[++next]) voice ??= mark;
    const from = unitAt(text, start) ?? 0;
    return { start, end, number: i + 1, from, to: unitAt(text, end) ?? text.length, voice };
  });
  return { text, paragraphs, sentences: sentences(text).flatMap((span) => trimmed(text, span) ?? []) };
}

/** Without white space at either end; undefined when nothing is left. */
export function trimmed(text: string, { start, end }: Span): Span | undefined {
  const words = wordsOf(text, { start, end });
  // White space is of one unit each. To ask for the points of other words would lose what is known of the text.
  const lead = words.length - words.trimStart().length;
  const tail = words.length - words.trimEnd().length;
  return words.trim() === '' ? undefined : { start: start + lead, end: end - tail };
}

export const wordsOf = (text: string, { start, end }: Span): string =>
  text.slice(unitAt(text, start) ?? 0, unitAt(text, end) ?? text.length);

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The passage between two places of the page, whole characters as people see them; undefined for white space. */
export function snapped(text: string, from: number, to: number): Span | undefined {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const begin = low >= text.length ? text.length : edgeOf(text, low).from;
  const close = high <= 0 ? 0 : edgeOf(text, high - 1).to;
  const start = pointsIn(text, 0, begin);
  return close > begin ? trimmed(text, { start, end: start + pointsIn(text, begin, close) }) : undefined;
}

/** The character around a unit. The segmenter slows down with length, so it is given a line at most. */
function edgeOf(text: string, unit: number): { readonly from: number; readonly to: number } {
  const line = text.lastIndexOf('\n', unit - 1) + 1;
  const end = text.indexOf('\n', unit);
  const found = segmenter.segment(text.slice(line, end < 0 ? text.length : end + 1)).containing(unit - line);
  if (!found) return { from: unit, to: unit + 1 };
  return { from: line + found.index, to: line + found.index + found.segment.length };
}

/** The first that ends after an offset: the one around it, or else the next; -1 past the last. */
export const placeOf = (spans: readonly Span[], at: number): number => {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low < spans.length ? low : -1;
};

/** The passage made as long as the sentences, or paragraphs, that it touches. */
export function widened(spans: readonly Span[], { start, end }: Span): Span {
  const first = spans[placeOf(spans, start)];
  const last = spans[placeOf(spans, end - 1)];
  return { start: Math.min(start, first?.start ?? start), end: Math.max(end, last && last.start < end ? last.end : end) }; // prettier-ignore
}
