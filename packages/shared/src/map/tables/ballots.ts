import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, Stamp } from '../stamp.ts';
import { everyone } from './audience.ts';
import { table } from './description.ts';

/** Longest mark of what was judged, see voting.ts. */
const Judged = z.string().max(40);

/** What can be voted on: a claim, also one that was merged since; an argument; a poll. */
export const VOTED_ON = ['claims', 'arguments', 'polls', 'mergers'] as const;

/**
 * [C2] One thing that people vote on, as it stood when they did: a claim in its wording, an argument with its premises and its
 * target, a poll. How many voted is everybody's to know; what came out, tallies.ts keeps. Nobody made it: `at` is the first vote.
 */
export const Ballot = Stamp.omit({ by: true })
  .extend({
    id: Id,
    on: Id,
    judged: Judged,
    voted: z.int().min(0),
  })
  .meta({ id: 'Ballot' });
export type Ballot = Readonly<z.infer<typeof Ballot>>;

export const ballots = table({
  schema: Ballot,
  file: Ballot.extend(fileAt),
  words: {},
  // What was merged keeps the votes on its words: nothing goes over.
  needs: { on: VOTED_ON },
  under: { ballots: ({ on }: Ballot) => on },
  sees: everyone,
  loss: 'votes',
  copied: false,
  recorded: false,
  later: true,
});
