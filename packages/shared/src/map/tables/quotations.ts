import { z } from 'zod';
import { Anchoring } from '../../source/anchoring.ts';
import { Passage } from '../../source/passage.ts';
import { RuleId } from '../../source/rule.ts';
import { Id, Language } from '../id.ts';
import { fileAt, fileRemoved, Removal, Stamp } from '../stamp.ts';
import { LONGEST, optionalText, personText } from '../text.ts';
import { everyone } from './audience.ts';
import { table } from './description.ts';

/** How a claim rests on a passage. */
export const Bearing = z.enum(['verbatim', 'paraphrase', 'inference', 'disputes']);
export type Bearing = z.infer<typeof Bearing>;

/** A translation of a quotation, and who made it. */
export const Gloss = Stamp.extend({ text: z.string(), language: Language });
export type Gloss = Readonly<z.infer<typeof Gloss>>;

/** A passage of one edition that a claim rests on. Ask bearingOf for its bearing: a claim may have been reworded. */
export const Quotation = Stamp.extend({
  id: Id,
  claim: Id,
  edition: Id,
  bearing: Bearing,
  ...Passage.shape,
  /** Where it stands in the latest edition; null in that edition itself. */
  stands: Anchoring.nullable(),
  gloss: Gloss.nullable(),
  /** The rule that suggested it (P-05); empty where a person chose the passage. */
  rule: RuleId,
  removed: Removal.nullable(),
}).meta({ id: 'Quotation' });
export type Quotation = Readonly<z.infer<typeof Quotation>>;

/** A quotation as it is made, before anybody does anything with it. */
export const UNTOUCHED = { stands: null, gloss: null, rule: '', removed: null } as const;

/** [Q7] Whether its words are others in the latest edition, or gone, and nobody has settled what to do. */
export const isUnsettled = ({ stands }: Pick<Quotation, 'stands'>): boolean =>
  stands?.status === 'changed' || stands?.status === 'orphaned';

const Words = optionalText(LONGEST.source);

export const quotations = table({
  schema: Quotation,
  file: Quotation.extend({
    exact: Words,
    prefix: Words,
    suffix: Words,
    stands: Anchoring.nullable().default(null),
    gloss: Gloss.extend({ text: personText(LONGEST.gloss), ...fileAt })
      .nullable()
      .default(null),
    rule: RuleId.default(''),
    ...fileAt,
    ...fileRemoved,
  }),
  words: { exact: '', prefix: '', suffix: '', gloss: null },
  needs: { claim: ['claims'], edition: ['editions'] },
  under: { quotations: ({ claim }: Quotation) => claim },
  sees: everyone,
  loss: null,
  copied: true,
  recorded: true,
  later: true,
  older: (row) => ({ ...UNTOUCHED, ...row }),
});
