import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, fileRemoved, Removal, Stamp } from '../stamp.ts';
import { LONGEST, personText } from '../text.ts';
import { everyone } from './audience.ts';
import { table } from './description.ts';

export const Comment = Stamp.extend({
  id: Id,
  claim: Id,
  text: z.string(),
  removed: Removal.nullable(),
}).meta({ id: 'Comment' });
export type Comment = Readonly<z.infer<typeof Comment>>;

export const comments = table({
  schema: Comment,
  file: Comment.extend({ text: personText(LONGEST.comment), ...fileAt, ...fileRemoved }),
  words: { text: '' },
  needs: { claim: ['claims'] },
  under: { comments: ({ claim }: Comment) => claim },
  sees: everyone,
  loss: null,
  copied: true,
  recorded: true,
});
