import { refuse, type Refused } from '../result.ts';
import type { Id } from './id.ts';
import type { ArgumentMap } from './map.ts';

/** [P14] [M-13] The refusal of one more that would wait, where as many wait as this map lets wait. */
export function noRoomFor(map: ArgumentMap, by: Id | null): Refused | undefined {
  const { quota } = map.info;
  let waits = 0;
  for (const proposal of map.proposals.values())
    if (proposal.by === by && proposal.state === 'pending') waits += 1;
  return waits < quota
    ? undefined
    : refuse(
        'too-many-proposals',
        `At most ${quota} of your proposals wait for a moderator in this map, and ${waits} do.`,
      );
}
