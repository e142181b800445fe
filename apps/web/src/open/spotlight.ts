// The claim that everyone who follows has before them.
import { debateOf, isLive, wentTo, type ArgumentMap, type Claim } from '@counterpoint/shared';

/** [D12] Null where none is shown, or where it is gone. */
export function spotlightIn(map: ArgumentMap): Claim | null {
  const shown = debateOf(map)?.spotlight ?? null;
  if (shown === null) return null;
  const id = wentTo(map, shown);
  return isLive(map, id) ? (map.claims.get(id) ?? null) : null;
}
