import { refuse, type Refused } from '../result.ts';
import type { Id } from './id.ts';
import type { ArgumentMap } from './map.ts';

/** [P14] [M-13] Most proposals of one person that wait at once. */
export const MOST_WAITING = 10;

/** [P14] The refusal of one more that would wait, where as many wait as may. */
export function noRoomFor(map: ArgumentMap, by: Id | null): Refused | undefined {
  let waits = 0;
  for (const proposal of map.proposals.values())
    if (proposal.by === by && proposal.state === 'pending') waits += 1;
  return waits < MOST_WAITING
    ? undefined
    : refuse('too-many-proposals', `${MOST_WAITING} of your proposals wait for a moderator already.`);
}
