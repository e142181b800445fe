// [P25] Who may not write in a map.
import type { Id } from './id.ts';
import type { ArgumentMap } from './map.ts';
import type { Mute } from './tables/mutes.ts';

type Mutes = Pick<ArgumentMap, 'mutes' | 'participants'>;

/** The mute in force for a person: none binds an owner, or a map could be left without anybody who may. */
export function muteOf({ mutes, participants }: Mutes, participant: Id | null): Mute | undefined {
  if (mutes.size === 0 || participant === null) return undefined;
  if (participants.get(participant)?.role === 'owner') return undefined;
  for (const mute of mutes.values()) if (mute.participant === participant && !mute.lifted) return mute;
  return undefined;
}
