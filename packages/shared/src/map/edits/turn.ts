import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { Direction } from '../tables/arguments.ts';
import { Id } from '../id.ts';
import { put } from '../patch.ts';
import { isLive } from '../tree.ts';
import { kind, ownOrOthers } from './kind.ts';

/** Turns a support into a rebuttal, or back. */
export const Turn = z.object({ kind: z.literal('turn'), argument: Id, direction: Direction });
export type Turn = z.infer<typeof Turn>;

export const turn = kind({
  schema: Turn,
  act: () => 'claim',
  verb: (map, { argument }, actor) => ownOrOthers(map.arguments.get(argument)?.by, actor),
  rule(map, { argument: id, direction }) {
    const argument = map.arguments.get(id);
    if (!argument || !isLive(map, id))
      return refuse('removed', 'The argument was removed or does not exist.');
    if (argument.direction === direction)
      return refuse('no-change', 'The argument has this direction already.');
    if (argument.target.kind === 'argument')
      return refuse('undercut-must-rebut', 'Only a rebuttal can be aimed at an argument.');
    return ok([put('arguments', { ...argument, direction })]);
  },
  undo({ argument, direction }, before, now) {
    const was = before.arguments.get(argument);
    if (!was || now.arguments.get(argument)?.direction !== direction) return undefined;
    return { kind: 'turn', argument, direction: was.direction };
  },
});
