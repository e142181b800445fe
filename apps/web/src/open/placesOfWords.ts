// By which names typed words are kept. Fields that are seen at the same time have names of their own: one must not open the other.
import type { Id } from '@counterpoint/shared';
import { newDraft, type Draft } from './drafts.ts';
import type { Picked } from './picked.ts';
import { reopen } from './reopen.ts';
import type { ScreenStore } from './screenStore.ts';
import type { Place, TypedStore } from './typedStore.ts';

export const placeOfWording = (claim: Id, on: 'map' | 'panel'): Place => `wording ${on} ${claim}`;
export const placeOfComment = (claim: Id): Place => `comment ${claim}`;
/** One wording out of two that stand beside each other. */
export const placeOfCombined = (claim: Id): Place => `combined ${claim}`;
/** The claims that one is about to be split into, parted by an empty line. */
export const placeOfSplit = (claim: Id): Place => `split ${claim}`;
export const placeOfGloss = (quotation: Id): Place => `gloss ${quotation}`;
/** On a passage that has none of one's own yet. */
export const placeOfNote = ({ edition, start, end }: Omit<Picked, 'exact'>): Place =>
  `note ${edition} ${start} ${end}`;
export const placeOfRound = (edition: Id): Place => `round ${edition}`;
export const placeOfRepair = (proposal: Id): Place => `repair ${proposal}`;
export const placeOfAppeal = (proposal: Id): Place => `appeal ${proposal}`;
/** In which a moderator accepts it. */
export const placeOfAmended = (proposal: Id): Place => `amended ${proposal}`;
export const placeOfFlag = (about: Id): Place => `flag ${about}`;
export const placeOfPoint = (debate: Id): Place => `point ${debate}`;
/** Of the debate that takes place, or of a new one; its text is the whole plan. */
export const placeOfPlan = (debate: Id | null): Place => `plan ${debate ?? 'new'}`;
/** Why a person is muted. */
export const placeOfMute = (participant: Id): Place => `mute ${participant}`;
/** What one is about to grade; its text is the whole grade. `on` null is all that the person did. */
export const placeOfGrade = (participant: Id, on: Id | null): Place => `grade ${participant} ${on ?? 'all'}`;
export const PLACE_OF_RUBRIC: Place = 'rubric';
/** How the map is moderated. */
export const PLACE_OF_POLICY: Place = 'policy';
/** Of a reason that a map has for itself, or of a new one, in one language. */
export const placeOfListed = (reason: Id | null, language: 'zh' | 'en'): Place =>
  `listed ${reason ?? 'new'} ${language}`;
export const placeOfReason = (proposal: Id): Place => `reason ${proposal}`;

/** Turned to another relation, it is another draft; so it is on another passage. */
export const placeOfDraft = ({ as, anchor, relation, rests }: Draft): Place =>
  [
    'draft',
    as,
    relation,
    ...(anchor === null ? [] : [anchor]),
    ...(rests ? ['on', rests.edition, rests.start, rests.end] : []),
  ].join(' ');

/** The draft whose words lie at a place, to be opened again. */
export function draftAt(place: Place): Draft | undefined {
  const [before = place, passage] = place.split(' on ');
  const [what, as, relation, anchor = null] = before.split(' ');
  if (what !== 'draft') return undefined;
  const draft = newDraft(as as Draft['as'], anchor, relation as Draft['relation']);
  const [edition, start, end] = passage?.split(' ') ?? [];
  return edition === undefined
    ? draft
    : { ...draft, rests: { edition, start: Number(start), end: Number(end), exact: '' } };
}

/** A field in the map: on a card, or in a row of the outline. */
type Field = Readonly<{ draft: Draft | null; editing: Id | null }>;

export const placeOfField = ({ draft, editing }: Field): Place | null =>
  draft ? placeOfDraft(draft) : editing === null ? null : placeOfWording(editing, 'map');

const isField = (noted: unknown): noted is Field =>
  typeof noted === 'object' &&
  noted !== null &&
  'draft' in noted &&
  'editing' in noted &&
  isDraft(noted.draft);

const isDraft = (draft: unknown): boolean =>
  draft === null ||
  (typeof draft === 'object' && ['claim', 'argument', 'as', 'anchor'].every((key) => key in draft));

/** Opens the field that this tab was writing in, and from then on keeps what is typed into such fields. */
export function keepFields(map: Id, screen: ScreenStore, typed: TypedStore): void {
  const noted = reopen<Field>('field', map);
  const field = noted.read(isField);
  const place = field && placeOfField(field);
  const kept = place === null ? undefined : typed.getState().get(place);
  const { startDraft, startEditing } = screen.getState();
  if (field?.draft && kept) startDraft(field.draft, kept.text);
  else if (field?.editing && kept) startEditing(field.editing, kept.was ?? '', kept.text);
  screen.subscribe((now, before) => {
    const { draft, editing, typed: text, was } = now;
    if (draft !== before.draft || editing !== before.editing)
      noted.note(draft || editing !== null ? { draft, editing } : null);
    const at = placeOfField(now);
    if (at === null || text === before.typed) return;
    const on = editing ?? draft?.anchor;
    typed.keep(at, text === was ? undefined : { text, ...(draft ? {} : { was }), ...(on ? { on } : {}) });
  });
}
