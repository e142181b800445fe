// What each row of a file is, and how others name it.
import { isKind, plainWord, type Kind } from './csvColumns.ts';
import type { CsvRow } from './csvTable.ts';
import type { CsvNode } from './csvTree.ts';
import type { Losses } from '../loss.ts';

/** Rows without a kind are claims, and so are those of a kind that we do not know. */
export function kindOf(row: CsvRow, losses: Losses): Kind {
  const word = plainWord(row.get('kind'));
  if (isKind(word)) return word;
  if (word !== '') losses.add('unknown', row.where);
  return 'claim';
}

/** Claims, arguments and references in the order of the file, each under a key of its own. */
export function keyed(rows: ReadonlyMap<string, readonly CsvRow[]>, losses: Losses): CsvNode[] {
  const taken = new Set<string>();
  return (['claim', 'argument', 'reference'] as const)
    .flatMap((kind) => (rows.get(kind) ?? []).map((row) => ({ kind, row })))
    .sort((a, b) => a.row.number - b.row.number)
    .map(({ kind, row }) => {
      const id = row.get('id').trim();
      if (taken.has(id)) losses.add('duplicates', row.where);
      const key = id === '' || taken.has(id) ? row.where : id;
      taken.add(key);
      return { kind, key, row };
    });
}

export function listed<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
