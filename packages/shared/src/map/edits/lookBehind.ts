import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { hasNameBehind } from '../faces.ts';
import { Id } from '../id.ts';
import { put } from '../patch.ts';
import { LONGEST, personText } from '../text.ts';
import { kind, stamp } from './kind.ts';
import { isFree } from './place.ts';

/** [A4] Keeps that somebody looks behind a pseudonym. The name is told by its route alone, once this stands in the log. */
export const LookBehind = z.object({
  kind: z.literal('look-behind'),
  reveal: Id.describe('id of what is noted about it'),
  participant: Id,
  reason: personText(LONGEST.reason).describe('told to the person'),
});
export type LookBehind = z.infer<typeof LookBehind>;

export const lookBehind = kind({
  schema: LookBehind,
  act: () => null,
  verb: () => 'decide',
  rule(map, { reveal: id, participant: whose, reason }, context) {
    if (!isFree(map, id)) return refuse('id-taken', 'The id is in use.');
    const participant = map.participants.get(whose);
    if (!participant) return refuse('not-found', 'There is no such participant in this map.');
    if (!hasNameBehind(map, participant))
      return refuse('nothing-behind', 'There is no other name behind this one that anybody could find out.');
    return ok([put('reveals', { id, participant: whose, reason, ...stamp(context) })]);
  },
  // What was looked at was looked at.
  undo: () => undefined,
  words: { of: ({ reveal }) => [reveal], none: { reason: '' } },
});
