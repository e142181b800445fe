import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, fileMark, fileRemoved, Removal, Stamp } from '../stamp.ts';
import { LONGEST, optionalText } from '../text.ts';
import { authorAndReviewers } from './audience.ts';
import { table } from './description.ts';
import { Reason } from './reasons.ts';

/** [F1] Someone asks those who decide to look at a claim or a comment. */
export const Flag = Stamp.extend({
  id: Id,
  /** A claim, also one that was merged into another since, or a comment. */
  about: Id,
  code: Reason,
  text: z.string(),
  /** Who looked at it and found it fine. */
  seen: Stamp.nullable(),
  removed: Removal.nullable(),
}).meta({ id: 'Flag' });
export type Flag = Readonly<z.infer<typeof Flag>>;

export const flags = table({
  schema: Flag,
  file: Flag.extend({
    text: optionalText(LONGEST.reason),
    seen: fileMark,
    ...fileAt,
    ...fileRemoved,
  }),
  words: { text: '' },
  needs: { about: ['claims', 'comments', 'mergers'] },
  // Beneath nothing: whoever may not see a flag would find by what they may take away that there is one.
  under: {},
  sees: authorAndReviewers,
  loss: 'flags',
  copied: false,
  recorded: true,
  later: true,
});
