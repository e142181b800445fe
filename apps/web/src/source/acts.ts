// What can be made of a passage that is chosen.
import type { Claim, Edit, Relation, Round } from '@counterpoint/shared';
import { askFor } from '../open/askFor.ts';
import { newDraft, quoting } from '../open/drafts.ts';
import { newId } from '../open/newId.ts';
import type { MapSession } from '../open/mapSession.ts';
import type { Picked } from '../open/picked.ts';
import { SOURCE_VIEW } from '../open/links.ts';
import { startNew } from '../open/writing.ts';
import { isNarrow } from '../ui/isNarrow.ts';

export type Act = Relation | 'selected';

/** The letters of the bar. */
export const ACT_KEYS = {
  thesis: 'C',
  support: 'S',
  rebut: 'R',
  undercut: 'U',
  selected: 'Q',
  note: 'N',
} as const;

/** A new claim opens as a card with the words of the passage; what it speaks for or against is pointed at in the map. */
export function makeClaim(session: MapSession, picked: Picked, relation: Relation): void {
  const { view, ask, aim, select, read } = session.screen.getState();
  // It stays marked, and the keys go on from it.
  read(picked.edition, picked);
  if (view === SOURCE_VIEW || isNarrow()) ask({ for: 'claim', picked, relation });
  else if (relation === 'thesis') startNew(session, { ...newDraft('thesis', null, relation), rests: picked });
  else {
    select(null);
    aim({ picked, relation });
  }
}

/** The passage supports a claim that is there already. */
export const restOn = (session: MapSession, claim: Claim, picked: Picked, taken: () => void): void =>
  void askFor(session, quoting(claim.id, claim.text, picked), taken);

/** A mark of the round that is on. */
export const markAs = (session: MapSession, { id: round }: Round, picked: Picked, label: string): boolean => {
  const { edition, start, end } = picked;
  return askFor(session, { kind: 'annotate', annotation: newId(), edition, start, end, text: '', open: false, round, label }); // prettier-ignore
};

/** Another passage for a quotation that has lost its own. */
export function requoteAt(
  session: MapSession,
  quotation: string,
  { exact: _, ...passage }: Picked,
  taken: () => void,
): void {
  const bearing = session.doc.getState().view.quotations.get(quotation)?.bearing ?? 'paraphrase';
  const edit: Edit = {
    kind: 'requote',
    quotation,
    ...passage,
    // What repeated the old words to the letter does not repeat the new ones.
    bearing: bearing === 'verbatim' ? 'paraphrase' : bearing,
  };
  askFor(session, edit, taken);
}
