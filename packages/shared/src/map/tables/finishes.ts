import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, Stamp } from '../stamp.ts';
import { EVERYONE, type Audience } from './audience.ts';
import { table } from './description.ts';
import { isOpened, openedWith, type Rounds } from './rounds.ts';

/** [B3] Whether one person has finished a round. How many have, the round tells; who, it does not until it is opened. */
export const Finish = Stamp.extend({ id: Id, round: Id, finished: z.boolean() }).meta({ id: 'Finish' });
export type Finish = Readonly<z.infer<typeof Finish>>;

export const finishes = table({
  schema: Finish,
  file: Finish.extend(fileAt),
  words: {},
  needs: { round: ['rounds'] },
  under: { finishes: ({ round }: Finish) => round },
  sees: ({ round, by }: Finish, map: Rounds): Audience =>
    isOpened(map, round) ? EVERYONE : by === null ? [] : [`person:${by}`],
  decidedBy: { rounds: openedWith },
  unsigned: true,
  loss: 'finishes',
  copied: false,
  recorded: true,
  later: true,
});
