// When a page has no map to show, or none any more, and why.
import type { Refusal } from '@counterpoint/shared';
import type { MapState } from './mapStore.ts';

const NOT_THEIRS: readonly (string | undefined)[] = ['not-found', 'not-signed-in', 'not-allowed'];

/** Who was sent away, may no longer read the map, finds it gone, or is somebody else by now, does not go on looking at it. */
export function isSentAway({
  ended,
  status,
  version,
  refusal,
}: Pick<MapState, 'ended' | 'status' | 'version' | 'refusal'>): boolean {
  return ended !== null || (status === 'refused' && (version === null || NOT_THEIRS.includes(refusal?.code)));
}

/** As it is told: what is no id at all is an address that leads nowhere. */
export const toldOf = (refusal: Refusal | undefined): Refusal | undefined =>
  refusal?.code === 'invalid' ? { ...refusal, code: 'not-found' } : refusal;
