// The width of text in the product's fonts, without a browser: canvas, minimap and exported picture agree on it.
import { ADVANCES, type Font } from './advances.ts';

export type { Font };

/** Advance of a full-width character: one em, in the unit of `advanceOf`. */
export const EM = 1000;
/** Colour emoji come from the system: the widest common font (Segoe UI Emoji) gives them 1.37 em. */
const EMOJI = 1400;
const BMP = 0x10000;
const [TAB, SPACE] = [0x09, 0x20];

const emoji = /\p{Emoji_Presentation}|\p{Regional_Indicator}|\ufe0f|\u20e3/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Text in which each UTF-16 unit is a grapheme: no marks, joiners, selectors, surrogates, conjoining jamo, CR LF. */
const plain = /^[\t\n\x20-\x7e\xa0-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u22ff\u3000-\u3029\u3041-\u3096\u30a0-\u312f\u3400-\u9fff\uff01-\uff9d]*$/;

const tables: Record<Font, Uint16Array | undefined> = { sans: undefined, serif: undefined };

/** Advance of one grapheme in 1/1000 em; what no font of ours draws counts rather too wide than too narrow. */
export function advanceOf(font: Font, grapheme: string): number {
  const table = (tables[font] ??= tableOf(font));
  if (grapheme.length === 1) return table[grapheme.charCodeAt(0)] ?? EM;
  if (emoji.test(grapheme)) return EMOJI;
  let sum = 0;
  for (const character of grapheme) sum += table[character.codePointAt(0) ?? 0] ?? EM;
  return sum;
}

/** Width of one line in CSS px, as the sum of advances; kerning may take away or add up to one per cent. */
export function textWidth(text: string, font: Font, size: number): number {
  let sum = 0;
  for (const grapheme of graphemesOf(text)) sum += advanceOf(font, grapheme);
  return (sum * size) / EM;
}

/** User-perceived characters (UAX 29), one after another; cheap for the usual Chinese and English text. */
export function* graphemesOf(text: string): Generator<string> {
  if (plain.test(text)) yield* text;
  else for (const { segment } of graphemes.segment(text)) yield segment;
}

function tableOf(font: Font): Uint16Array {
  const table = new Uint16Array(BMP).fill(EM);
  for (let point = 0x2300; point < 0x2c00; point++) if (emoji.test(String.fromCharCode(point))) table[point] = EMOJI;
  for (const [first, widths] of ADVANCES[font]) {
    for (const [i, width] of widths.split(' ').entries()) table[first + i] = Number(width);
  }
  table[TAB] = (table[SPACE] ?? EM) * 8; // `tab-size: 8`, at most
  return table;
}
