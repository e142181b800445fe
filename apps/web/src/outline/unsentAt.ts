import { placeOfWording } from '../open/placesOfWords.ts';
import type { TypedState } from '../open/typedStore.ts';
import type { Command } from './commands.ts';
import { draftKey, type Draft } from './draft.ts';
import type { Row } from './outlineRows.ts';
import type { Open } from './useWriting.ts';

/** What opens the field again in which words about a row wait; undefined while none do, or a field of the row is open. */
export function unsentAt(typed: TypedState, row: Row, open: Open | null): Command | undefined {
  if (open && (open.for === 'reword' ? open.row : open.draft.anchor) === row.id) return undefined;
  if (!row.reference && typed.has(placeOfWording(row.claim.id, 'row'))) return 'edit';
  const waits = (as: Draft['as']) =>
    typed.has(`row ${draftKey({ as, anchor: row.id, relation: 'support' })}`);
  if (waits('reply')) return 'support';
  if (waits('sibling')) return 'sibling';
  return waits('joint') ? 'joint' : undefined;
}
