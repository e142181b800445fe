// [P23] [P25] [P27] Whether this person is stopped from writing: they read it where they would write.
import { may, muteOf, type Mute } from '@counterpoint/shared';
import type { MapState } from './mapStore.ts';

export type Stopped = { readonly by: 'mute'; readonly mute: Mute } | { readonly by: 'hold' | 'archive' };

export function stoppedIn({
  view,
  participant,
  role,
}: Pick<MapState, 'view' | 'participant' | 'role'>): Stopped | null {
  if (view.info.hold === 'archived' && role !== null) return { by: 'archive' };
  const mute = muteOf(view, participant);
  if (mute) return { by: 'mute', mute };
  return view.info.hold === 'frozen' && role !== null && !may(role, 'review') ? { by: 'hold' } : null;
}
