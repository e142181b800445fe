// Breaks text into lines as a Chinese or English reader expects; breaks.ts says where a line may end.
import { CLASS, classOf, mayBreak, type Class } from './breaks.ts';
import { advanceOf, EM, graphemeEnds, isChinese, type Font } from './measure.ts';

export interface TextBox {
  readonly font: Font;
  /** Font size in CSS px. */
  readonly size: number;
  /** Room for a line in CSS px. */
  readonly width: number;
  readonly maxLines?: number;
  readonly ruler?: Ruler | undefined;
}

/** The advance of the grapheme from `at` to `end` in 1/1000 of the size that was asked for, at most. */
export type Ruler = (font: Font, text: string, at: number, end: number) => number;

export interface Wrapped {
  readonly lines: readonly string[];
  readonly truncated: boolean;
}

/** Kerning adds at most 0.3 % to a line of ours in Chromium with `text-rendering: geometricPrecision`. */
const NARROW_SAFETY = 1.006;
/** Between Han and Latin letters or figures, by the style sheet: an eighth of an em (CSS Text 4, `text-autospace`). */
const AUTOSPACE = 1 / 8;
const ELLIPSIS = '…';
/** As wide as all of them. */
const HAN = '字';
const newline = /\r\n|[\n\r\u2028\u2029]/;

/**
 * Lines of at most `width`; joined they are the text without the spaces at which they break and without newlines.
 * A word longer than a line is cut between graphemes. Beyond `maxLines` the last line ends with an ellipsis. No paragraph
 * ends with one Han character on a line of its own, where it can take another one along.
 */
export function wrapText(text: string, box: TextBox): Wrapped {
  const { font, size, width, maxLines = Infinity, ruler = advanceOf } = box;
  const limit = (width / size) * EM;
  const room = { advance: safely(ruler, font), chinese: isChinese(font), limit, most: maxLines + 1 };
  const lines: string[] = [];
  for (const paragraph of newline.test(text) ? text.split(newline) : [text]) {
    if (lines.length > maxLines) break;
    breakInto(lines, paragraph, room);
  }
  if (lines.length <= maxLines) return { lines, truncated: false };
  const shown = lines.slice(0, maxLines);
  return { lines: [...shown.slice(0, -1), shortened(shown.at(-1) ?? '', room)], truncated: true };
}

interface Room {
  readonly advance: (text: string, at: number, end: number) => number;
  readonly chinese: boolean;
  /** In 1/1000 em. */
  readonly limit: number;
  /** As many lines as anyone wants to see. */
  readonly most: number;
}

function breakInto(
  lines: string[],
  paragraph: string,
  { advance: advanceIn, chinese, limit, most }: Room,
): void {
  const endOf = graphemeEnds(paragraph);
  let start = 0; // of the line
  let former = -1; // where the line before it began
  let end = 0; // of what is on the line, without spaces behind it
  let width = 0;
  // Where the line may end, where the next then begins (0: nowhere), and how wide it is up to there.
  let chanceEnd = 0;
  let chanceNext = 0;
  let chanceWidth = 0;
  let before: Class = CLASS.none; // the two classes in front, leaving out spaces
  let last: Class = CLASS.none;
  for (let at = 0, next: number; at < paragraph.length; at = next) {
    next = endOf(at);
    const kind = classOf(paragraph, at, next, chinese);
    const advance = advanceIn(paragraph, at, next);
    if (kind !== CLASS.space) {
      const spaced = at > end;
      if (end > start && mayBreak(before, last, kind, spaced)) {
        chanceEnd = end;
        chanceNext = at;
        chanceWidth = width;
      }
      if (at === end && isSpaced(last, kind)) width += apart(advanceIn);
      while (width + advance > limit && at > start) {
        const cut = chanceNext > start;
        const lineEnd = cut ? chanceEnd : end;
        if (lineEnd > start) lines.push(paragraph.slice(start, lineEnd));
        if (lines.length >= most) return;
        former = start;
        start = cut ? chanceNext : at;
        width = cut ? width - chanceWidth : 0;
      }
      end = next;
      before = spaced ? CLASS.space : last;
      last = kind;
    }
    width += advance;
  }
  const rest = former < 0 ? undefined : withCompany({ paragraph, advance: advanceIn, chinese, limit, former, start, end }); // prettier-ignore
  if (rest) lines[lines.length - 1] = paragraph.slice(former, rest.lineEnd);
  lines.push(paragraph.slice(rest?.next ?? start, Math.max(start, end)));
}

