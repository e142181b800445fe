import { z } from 'zod';
import { Passage } from '../../source/passage.ts';
import { Id } from '../id.ts';
import { fileAt, fileRemoved, Removal, Stamp } from '../stamp.ts';
import { LONGEST, optionalText, personText } from '../text.ts';
import { EVERYONE, type Audience } from './audience.ts';
import { table } from './description.ts';

/** [N1] A note on a passage: of its author alone, until they open it to everyone; what was opened is not closed again. */
export const Annotation = Stamp.extend({
  id: Id,
  edition: Id,
  ...Passage.shape,
  text: z.string(),
  open: z.boolean(),
  removed: Removal.nullable(),
}).meta({ id: 'Annotation' });
export type Annotation = Readonly<z.infer<typeof Annotation>>;

const Words = optionalText(LONGEST.source);

export const annotations = table({
  schema: Annotation,
  file: Annotation.extend({
    exact: Words,
    prefix: Words,
    suffix: Words,
    text: personText(LONGEST.comment),
    ...fileAt,
    ...fileRemoved,
  }),
  words: { exact: '', prefix: '', suffix: '', text: '' },
  needs: { edition: ['editions'] },
  under: { annotations: ({ edition }: Annotation) => edition },
  sees: ({ open, by }: Annotation): Audience => (open ? EVERYONE : by === null ? [] : [`person:${by}`]),
  loss: 'annotations',
  copied: false,
  later: true,
});
