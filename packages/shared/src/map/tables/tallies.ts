import { z } from 'zod';
import type { MapInfo } from '../info.ts';
import { Id } from '../id.ts';
import { EVERYONE, type Audience } from './audience.ts';
import { VOTED_ON } from './ballots.ts';
import { table } from './description.ts';
import { isShown, type Poll } from './polls.ts';
import { HIGHEST_VOTE } from './votes.ts';

/** [C5] [S-18] Where nobody can be looked behind, fewer than so many people would tell who they are. */
export const FEWEST = 5;

const Count = z.int().min(0);

/** [C4] What came out of a ballot so far; its id is that of the ballot. */
export const Tally = z
  .object({
    id: Id,
    on: Id,
    votes: Count,
    /** Of all values. */
    sum: Count,
    /** How many gave 0, 1, …; empty where nobody can be looked behind, but for a poll. */
    counts: z
      .array(Count)
      .max(HIGHEST_VOTE + 1)
      .readonly(),
  })
  .meta({ id: 'Tally' });
export type Tally = Readonly<z.infer<typeof Tally>>;

/** What of a map decides whether a tally is shown. */
export interface Deciding {
  readonly info: Pick<MapInfo, 'votes' | 'faces'>;
  readonly polls: { get(id: Id): Poll | undefined };
}

/** [C5] Whether it says nothing about few people. */
export const isOfMany = ({ votes, counts }: Tally): boolean =>
  votes >= FEWEST && counts.every((count) => count === 0 || count >= FEWEST);

export const tallies = table({
  schema: Tally,
  file: Tally,
  words: {},
  needs: { on: VOTED_ON },
  under: {},
  sees(tally: Tally, { info, polls }: Deciding): Audience {
    const isSecret = info.faces === 'anonymous';
    if (isSecret && !isOfMany(tally)) return [];
    const poll = polls.get(tally.on);
    if (poll) return isShown(poll) ? EVERYONE : [];
    if (info.votes === 'open') return EVERYONE;
    return info.votes === 'own' && !isSecret ? [`voted:${tally.id}`] : [];
  },
  decidedBy: { info: true, polls: ({ on }, poll) => on === poll.id },
  loss: 'votes',
  copied: false,
  recorded: false,
  // Its ids are those of the ballots.
  apart: true,
  later: true,
});
