// Breaks text into columns, as for a terminal or a mail: Han and other full-width characters take two.
import { CLASS, classOf, mayBreak, type Class } from '../../layout/breaks.ts';
import { graphemeEnds } from '../../layout/measure.ts';

/**
 * The lines of a text in so many columns; its own line breaks stay. What stands between two spaces is cut between Han
 * characters only: a longer word, such as an address, has a line to itself, so that it can be copied.
 */
export function inColumns(text: string, columns: number, firstLine = columns): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/[\n\u2028\u2029]/)) breakInto(lines, paragraph, columns, firstLine);
  return lines;
}

function breakInto(lines: string[], paragraph: string, columns: number, firstLine: number): void {
  const endOf = graphemeEnds(paragraph);
  let start = 0; // of the line
  let end = 0; // of what is on the line, without spaces behind it
  let width = 0;
  // Where the line may end, where the next then begins, and how wide it is up to there.
  let chance = { end: 0, next: 0, width: 0 };
  let before: Class = CLASS.none; // the two classes in front, leaving out spaces
  let last: Class = CLASS.none;
  for (let at = 0, next: number; at < paragraph.length; at = next) {
    next = endOf(at);
    const kind = classOf(paragraph, at, next);
    const taken = isWide(kind) || paragraph[at] === '\u3000' ? 2 : 1;
    if (kind !== CLASS.space) {
      const spaced = at > end;
      const isParted = spaced || isWide(last) || isWide(kind);
      if (end > start && isParted && mayBreak(before, last, kind, spaced)) chance = { end, next: at, width };
      if (width + taken > (lines.length === 0 ? firstLine : columns) && chance.next > start) {
        lines.push(paragraph.slice(start, chance.end));
        start = chance.next;
        width -= chance.width;
      }
      end = next;
      before = spaced ? CLASS.space : last;
      last = kind;
    }
    width += taken;
  }
  lines.push(paragraph.slice(start, Math.max(start, end)));
}

const isWide = (kind: Class): boolean =>
  kind === CLASS.wide || kind === CLASS.wideOpen || kind === CLASS.wideClose;
