// The schema of everything in a map, for content that comes from outside. What parts say of each other: soundness.ts.
import { z } from 'zod';
import { StoredEdit } from '../../map/edit.ts';
import {
  Bearing,
  Direction,
  Id,
  Language,
  Role,
  Target,
  type Argument,
  type Claim,
  type Comment,
  type Edition,
  type Entities,
  type Participant,
  type Proposal,
  type Quotation,
  type Reference,
  type Source,
  type Stamp,
  type TableName,
  type Wording,
} from '../../map/map.ts';
import { OrderKey } from '../../map/order.ts';
import { Marks, SourceText } from '../../map/edits/sources.ts';
import { LONGEST, optionalText, PersonName, personText } from '../../map/text.ts';

/** The last moment that a Date can hold. */
const LAST_MOMENT = 8.64e15;
const At = z.int().min(0).max(LAST_MOMENT);
export const LONGEST_SCHEME = 200;
/** More than a claim ever has, see reword.ts. */
const MOST_BESIDE = 64;

const stamp = { by: Id.nullable(), at: At };
const StampSchema = z.object(stamp) satisfies z.ZodType<Stamp>;
const removed = StampSchema.nullable();

const WordingSchema = z.object({ text: personText(LONGEST.claim), ...stamp }) satisfies z.ZodType<Wording>;

const ClaimSchema = z.object({
  id: Id,
  text: personText(LONGEST.claim),
  language: Language,
  home: Id.nullable(),
  order: OrderKey,
  ...stamp,
  reworded: StampSchema.nullable(),
  beside: z.array(WordingSchema).max(MOST_BESIDE),
  removed,
}) satisfies z.ZodType<Claim>;

const ArgumentSchema = z.object({
  id: Id,
  direction: Direction,
  target: Target,
  order: OrderKey,
  scheme: personText(LONGEST_SCHEME).nullable(),
  ...stamp,
  removed,
}) satisfies z.ZodType<Argument>;

const ReferenceSchema = z.object({
  id: Id,
  argument: Id,
  claim: Id,
  order: OrderKey,
  ...stamp,
}) satisfies z.ZodType<Reference>;

const CommentSchema = z.object({
  id: Id,
  claim: Id,
  text: personText(LONGEST.comment),
  ...stamp,
  removed,
}) satisfies z.ZodType<Comment>;

const SourceSchema = z.object({
  id: Id,
  title: personText(LONGEST.title),
  url: optionalText(LONGEST.url),
  language: Language,
  ...stamp,
  removed,
}) satisfies z.ZodType<Source>;

const EditionSchema = z.object({
  id: Id,
  source: Id,
  text: SourceText,
  marks: Marks,
  reason: optionalText(LONGEST.reason),
  ...stamp,
}) satisfies z.ZodType<Edition>;

const Words = optionalText(LONGEST.source);
const QuotationSchema = z.object({
  id: Id,
  claim: Id,
  edition: Id,
  bearing: Bearing,
  start: z.int().min(0),
  end: z.int().min(1),
  exact: Words,
  prefix: Words,
  suffix: Words,
  ...stamp,
  removed,
}) satisfies z.ZodType<Quotation>;

const ParticipantSchema = z.object({
  id: Id,
  name: PersonName,
  role: Role.nullable(),
  at: At,
}) satisfies z.ZodType<Participant>;

const ProposalSchema = z
  .object({
    id: Id,
    edit: StoredEdit,
    state: z.enum(['pending', 'accepted', 'rejected', 'withdrawn']),
    reason: personText(LONGEST.reason).nullable(),
    decided: StampSchema.nullable(),
    ...stamp,
  })
  .refine(({ state, decided }) => (state === 'pending') === (decided === null), {
    path: ['decided'],
    error: 'set when, and only when, it is decided',
  }) satisfies z.ZodType<Proposal>;

export const ENTITY_SCHEMAS: { readonly [T in TableName]: z.ZodType<Entities[T]> } = {
  participants: ParticipantSchema,
  claims: ClaimSchema,
  arguments: ArgumentSchema,
  references: ReferenceSchema,
  comments: CommentSchema,
  sources: SourceSchema,
  editions: EditionSchema,
  quotations: QuotationSchema,
  proposals: ProposalSchema,
};
