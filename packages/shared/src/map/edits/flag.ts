import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { put } from '../patch.ts';
import { may } from '../roles.ts';
import type { Flag } from '../tables/flags.ts';
import { isReason, Reason } from '../tables/reasons.ts';
import { LONGEST, personText } from '../text.ts';
import { isLive } from '../tree.ts';
import { kind, stamp } from './kind.ts';
import { isFree } from './place.ts';

/** [F1] Asks those who decide to look at a claim or a comment. */
export const FlagEdit = z.object({
  kind: z.literal('flag'),
  flag: Id.describe('id of the new flag'),
  about: Id.describe('a claim or a comment'),
  code: Reason.describe('why; `other` says nothing without a text'),
  text: personText(LONGEST.reason).nullable(),
});
export type FlagEdit = z.infer<typeof FlagEdit>;

/** [F3] Seen, and fine: closes all that is open about one thing. */
export const CloseFlags = z.object({ kind: z.literal('close-flags'), about: Id });
export type CloseFlags = z.infer<typeof CloseFlags>;

export const flag = kind({
  schema: FlagEdit,
  act: () => null,
  verb: () => 'say',
  rule(map, { flag: id, about, code, text }, context) {
    if (!isFree(map, id)) return refuse('id-taken', 'The id of the new flag is in use.');
    if (!stands(map, about)) return refuse('removed', 'It was removed or does not exist.');
    if (!isReason(map, code)) return refuse('unknown-reason', 'This map has no such reason.');
    if (code === 'other' && text === null) return refuse('reason-needed', 'A flag needs a reason.');
    if (flagsOn(map, about).some(({ by, removed }) => by === context.by && !removed))
      return refuse('no-change', 'It is flagged once by each person.');
    const said = { about, code, text: text ?? '', seen: null, removed: null };
    return ok([put('flags', { id, ...said, ...stamp(context) })]);
  },
  undo({ flag: id }, _before, now) {
    const is = now.flags.get(id);
    // What was looked at was looked at.
    return is && !is.removed && !is.seen ? { kind: 'remove', id } : undefined;
  },
  words: { of: ({ flag: id }) => [id], none: { text: null }, on: ({ about }) => [about] },
});

export const closeFlags = kind({
  schema: CloseFlags,
  act: () => null,
  verb: () => 'decide',
  rule(map, { about }, context) {
    const open = flagsOn(map, about).filter(isOpenFlag);
    if (open.length === 0) return refuse('no-change', 'No flag is open about it.');
    if (authorOf(map, about) === context.by && hasOtherReviewer(map, context.by))
      return refuse('own-decision', 'Another moderator looks at flags about what is one’s own.');
    return ok(open.map((one) => put('flags', { ...one, seen: stamp(context) })));
  },
  undo: () => undefined,
});

export const isOpenFlag = ({ seen, removed }: Flag): boolean => !seen && !removed;

/** The flags about a claim or a comment, that are open and that were. */
export const flagsOn = (map: ArgumentMap, about: Id): readonly Flag[] =>
  [...map.flags.values()].filter((one) => one.about === about);

function stands(map: ArgumentMap, id: Id): boolean {
  const comment = map.comments.get(id);
  if (comment) return !comment.removed && isLive(map, comment.claim);
  const merger = map.mergers.get(id);
  if (merger) return !merger.removed && isLive(map, merger.into);
  return map.claims.has(id) && isLive(map, id);
}

const authorOf = (map: ArgumentMap, id: Id): Id | null | undefined =>
  (map.claims.get(id) ?? map.comments.get(id) ?? map.mergers.get(id))?.by;

export const hasOtherReviewer = (map: ArgumentMap, by: Id | null): boolean =>
  [...map.participants.values()].some(({ id, role }) => id !== by && may(role, 'review'));
