// What rides along unseen in a file of ours, where the format has room for foreign data: with each claim and argument
// what the format does not say of it, and once per file everything else. Reading such a file gives back the whole map;
// what other tools changed in it meanwhile wins over what rode along (grow.ts).
import { TABLES } from '../../map/tables/tables.ts';
import type { Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';

/** Under this name it stands in formats that have names for such things. */
export const CARRIED = 'counterpoint';

/** For JSON: the heading, and all rows but those of the claims and arguments that the file shows. */
export function restOf(content: MapContent, isShown: (id: Id) => boolean): Record<string, unknown> {
  const rest: Record<string, unknown> = { info: content.info };
  for (const table of TABLES) {
    const rows =
      table === 'claims' || table === 'arguments'
        ? content[table].filter(({ id }) => !isShown(id))
        : content[table];
    if (rows.length > 0) rest[table] = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }
  return rest;
}

/** For JSON: a claim or an argument; without its text where the file shows it to the letter. */
export function rowOf(node: Claim | Argument, shownText?: string): Record<string, unknown> {
  if (!('text' in node)) return { ...node };
  const { text, ...row } = node;
  return text === shownText ? row : { ...row, text };
}

/** What a claim says: the wording that rode along, as long as `shown` of it is still what the file shows. */
export function carriedText(row: unknown, seen: string, shown: (text: string) => string): string {
  const text = typeof row === 'object' && row !== null && 'text' in row ? row.text : undefined;
  return typeof text === 'string' && shown(text) === seen ? text : seen;
}
