import { z } from 'zod';
import { sideOf } from '../../debate/sides.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { muteOf } from '../mutes.ts';
import { applyPatches, put, type Patch } from '../patch.ts';
import { noRoomFor } from '../quota.ts';
import type { Act } from '../tables/debates.ts';
import { UNSEEN, type Proposal } from '../tables/proposals.ts';
import { byAge } from '../tree.ts';
import { kind, stamp, type Context, type Held, type Kinded } from './kind.ts';

/** [D14] Keeps an edit back: for one's side, for oneself, or for those who decide, whatever one may do at once. */
export const Propose = z.object({
  kind: z.literal('propose'),
  proposal: Id.describe('id of the draft; what is offered to those who decide has the id of this edit'),
  to: z.enum(['side', 'self', 'moderators']),
  edit: z.looseObject({ kind: z.string() }).describe('an edit about claims, passages or comments, or a batch of such'), // prettier-ignore
});
export type Propose = z.infer<typeof Propose>;

/** [D15] Makes drafts public, in the order they were made: all of them, or none. */
export const Publish = z.object({
  kind: z.literal('publish'),
  proposals: z.array(Id).min(1).max(200),
});
export type Publish = z.infer<typeof Publish>;

/** Most drafts of one person. */
export const MOST_DRAFTS = 200;

/** What a phase may allow for an edit that can be kept back. A note is its author’s alone without that. */
const KEPT: readonly (Act | null)[] = ['claim', 'quote', 'comment'];

export const isKeptAct = (act: Act | null): boolean => KEPT.includes(act);

/** [D14] The edit that was sent inside another one, where it may be kept back. */
export function keptEdit(
  map: ArgumentMap,
  { edit }: Propose,
  held: Pick<Held, 'read' | 'mayBeKept'>,
): Result<Kinded> {
  const read = held.read(edit);
  return read && held.mayBeKept(map, read)
    ? ok(read)
    : refuse('invalid', 'edit: only what is about claims, passages or comments can be kept back');
}

export const propose = kind({
  schema: Propose,
  act: (_map, { to }) => (to === 'side' ? 'prepare' : null),
  verb: (_map, { to }) => (to === 'moderators' ? 'offer' : to === 'self' ? 'keep' : 'say'),
  rule(map, asked, context, held) {
    const { proposal: id, to } = asked;
    const edit = keptEdit(map, asked, held);
    if (!edit.ok) return edit;
    if (to === 'moderators') return refuse('invalid', 'to: what is offered is offered by itself');
    const known = map.proposals.get(id);
    // A rule that is only tried out, for a redo, asks for its author.
    const by = context.by ?? known?.by ?? null;
    const side = to === 'side' ? sideOf(map, by) : null;
    if (to === 'side' && side === null) return refuse('no-side', 'You are on no side.');
    // One that was thrown away comes back under its own id.
    if (known && (known.state !== 'dropped' || known.by !== by))
      return refuse('id-taken', 'The id of the draft is in use.');
    let kept = 0;
    for (const one of map.proposals.values()) if (one.by === by && one.state === 'draft') kept += 1;
    if (kept >= MOST_DRAFTS)
      return refuse('too-many-proposals', `At most ${MOST_DRAFTS} drafts of one person are kept.`);
    const draft: Proposal = {
      id,
      edit: { ...edit.value },
      ...stamp(context),
      ...UNSEEN,
      state: 'draft',
      side,
    };
    return ok([put('proposals', draft)]);
  },
  undo: ({ proposal }, _before, now) =>
    now.proposals.get(proposal)?.state === 'draft' ? { kind: 'withdraw', proposal } : undefined,
});

export const publish = kind({
  schema: Publish,
  act: (map, { proposals }) => (proposals.some((id) => map.proposals.get(id)?.side) ? 'publish' : 'claim'),
  verb: (map, { proposals }, actor) =>
    proposals.every((id) => isOurs(map, map.proposals.get(id), actor.id)) ? 'publish' : 'never',
  rule(map, { proposals: ids }, context, held) {
    if (new Set(ids).size < ids.length) return refuse('invalid', 'proposals: one stands twice');
    const drafts = ids.map((id) => map.proposals.get(id));
    if (!drafts.every((draft) => draft !== undefined)) return refuse('not-found', 'There is no such draft.');
    if (!drafts.every(({ state }) => state === 'draft'))
      return refuse('already-decided', 'A draft was published or withdrawn meanwhile.');
    const patches: Patch[] = [];
    let next = map;
    for (const draft of [...drafts].sort(byAge)) {
      const made = published(next, draft, context, held);
      if (!made.ok) return made;
      patches.push(...made.value);
      next = applyPatches(next, made.value);
    }
    return ok(patches);
  },
  undo: () => undefined,
});

const isOurs = (map: ArgumentMap, draft: Proposal | undefined, me: Id): boolean =>
  draft === undefined || draft.by === me || (draft.side !== null && draft.side === sideOf(map, me));

/** [D15] In its author's name, and by what its author may: what needs a moderator waits for one. */
function published(
  map: ArgumentMap,
  draft: Proposal,
  context: Context,
  held: Held,
): Result<readonly Patch[]> {
  if (held.isBare(draft)) return refuse('purged', 'The words of a draft were deleted for good.');
  // [P25] Who may not write is not helped by those of their side; that they are muted, nobody is told.
  const isMuted = draft.by !== null && muteOf(map, draft.by) !== undefined;
  const standing = isMuted ? 'refused' : held.standing(map, draft.edit, draft.by);
  if (standing === 'refused') return refuse('not-allowed', 'The author of a draft may not do this.');
  if (standing === 'proposal')
    return noRoomFor(map, draft.by) ?? ok([put('proposals', { ...draft, state: 'pending', at: context.at })]);
  const applied = held.rule(map, draft.edit, { ...context, by: draft.by });
  return applied.ok
    ? ok([...applied.value, put('proposals', { ...draft, state: 'published', decided: stamp(context) })])
    : applied;
}
