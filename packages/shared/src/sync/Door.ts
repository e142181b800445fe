// What a connection is told, through the eyes of its viewer [S12]. The gateway and the simulator open the same doors.
import type { ArgumentMap } from '../map/map.ts';
import type { Id } from '../map/id.ts';
import { contentOf } from '../map/patch.ts';
import { may } from '../map/roles.ts';
import { viewerIn, type Viewer } from '../map/circles.ts';
import {
  isLookForAll,
  isUnnamed,
  isUnsigned,
  sightOf,
  visibleContent,
  visibleLook,
  visiblePatches,
  type Sight,
} from '../map/visibility.ts';
import { refuse, type Refused } from '../result.ts';
import type { MapRoom } from './MapRoom.ts';
import { announced } from './Recent.ts';
import {
  PROTOCOL,
  type CatchUpReply,
  type Change,
  type Frame,
  type Hello,
  type PresenceFrame,
  type Snapshot,
  type Welcome,
} from './protocol.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const closed = refuse('not-found', 'There is no such map, or it is not open to you.');

const mayRead = (map: ArgumentMap, participant: Id | null): boolean =>
  may(viewerIn(map, participant).role, 'read', map.info.access);

/** [S14] Refuses who was somebody else before: what waits in a page is of the person that it was welcomed as. */
export function changedHands(as: Id | undefined, participant: Id | null): Refused | undefined {
  if (as === undefined || as === participant) return undefined;
  return participant === null
    ? refuse('not-signed-in', 'This client belongs to someone who is signed out.')
    : refuse('not-allowed', 'This client id belongs to someone else.');
}

/** [S5] The host lets the connection hear the room's frames in the same turn: none may fall in between. */
export function welcome(
  room: MapRoom,
  hello: Hello,
  {
    participant,
    tab,
    asked = room.now,
  }: { readonly participant: Id | null; readonly tab: number; readonly asked?: number },
): ({ ok: true } & Welcome) | Refused {
  if (hello.protocol !== PROTOCOL)
    return refuse('stale', 'This page is older than the server: load it again.');
  const { map, version } = room.current;
  if (room.isGone || !mayRead(map, participant)) return closed;
  const changed = changedHands(hello.as, participant);
  if (changed) return changed;
  const isKnown = hello.version !== null && hello.epoch === room.epoch;
  // Whoever is ahead of this process has heard of it from another one.
  if (isKnown && hello.version !== null) room.hear(hello.version);
  const frame = isKnown && hello.version !== null ? frameSince(room, hello.version, participant) : null;
  const { now, epoch } = room;
  const clock = { now, took: Math.max(0, now - asked) };
  const { role } = viewerIn(map, participant);
  return { ok: true, participant, role, tab, version, epoch, ...clock, frame };
}

export function catchUp(room: MapRoom, since: number, participant: Id | null): CatchUpReply | Refused {
  return !room.isGone && mayRead(room.current.map, participant)
    ? { ok: true, now: room.now, frame: frameSince(room, since, participant) }
    : closed;
}

export function snapshot(room: MapRoom, participant: Id | null): Snapshot | Refused {
  const { map, version } = room.current;
  if (!mayRead(map, participant)) return closed;
  return { version, epoch: room.epoch, map: visibleContent(contentOf(map), viewerIn(map, participant), map) };
}

export interface Audiences<S> {
  /** Who is sent the same: it needs to be encoded only once. */
  readonly groups: readonly { readonly frame: Frame; readonly seats: readonly S[] | 'all' }[];
  /** Who may no longer read. */
  readonly gone: readonly S[];
}

/** Who is told what of a frame that the room has just sent out. The seats are asked for only where they differ. */
export function audiences<S extends { readonly participant: Id | null }>(
  room: MapRoom,
  frame: Frame,
  seats: Iterable<S>,
): Audiences<S> {
  const { map } = room.current;
  const sight = sightIn(room, frame);
  if (sight.isForAll) return { groups: [{ frame: announced(frame), seats: 'all' }], gone: [] };
  const groups = new Map<string, { frame: Frame; seats: S[] }>();
  const gone: S[] = [];
  for (const seat of seats) {
    const viewer = viewerIn(map, seat.participant);
    if (!may(viewer.role, 'read', map.info.access)) {
      gone.push(seat);
      continue;
    }
    const key = sight.groupOf(viewer);
    const group = groups.get(key) ?? { frame: announced(visibleFrame(frame, sight, viewer, map)), seats: [] };
    groups.set(key, group);
    group.seats.push(seat);
  }
  return { groups: [...groups.values()], gone };
}

/** [S12] Where people look, as one viewer may know it; the same frame where all may know all. */
export function looks(room: MapRoom, frame: PresenceFrame, participant: Id | null): PresenceFrame {
  const { map } = room.current;
  const viewer = viewerIn(map, participant);
  return tellsAll(room, frame)
    ? frame
    : { ...frame, here: frame.here.map((look) => visibleLook(look, viewer, map)) };
}

export const tellsAll = (room: MapRoom, { here }: PresenceFrame): boolean =>
  here.every((look) => isLookForAll(look, room.current.map));

const sightIn = (room: MapRoom, frame: Frame): Sight =>
  sightOf(frame.changes.flatMap(({ patches }) => patches), room.rootsIn(frame), room.current.map); // prettier-ignore

/**
 * A frame as one viewer may see it by `map`, the map as it is now. What opened and closed without a patch of its own
 * stands in the last change. The client drops what it may no longer see after that.
 */
function visibleFrame(frame: Frame, sight: Sight, viewer: Viewer, map: ArgumentMap): Frame {
  const changes = frame.changes.map((change) => visibleChange(change, viewer, map));
  const last = changes.at(-1);
  const opened = sight.opened(viewer);
  if (!last || opened.length === 0) return { ...frame, changes };
  return { ...frame, changes: [...changes.slice(0, -1), { ...last, patches: [...last.patches, ...opened] }] };
}

/** [V2] [B3] Where nothing is left to see, only the number passes: not even who it was. Nor is that told where it is kept secret. */
export function visibleChange(change: Change, viewer: Viewer, now: ArgumentMap): Change {
  const patches = visiblePatches(change.patches, viewer, now);
  if (patches === change.patches) return change;
  if (patches.length > 0 && !isUnsigned(change.patches, viewer, now))
    return { ...change, patches, kind: isUnnamed(change.patches, viewer, now) ? 'batch' : change.kind };
  return {
    version: change.version,
    at: change.at,
    by: null,
    id: NOBODY,
    client: NOBODY,
    seq: 0,
    kind: 'hidden',
    patches,
  };
}

function frameSince(room: MapRoom, since: number, participant: Id | null): Frame | null {
  const frame = room.frameSince(since);
  const { map } = room.current;
  return frame ? visibleFrame(frame, sightIn(room, frame), viewerIn(map, participant), map) : null;
}
