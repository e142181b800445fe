import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { Id } from '../id.ts';
import { Target } from '../tables/arguments.ts';
import { OrderKey } from '../order.ts';
import { put } from '../patch.ts';
import { followed, isLive, wentTo } from '../tree.ts';
import { kind, ownOrOthers } from './kind.ts';
import { targetRefused } from './place.ts';

/** Moves an argument with all its premises and all beneath them to another target. */
export const MoveArgument = z.object({
  kind: z.literal('move-argument'),
  argument: Id,
  target: Target,
  order: OrderKey,
});
export type MoveArgument = z.infer<typeof MoveArgument>;

export const moveArgument = kind({
  schema: MoveArgument,
  act: () => 'claim',
  verb: (map, { argument }, actor) => ownOrOthers(map.arguments.get(argument)?.by, actor),
  rule(map, { argument: id, target: aim, order }) {
    const target = followed(map, aim);
    const argument = map.arguments.get(id);
    if (!argument || !isLive(map, id))
      return refuse('removed', 'The argument was removed or does not exist.');
    if (argument.target.id === target.id) return refuse('no-change', 'The argument has this target already.');
    return (
      targetRefused(map, { ...argument, target }, id) ??
      ok([put('arguments', { ...argument, target, order })])
    );
  },
  undo({ argument: id, target }, before, now) {
    const was = before.arguments.get(id);
    if (!was || now.arguments.get(id)?.target.id !== wentTo(now, target.id)) return undefined;
    return { kind: 'move-argument', argument: id, target: was.target, order: was.order };
  },
});
