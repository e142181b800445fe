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

const LINE_PX = 22.5;
const AROUND_TEXT_PX = 42;

/** How high it is likely to be where so much width is. */
export function guessedHeight(item: Item, width: number): number {
  if (item.kind === 'draft') return 130;
  const room = Math.max(120, width - 100 - Math.min(item.row.level, 8) * 16);
  return AROUND_TEXT_PX + LINE_PX * Math.ceil((widthOf(item.row.claim) * 15) / room);
}

const widths = new WeakMap<object, number>();

/** In ems: a Chinese character is one wide, a Latin one about half. */
function widthOf(claim: { readonly text: string }): number {
  const known = widths.get(claim);
  if (known !== undefined) return known;
  let ems = 0;
  for (let i = 0; i < claim.text.length; i++) ems += claim.text.charCodeAt(i) > 0x2e80 ? 1 : 0.52;
  widths.set(claim, ems);
  return ems;
}
