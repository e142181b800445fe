import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { put } from '../patch.ts';
import { LONGEST, personText } from '../text.ts';
import { kind, stamp } from './kind.ts';

export const Decide = z.object({
  kind: z.literal('decide'),
  proposal: Id,
  verdict: z.enum(['accepted', 'rejected']),
  reason: personText(LONGEST.reason).nullable(),
});
export type Decide = z.infer<typeof Decide>;

export const Withdraw = z.object({ kind: z.literal('withdraw'), proposal: Id });
export type Withdraw = z.infer<typeof Withdraw>;

/** [P5] to [P8] A moderator's verdict; an accepted edit is applied in its author's name. */
export const decide = kind({
  schema: Decide,
  verb: () => 'decide',
  rule(map, { proposal: id, verdict, reason }, context, held) {
    const pending = pendingProposal(map, id);
    if (!pending.ok) return pending;
    const proposal = pending.value;
    if (proposal.by === context.by)
      return refuse('own-proposal', 'Nobody decides on a proposal of their own.');
    if (verdict === 'rejected' && reason === null)
      return refuse('reason-needed', 'A rejection needs a reason.');
    const decision = put('proposals', { ...proposal, state: verdict, reason, decided: stamp(context) });
    if (verdict === 'rejected') return ok([decision]);
    const applied = held.rule(map, proposal.edit, { ...context, by: proposal.by });
    return applied.ok ? ok([...applied.value, decision]) : applied;
  },
  undo: () => undefined,
  words: { of: ({ proposal }) => [proposal], none: { reason: null } },
});

export const withdraw = kind({
  schema: Withdraw,
  verb: (map, { proposal }, actor) => (map.proposals.get(proposal)?.by === actor.id ? 'say' : 'never'),
  rule(map, { proposal: id }, context) {
    const pending = pendingProposal(map, id);
    if (!pending.ok) return pending;
    return ok([put('proposals', { ...pending.value, state: 'withdrawn', decided: stamp(context) })]);
  },
  undo: () => undefined,
});

function pendingProposal(map: ArgumentMap, id: Id) {
  const proposal = map.proposals.get(id);
  if (!proposal) return refuse('not-found', 'There is no such proposal.');
  return proposal.state === 'pending'
    ? ok(proposal)
    : refuse('already-decided', `The proposal is ${proposal.state} already.`);
}
