import { z } from 'zod';
import { allowanceOf, debateOf } from '../../debate/sides.ts';
import { ok, refuse } from '../../result.ts';
import { Id } from '../id.ts';
import { put } from '../patch.ts';
import { may } from '../roles.ts';
import { MOST_EXTRA } from '../tables/allowances.ts';
import { kind, stamp } from './kind.ts';
import { isFree } from './place.ts';

/** [D9] Puts a person on a side, or on none. */
export const SetSide = z.object({ kind: z.literal('set-side'), participant: Id, side: Id.nullable() });
export type SetSide = z.infer<typeof SetSide>;

/** [D11] Gives a person more time for speaking, or no more than all have. */
export const SetAllowance = z.object({
  kind: z.literal('set-allowance'),
  allowance: Id.describe('id of what is noted about the person; a new one where nothing is yet'),
  participant: Id,
  percent: z.int().min(0).max(MOST_EXTRA),
});
export type SetAllowance = z.infer<typeof SetAllowance>;

export const setSide = kind({
  schema: SetSide,
  act: () => null,
  // Whoever could change sides by themselves would read what the other one prepares.
  verb: (map, { participant }, actor) =>
    participant === actor.id && actor.side === null && debateOf(map)?.choose === true ? 'say' : 'manage',
  rule(map, { participant: id, side }) {
    const participant = map.participants.get(id);
    const debate = debateOf(map);
    if (!participant?.role) return refuse('not-found', 'There is no such participant in this map.');
    if (side !== null && !debate?.sides.some((one) => one.id === side))
      return refuse('not-found', 'There is no such side.');
    if (side !== null && may(participant.role, 'review'))
      return refuse('not-allowed', 'Who decides is on no side.');
    if (participant.side === side) return refuse('no-change', 'They are on this side already.');
    return ok([put('participants', { ...participant, side })]);
  },
  undo({ participant: id, side }, before, now) {
    const was = before.participants.get(id);
    if (!was || now.participants.get(id)?.side !== side) return undefined;
    return { kind: 'set-side', participant: id, side: was.side };
  },
});

export const setAllowance = kind({
  schema: SetAllowance,
  act: () => null,
  verb: () => 'manage',
  rule(map, { allowance, participant, percent }, context) {
    if (!map.participants.has(participant))
      return refuse('not-found', 'There is no such participant in this map.');
    const was = allowanceOf(map, participant);
    if ((was?.percent ?? 0) === percent) return refuse('no-change', 'It is so already.');
    if (was ? was.id !== allowance : !isFree(map, allowance))
      return refuse('id-taken', 'What is noted about the person has another id, or this one is in use.');
    return ok([put('allowances', { id: allowance, participant, percent, ...stamp(context) })]);
  },
  undo({ participant, percent, allowance }, before, now) {
    const of = (map: typeof before) => map.allowances.get(allowance)?.percent ?? 0;
    return of(now) === percent && of(before) !== percent
      ? { kind: 'set-allowance', allowance, participant, percent: of(before) }
      : undefined;
  },
});
