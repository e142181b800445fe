import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { OrderKey } from '../order.ts';
import { put, type Patch } from '../patch.ts';
import { isLive, nodeAt } from '../tree.ts';
import { kind, ownOrOthers } from './kind.ts';

/** A new place among siblings, for a thesis, a premise at home or by reference, or an argument. */
export const Reorder = z.object({ kind: z.literal('reorder'), id: Id, order: OrderKey });
export type Reorder = z.infer<typeof Reorder>;

export const reorder = kind({
  schema: Reorder,
  act: () => 'claim',
  verb: (map, { id }, actor) => ownOrOthers((nodeAt(map, id)?.value ?? map.references.get(id))?.by, actor),
  rule(map, { id, order }) {
    const found = sibling(map, id);
    if (!found || !isLive(map, found.anchor)) return refuse('removed', 'It was removed or does not exist.');
    return found.order === order ? refuse('no-change', 'It has this place already.') : ok([found.at(order)]);
  },
  undo({ id, order }, before, now) {
    const was = sibling(before, id);
    const is = sibling(now, id);
    return was && is?.order === order && is.under === was.under
      ? { kind: 'reorder', id, order: was.order }
      : undefined;
  },
});

interface Sibling {
  readonly order: OrderKey;
  /** What it hangs under, null for a thesis. */
  readonly under: Id | null;
  /** What has to be live. */
  readonly anchor: Id;
  at(order: OrderKey): Patch;
}

function sibling(map: ArgumentMap, id: Id): Sibling | undefined {
  const claim = map.claims.get(id);
  if (claim)
    return {
      order: claim.order,
      under: claim.home,
      anchor: id,
      at: (order) => put('claims', { ...claim, order }),
    };
  const argument = map.arguments.get(id);
  if (argument) {
    const under = argument.target.id;
    return {
      order: argument.order,
      under,
      anchor: id,
      at: (order) => put('arguments', { ...argument, order }),
    };
  }
  const reference = map.references.get(id);
  if (!reference) return undefined;
  const under = reference.argument;
  return {
    order: reference.order,
    under,
    anchor: under,
    at: (order) => put('references', { ...reference, order }),
  };
}
