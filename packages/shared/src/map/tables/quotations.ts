import { z } from 'zod';
import { Passage } from '../../source/passage.ts';
import { Id } from '../id.ts';
import { fileAt, fileRemoved, Removal, Stamp } from '../stamp.ts';
import { LONGEST, optionalText } from '../text.ts';
import { everyone } from './audience.ts';
import { table } from './description.ts';

/** How a claim rests on a passage. */
export const Bearing = z.enum(['verbatim', 'paraphrase', 'inference', 'disputes']);
export type Bearing = z.infer<typeof Bearing>;

/** A passage of one edition that a claim rests on. Ask bearingOf for its bearing: a claim may have been reworded. */
export const Quotation = Stamp.extend({
  id: Id,
  claim: Id,
  edition: Id,
  bearing: Bearing,
  ...Passage.shape,
  removed: Removal.nullable(),
}).meta({ id: 'Quotation' });
export type Quotation = Readonly<z.infer<typeof Quotation>>;

const Words = optionalText(LONGEST.source);

export const quotations = table({
  schema: Quotation,
  file: Quotation.extend({ exact: Words, prefix: Words, suffix: Words, ...fileAt, ...fileRemoved }),
  words: { exact: '', prefix: '', suffix: '' },
  needs: { claim: ['claims'], edition: ['editions'] },
  under: { quotations: ({ claim }: Quotation) => claim },
  sees: everyone,
  loss: null,
  copied: true,
  later: true,
});
