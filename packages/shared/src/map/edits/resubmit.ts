import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { goneKey } from '../bare.ts';
import { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { put } from '../patch.ts';
import { noRoomFor } from '../quota.ts';
import type { Answer, Proposal } from '../tables/proposals.ts';
import type { Participant } from '../tables/participants.ts';
import { LONGEST, personText } from '../text.ts';
import { toOwnProposal } from './decide.ts';
import { kind, stamp, type Kinded, type Verb } from './kind.ts';

/** [P15] Brings a proposal once more, in other words: one that was sent back, or that still waits. */
export const Resubmit = z.object({
  kind: z.literal('resubmit'),
  proposal: Id,
  text: personText(LONGEST.claim).describe('in place of its main words'),
});
export type Resubmit = z.infer<typeof Resubmit>;

/** [P16] Asks for another moderator, once. */
export const AppealEdit = z.object({
  kind: z.literal('appeal'),
  proposal: Id,
  text: personText(LONGEST.reason),
});

const ownOnly = (map: ArgumentMap, { proposal }: { readonly proposal: Id }, actor: Participant): Verb =>
  toOwnProposal(map.proposals.get(proposal), actor);

/** What was said of it, kept while it waits once more. */
const answerOf = ({ state, code, reason, decided, answered }: Proposal): Answer | null =>
  decided && (state === 'returned' || state === 'rejected' || state === 'spam')
    ? { state, code, reason, ...decided }
    : answered;

const WAITS = { state: 'pending', code: null, reason: null, decided: null } as const;

const isSame = (a: Kinded, b: Kinded): boolean => JSON.stringify(a) === JSON.stringify(b);

export const resubmit = kind({
  schema: Resubmit,
  act: () => null,
  verb: ownOnly,
  rule(map, { proposal: id, text }, context, held) {
    const proposal = map.proposals.get(id);
    if (!proposal) return refuse('not-found', 'There is no such proposal.');
    if (held.isBare(proposal)) return refuse('purged', 'Its words were deleted for good.');
    if (proposal.state === 'draft') {
      const next = held.inOtherWords(proposal.edit, text);
      if (!next) return refuse('invalid', 'text: the draft has no such words, or not as long');
      return isSame(next, proposal.edit)
        ? refuse('no-change', 'The draft has these words already.')
        : ok([put('proposals', { ...proposal, edit: { ...next } })]);
    }
    if (proposal.state !== 'pending' && proposal.state !== 'returned')
      return refuse('already-decided', `The proposal is ${proposal.state} already.`);
    const next = held.inOtherWords(proposal.edit, text);
    if (!next) return refuse('invalid', 'text: the proposal has no such words, or not as long');
    if (isSame(next, proposal.edit) && proposal.state === 'pending')
      return refuse('no-change', 'The proposal has these words already.');
    const full = proposal.state === 'pending' ? undefined : noRoomFor(map, proposal.by);
    if (full) return full;
    const answered = answerOf(proposal);
    return ok([put('proposals', { ...proposal, ...WAITS, edit: { ...next }, answered, ...stamp(context) })]);
  },
  undo: () => undefined,
  words: { of: ({ proposal }) => [goneKey('proposals', proposal)], none: { text: '' } },
});

export const appeal = kind({
  schema: AppealEdit,
  act: () => null,
  verb: ownOnly,
  rule(map, { proposal: id, text }, context, held) {
    const proposal = map.proposals.get(id);
    if (!proposal) return refuse('not-found', 'There is no such proposal.');
    if (held.isBare(proposal)) return refuse('purged', 'Its words were deleted for good.');
    if (proposal.state !== 'returned' && proposal.state !== 'rejected' && proposal.state !== 'spam')
      return refuse('already-decided', `The proposal is ${proposal.state}.`);
    if (proposal.appeal) return refuse('no-change', 'A proposal is appealed once.');
    const full = noRoomFor(map, proposal.by);
    if (full) return full;
    const asked = { text, ...stamp(context) };
    return ok([
      put('proposals', {
        ...proposal,
        ...WAITS,
        answered: answerOf(proposal),
        appeal: asked,
        assigned: null,
        handed: null,
      }),
    ]);
  },
  undo: () => undefined,
  words: { of: ({ proposal }) => [goneKey('proposals', proposal)], none: { text: '' } },
});
