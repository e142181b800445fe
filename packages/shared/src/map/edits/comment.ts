import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { Id } from '../id.ts';
import { put } from '../patch.ts';
import { LONGEST, personText } from '../text.ts';
import { isLive, wentTo } from '../tree.ts';
import { kind, stamp } from './kind.ts';
import { isFree } from './place.ts';

export const AddComment = z.object({
  kind: z.literal('comment'),
  comment: Id.describe('id of the new comment'),
  claim: Id,
  text: personText(LONGEST.comment),
});
export type AddComment = z.infer<typeof AddComment>;

export const addComment = kind({
  schema: AddComment,
  act: () => 'comment',
  verb: () => 'talk',
  rule(map, { comment: id, claim: on, text }, context) {
    const claim = wentTo(map, on);
    if (!isFree(map, id)) return refuse('id-taken', 'The id of the new comment is in use.');
    if (!map.claims.has(claim) || !isLive(map, claim))
      return refuse('removed', 'The claim was removed or does not exist.');
    return ok([put('comments', { id, claim, text, removed: null, ...stamp(context) })]);
  },
  undo({ comment: id }, _before, now) {
    return now.comments.get(id)?.removed === null ? { kind: 'remove', id } : undefined;
  },
  words: { of: ({ comment }) => [comment], none: { text: '' }, on: ({ claim }) => [claim] },
});
