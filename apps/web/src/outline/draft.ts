// Where the row of a claim that is being written stands among the others.
import type { Draft } from '../open/drafts.ts';
import { endOfBranch, type Row } from './outlineRows.ts';

/** Before which row the draft is drawn, and how deep: a reply right beneath its anchor, others behind the anchor's branch.
 *  Undefined while its anchor is out of sight. */
export function placeOfRow(
  rows: readonly Row[],
  draft: Draft,
): { readonly index: number; readonly level: number } | undefined {
  if (draft.anchor === null) return { index: rows.length, level: 1 };
  const anchor = rows.findIndex((row) => row.id === draft.anchor);
  const level = rows[anchor]?.level;
  if (level === undefined) return undefined;
  return draft.as === 'reply'
    ? { index: anchor + 1, level: level + 1 }
    : { index: endOfBranch(rows, anchor), level };
}
