// Opening, keeping and leaving the field on a card.
import {
  againstArgument,
  againstClaim,
  asJoint,
  asReply,
  asSibling,
  asThesis,
  forClaim,
  standpointOf,
  type Id,
  type Place,
} from '@counterpoint/shared';
import { askFor } from './askFor.ts';
import { addDraft, draftAt } from './drafts.ts';
import { placeOfCard, placeOfDraft, placeOfWording } from './placesOfWords.ts';
import type { MapSession } from './mapSession.ts';
import { newId } from './newId.ts';

export type NewKind = 'thesis' | 'sibling' | 'support' | 'rebut' | 'undercut' | 'andAlso';

/** The claim that a premise stands for. */
export function claimAt({ doc }: Pick<MapSession, 'doc'>, id: Id): Id {
  return doc.getState().view.references.get(id)?.claim ?? id;
}

/** Puts an empty field where the new claim will stand; nothing is sent before it has words. */
export function startNew(session: MapSession, kind: NewKind, at: Id | null): void {
  const place = placeFor(session, kind, at);
  if (!place) return;
  const { fold, startDraft } = session.screen.getState();
  if (at !== null && (kind === 'support' || kind === 'rebut')) fold(claimAt(session, at), false);
  startDraft(draftAt(place), session.typed.getState().get(placeOfDraft(place))?.text);
}

function placeFor(session: MapSession, kind: NewKind, at: Id | null): Place | undefined {
  const { view } = session.doc.getState();
  if (kind === 'thesis' || at === null) return asThesis(view);
  const argument = standpointOf(view, at)?.argument;
  switch (kind) {
    case 'sibling':
      return asSibling(view, at, newId);
    case 'support':
      return asReply(view, forClaim(claimAt(session, at)), newId);
    case 'rebut':
      return asReply(view, againstClaim(claimAt(session, at)), newId);
    case 'undercut':
      return argument && asReply(view, againstArgument(argument.id), newId);
    case 'andAlso':
      return argument && asJoint(view, argument.id, at);
  }
}

export function startEditing(session: MapSession, id: Id): void {
  const claim = session.doc.getState().view.claims.get(claimAt(session, id));
  if (!claim) return;
  const kept = session.typed.getState().get(placeOfWording(claim.id, 'card'));
  session.screen.getState().startEditing(claim.id, kept?.was ?? claim.text, kept?.text);
}

/** Sends what was typed; a refused wording stays in its field. An empty new card just goes. */
export function sendTyped(session: MapSession): void {
  const { draft, editing, typed, was, stopEditing, select } = session.screen.getState();
  const place = placeOfCard({ draft, editing });
  const text = typed.trim();
  const done = (): void => {
    stopEditing();
    if (place !== null) session.typed.keep(place, undefined);
  };
  if (text === '' || (!draft && text === was.trim())) {
    done();
    return;
  }
  if (draft) {
    if (!askFor(session, addDraft(session.doc.getState().view, draft, text))) return;
    select(draft.claim);
  } else if (editing !== null && !askFor(session, { kind: 'reword', claim: editing, text, was })) return;
  done();
}
