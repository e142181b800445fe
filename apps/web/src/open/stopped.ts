// [P23] [P25] Whether a moderator lets this person write: who is stopped reads it where they would write.
import { may, muteOf, type Mute } from '@counterpoint/shared';
import type { MapState } from './mapStore.ts';

export type Stopped = { readonly by: 'mute'; readonly mute: Mute } | { readonly by: 'hold' };

export function stoppedIn({
  view,
  participant,
  role,
}: Pick<MapState, 'view' | 'participant' | 'role'>): Stopped | null {
  const mute = muteOf(view, participant);
  if (mute) return { by: 'mute', mute };
  return view.info.hold === 'frozen' && role !== null && !may(role, 'review') ? { by: 'hold' } : null;
}
