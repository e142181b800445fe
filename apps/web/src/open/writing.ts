// Opening, keeping and leaving the one field in the map: on a card, or in a row of the outline.
import type { Edit, Id, Relation } from '@counterpoint/shared';
import { askFor } from './askFor.ts';
import { addDraft, newDraft, type Draft } from './drafts.ts';
import { A_CLAIM, draftOf, goesTo, type Keeping } from './keeping.ts';
import type { MapSession } from './mapSession.ts';
import { placeOfDraft, placeOfField, placeOfWording } from './placesOfWords.ts';
import { serverNow } from './serverTime.ts';

const goesNow = ({ doc }: MapSession, edit: Edit): Keeping => goesTo(doc.getState(), edit, serverNow());

/** The phase may have changed while the words were typed. */
export const toWhom = (goes: Keeping, edit: Edit | undefined): Edit | undefined =>
  edit && goes !== 'all' ? draftOf(edit, goes) : edit;

/** The claim that a premise stands for. */
export function claimAt({ doc }: Pick<MapSession, 'doc'>, id: Id): Id {
  return doc.getState().view.references.get(id)?.claim ?? id;
}

/** Puts an empty field where the new claim will stand; nothing is sent before it has words. */
export function startNew(session: MapSession, draft: Draft): void {
  const { fold, startDraft } = session.screen.getState();
  if (draft.as === 'reply' && draft.anchor !== null && draft.relation !== 'undercut')
    fold(claimAt(session, draft.anchor), false);
  const typed = session.typed.getState().get(placeOfDraft(draft))?.text ?? draft.rests?.exact;
  startDraft(draft, typed, goesNow(session, A_CLAIM));
}

export const startThesis = (session: MapSession): void =>
  startNew(session, newDraft('thesis', null, 'thesis'));

/** The words go with it. */
export function turnDraft(session: MapSession, relation: Relation): void {
  const { draft, typed, goes, startDraft } = session.screen.getState();
  if (!draft) return;
  session.typed.keep(placeOfDraft(draft), undefined);
  startDraft({ ...draft, relation }, '', goes);
  session.screen.getState().type(typed);
}

export function startEditing(session: MapSession, id: Id): void {
  const claim = session.doc.getState().view.claims.get(claimAt(session, id));
  if (!claim) return;
  const kept = session.typed.getState().get(placeOfWording(claim.id, 'map'));
  const was = kept?.was ?? claim.text;
  const goes = goesNow(session, { kind: 'reword', claim: claim.id, text: '…', was });
  session.screen.getState().startEditing(claim.id, was, kept?.text, goes);
}

/** Sends what was typed; a refused wording stays in its field. An empty new card just goes. `done` follows when the field is done with. */
export function sendTyped(session: MapSession, done?: () => void): void {
  const { draft, editing, typed, was, goes, stopEditing, select } = session.screen.getState();
  const place = placeOfField({ draft, editing });
  const text = typed.trim();
  const leave = (): void => {
    if (draft && text !== '') select(draft.claim);
    stopEditing();
    if (place !== null) session.typed.keep(place, undefined);
    done?.();
  };
  if (text === '' || (!draft && text === was.trim())) leave();
  else if (draft) askFor(session, toWhom(goes, addDraft(session.doc.getState().view, draft, text)), leave);
  else if (editing !== null)
    askFor(session, toWhom(goes, { kind: 'reword', claim: editing, text, was }), leave);
  else leave();
}

/** Sends it and goes one level in: a first support beneath it. */
export function sendAndGoOn(session: MapSession): void {
  const { draft, editing } = session.screen.getState();
  const anchor = draft?.claim ?? editing;
  sendTyped(session, () => {
    if (anchor !== null) startNew(session, newDraft('reply', anchor, 'support'));
  });
}
