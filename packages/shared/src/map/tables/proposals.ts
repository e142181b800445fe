import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, fileMark, Stamp } from '../stamp.ts';
import { LONGEST, personText } from '../text.ts';
import { authorAndReviewers } from './audience.ts';
import { table } from './description.ts';

/** An edit that waits for a moderator, and what became of it. */
export const Proposal = Stamp.extend({
  id: Id,
  /** Which kinds there are, edit.ts knows, as waiting() tells; files and pages of it ask for more than this. */
  edit: z.looseObject({ kind: z.string() }),
  state: z.enum(['pending', 'accepted', 'rejected', 'withdrawn']),
  reason: z.string().nullable(),
  decided: Stamp.nullable(),
}).meta({ id: 'Proposal' });
export type Proposal = Readonly<z.infer<typeof Proposal>>;

/** As files bring it; the edit is asked for more closely by contentSchema.ts. */
export const FileProposal = Proposal.extend({
  reason: personText(LONGEST.reason).nullable(),
  decided: fileMark,
  ...fileAt,
}).refine(({ state, decided }) => (state === 'pending') === (decided === null), {
  path: ['decided'],
  error: 'set when, and only when, it is decided',
});

export const proposals = table({
  schema: Proposal,
  file: FileProposal,
  // Those of the edit, and what was said of them: bare.ts.
  words: {},
  needs: {},
  under: {},
  sees: authorAndReviewers,
  loss: 'proposals',
  copied: false,
  apart: true,
});
