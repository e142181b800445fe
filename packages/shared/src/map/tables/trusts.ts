import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, Stamp } from '../stamp.ts';
import type { Audience } from './audience.ts';
import { table } from './description.ts';

/** [P18] Whether a moderator took back the trust that a person earned; there is one for a person at most. */
export const Trust = Stamp.extend({ id: Id, participant: Id, revoked: z.boolean() }).meta({ id: 'Trust' });
export type Trust = Readonly<z.infer<typeof Trust>>;

export const trusts = table({
  schema: Trust,
  file: Trust.extend(fileAt),
  words: {},
  needs: { participant: ['participants'] },
  under: {},
  sees: ({ participant }: Trust): Audience => ['reviewers', `person:${participant}`],
  loss: 'trusts',
  copied: false,
  recorded: true,
  later: true,
});
