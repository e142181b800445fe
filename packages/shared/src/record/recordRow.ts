// One row of the record of a map (M-08): who did, proposed or decided what, and why.
import { z } from 'zod';
import { EDIT_KINDS, StoredEdit, type LoggedEdit } from '../map/edit.ts';
import { Id } from '../map/id.ts';
import { Proposal } from '../map/tables/proposals.ts';
import { Reason } from '../map/tables/reasons.ts';

/** As edits are called; one that waits is `propose`, and one of several is told by its parts. */
export type RecordKind = Exclude<LoggedEdit['kind'], 'batch'> | 'propose';
export const RECORD_KINDS: readonly RecordKind[] = [
  ...EDIT_KINDS.filter((kind): kind is Exclude<LoggedEdit['kind'], 'batch'> => kind !== 'batch'),
  'propose',
];

const Person = z.object({ id: Id, name: z.string() });
export type RecordPerson = z.infer<typeof Person>;

const Words = z.string().nullable();

export const RecordRow = z
  .object({
    version: z.int(),
    part: z.int().describe('with the version it names the row: its place among the patches of the change'),
    at: z.int().describe('ms since 1970'),
    by: Person.nullable().describe('null for the server, and for whoever is kept secret'),
    kind: z.enum(RECORD_KINDS),
    did: StoredEdit.nullable().describe(
      'the edit that alone would have done as much; of a proposal, what it asks for. Null where no person could ask for it, or its change does not say all that was asked',
    ),
    about: Id.nullable().describe(
      'what was made, changed or taken away; null for the map itself, and for several things',
    ),
    claim: Id.nullable().describe('the claim that this is about'),
    before: Words.describe('words, as far as the caller may read them'),
    after: Words,
    beside: z
      .enum(['collided', 'settled'])
      .nullable()
      .describe('whether a rewording left another wording beside the claim, or settled what stood there'),
    proposal: Id.nullable(),
    proposedBy: Person.nullable().describe('of a decision: who had proposed it'),
    verdict: Proposal.shape.state.nullable(),
    code: Reason.nullable(),
    reason: Words,
    rule: z.string().nullable().describe('of a quotation: the rule that suggested it'),
  })
  .meta({ id: 'RecordRow' });
export type RecordRow = Readonly<z.infer<typeof RecordRow>>;
