// The schema of everything in a map, for content that comes from outside. What parts say of each other: soundness.ts.
import { z } from 'zod';
import {
  Argument,
  Claim,
  Comment,
  Edition,
  Participant,
  Quotation,
  Reference,
  Source,
  Stamp,
  Wording,
  type Entities,
  type TableName,
} from '../../map/map.ts';
import { Marks, SourceText } from '../../map/edits/sources.ts';
import { Proposal } from '../../map/proposal.ts';
import { LONGEST, optionalText, PersonName, personText } from '../../map/text.ts';

/** The last moment that a Date can hold. */
const LAST_MOMENT = 8.64e15;
const At = z.int().min(0).max(LAST_MOMENT);
export const LONGEST_SCHEME = 200;
/** More than a claim ever has, see reword.ts. */
const MOST_BESIDE = 64;

const at = { at: At };
const mark = Stamp.extend(at).nullable();
const removed = { removed: mark };

const ClaimSchema = Claim.extend({
  text: personText(LONGEST.claim),
  reworded: mark,
  beside: z.array(Wording.extend({ text: personText(LONGEST.claim), ...at })).max(MOST_BESIDE),
  ...at,
  ...removed,
});

const ArgumentSchema = Argument.extend({
  scheme: personText(LONGEST_SCHEME).nullable(),
  ...at,
  ...removed,
});

const CommentSchema = Comment.extend({ text: personText(LONGEST.comment), ...at, ...removed });

const SourceSchema = Source.extend({
  title: personText(LONGEST.title),
  url: optionalText(LONGEST.url),
  ...at,
  ...removed,
});

const EditionSchema = Edition.extend({
  text: SourceText,
  marks: Marks,
  reason: optionalText(LONGEST.reason),
  ...at,
});

const Words = optionalText(LONGEST.source);
const QuotationSchema = Quotation.extend({ exact: Words, prefix: Words, suffix: Words, ...at, ...removed });

const ProposalSchema = Proposal.extend({
  reason: personText(LONGEST.reason).nullable(),
  decided: mark,
  ...at,
}).refine(({ state, decided }) => (state === 'pending') === (decided === null), {
  path: ['decided'],
  error: 'set when, and only when, it is decided',
});

export const ENTITY_SCHEMAS: { readonly [T in TableName]: z.ZodType<Entities[T]> } = {
  participants: Participant.extend({ name: PersonName, ...at }),
  claims: ClaimSchema,
  arguments: ArgumentSchema,
  references: Reference.extend(at),
  comments: CommentSchema,
  sources: SourceSchema,
  editions: EditionSchema,
  quotations: QuotationSchema,
  proposals: ProposalSchema,
};
