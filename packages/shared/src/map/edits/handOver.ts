import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { Id } from '../id.ts';
import { put } from '../patch.ts';
import { may } from '../roles.ts';
import { pendingProposal } from './decide.ts';
import { kind, stamp } from './kind.ts';

/** [P22] Asks one of those who decide to look at a proposal; null asks all of them again. */
export const HandOver = z.object({
  kind: z.literal('hand-over'),
  proposal: Id,
  to: Id.nullable().describe('a participant who decides'),
});
export type HandOver = z.infer<typeof HandOver>;

export const handOver = kind({
  schema: HandOver,
  act: () => null,
  verb: () => 'decide',
  rule(map, { proposal: id, to }, context) {
    const pending = pendingProposal(map, id);
    if (!pending.ok) return pending;
    const proposal = pending.value;
    if (proposal.assigned === to) return refuse('no-change', 'It is theirs already.');
    if (to === null) return ok([put('proposals', { ...proposal, assigned: null, handed: null })]);
    if (to === proposal.by) return refuse('own-proposal', 'Nobody decides on a proposal of their own.');
    if (!may(map.participants.get(to)?.role ?? null, 'review'))
      return refuse('not-found', 'There is no such moderator.');
    return ok([put('proposals', { ...proposal, assigned: to, handed: stamp(context) })]);
  },
  undo({ proposal: id, to }, before, now) {
    const [was, is] = [before.proposals.get(id), now.proposals.get(id)];
    return was && is?.state === 'pending' && is.assigned === to && was.assigned !== to
      ? { kind: 'hand-over', proposal: id, to: was.assigned }
      : undefined;
  },
});
