// Using a claim that is there instead of writing it once more.
import { ruleOf, standpointOf, type Edit, type Id } from '@counterpoint/shared';
import { askFor } from '../open/askFor.ts';
import { placeOf } from '../open/drafts.ts';
import type { MapSession } from '../open/mapSession.ts';
import { newId } from '../open/newId.ts';
import { standingOf, useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { placeOfDraft } from '../open/placesOfWords.ts';
import { serverNow } from '../open/serverTime.ts';
import { showClaim } from '../open/showClaim.ts';
import { toWhom } from '../open/writing.ts';

/** Puts the claim in the place of the draft; undefined where that cannot be, or would say what is said there already. */
export function useInstead(claim: Id): (() => void) | undefined {
  const session = useOpenMap();
  useDoc((state) => state.view);
  useScreen((state) => state.draft);
  const edit = referenceTo(session, claim);
  if (!edit) return undefined;
  return () => {
    const { draft, goes, stopEditing } = session.screen.getState();
    askFor(session, toWhom(goes, edit), () => {
      stopEditing();
      if (draft) session.typed.keep(placeOfDraft(draft), undefined);
      const { view } = session.doc.getState();
      showClaim(session.screen, view, view.references.has(edit.reference) ? edit.reference : claim);
      session.screen.getState().hands?.focus();
    });
  };
}

function referenceTo(
  { doc, screen }: MapSession,
  claim: Id,
): Extract<Edit, { kind: 'add-reference' }> | undefined {
  const { draft } = screen.getState();
  const { view, participant } = doc.getState();
  // A draft that rests on a passage brings more than its words.
  const to = draft && !draft.rests ? placeOf(view, draft) : undefined;
  if (!to || to.at === 'thesis') return undefined;
  const there = standpointOf(view, claim)?.argument;
  if (to.at === 'argument' && (there?.target.id === to.target.id || to.target.id === claim)) return undefined;
  const edit = { kind: 'add-reference', reference: newId(), claim, to } as const;
  const at = serverNow();
  if (standingOf(doc.getState(), edit, at) === 'refused') return undefined;
  return ruleOf(view, edit, { id: '', by: participant, at }).ok ? edit : undefined;
}
