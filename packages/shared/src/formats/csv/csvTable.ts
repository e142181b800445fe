// CSV as RFC 4180 has it, with the freedoms that spreadsheets take: other separators, a byte order mark, `sep=;`. Read by
// hand: the usual parsers take quadratic time for a quote in the wrong place.
import { ok, refuse, type Result } from '../../result.ts';
import { csvLine, MARK, unguarded } from './csvCell.ts';
import { columnOf, COLUMNS, isScore, SCORE_COLUMNS, type Column, type ScoreColumn } from './csvColumns.ts';
import { MOST_FILE_BYTES } from '../format.ts';

export type Cells = Readonly<Partial<Record<Column | ScoreColumn, string>>>;

export interface CsvTable {
  readonly rows: readonly CsvRow[];
  /** Headings that say nothing to us. */
  readonly unknown: readonly string[];
}

export class CsvRow {
  constructor(
    /** As spreadsheets count: the headings are row 1. */
    readonly number: number,
    private readonly cells: readonly string[],
    private readonly places: ReadonlyMap<Column, number>,
  ) {}

  /** Empty where the row has none. */
  get(column: Column): string {
    const place = this.places.get(column);
    return place === undefined ? '' : unguarded(this.cells[place] ?? '');
  }

  get where(): string {
    return `row ${this.number}`;
  }
}

export function csvText(rows: readonly Cells[], isScored = false): string {
  const columns = isScored ? [...COLUMNS, ...SCORE_COLUMNS] : COLUMNS;
  const lines = rows.map((cells) => csvLine(columns.map((column) => cells[column] ?? '')));
  return [MARK, csvLine(columns), ...lines].join('');
}

const SEPARATORS = [',', ';', '\t'];
const MOST_ROWS = 300_000;

export function csvTable(text: string): Result<CsvTable> {
  if (text.length > MOST_FILE_BYTES)
    return refuse('too-large', `A file has at most ${MOST_FILE_BYTES} bytes.`);
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const [hint = '', told] = /^sep=([,;\t])\n/i.exec(plain) ?? [];
  const separator = told ?? separatorOf(plain);
  const read = recordsIn(plain.slice(hint.length), separator);
  if (!read.ok) return read;
  const first = hint === '' ? 1 : 2;
  const top = read.value.findIndex(isFilled);
  const headings = read.value[top] ?? [];
  const places = placesOf(headings);
  if (!places.has('text')) return refuse('invalid', `row ${Math.max(top, 0) + first}: ${NO_TEXT}`);
  const known = new Set(places.values());
  const rows = read.value.flatMap((cells, i) =>
    i > top && isFilled(cells) ? [new CsvRow(i + first, cells, places)] : [],
  );
  const unknown = headings.filter(
    (heading, i) => heading.trim() !== '' && !known.has(i) && !isScore(heading),
  );
  return ok({ rows, unknown });
}

const NO_TEXT =
  'no column for the text of claims. The first row names the columns: text (or claim, content, 主张, 内容) is needed, and id, under (parent, 上级), relation (type, 关系), author (作者), created (时间), language (语言) are read.';

const isFilled = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '');

/** Of columns that are named alike, the first counts. */
function placesOf(headings: readonly string[]): Map<Column, number> {
  const places = new Map<Column, number>();
  for (const [i, heading] of headings.entries()) {
    const column = columnOf(unguarded(heading));
    if (column && !places.has(column)) places.set(column, i);
  }
  return places;
}

/** The one that makes most sense of the headings. */
function separatorOf(text: string): string {
  const known = SEPARATORS.map((separator) => placesOf(headingsBy(separator, text)).size);
  return SEPARATORS[known.indexOf(Math.max(...known))] ?? ',';
}

function headingsBy(separator: string, text: string): string[] {
  const start = /\S/.exec(text)?.index ?? 0;
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? undefined : end);
  return line.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, ''));
}

/** What lines of other formats begin with and no line of headings does: a heading, an item, a number, a remark, a label. */
const otherLine = /^(?:#+ |[-*+>] |\d+\. |\(\d+\) |\/[/*]|<|[^,;\t\r\n]*: )/;

/** Whether the first line of a text names columns of ours, the one for texts among them. */
export function namesColumns(start: string): boolean {
  const plain = start.replace(/^\ufeff/, '').replace(/^sep=[,;\t]\r?\n/i, '');
  if (otherLine.test(plain.trimStart())) return false;
  const places = placesOf(headingsBy(separatorOf(plain), plain.replace(/\r/g, '\n')));
  return places.size > 1 && places.has('text');
}

/** The cells of each line; lines end with `\n`. */
function recordsIn(text: string, separator: string): Result<string[][]> {
  const records: string[][] = [];
  const bare = new RegExp(`[^${separator}\n]*`, 'y');
  const opening = / *"/y;
  const closing = / *(?=[\n,;\t]|$)/y;
  const at = (pattern: RegExp, from: number): number | undefined => {
    pattern.lastIndex = from;
    return pattern.test(text) ? pattern.lastIndex : undefined;
  };
  let cells: string[] = [];
  for (let from = 0; from < text.length || cells.length > 0;) {
    const open = at(opening, from);
    let end: number;
    if (open === undefined) {
      end = at(bare, from) ?? from;
      cells.push(text.slice(from, end));
    } else {
      const close = closingQuote(text, open);
      const next = close === undefined ? undefined : at(closing, close + 1);
      if (
        close === undefined ||
        next === undefined ||
        !(next === text.length || text[next] === '\n' || text[next] === separator)
      )
        return refuse(
          'invalid',
          `row ${records.length + 1}: ${close === undefined ? 'a quote is not closed' : 'there is text behind a closing quote'}`,
        );
      end = next;
      cells.push(text.slice(open, close).replaceAll('""', '"'));
    }
    from = end + 1;
    if (text[end] === separator && end < text.length) continue;
    records.push(cells);
    cells = [];
    if (records.length > MOST_ROWS) return refuse('too-large', `A file has at most ${MOST_ROWS} rows.`);
  }
  return ok(records);
}

function closingQuote(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return undefined;
}
