// Text in a picture: where its baseline is, how wide it is at most, and how lines keep the spaces at which they broke.
import { textWidth, voiceOf, type Voice } from './measure.ts';
import type { TextStyle } from './pictureShapes.ts';
import { wrapText } from './wrap.ts';

/** Share of the size above and below the baseline in Inter and Source Serif 4, as their tables say. */
const ASCENT: Readonly<Record<Voice, number>> = { sans: 0.96875, serif: 1.036 };
const DESCENT: Readonly<Record<Voice, number>> = { sans: 0.2412, serif: 0.335 };

/** measure.ts knows sans at 400 and serif at 600; bolder Latin letters are wider, Chinese ones are not. */
const WIDENING: Readonly<Record<Voice, Readonly<Record<number, number>>>> = {
  sans: { 600: 1.06, 700: 1.1 },
  serif: { 700: 1.04 },
};

/** From the top of a line to its baseline, as CSS has it. */
export function baseline({ font, size, lineHeight }: TextStyle): number {
  const voice = voiceOf(font);
  return (lineHeight + (ASCENT[voice] - DESCENT[voice]) * size) / 2;
}

/** Width of a line in px at most. */
export function widthOf(text: string, { font, size, weight }: TextStyle): number {
  return textWidth(text.trimEnd(), font, size) * (WIDENING[voiceOf(font)][weight] ?? 1);
}

/** A text as lines no wider than `width`, see `TextShape`. */
export function linesOf(text: string, { font, size, weight }: TextStyle, width: number): string[] {
  const room = width / (WIDENING[voiceOf(font)][weight] ?? 1);
  const trimmed = text.trim();
  return withSpaces(trimmed, wrapText(trimmed, { font, size, width: room }).lines);
}

/** One line, with an ellipsis where it is too long for `width`. */
export function lineOf(text: string, { font, size, weight }: TextStyle, width: number): string {
  const room = width / (WIDENING[voiceOf(font)][weight] ?? 1);
  return wrapText(text.trim(), { font, size, width: room, maxLines: 1 }).lines[0] ?? '';
}

/** Lines as wrapText gives them, with a space behind those that broke at white space: whoever copies or searches the
 *  text finds its words apart. */
export function withSpaces(text: string, lines: readonly string[]): string[] {
  let at = 0;
  return lines.map((line, i) => {
    at = text.indexOf(line, at) + line.length;
    const broke = i < lines.length - 1 && /\s/.test(text.charAt(at));
    return broke ? `${line} ` : line;
  });
}
