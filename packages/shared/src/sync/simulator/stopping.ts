// What who decides does to stop others, for the simulator's writer. Mostly they let go again: who is stopped meets nobody.
import type { SingleEdit } from '../../map/edit.ts';
import type { Id } from '../../map/id.ts';
import type { ArgumentMap } from '../../map/map.ts';
import { may } from '../../map/roles.ts';
import type { Viewer } from '../../map/circles.ts';
import type { Random } from './random.ts';

const STOPPING = ['set-hold', 'mute', 'unmute'] as const;
type Stopping = (typeof STOPPING)[number];
export const isStopping = (kind: SingleEdit['kind']): kind is Stopping =>
  (STOPPING as readonly SingleEdit['kind'][]).includes(kind);

/** Whether the map is archived, and this person the one who lets the others go on. */
export const isOver = ({ info }: ArgumentMap, me: Viewer): boolean =>
  info.hold === 'archived' && me.role === 'owner';

interface Making {
  newId(): Id;
  text(): string;
}

/** Undefined where there is nobody that this person could do it to. */
export function stopping(
  kind: Stopping,
  map: ArgumentMap,
  me: Viewer,
  random: Random,
  making: Making,
): SingleEdit | undefined {
  if (!may(me.role, 'review')) return undefined;
  switch (kind) {
    case 'set-hold': {
      if (me.role === 'owner' && random.chance(0.15)) return { kind, hold: 'archived', slow: 0 };
      const hold = random.pick(['none', 'none', 'none', 'review', 'frozen'] as const) ?? 'none';
      return { kind, hold, slow: random.chance(0.15) ? 1 : 0 };
    }
    case 'mute': {
      const participant = random.pick([...map.participants.keys()].filter((id) => id !== me.participant));
      const known = [...map.mutes.values()].find((one) => one.participant === participant);
      const mute = known && random.chance(0.5) ? known.id : making.newId();
      return participant === undefined
        ? undefined
        : { kind, mute, participant, reason: making.text(), hide: random.chance(0.5) };
    }
    case 'unmute': {
      const open = [...map.mutes.values()].filter(({ lifted }) => !lifted || random.chance(0.1));
      const mute = random.pick(open)?.id;
      return mute === undefined ? undefined : { kind, mute, show: random.chance(0.7) };
    }
  }
}
