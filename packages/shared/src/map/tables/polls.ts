import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, fileMark, fileRemoved, Removal, Stamp } from '../stamp.ts';
import { LONGEST, personText } from '../text.ts';
import { everyone } from './audience.ts';
import { table } from './description.ts';

/** What a poll is answered with; its place in the list is the value of the vote. */
export const ANSWERS = ['against', 'undecided', 'for'] as const;
export type PollAnswer = (typeof ANSWERS)[number];

const Row = z.array(z.int().min(0)).length(ANSWERS.length).readonly();

/** [C7] Those who voted both times: how many went from one answer (rows, as in ANSWERS) to another; null where it would tell of few. */
export const Compared = z.object({
  flow: z.array(Row).length(ANSWERS.length).readonly().nullable(),
  paired: z.int().min(0),
  /** Those who voted in one of the two alone. */
  unpaired: z.int().min(0),
});
export type Compared = Readonly<z.infer<typeof Compared>>;

/** [C6] Everyone is asked for one of three answers; one poll at a time runs in a map. */
export const Poll = Stamp.extend({
  id: Id,
  question: z.string(),
  /** The poll that came before, and that it is compared with. */
  before: Id.nullable(),
  /** Whether what comes out is shown while it runs. */
  live: z.boolean(),
  ended: Stamp.nullable(),
  /** When what came out was shown; null while it is kept back. */
  shown: Stamp.nullable(),
  compared: Compared.nullable(),
  removed: Removal.nullable(),
}).meta({ id: 'Poll' });
export type Poll = Readonly<z.infer<typeof Poll>>;

export const isShown = ({ live, shown }: Poll): boolean => live || shown !== null;

export const polls = table({
  schema: Poll,
  file: Poll.extend({
    question: personText(LONGEST.question),
    ended: fileMark,
    shown: fileMark,
    ...fileAt,
    ...fileRemoved,
  }),
  words: { question: '' },
  needs: { before: ['polls'] },
  under: {},
  sees: everyone,
  loss: 'votes',
  copied: false,
  recorded: true,
  later: true,
});
