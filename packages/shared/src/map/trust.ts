// [P18] Whom a map trusts: so many of their proposals were accepted that a further one needs no moderator.
import type { Id } from './id.ts';
import type { ArgumentMap } from './map.ts';
import type { Trust } from './tables/trusts.ts';

/** What a moderator noted about the trust in a person. */
export function trustOf({ trusts }: Pick<ArgumentMap, 'trusts'>, participant: Id): Trust | undefined {
  for (const trust of trusts.values()) if (trust.participant === participant) return trust;
  return undefined;
}

/** A person sees their own proposals and what was noted about them, so their own page and the server say the same. */
export const isTrusted = (map: ArgumentMap, participant: Id): boolean =>
  map.info.trust > 0 &&
  acceptedBy(map, participant) >= map.info.trust &&
  trustOf(map, participant)?.revoked !== true;

/** How many proposals of a person were accepted. */
export const acceptedBy = ({ proposals }: Pick<ArgumentMap, 'proposals'>, participant: Id): number =>
  (counted.get(proposals) ?? counting(proposals)).get(participant) ?? 0;

type Proposals = ArgumentMap['proposals'];

/** Buttons ask again and again about one map: its proposals are counted once. */
const counted = new WeakMap<Proposals, ReadonlyMap<Id | null, number>>();

function counting(proposals: Proposals): ReadonlyMap<Id | null, number> {
  const counts = new Map<Id | null, number>();
  for (const { by, state } of proposals.values())
    if (state === 'accepted') counts.set(by, (counts.get(by) ?? 0) + 1);
  counted.set(proposals, counts);
  return counts;
}
