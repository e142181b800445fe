// The width of text in the product's fonts, without a browser: canvas, minimap and exported picture agree on it.
import { ADVANCES, type Voice } from './advances.ts';

export type { Voice };

/** A voice as a language has it set: Chinese has the marks of its own face. */
export type Font = Voice | `${Voice}-zh`;

/** The rule that all who draw follow: the style sheet by `:lang(zh)`, pictures and documents by asking here. */
export const fontIn = (language: string, voice: Voice): Font =>
  /^zh\b/i.test(language) ? `${voice}-zh` : voice;

export const voiceOf = (font: Font): Voice => (font === 'sans' || font === 'sans-zh' ? 'sans' : 'serif');

/** Whether it is that of Chinese. */
export const isChinese = (font: Font): boolean => font !== voiceOf(font);

/** Which both scripts have under one code point. In Chinese each is a full-width character. */
export const SHARED_MARKS = '‘’“”…—';

/** One em, the advance of a full-width character, in the unit of all advances. */
export const EM = 1000;
/** Colour emoji come from the system: the widest common font (Segoe UI Emoji) gives them 1.37 em. */
const EMOJI = 1400;
const BMP = 0x10000;
const [TAB, SPACE] = [0x09, 0x20];

const emoji = /\p{Emoji_Presentation}|\p{Regional_Indicator}|\ufe0f|\u20e3/u;
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Text in which each UTF-16 unit is a grapheme: no marks, joiners, selectors, surrogates, conjoining jamo, CR LF. */
const plain =
  /^[\t\n\x20-\x7e\xa0-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u22ff\u3000-\u3029\u3041-\u3096\u30a0-\u312f\u3400-\u9fff\uff01-\uff9d]*$/;

const tables: Partial<Record<Font, Uint16Array>> = {};

/** Finds where the user-perceived character (UAX 29) at an index of `text` ends; cheap for usual Chinese and English. */
export function graphemeEnds(text: string): (at: number) => number {
  if (plain.test(text)) return (at) => at + 1;
  const segments = segmenter.segment(text);
  return (at) => at + Math.max(1, segments.containing(at)?.segment.length ?? 1);
}

/** Advance in 1/1000 em of the grapheme from `at` to `end`; what no font of ours draws counts rather too wide. */
export function advanceOf(font: Font, text: string, at: number, end: number): number {
  const table = (tables[font] ??= tableOf(font));
  if (end === at + 1) return table[text.charCodeAt(at)] ?? EM;
  const grapheme = text.slice(at, end);
  if (emoji.test(grapheme)) return EMOJI;
  let sum = 0;
  for (const character of grapheme) sum += table[character.codePointAt(0) ?? 0] ?? EM;
  return sum;
}

/** Width of one line in CSS px, as the sum of advances. */
export function textWidth(text: string, font: Font, size: number): number {
  const endOf = graphemeEnds(text);
  let sum = 0;
  for (let at = 0, end: number; at < text.length; at = end) {
    end = endOf(at);
    sum += advanceOf(font, text, at, end);
  }
  return (sum * size) / EM;
}

function tableOf(font: Font): Uint16Array {
  const table = new Uint16Array(BMP).fill(EM);
  for (let point = 0x2300; point < 0x2c00; point++)
    if (emoji.test(String.fromCharCode(point))) table[point] = EMOJI;
  const voice = voiceOf(font);
  for (const [first, widths] of ADVANCES[voice]) {
    for (const [i, width] of widths.split(' ').entries()) table[first + i] = Number(width);
  }
  if (isChinese(font)) for (const mark of SHARED_MARKS) table[mark.charCodeAt(0)] = EM;
  table[TAB] = (table[SPACE] ?? EM) * 8; // `tab-size: 8`, at most
  return table;
}
