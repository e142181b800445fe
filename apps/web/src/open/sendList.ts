import { addList, type Listed } from '@counterpoint/shared';
import { askFor } from './askFor.ts';
import { backToCanvas } from './backToCanvas.ts';
import type { MapSession } from './mapSession.ts';
import { newId } from './newId.ts';
import { placeOfDraft } from './placesOfWords.ts';

/** Makes a list of claims where the field of a new card stands; false when they were not taken. */
export function sendList({ doc, screen, typed }: MapSession, items: readonly Listed[]): boolean {
  const { draft, stopEditing, select } = screen.getState();
  if (!draft || !askFor({ doc }, addList(doc.getState().view, draft, items, newId))) return false;
  select(draft.claim);
  stopEditing();
  typed.keep(placeOfDraft(draft.to), undefined);
  backToCanvas();
  return true;
}
