// By which names typed words are kept. Fields that are seen at the same time have names of their own: one must not open the other.
import type { Id, Place as PlaceInTree } from '@counterpoint/shared';
import type { Draft } from './drafts.ts';
import { reopen } from './reopen.ts';
import type { ScreenStore } from './screenStore.ts';
import type { Place, TypedStore } from './typedStore.ts';

export const placeOfWording = (claim: Id, on: 'card' | 'panel' | 'row'): Place => `wording ${on} ${claim}`;
export const placeOfComment = (claim: Id): Place => `comment ${claim}`;
/** One wording out of two that stand beside each other. */
export const placeOfCombined = (claim: Id): Place => `combined ${claim}`;
export const placeOfReason = (proposal: Id): Place => `reason ${proposal}`;

export function placeOfDraft(to: PlaceInTree): Place {
  if (to.at === 'thesis') return 'draft thesis';
  return to.at === 'premise' ? `draft with ${to.argument}` : `draft ${to.direction} ${to.target.id}`;
}

type Card = Readonly<{ draft: Draft | null; editing: Id | null }>;

export const placeOfCard = ({ draft, editing }: Card): Place | null =>
  draft ? placeOfDraft(draft.to) : editing === null ? null : placeOfWording(editing, 'card');

const isCard = (noted: unknown): noted is Card =>
  typeof noted === 'object' && noted !== null && 'draft' in noted && 'editing' in noted;

/** Opens the card that this tab was writing on, and from then on keeps what is typed on cards. */
export function keepCards(map: Id, screen: ScreenStore, typed: TypedStore): void {
  const noted = reopen<Card>('card', map);
  const card = noted.read(isCard);
  const place = card && placeOfCard(card);
  const kept = place === null ? undefined : typed.getState().get(place);
  const { startDraft, startEditing } = screen.getState();
  if (card?.draft && kept) startDraft(card.draft, kept.text);
  else if (card?.editing && kept) startEditing(card.editing, kept.was ?? '', kept.text);
  screen.subscribe((now, before) => {
    const { draft, editing, typed: text, was } = now;
    if (draft !== before.draft || editing !== before.editing)
      noted.note(draft || editing !== null ? { draft, editing } : null);
    const at = placeOfCard(now);
    if (at === null || text === before.typed) return;
    const on = editing ?? (draft ? aboveIn(draft.to) : undefined);
    typed.keep(at, text === was ? undefined : { text, ...(draft ? {} : { was }), ...(on ? { on } : {}) });
  });
}

/** What a draft cannot be without. */
const aboveIn = (to: PlaceInTree): Id | undefined =>
  to.at === 'thesis' ? undefined : to.at === 'premise' ? to.argument : to.target.id;
