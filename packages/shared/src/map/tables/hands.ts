import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, Stamp } from '../stamp.ts';
import { LONGEST, personText } from '../text.ts';
import { authorAndReviewers, EVERYONE, type Audience } from './audience.ts';
import { Spell } from './debates.ts';
import { table } from './description.ts';

/** [D8] [D10] A hand that was raised: to speak, or for a point of order with a note. */
export const Hand = Stamp.extend({
  id: Id,
  debate: Id,
  /** The phase it was raised in, or in which its person speaks. */
  phase: Id.nullable(),
  /** What is wrong, in words; null for a hand to speak. */
  point: z.string().nullable(),
  state: z.enum(['waiting', 'speaking', 'spoken', 'lowered', 'upheld', 'dismissed']),
  /** When its person was called on. */
  called: z.int().nullable(),
  /** How long its person has spoken. */
  spell: Spell,
  /** Where a moderator put it, counted from the head; null for where the rule puts it. */
  placed: z.int().min(0).nullable(),
}).meta({ id: 'Hand' });
export type Hand = Readonly<z.infer<typeof Hand>>;

export const hands = table({
  schema: Hand,
  file: Hand.extend({ point: personText(LONGEST.reason).nullable(), ...fileAt }),
  words: {},
  needs: { debate: ['debates'] },
  under: { hands: ({ debate }: Hand) => debate },
  // [D10] A point is between its person and those who decide, until it is upheld.
  sees: ({ point, state, by }: Hand): Audience =>
    point === null || state === 'upheld' ? EVERYONE : authorAndReviewers({ by }),
  loss: 'debate',
  copied: false,
  recorded: true,
  later: true,
});
