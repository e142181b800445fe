// Fonts that travel within a file: what a document uses, and the style sheet that carries it.
import {
  xmlShown,
  type Claim,
  type Id,
  type MapContent,
  type Picture,
  type Shape,
} from '@counterpoint/shared';
import { fontBook, type Face, type FontBook, type Used } from './fontBook.ts';
import { woff2Of } from './fontsWoff2.ts';

/** What a picture draws. */
export function* usedIn({ parts }: Picture): Generator<Used> {
  for (const { shapes } of parts) {
    for (const shape of shapes) {
      if (shape.kind !== 'text') continue;
      const { font, weight, lines } = shape;
      for (const text of lines) yield { font, weight, text };
    }
  }
}

/** Claims on whose cards a box stands for what no font of ours has; without those that no XML could hold, since
 *  documentLosses tells of them. */
export function claimsWithBoxes({ claims }: MapContent, { parts }: Picture, book: FontBook): Claim[] {
  if (!book.lacks) return [];
  const boxed = new Set<Id | undefined>();
  for (const { claim, shapes } of parts) if (shapes.some((shape) => hasBox(shape, book))) boxed.add(claim);
  return claims.filter(({ id, text }) => boxed.has(id) && xmlShown(text) === text);
}

const hasBox = (shape: Shape, book: FontBook): boolean =>
  shape.kind === 'text' &&
  shape.lines.some((line) => book.spans(line, shape).some(({ actual }) => actual !== undefined));

/** `@font-face` rules with the fonts in them, cut down to what is used, under the families' names in the web app. What
 *  none of them has is left to the reader's own fonts. */
export async function fontCss(used: Iterable<Used>): Promise<string> {
  const { faces } = await fontBook(used);
  return faces.map(ruleOf).join('\n');
}

function ruleOf({ family, weight, file, glyphs }: Face): string {
  const source = `url(data:font/woff2;base64,${woff2Of(file).toString('base64')}) format('woff2')`;
  return `@font-face{font-family:'${family}';font-style:normal;font-weight:${weight};src:${source};unicode-range:${rangesOf(glyphs.keys())}}`;
}

/** As `U+4E00-4E03,U+5F00`. */
function rangesOf(points: Iterable<number>): string {
  const ranges: [number, number][] = [];
  for (const point of [...points].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  const hex = (point: number): string => point.toString(16).toUpperCase();
  return ranges.map(([first, last]) => `U+${hex(first)}${first === last ? '' : `-${hex(last)}`}`).join(',');
}
