import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, Stamp } from '../stamp.ts';
import type { Audience } from './audience.ts';
import { table } from './description.ts';

const Moment = z.int();

/** Until when the words of a claim and its discussion were read; 0 where they were not opened. */
export const Opened = z.object({ claim: Id, words: Moment, talk: Moment });
export type Opened = Readonly<z.infer<typeof Opened>>;

/** [W1] How far a person has read, for themselves alone. Its id is that of the participant: each has one. `at` is when they were last here. */
export const Visit = Stamp.extend({
  id: Id,
  /** [W2] What was there by then is read: the visit before this one ended with it. */
  since: Moment,
  /** The latest that this visit has seen. */
  until: Moment,
  /** Until when they looked at their notices. */
  told: Moment,
  /** What was opened in this visit. */
  opened: z.array(Opened).readonly(),
}).meta({ id: 'Visit' });
export type Visit = Readonly<z.infer<typeof Visit>>;

/** More than a visit ever has, see look.ts. */
const MOST_IN_FILE = 500;
const { at: FileMoment } = fileAt;

export const visits = table({
  schema: Visit,
  file: Visit.extend({
    since: FileMoment,
    until: FileMoment,
    told: FileMoment,
    opened: z
      .array(Opened.extend({ words: FileMoment, talk: FileMoment }))
      .max(MOST_IN_FILE)
      .readonly(),
    ...fileAt,
  }),
  words: {},
  needs: {},
  under: {},
  sees: ({ by }: Visit): Audience => (by === null ? [] : [`person:${by}`]),
  loss: null,
  copied: false,
  recorded: false,
  // Its ids are those of the participants.
  apart: true,
  later: true,
  aside: true,
});
