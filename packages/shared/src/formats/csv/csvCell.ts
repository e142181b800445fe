// What stands in one cell of a CSV file of ours.

/**
 * What spreadsheets take for a formula at the start of a cell, full-width signs included (OWASP ASVS 5.0, 1.2.10). Such a
 * cell gets an apostrophe in front, and one that begins with apostrophes and such a sign gets one more: whoever takes one
 * away again has the text to the letter.
 */
const formula = /^'*[=+\-@\t\n\r＝＋－＠]/;
const guardedFormula = /^'+[=+\-@\t\n\r＝＋－＠]/;

export const guarded = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && guardedFormula.test(cell) ? cell.slice(1) : cell;

/** The byte order mark makes spreadsheets read UTF-8. */
export const MARK = '\ufeff';

/** A line with its end. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`;

// A semicolon or a tab parts cells in some countries, and space at either end is cut off by some readers.
const special = /[",;\t\r\n]|^\s|\s$/;
const quoted = (cell: string): string => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** ISO 8601 in UTC. */
export const isoOf = (at: number): string => new Date(at).toISOString();

const ISO =
  /^((?:\+\d{2})?\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|[+-]\d{2}:\d{2})?)?$/;

/** In ms since 1970; a time without a zone is taken for UTC. Undefined for what is no time from 1970 on. */
export function momentIn(cell: string): number | undefined {
  const [, day, time = '00:00', zone = 'Z'] = ISO.exec(cell.trim()) ?? [];
  const moment = day === undefined ? NaN : Date.parse(`${day}T${time}${zone}`);
  return moment >= 0 ? moment : undefined;
}

/** A whole number from 0 on. */
export const countIn = (cell: string): number | undefined =>
  /^\d{1,15}$/.test(cell) ? Number(cell) : undefined;
