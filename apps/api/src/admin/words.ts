import type { Listed } from './admin.service.ts';

/** A line for each, in columns; names are somebody's words and told as JSON strings. */
export function listed(all: readonly Listed[]): string[] {
  const rows = all.map(({ id, login, name, admin, since, maps }) => [
    login === null ? `(guest) ${id}` : JSON.stringify(login),
    JSON.stringify(name),
    `since ${shownDay(since.getTime()).slice(0, 10)}`,
    `${maps} ${maps === 1 ? 'map' : 'maps'}`,
    admin ? 'admin' : '',
  ]);
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? '')))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  );
}

/** In UTC, as in logs. */
export const shownDay = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** A terminal gives two columns to what East Asian Width calls wide. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\uff00-\uff60]/u.test(sign) ? 2 : 1), 0); // prettier-ignore
