// Fonts that travel within a file: what a document uses, and the style sheet that carries it.
import type { Id, Picture } from '@counterpoint/shared';
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

/** Claims on whose cards a box stands for what no font of ours has. */
export function claimsWithBoxes({ parts }: Picture, book: FontBook): Set<Id> {
  const claims = new Set<Id>();
  if (!book.lacks) return claims;
  for (const { claim, shapes } of parts) {
    const hasBox = shapes.some(
      (shape) =>
        shape.kind === 'text' &&
        shape.lines.some((line) => book.spans(line, shape).some(({ actual }) => actual !== undefined)),
    );
    if (claim !== undefined && hasBox) claims.add(claim);
  }
  return claims;
}

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
