// What the outline draws one beneath the other: rows, and where a claim is being written a field between them.
import type { Draft } from '../open/drafts.ts';
import { placeOfRow } from './draft.ts';
import type { Row } from './outlineRows.ts';

export type Item =
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'draft'; readonly draft: Draft; readonly level: number };

export function itemsOf(rows: readonly Row[], draft: Draft | null): readonly Item[] {
  const items: Item[] = rows.map((row) => ({ kind: 'row', row }));
  const place = draft && placeOfRow(rows, draft);
  if (draft && place) items.splice(place.index, 0, { kind: 'draft', draft, level: place.level });
  return items;
}

/** Which of the items to draw, in order: those in sight, and those with a focus or a field wherever they are. */
export function drawn(
  items: readonly Item[],
  from: number,
  to: number,
  kept: (item: Item) => boolean,
): readonly number[] {
  const indexes: number[] = [];
  for (const [i, item] of items.entries()) if ((i >= from && i < to) || kept(item)) indexes.push(i);
  return indexes;
}
