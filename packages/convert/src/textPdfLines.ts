// The words of a PDF stand in lines at places of a page; which lines are one paragraph is told by gaps, indents and sizes.
import type { TextContent } from 'pdfjs-dist/types/src/display/api.d.ts';
import { flowing } from './textDraft.ts';

export interface PdfLine {
  readonly text: string;
  /** Of its beginning and end, in points from the left. */
  readonly from: number;
  readonly to: number;
  /** Its base line, in points from below. */
  readonly y: number;
  /** Of its letters, in points. */
  readonly size: number;
}

const SENTENCE_ENDS = /[。！？!?….:：][”’」』"')）]*$/;

/** The lines of a page, in the order of the file. */
export function linesOf(items: TextContent['items']): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: PdfLine | undefined;
  const end = (): void => {
    if (open && open.text.trim() !== '') lines.push({ ...open, text: open.text.trim() });
    open = undefined;
  };
  for (const item of items) {
    if (!('str' in item)) continue;
    const [, , , , x = 0, y = 0] = item.transform as readonly number[];
    if (item.str !== '') {
      if (open && item.str.trim() !== '' && Math.abs(open.y - y) > Math.max(open.size, item.height) * 0.7)
        end();
      const { text = '', from = x, to = x, size = 0, y: base = y } = open ?? {};
      const width = item.str.trim() === '' ? 0 : item.width;
      open = { text: text + item.str, from: Math.min(from, x), to: Math.max(to, x + width), y: base, size: Math.max(size, item.height) }; // prettier-ignore
    }
    if (item.hasEOL) end();
  }
  end();
  return lines;
}

/** The paragraphs of all pages; one may go on over the end of a page. */
export function paragraphs(pages: readonly (readonly PdfLine[])[]): string[] {
  const found: PdfLine[][] = [];
  for (const lines of pages) {
    const usual = middle(lines.flatMap(({ y }, i) => gap(lines[i - 1]?.y, y)));
    const right = rightsOf(lines);
    for (const [i, line] of lines.entries()) {
      const open = found.at(-1);
      const before = open?.at(-1);
      const isNext =
        before !== undefined && (i === 0 ? isCut(before, line) : goesOn(before, line, usual, right(before)));
      if (open && isNext) open.push(line);
      else found.push([line]);
    }
  }
  return found.map(joined);
}

/** Lines that begin within so many points of each other are of one column. */
const COLUMN = 30;

/** Where the column of a line ends, by its longest line. */
function rightsOf(lines: readonly PdfLine[]): (line: PdfLine) => number {
  const ends = new Map<number, number>();
  const place = (from: number): number => Math.round(from / COLUMN);
  for (const { from, to } of lines) ends.set(place(from), Math.max(ends.get(place(from)) ?? to, to));
  return ({ from, to }) => Math.max(to, ...[-1, 0, 1].map((step) => ends.get(place(from) + step) ?? to));
}

/** How far a line stands below another, if it does. */
const gap = (above: number | undefined, y: number): number[] =>
  above !== undefined && above > y ? [above - y] : [];

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

function goesOn(before: PdfLine, line: PdfLine, usual: number, right: number): boolean {
  const size = Math.max(before.size, line.size);
  const down = before.y - line.y;
  const isNear = down > 0 && down < Math.max(usual * 1.4, size * 1.2);
  const isAlike = Math.abs(before.size - line.size) < size * 0.12;
  const isIndented = line.from > before.from + size * 0.9;
  // Whoever sets lines to the right edge, or breaks them where the next word would pass it, leaves no room for words.
  const isShort = before.to < right - Math.max(size * 6, (right - before.from) * 0.2);
  return isNear && isAlike && !isIndented && !isShort && !(isEnd(before) && before.to < right - size * 2);
}

/** Whether a paragraph is cut by the end of a page. */
const isCut = (before: PdfLine, line: PdfLine): boolean =>
  !isEnd(before) &&
  Math.abs(before.size - line.size) < line.size * 0.12 &&
  /^[\p{Ll}\p{Script=Han}]/u.test(line.text);

const isEnd = ({ text }: PdfLine): boolean => SENTENCE_ENDS.test(text);

/** Words that were parted at the end of a line are whole again. */
function joined(lines: readonly PdfLine[]): string {
  const words: string[] = [];
  for (const { text } of lines) {
    const last = words.at(-1);
    const isParted =
      last !== undefined && (/\u00ad$/.test(last) || (/\p{L}-$/u.test(last) && /^\p{Ll}/u.test(text)));
    if (isParted) words[words.length - 1] = last.slice(0, -1) + text;
    else words.push(text);
  }
  return flowing(words).replaceAll('\u00ad', '');
}
