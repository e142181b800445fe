// Rounds in which people mark one text without seeing one another's marks, as the screens look at them.
import {
  asThesis,
  finishOf,
  languageOf,
  marksOf,
  may,
  mergedMarks,
  roundsOn,
  stretches,
  type Annotation,
  type ArgumentMap,
  type Coding,
  type Edit,
  type Id,
  type Merged,
  type Round,
  type SingleEdit,
} from '@counterpoint/shared';
import { quoting } from '../open/drafts.ts';
import { newId } from '../open/newId.ts';
import type { Painted } from './paint.ts';

/** The round that is on now, or else the last one. */
export function roundFor(view: ArgumentMap, edition: Id): Round | undefined {
  const all = roundsOn(view, edition);
  return all.find(({ opened }) => opened === null) ?? all.at(-1);
}

/** Everyone who may mark; who has left is not waited for. */
export const annotatorsIn = (view: ArgumentMap): number =>
  [...view.participants.values()].filter(({ role }) => role !== null && may(role, 'edit')).length;

/** Asks whether somebody may, and is never sent. */
export const BEGINNING: Edit = { kind: 'begin-round', round: '', edition: '', question: '…', labels: ['…'] };
export const CURATING: Edit = { kind: 'curate', annotations: [''], as: null };

export const finishing = (view: ArgumentMap, round: Id, by: Id | null, finished: boolean): Edit => ({
  kind: 'finish',
  finish: finishOf(view, round, by)?.id ?? newId(),
  round,
  finished,
});

/** What each did who marked something or said that they had finished; finding nothing is a coding, too. */
export function codingsIn(view: ArgumentMap, round: Id): readonly Coding[] {
  const people = new Map<Id | null, { finished: boolean; units: Annotation[] }>();
  const of = (by: Id | null) => {
    const known = people.get(by) ?? { finished: false, units: [] };
    people.set(by, known);
    return known;
  };
  for (const mark of marksOf(view, round)) of(mark.by).units.push(mark);
  for (const id of view.index.finishes.get(round) ?? []) {
    const finish = view.finishes.get(id);
    if (finish?.finished) of(finish.by).finished = true;
  }
  return [...people.values()];
}

export type Spanned = Merged<Annotation>;

export const spansIn = (view: ArgumentMap, round: Id): readonly Spanned[] =>
  mergedMarks(marksOf(view, round));

export const isSettled = ({ marks }: Spanned): boolean => marks.every(({ curated }) => curated !== null);

/** How many marked each stretch, told by the line and not by the colour alone. */
export function paintedBy(view: ArgumentMap, round: Round): readonly Painted[] {
  const people = codingsIn(view, round.id).length;
  return stretches(marksOf(view, round.id)).map(({ start, end, people: here }) => ({
    start,
    end,
    paint: here === people ? 'by-all' : 2 * here >= people ? 'by-most' : 'by-few',
  }));
}

const curating = ({ marks }: Spanned, as: 'accepted' | 'rejected' | null): SingleEdit => ({
  kind: 'curate',
  annotations: marks.map(({ id }) => id),
  as,
});

/** Its marks are done with, and nothing comes of them; with null they wait again. */
export const settling = (span: Spanned, as: 'rejected' | null): Edit => curating(span, as);

/** All its marks become one claim that rests on its words. */
export function mergedClaim(view: ArgumentMap, edition: Id, span: Spanned, words: string): Edit {
  const claim = newId();
  const language = languageOf(words, view.info.language);
  const picked = { edition, start: span.start, end: span.end, exact: words };
  return {
    kind: 'batch',
    edits: [
      { kind: 'add-claim', claim, text: words, language, to: asThesis(view) },
      quoting(claim, words, picked),
      curating(span, 'accepted'),
    ],
  };
}

/** All its marks become one note that everyone sees: its label, and what those who marked it wrote. */
export function mergedNote(edition: Id, span: Spanned): Edit {
  const text = [span.label, ...span.marks.map((mark) => mark.text)].filter(Boolean).join('\n');
  const { start, end } = span;
  return {
    kind: 'batch',
    edits: [
      { kind: 'annotate', annotation: newId(), edition, start, end, text, open: true },
      curating(span, 'accepted'),
    ],
  };
}
