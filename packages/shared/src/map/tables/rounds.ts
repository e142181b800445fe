import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, fileMark, fileRemoved, Removal, Stamp } from '../stamp.ts';
import { LONGEST, personText } from '../text.ts';
import { everyone } from './audience.ts';
import { table } from './description.ts';

/** What a passage can be marked as: a short word of one line. */
export const Label = personText(LONGEST.label).refine((text) => !text.includes('\n'), {
  error: 'must be one line',
});

export const MOST_LABELS = 12;
export const Labels = z
  .array(Label)
  .min(1)
  .max(MOST_LABELS)
  .refine((labels) => new Set(labels).size === labels.length, { error: 'each label once' })
  .readonly();

/** [B1] People mark passages of one text, each without seeing what the others mark, until it is opened. */
export const Round = Stamp.extend({
  id: Id,
  edition: Id,
  /** What the annotators are asked to do. */
  question: z.string(),
  labels: z.array(z.string()).readonly(),
  /** How many have finished; who they are, finishes.ts keeps. */
  finished: z.int().min(0),
  /** Who opened it; null while it runs. */
  opened: Stamp.nullable(),
  removed: Removal.nullable(),
}).meta({ id: 'Round' });
export type Round = Readonly<z.infer<typeof Round>>;

export const rounds = table({
  schema: Round,
  file: Round.extend({
    question: personText(LONGEST.question),
    labels: Labels,
    opened: fileMark,
    ...fileAt,
    ...fileRemoved,
  }),
  words: { question: '', labels: [] },
  needs: { edition: ['editions'] },
  under: { rounds: ({ edition }: Round) => edition },
  sees: everyone,
  loss: 'rounds',
  copied: false,
  recorded: true,
  later: true,
});

/** As much of a map as tells whether a round was opened. */
export interface Rounds {
  readonly rounds: { get(id: Id): Round | undefined };
}

/** [B1] Whether what was made in the round is everybody's to see. */
export const isOpened = ({ rounds }: Rounds, round: Id): boolean =>
  (rounds.get(round)?.opened ?? null) !== null;

/** What was made in a round opens with it, and with nothing else that becomes of the round. */
export const openedWith = ({ round }: { readonly round: Id | null }, { id, opened }: Round): boolean =>
  round === id && opened !== null;
