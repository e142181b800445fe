import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { Id } from '../id.ts';
import { put } from '../patch.ts';
import { trustOf } from '../trust.ts';
import { kind, stamp } from './kind.ts';
import { isFree } from './place.ts';

/** [P18] Takes back the trust that a person earned, or gives it back. */
export const SetTrust = z.object({
  kind: z.literal('set-trust'),
  trust: Id.describe('id of what is noted about the person, where nothing is yet'),
  participant: Id,
  revoked: z.boolean(),
});
export type SetTrust = z.infer<typeof SetTrust>;

export const setTrust = kind({
  schema: SetTrust,
  act: () => null,
  verb: () => 'manage',
  rule(map, { trust, participant, revoked }, context) {
    if (!map.participants.has(participant))
      return refuse('not-found', 'There is no such participant in this map.');
    const was = trustOf(map, participant);
    if ((was?.revoked ?? false) === revoked) return refuse('no-change', 'It is so already.');
    if (!was && !isFree(map, trust)) return refuse('id-taken', 'The id is in use.');
    return ok([put('trusts', { id: was?.id ?? trust, participant, revoked, ...stamp(context) })]);
  },
  undo({ trust, participant, revoked }, before, now) {
    const is = trustOf(now, participant);
    if (!is || is.revoked !== revoked || (trustOf(before, participant)?.revoked ?? false) === revoked)
      return undefined;
    return { kind: 'set-trust', trust, participant, revoked: !revoked };
  },
});