/** Han characters beside Latin letters or figures, either way round. */
const isSpaced = (last: Class, next: Class): boolean =>
  (last === CLASS.wide && isLatin(next)) || (isLatin(last) && next === CLASS.wide);
const isLatin = (kind: Class): boolean => kind === CLASS.word || kind === CLASS.digit;

const apart = (advance: Room['advance']): number => advance(HAN, 0, 1) * AUTOSPACE;

interface LastLines extends Pick<Room, 'advance' | 'chinese' | 'limit'> {
  readonly paragraph: string;
  readonly former: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Where the last line but one ends instead, when the last one is a single Han character: the nearest place that gives it another, if
 * both have room.
 */
function withCompany(lines: LastLines): { lineEnd: number; next: number } | undefined {
  const { paragraph, chinese, former, start } = lines;
  if (hanFrom(lines, start) !== 1) return undefined;
  const endOf = graphemeEnds(paragraph);
  let found: { lineEnd: number; next: number } | undefined;
  let [before, last]: [Class, Class] = [CLASS.none, CLASS.none];
  let filled = former;
  for (let at = former, next: number; at < start; at = next) {
    next = endOf(at);
    const kind = classOf(paragraph, at, next, chinese);
    if (kind === CLASS.space) continue;
    const spaced = at > filled;
    const isCompany = filled > former && mayBreak(before, last, kind, spaced) && hanFrom(lines, at) !== 1;
    if (isCompany) found = { lineEnd: filled, next: at };
    before = spaced ? CLASS.space : last;
    last = kind;
    filled = next;
  }
  return found && isRoomFrom(lines, found.next) ? found : undefined;
}

function isRoomFrom({ paragraph, chinese, end, advance, limit }: LastLines, from: number): boolean {
  const endOf = graphemeEnds(paragraph);
  let [width, last]: [number, Class] = [0, CLASS.none];
  for (let at = from, next: number; at < end; at = next) {
    next = endOf(at);
    const kind = classOf(paragraph, at, next, chinese);
    if (isSpaced(last, kind)) width += apart(advance);
    width += advance(paragraph, at, next);
    last = kind;
  }
  return width <= limit;
}

/** How many Han characters stand there, with nothing but punctuation behind them; else 0, which is company enough. */
function hanFrom({ paragraph, chinese, end }: LastLines, from: number): number {
  let count = 0;
  const endOf = graphemeEnds(paragraph);
  for (let at = from, next: number; at < end; at = next) {
    next = endOf(at);
    const kind = classOf(paragraph, at, next, chinese);
    const isHan = kind === CLASS.wide;
    if (isLatin(kind) || (at === from && !isHan)) return 0;
    if (isHan) count += 1;
  }
  return count;
}

/** The line, made short enough to carry an ellipsis. */
function shortened(line: string, { advance, limit }: Room): string {
  const endOf = graphemeEnds(line);
  let width = advance(ELLIPSIS, 0, 1);
  let at = 0;
  for (let next: number; at < line.length; at = next) {
    next = endOf(at);
    width += advance(line, at, next);
    if (width > limit) break;
  }
  return line.slice(0, at).replace(/[\s，、；：,;:([{（［｛《〈「『【〔“‘]+$/u, '') + ELLIPSIS;
}

const safely =
  (ruler: Ruler, font: Font): Room['advance'] =>
  (text, at, end) => {
    const advance = ruler(font, text, at, end);
    return advance < EM ? advance * NARROW_SAFETY : advance;
  };
