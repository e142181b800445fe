import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { Id } from '../id.ts';
import { put } from '../patch.ts';
import { isLive } from '../tree.ts';
import { kind, ownOrOthers } from './kind.ts';
import { goneRefused, keepingOrder, leaveAndSettle, Place, placeOf } from './place.ts';

/** Moves one claim with all beneath it; out of a joint argument, or into one, or to stand on its own. */
export const MoveClaim = z.object({ kind: z.literal('move-claim'), claim: Id, to: Place });
export type MoveClaim = z.infer<typeof MoveClaim>;

export const moveClaim = kind({
  schema: MoveClaim,
  act: () => 'claim',
  verb: (map, { claim }, actor) => ownOrOthers(map.claims.get(claim)?.by, actor),
  rule(map, { claim: id, to }, context) {
    const claim = map.claims.get(id);
    if (!claim || !isLive(map, id)) return goneRefused(map, id);
    const same = to.at === 'thesis' ? claim.home === null : to.at === 'premise' && claim.home === to.argument;
    if (same) return refuse('no-change', 'The claim stands there already.');
    const settled = leaveAndSettle(map, { from: claim.home, premise: id, place: to, claim: id }, context);
    if (!settled.ok) return settled;
    const { home, order, patches } = settled.value;
    return ok([...patches, put('claims', { ...claim, home, order })]);
  },
  undo({ claim: id, to }, before, now) {
    const was = before.claims.get(id);
    const is = now.claims.get(id);
    if (!was || is?.home !== (to.at === 'thesis' ? null : to.argument)) return undefined;
    const back = placeOf(before, now, was);
    return back && keepingOrder({ kind: 'move-claim', claim: id, to: back }, back, was);
  },
});
