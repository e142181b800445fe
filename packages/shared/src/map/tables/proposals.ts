import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, fileMark, Stamp } from '../stamp.ts';
import { LONGEST, personText } from '../text.ts';
import { authorAlone, authorAndReviewers, type Audience } from './audience.ts';
import { table } from './description.ts';
import { Reason } from './reasons.ts';

/** [P15] What a moderator said before the proposal came once more. */
export const Answer = Stamp.extend({
  state: z.enum(['returned', 'rejected', 'spam']),
  code: Reason.nullable(),
  reason: z.string().nullable(),
});
export type Answer = Readonly<z.infer<typeof Answer>>;

/** [P16] Asks another moderator to look once more. */
export const Appeal = Stamp.extend({ text: z.string() });

/** An edit that waits for a moderator, and what became of it. */
export const Proposal = Stamp.extend({
  id: Id,
  /** Which kinds there are, edit.ts knows, as waiting() tells; files and pages of it ask for more than this. */
  edit: z.looseObject({ kind: z.string() }),
  /** [D14] A draft is no moderator's matter: it waits for its author, or its side, and is published. */
  state: z.enum([
    'pending',
    'accepted',
    'returned',
    'rejected',
    'spam',
    'withdrawn',
    'draft',
    'published',
    'dropped',
  ]),
  code: Reason.nullable(),
  reason: z.string().nullable(),
  decided: Stamp.nullable(),
  answered: Answer.nullable(),
  appeal: Appeal.nullable(),
  /** [P22] Which of those who decide was asked to look; null while any of them may. */
  assigned: Id.nullable(),
  /** Who asked them, and when; null in what an earlier version handed over. */
  handed: Stamp.nullable(),
  /** [D14] The side whose draft it is, or was. */
  side: Id.nullable(),
}).meta({ id: 'Proposal' });
export type Proposal = Readonly<z.infer<typeof Proposal>>;

/** A proposal as it is made, before anybody looked at it. */
export const UNSEEN = { state: 'pending', code: null, reason: null, decided: null, answered: null, appeal: null, assigned: null, handed: null, side: null } as const; // prettier-ignore

/** As files bring it; the edit is asked for more closely by contentSchema.ts. */
export const FileProposal = Proposal.extend({
  reason: personText(LONGEST.reason).nullable(),
  code: Reason.nullable().default(null),
  decided: fileMark,
  answered: Answer.extend({ reason: personText(LONGEST.reason).nullable(), ...fileAt })
    .nullable()
    .default(null),
  appeal: Appeal.extend({ text: personText(LONGEST.reason), ...fileAt })
    .nullable()
    .default(null),
  assigned: Id.nullable().default(null),
  handed: fileMark.default(null),
  side: Id.nullable().default(null),
  ...fileAt,
}).refine(({ state, decided }) => isOpen({ state }) === (decided === null), {
  path: ['decided'],
  error: 'set when, and only when, it is decided',
});

/** Whether it still waits: for a moderator, or for its author. */
export const isOpen = ({ state }: Pick<Proposal, 'state'>): boolean =>
  state === 'pending' || state === 'draft';

/** [D14] What never was a moderator's matter. */
const KEPT_BACK: readonly Proposal['state'][] = ['draft', 'published', 'dropped'];
export const isKeptBack = ({ state }: Pick<Proposal, 'state'>): boolean => KEPT_BACK.includes(state);

/** What a moderator made of it; its author took nothing back. */
const VERDICTS: readonly Proposal['state'][] = ['accepted', 'returned', 'rejected', 'spam'];
export const isDecidedOn = ({ state }: Pick<Proposal, 'state'>): boolean => VERDICTS.includes(state);

/** Its author and their side see it all along, also when it waits for a moderator at last: nobody loses sight of it. */
const seenBy = ({ by, state, side }: Proposal): Audience => [
  ...(isKeptBack({ state }) ? authorAlone({ by }) : authorAndReviewers({ by })),
  ...(side === null ? [] : [`side:${side}` as const]),
];

export const proposals = table({
  schema: Proposal,
  file: FileProposal,
  // Those of the edit, and what was said of them: bare.ts.
  words: {},
  needs: {},
  under: {},
  sees: seenBy,
  loss: 'proposals',
  copied: false,
  recorded: true,
  apart: true,
  older: (row) => ({ ...UNSEEN, ...row }),
});
