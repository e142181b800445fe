import { z } from 'zod';
import { Id, Language } from '../id.ts';
import { fileAt, fileRemoved, Removal, Stamp } from '../stamp.ts';
import { LONGEST, optionalText, personText } from '../text.ts';
import { everyone } from './audience.ts';
import { table } from './description.ts';

/** A text that claims rest on. Its words stand in its editions; a removed one is no longer offered for quoting. */
export const Source = Stamp.extend({
  id: Id,
  title: z.string(),
  /** Where it was published; an address, or empty. */
  url: z.string(),
  language: Language,
  removed: Removal.nullable(),
}).meta({ id: 'Source' });
export type Source = Readonly<z.infer<typeof Source>>;

export const sources = table({
  schema: Source,
  file: Source.extend({
    title: personText(LONGEST.title),
    url: optionalText(LONGEST.url),
    ...fileAt,
    ...fileRemoved,
  }),
  words: { title: '', url: '' },
  needs: {},
  under: {},
  sees: everyone,
  loss: null,
  copied: true,
  recorded: true,
  later: true,
});
