import { addList, type Listed } from '@counterpoint/shared';
import { askFor } from './askFor.ts';
import { placeOf } from './drafts.ts';
import type { MapSession } from './mapSession.ts';
import { newId } from './newId.ts';
import { placeOfDraft } from './placesOfWords.ts';
import { toWhom } from './writing.ts';

/** Makes a list of claims where the field of a new one stands; false when they were not taken now. */
export function sendList(session: MapSession, items: readonly Listed[], done?: () => void): boolean {
  const { draft, goes, stopEditing, select } = session.screen.getState();
  const { view } = session.doc.getState();
  const to = draft && placeOf(view, draft);
  if (!draft || !to) return false;
  const edit = addList(view, { claim: draft.claim, to }, items, newId);
  return askFor(session, toWhom(goes, edit), () => {
    select(draft.claim);
    stopEditing();
    session.typed.keep(placeOfDraft(draft), undefined);
    done?.();
  });
}
