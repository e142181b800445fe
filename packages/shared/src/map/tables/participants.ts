import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt } from '../stamp.ts';
import { PersonName } from '../text.ts';
import { everyone } from './audience.ts';
import { table } from './description.ts';

export const Role = z.enum(['owner', 'moderator', 'participant', 'suggester', 'observer']);
export type Role = z.infer<typeof Role>;

/**
 * [E22] Under which name those stand whose accounts were deleted. In both languages of the interface, for it stands in the
 * map, in the log and in files, which all people read.
 */
export const FORMER_NAME = 'Former participant · 已退出的参与者';

/** A person's face in one map; `role` is null once they were taken out. */
export const Participant = z
  .object({
    id: Id,
    name: z.string(),
    role: Role.nullable(),
    /** [D9] The side that the person is on in the debate, unless they decide. */
    side: Id.nullable(),
    /** [A1] Whether the name is one that was made up for this map. */
    pseudonym: z.boolean(),
    at: z.int(),
  })
  .meta({ id: 'Participant' });
export type Participant = Readonly<z.infer<typeof Participant>>;

export const participants = table({
  schema: Participant,
  file: Participant.extend({
    name: PersonName,
    side: Id.nullable().default(null),
    pseudonym: z.boolean().default(false),
    ...fileAt,
  }),
  words: { name: FORMER_NAME },
  needs: {},
  under: {},
  sees: everyone,
  loss: null,
  // A copy names authors anew: nobody can be followed from map to map.
  copied: false,
  recorded: true,
  apart: true,
  older: (row) => ({
    ...row,
    side: (row.side as Id | undefined) ?? null,
    pseudonym: (row.pseudonym as boolean | undefined) ?? false,
  }),
});
