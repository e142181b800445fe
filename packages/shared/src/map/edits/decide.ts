import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { goneKey } from '../bare.ts';
import { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { put } from '../patch.ts';
import { isReason, Reason } from '../tables/reasons.ts';
import { LONGEST, personText } from '../text.ts';
import type { Participant } from '../tables/participants.ts';
import type { Proposal } from '../tables/proposals.ts';
import { kind, stamp, type Kinded, type Verb } from './kind.ts';
import type { Reopen } from './reopen.ts';

export const Decide = z.object({
  kind: z.literal('decide'),
  proposal: Id,
  verdict: z.enum(['accepted', 'returned', 'rejected', 'spam']),
  code: Reason.nullable().optional().describe('why it is sent back'),
  reason: personText(LONGEST.reason).nullable(),
  seen: z.int().optional().describe('when the proposal was made that the moderator has before them'),
});
export type Decide = z.infer<typeof Decide>;

export const Withdraw = z.object({ kind: z.literal('withdraw'), proposal: Id });
export type Withdraw = z.infer<typeof Withdraw>;

const partsOf = (edit: Kinded & { readonly edits?: readonly Kinded[] }): readonly Kinded[] =>
  edit.edits ?? [edit];

/** [P5] to [P8] [P15] A moderator's verdict; an accepted edit is applied in its author's name. */
export const decide = kind({
  schema: Decide,
  act: () => null,
  verb: () => 'decide',
  rule(map, { proposal: id, verdict, code = null, reason, seen }, context, held) {
    const pending = pendingProposal(map, id);
    if (!pending.ok) return pending;
    const proposal = pending.value;
    if (proposal.by === context.by)
      return refuse('own-proposal', 'Nobody decides on a proposal of their own.');
    if (proposal.appeal && proposal.answered?.by === context.by)
      return refuse('own-decision', 'Another moderator looks at an appeal.');
    if (seen !== undefined && seen !== proposal.at)
      return refuse('stale', 'The proposal has come once more since.');
    if (code !== null && !isReason(map, code))
      return refuse('unknown-reason', 'This map has no such reason.');
    const isSentBack = verdict === 'returned' || verdict === 'rejected';
    if (isSentBack && reason === null && (code === null || code === 'other'))
      return refuse('reason-needed', 'What is sent back needs a reason.');
    const decision = put('proposals', { ...proposal, state: verdict, code, reason, decided: stamp(context) });
    if (verdict !== 'accepted') return ok([decision]);
    const applied = held.rule(map, proposal.edit, { ...context, by: proposal.by });
    return applied.ok ? ok([...applied.value, decision]) : applied;
  },
  undo({ proposal: id, verdict }, before, now, held) {
    const [was, is] = [before.proposals.get(id), now.proposals.get(id)];
    if (!was || is?.state !== verdict) return undefined;
    const back: Reopen = { kind: 'reopen', proposal: id };
    if (verdict !== 'accepted') return back;
    const inverse = held.undo(was.edit, before, now);
    if (!inverse) return undefined;
    const all: Kinded & { edits: readonly Kinded[] } = { kind: 'batch', edits: [...partsOf(inverse), back] };
    // [U5] A vote or a note that was made with it is its author's alone, whoever decided.
    return held.standing(now, all, is.decided?.by ?? null) === 'change' ? all : undefined;
  },
  words: { of: ({ proposal }) => [goneKey('proposals', proposal)], none: { reason: null } },
});

export const withdraw = kind({
  schema: Withdraw,
  act: () => null,
  verb: (map, { proposal }, actor) => toOwnProposal(map.proposals.get(proposal), actor),
  rule(map, { proposal: id }, context) {
    const draft = map.proposals.get(id);
    if (draft?.state === 'draft')
      return ok([put('proposals', { ...draft, state: 'dropped', decided: stamp(context) })]);
    const pending = pendingProposal(map, id);
    if (!pending.ok) return pending;
    return ok([put('proposals', { ...pending.value, state: 'withdrawn', decided: stamp(context) })]);
  },
  /** [D14] What was kept back is so once more; what waited for a moderator is asked for anew, see UndoStack.ts. */
  undo({ proposal: id }, _before, now) {
    const known = now.proposals.get(id);
    if (known?.state !== 'dropped') return undefined;
    return { kind: 'propose', proposal: id, to: known.side === null ? 'self' : 'side', edit: known.edit };
  },
});

/** Whatever its author does to a proposal; a draft that is for oneself alone nobody else sees. */
export function toOwnProposal(proposal: Proposal | undefined, actor: Participant): Verb {
  if (proposal?.by !== actor.id) return 'never';
  return proposal.state === 'draft' && proposal.side === null ? 'keep' : 'say';
}

export function pendingProposal(map: ArgumentMap, id: Id) {
  const proposal = map.proposals.get(id);
  if (!proposal) return refuse('not-found', 'There is no such proposal.');
  return proposal.state === 'pending'
    ? ok(proposal)
    : refuse('already-decided', `The proposal is ${proposal.state} already.`);
}
