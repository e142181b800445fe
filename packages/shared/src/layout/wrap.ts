// Breaks text into lines as a Chinese or English reader expects: between Han characters but with kinsoku (UAX 14 and
// CSS `line-break: strict` in spirit), else at spaces and after hyphens and slashes.
import { advanceOf, EM, graphemesOf, type Font } from './measure.ts';

export interface TextBox {
  readonly font: Font;
  /** Font size in CSS px. */
  readonly size: number;
  /** Room for a line in CSS px. */
  readonly width: number;
  readonly maxLines?: number;
}

export interface Wrapped {
  readonly lines: readonly string[];
  readonly truncated: boolean;
}

/** Kerning adds at most 0.3 % to a line of ours in Chromium with `text-rendering: geometricPrecision`. */
const NARROW_SAFETY = 1.006;
const ELLIPSIS = '…';

/**
 * Lines of at most `width`; joined they are the text without the spaces at which they break and without newlines.
 * A word longer than a line is cut between graphemes. Beyond `maxLines` the last line ends with an ellipsis.
 */
export function wrapText(text: string, box: TextBox): Wrapped {
  const lines: string[] = [];
  const limit = (box.width / box.size) * EM;
  const most = box.maxLines ?? Infinity;
  for (const paragraph of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    for (const line of linesOf(paragraph, box.font, limit)) {
      if (lines.length === most) return { lines: [...lines.slice(0, -1), shortened(lines.at(-1) ?? '', box.font, limit)], truncated: true };
      lines.push(line);
    }
  }
  return { lines, truncated: false };
}

function* linesOf(paragraph: string, font: Font, limit: number): Generator<string> {
  let start = 0; // of the line
  let end = 0; // of what is on the line, without spaces behind it
  let width = 0;
  let chance: { end: number; next: number; width: number } | undefined;
  let before: Class = 'none';
  let last: Class = 'none'; // the two classes in front, without spaces
  let at = 0;
  for (const grapheme of graphemesOf(paragraph)) {
    const kind = classOf(grapheme);
    const advance = safeAdvance(font, grapheme);
    if (kind !== 'space') {
      const spaced = at > end;
      if (end > start && mayBreak(before, last, kind, spaced)) chance = { end, next: at, width };
      while (width + advance > limit && (end > start || at > start)) {
        const cut = chance ?? { end, next: at, width };
        if (cut.end > start) yield paragraph.slice(start, cut.end);
        start = cut.next;
        width -= cut.width;
        chance = undefined;
        if (start === at) break;
      }
      end = at + grapheme.length;
      before = spaced ? 'space' : last;
      last = kind;
    }
    width += advance;
    at += grapheme.length;
  }
  yield paragraph.slice(start, Math.max(start, end));
}

/** The line, made short enough to carry an ellipsis. */
function shortened(line: string, font: Font, limit: number): string {
  let width = safeAdvance(font, ELLIPSIS);
  let end = 0;
  for (const grapheme of graphemesOf(line)) {
    width += safeAdvance(font, grapheme);
    if (width > limit) break;
    end += grapheme.length;
  }
  return line.slice(0, end).replace(/[\s，、；：,;:([{（［｛《〈「『【〔“‘]+$/u, '') + ELLIPSIS;
}

function safeAdvance(font: Font, grapheme: string): number {
  const advance = advanceOf(font, grapheme);
  return advance < EM ? advance * NARROW_SAFETY : advance;
}

/** What a grapheme is to a line breaker. Wide ones stand in Han text, the others in words. */
type Class = 'none' | 'space' | 'glue' | 'word' | 'digit' | 'wide' | 'open' | 'wideOpen' | 'close' | 'wideClose' | 'point' | 'quote' | 'hyphen' | 'dash' | 'ellipsis';

/** May a line end between two graphemes, `spaced` when spaces part them? `before` stands in front of `last`. */
function mayBreak(before: Class, last: Class, next: Class, spaced: boolean): boolean {
  if (last === 'none' || last === 'open' || last === 'wideOpen') return false;
  if (next === 'close' || next === 'wideClose') return false;
  if (spaced) return true;
  if (isGlued(last) || isGlued(next) || next === 'point' || next === 'hyphen' || next === 'ellipsis') return false;
  if (last === 'hyphen') return next !== 'digit' && (before === 'word' || before === 'digit' || isWide(next));
  if (last === 'dash' || last === 'ellipsis') return next !== 'dash';
  return isWide(last) || isWide(next);
}

const isGlued = (kind: Class): boolean => kind === 'glue' || kind === 'quote';
const isWide = (kind: Class): boolean => kind === 'wide' || kind === 'wideOpen' || kind === 'wideClose';

const MEMBERS: readonly (readonly [Class, string])[] = [
  ['space', ' \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000'],
  ['glue', '\u00a0\u2007\u202f\u2060\ufeff'],
  ['digit', '0123456789'],
  ['open', '([{“‘«‹$£¥€₹₩#@¿¡'],
  ['wideOpen', '（［｛｟《〈「『【〔〖〘〚〝｢＄￥￡￠'],
  ['close', ')]}!?%”’»›°‰′″℃℉¢'],
  ['wideClose', '、。，．！？：；）］｝｠》〉」』】〕〗〙〛〞〟｣｡､･・‧·％～〜ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ'],
  ['point', '.,:;'],
  ['quote', '"\''],
  ['hyphen', '-/‐–|'],
  ['dash', '—―⸺⸻'],
  ['ellipsis', '…‥⋯'],
];
const classes = new Map(MEMBERS.flatMap(([kind, characters]) => [...characters].map((character) => [character, kind] as const)));

const WIDE = /^[\u1100-\u11ff\u2e80-\u2fff\u3000-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uff66-\uffdc]|^[\u{1f000}-\u{1faff}\u{20000}-\u{3ffff}]|^\p{Emoji_Presentation}/u;

function classOf(grapheme: string): Class {
  const first = String.fromCodePoint(grapheme.codePointAt(0) ?? 0);
  return classes.get(first) ?? (WIDE.test(first) ? 'wide' : 'word');
}
