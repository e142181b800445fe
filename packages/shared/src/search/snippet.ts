import { z } from 'zod';
import { foldedWithPlaces } from './fold.ts';

const Range = z.object({ start: z.int().min(0), end: z.int().min(0) });

export const Snippet = z.object({
  text: z.string().describe('some sixty characters around the first hit, with … where more follows'),
  hits: z
    .array(Range)
    .readonly()
    .describe('where the words of the query stand in `text`, in code points, in order'),
});
export type Snippet = Readonly<z.infer<typeof Snippet>>;

/** In UTF-16 units. */
const LENGTH = 60;
const BEFORE = 20;

/** What to show of a text that has these folded words. Without any of them, its beginning. */
export function snippet(text: string, words: readonly string[]): Snippet {
  const hits = hitsIn(text, words);
  const [first = { start: 0, end: 0 }] = hits;
  const start = text.length <= LENGTH ? 0 : Math.min(first.start - BEFORE, text.length - LENGTH);
  const from = cut(text, start);
  const to = Math.max(cut(text, from + LENGTH), first.end);
  const [before, after] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const placeOf = (unit: number): number => pointsIn(before) + pointsIn(text.slice(from, unit));
  return {
    text: `${before}${text.slice(from, to)}${after}`,
    hits: hits
      .filter((hit) => hit.start >= from && hit.end <= to)
      .map((hit) => ({ start: placeOf(hit.start), end: placeOf(hit.end) })),
  };
}

/** Where the words stand in the text, in UTF-16 units, in order; what touches or overlaps is one. */
function hitsIn(text: string, words: readonly string[]): { start: number; end: number }[] {
  const folded = foldedWithPlaces(text);
  const all = words.flatMap((word) => {
    const found = [];
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
      const [start, stop] = [folded.starts[at], folded.ends[at + word.length - 1]];
      if (start !== undefined && stop !== undefined) found.push({ start, end: stop });
    }
    return found;
  });
  all.sort((a, b) => a.start - b.start || a.end - b.end);
  const hits: { start: number; end: number }[] = [];
  for (const { start, end: stop } of all) {
    const last = hits.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, stop);
    else hits.push({ start, end: stop });
  }
  return hits;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Nobody reads so many units as one character: longer rows of marks may be cut. */
const NEAR = 40;

/** The last place between two characters that is not after `unit`. */
function cut(text: string, unit: number): number {
  if (unit <= 0) return 0;
  if (unit >= text.length) return text.length;
  const offset = wholePoint(text, Math.max(0, unit - NEAR));
  const character = segmenter.segment(text.slice(offset, unit + NEAR)).containing(unit - offset);
  return offset + (character?.index ?? 0);
}

const wholePoint = (text: string, unit: number): number =>
  (text.codePointAt(unit - 1) ?? 0) > 0xffff ? unit - 1 : unit;

const pointsIn = (text: string): number => [...text].length;
