// What a moderator asks for: a verdict on one proposal or on several, and acceptances in another place or on another side.
import { moveUnder, turned, type Aim, type ArgumentMap, type Batch, type Edit, type Proposal, type SingleEdit } from '@counterpoint/shared'; // prettier-ignore
import { newId } from '../open/newId.ts';
import { wordsIn } from '../open/otherWords.ts';

type Decide = Extract<SingleEdit, { readonly kind: 'decide' }>;

export const ACCEPTED = { verdict: 'accepted', code: null, reason: null } as const;
export const SPAM = { verdict: 'spam', code: null, reason: null } as const;

const on = ({ id, at: seen }: Proposal, said: Pick<Decide, 'verdict' | 'code' | 'reason'>): Decide => ({
  kind: 'decide',
  proposal: id,
  ...said,
  seen,
});

/** [M-15] The same verdict on all of them, or on none: oldest first, since one may build on another. */
export function decisionOn(
  proposals: readonly Proposal[],
  said: Pick<Decide, 'verdict' | 'code' | 'reason'>,
): Edit {
  const edits = proposals.toSorted((a, b) => a.at - b.at).map((proposal) => on(proposal, said));
  const [only] = edits;
  return only && edits.length === 1 ? only : { kind: 'batch', edits };
}

export const isDecision = (edit: Edit | null): boolean =>
  edit !== null && (edit.kind === 'batch' ? edit.edits : [edit]).some(({ kind }) => kind === 'decide');

/** The argument that a proposed claim would make; undefined where it makes none. */
function argumentOf(view: ArgumentMap, proposal: Proposal) {
  const main = wordsIn(proposal);
  return main?.kind === 'add-claim' && main.to.at === 'argument'
    ? view.arguments.get(main.to.argument)
    : undefined;
}

const withAccepted = (proposal: Proposal, edit: Edit): Batch => ({
  kind: 'batch',
  edits: [on(proposal, ACCEPTED), ...(edit.kind === 'batch' ? edit.edits : [edit])],
});

/** [M-03] Accepts a claim on the other side; undefined where it has no side, or an inference is its target. */
export function acceptedTurned(view: ArgumentMap, proposal: Proposal): Edit | undefined {
  const argument = argumentOf(view, proposal);
  return argument?.target.kind === 'claim' ? withAccepted(proposal, turned(argument)) : undefined;
}

/** [M-03] Accepts a claim in another place. `view` is the map with it. */
export function acceptedAt(view: ArgumentMap, proposal: Proposal, aim: Aim): Edit | undefined {
  const main = wordsIn(proposal);
  return main?.kind === 'add-claim'
    ? withAccepted(proposal, moveUnder(view, main.claim, aim, newId))
    : undefined;
}
