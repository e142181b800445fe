import { z } from 'zod';
import { Passage } from '../../source/passage.ts';
import { Id } from '../id.ts';
import { fileAt, fileRemoved, Removal, Stamp } from '../stamp.ts';
import { LONGEST, optionalText } from '../text.ts';
import { EVERYONE, type Audience } from './audience.ts';
import { TOP, table } from './description.ts';
import { isOpened, openedWith, type Rounds } from './rounds.ts';

/** [B5] What became of a mark: taken over into the map, or left. */
export const Curated = Stamp.extend({ as: z.enum(['accepted', 'rejected']) });
export type Curated = Readonly<z.infer<typeof Curated>>;

/** [N1] A note on a passage: of its author alone, until they open it to everyone; what was opened is not closed again. */
export const Annotation = Stamp.extend({
  id: Id,
  edition: Id,
  ...Passage.shape,
  text: z.string(),
  open: z.boolean(),
  /** [B1] The round that it is a mark of: it opens with that, and not by itself. */
  round: Id.nullable(),
  /** What the round marks passages as; empty outside a round. */
  label: z.string(),
  curated: Curated.nullable(),
  removed: Removal.nullable(),
}).meta({ id: 'Annotation' });
export type Annotation = Readonly<z.infer<typeof Annotation>>;

/** A note that is no mark of a round. */
export const UNLABELLED = { round: null, label: '', curated: null } as const;

const Words = optionalText(LONGEST.source);

export const annotations = table({
  schema: Annotation,
  file: Annotation.extend({
    exact: Words,
    prefix: Words,
    suffix: Words,
    text: optionalText(LONGEST.comment),
    round: Id.nullable().default(null),
    label: optionalText(LONGEST.label).default(''),
    curated: Curated.extend(fileAt).nullable().default(null),
    ...fileAt,
    ...fileRemoved,
  }).refine(({ round, text, label }) => (round === null ? text : label).trim() !== '', {
    path: ['text'],
    error: 'must not be blank; in a round, the label must not',
  }),
  words: { exact: '', prefix: '', suffix: '', text: '', label: '' },
  needs: { edition: ['editions'], round: ['rounds'] },
  under: {
    annotations: ({ edition }: Annotation) => edition,
    marks: ({ round }: Annotation) => round ?? TOP,
  },
  sees({ round, open, by }: Annotation, map: Rounds): Audience {
    if (round === null ? open : isOpened(map, round)) return EVERYONE;
    return by === null ? [] : [`person:${by}`];
  },
  decidedBy: { rounds: openedWith },
  loss: 'annotations',
  copied: false,
  recorded: true,
  later: true,
  older: (row) => ({ ...UNLABELLED, ...row }),
});
