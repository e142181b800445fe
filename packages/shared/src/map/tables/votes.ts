import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, Stamp } from '../stamp.ts';
import { authorAlone } from './audience.ts';
import { table, TOP } from './description.ts';

/** The best that a thing is rated; the least is 0. */
export const HIGHEST_VOTE = 4;

/** [C1] [C3] What one person made of it; null where they took that back. Nobody else ever sees it, or is told who it was. */
export const Vote = Stamp.extend({
  id: Id,
  ballot: Id,
  value: z.int().min(0).max(HIGHEST_VOTE).nullable(),
}).meta({ id: 'Vote' });
export type Vote = Readonly<z.infer<typeof Vote>>;

export const votes = table({
  schema: Vote,
  file: Vote.extend(fileAt),
  words: {},
  needs: { ballot: ['ballots'] },
  under: { votes: ({ ballot }: Vote) => ballot, cast: ({ by }: Vote) => by ?? TOP },
  sees: authorAlone,
  unsigned: true,
  loss: 'votes',
  copied: false,
  recorded: true,
  later: true,
});
