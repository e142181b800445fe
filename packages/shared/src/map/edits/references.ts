import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { Id } from '../id.ts';
import type { Reference } from '../tables/references.ts';
import { drop, put } from '../patch.ts';
import { isLive, wentTo } from '../tree.ts';
import { kind, ownOrOthers, stamp } from './kind.ts';
import {
  isFree,
  isPremise,
  JointPremise,
  keepingOrder,
  leave,
  NewArgument,
  premisePlaceOf,
  settle,
} from './place.ts';

/** Uses a claim once more as a premise, without moving it from its home. */
export const AddReference = z.object({
  kind: z.literal('add-reference'),
  reference: Id.describe('id of the new reference'),
  claim: Id,
  to: z.discriminatedUnion('at', [JointPremise, NewArgument]),
});
export type AddReference = z.infer<typeof AddReference>;

export const DropReference = z.object({ kind: z.literal('drop-reference'), reference: Id });
export type DropReference = z.infer<typeof DropReference>;

export const addReference = kind({
  schema: AddReference,
  act: () => 'claim',
  verb: () => 'add',
  rule(map, { reference: id, claim: of, to }, context) {
    const claim = wentTo(map, of);
    if (!isFree(map, id) || to.argument === id)
      return refuse('id-taken', 'The id of the new reference is in use.');
    if (!map.claims.has(claim) || !isLive(map, claim))
      return refuse('removed', 'The claim was removed or does not exist.');
    // [T3] References may run in a circle, so the lineage is not asked about the claim itself.
    const settled = settle(map, to, id, context);
    if (!settled.ok) return settled;
    if (to.at === 'premise' && isPremise(map, to.argument, claim)) {
      return refuse('already-premise', 'The claim is a premise of this argument already.');
    }
    const reference: Reference = { id, argument: to.argument, claim, order: to.order, ...stamp(context) };
    return ok([...settled.value.patches, put('references', reference)]);
  },
  undo({ reference }, _before, now) {
    return now.references.has(reference) ? { kind: 'drop-reference', reference } : undefined;
  },
});

export const dropReference = kind({
  schema: DropReference,
  act: () => 'claim',
  verb: (map, { reference }, actor) => ownOrOthers(map.references.get(reference)?.by, actor),
  rule(map, { reference: id }, context) {
    const reference = map.references.get(id);
    if (!reference) return refuse('not-found', 'The reference does not exist.');
    if (!isLive(map, reference.argument)) return refuse('removed', 'The argument was removed.');
    const left = leave(map, reference.argument, id, context);
    return left.ok ? ok([...left.value, drop('references', id)]) : left;
  },
  undo({ reference: id }, before, now) {
    const was = before.references.get(id);
    // [E12] One that stayed with a claim that was merged was out of sight: made again, it would be seen.
    if (was && before.mergers.has(was.claim)) return undefined;
    const to = was && !now.references.has(id) && premisePlaceOf(before, now, was.argument, was.order);
    if (!to || to.at === 'thesis') return undefined;
    return keepingOrder({ kind: 'add-reference', reference: id, claim: was.claim, to }, to, was);
  },
});
