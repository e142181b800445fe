// What a connection is told, through the eyes of its viewer [S12]. The gateway and the simulator open the same doors.
import type { ArgumentMap } from '../map/map.ts';
import type { Id } from '../map/id.ts';
import { contentOf } from '../map/patch.ts';
import { may } from '../map/roles.ts';
import { authorsBeneath, openedPatches, turnedPatches, visibleContent, visiblePatches, type Viewer } from '../map/visibility.ts'; // prettier-ignore
import { refuse, type Refused } from '../result.ts';
import type { MapRoom } from './MapRoom.ts';
import { announced } from './Recent.ts';
import {
  PROTOCOL,
  type CatchUpReply,
  type Change,
  type Frame,
  type Hello,
  type Snapshot,
  type Welcome,
} from './protocol.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const closed = refuse('not-found', 'There is no such map, or it is not open to you.');

/** Roles are read from the map each time, so that nothing outlives the loss of one. */
export function viewerIn(map: ArgumentMap, participant: Id | null): Viewer {
  return { participant, role: (participant !== null && map.participants.get(participant)?.role) || null };
}

const mayRead = (map: ArgumentMap, participant: Id | null): boolean =>
  may(viewerIn(map, participant).role, 'read', map.info.access);

/** [S5] The host lets the connection hear the room's frames in the same turn: none may fall in between. */
export function welcome(
  room: MapRoom,
  hello: Hello,
  { participant, tab }: { readonly participant: Id | null; readonly tab: number },
): ({ ok: true } & Welcome) | Refused {
  if (hello.protocol !== PROTOCOL)
    return refuse('stale', 'This page is older than the server: load it again.');
  const { map, version } = room.current;
  if (room.isGone || !mayRead(map, participant)) return closed;
  const isKnown = hello.version !== null && hello.epoch === room.epoch;
  // Whoever is ahead of this process has heard of it from another one.
  if (isKnown && hello.version !== null) room.hear(hello.version);
  const frame = isKnown && hello.version !== null ? frameSince(room, hello.version, participant) : null;
  return { ok: true, ...viewerIn(map, participant), tab, version, epoch: room.epoch, frame };
}

export function catchUp(room: MapRoom, since: number, participant: Id | null): CatchUpReply | Refused {
  return !room.isGone && mayRead(room.current.map, participant)
    ? { ok: true, frame: frameSince(room, since, participant) }
    : closed;
}

export function snapshot(room: MapRoom, participant: Id | null): Snapshot | Refused {
  const { map, version } = room.current;
  if (!mayRead(map, participant)) return closed;
  return { version, epoch: room.epoch, map: visibleContent(contentOf(map), viewerIn(map, participant), map) };
}

export interface Audiences<S> {
  /** Who is sent the same: it needs to be encoded only once. */
  readonly groups: readonly { readonly frame: Frame; readonly seats: readonly S[] }[];
  /** Who may no longer read. */
  readonly gone: readonly S[];
}

/** Who is told what of a frame that the room has just sent out. */
export function audiences<S extends { readonly participant: Id | null }>(
  room: MapRoom,
  frame: Frame,
  seats: Iterable<S>,
): Audiences<S> {
  const { map } = room.current;
  const roots = room.rootsIn(frame);
  const special = concerned(frame, authorsBeneath(roots, map));
  const groups = new Map<string, { frame: Frame; seats: S[] }>();
  const gone: S[] = [];
  for (const seat of seats) {
    const viewer = viewerIn(map, seat.participant);
    if (!may(viewer.role, 'read', map.info.access)) {
      gone.push(seat);
      continue;
    }
    const own = seat.participant !== null && special.has(seat.participant) ? seat.participant : undefined;
    const key = own ?? (may(viewer.role, 'review') ? 'reviewers' : 'others');
    const group = groups.get(key) ?? { frame: announced(visibleFrame(frame, viewer, map, roots)), seats: [] };
    groups.set(key, group);
    group.seats.push(seat);
  }
  return { groups: [...groups.values()], gone };
}

/** Tables whose patches are not the same for everyone, or change who sees what. */
const NOT_FOR_ALL: ReadonlySet<string> = new Set(['proposals', 'participants', 'info']);

/** Whether everyone is told the same of a frame that the room has just sent out: then nobody needs to be asked for. */
export const isForAll = (room: MapRoom, frame: Frame): boolean =>
  !frame.changes.some(({ patches }) => patches.some(({ table }) => NOT_FOR_ALL.has(table))) &&
  room.rootsIn(frame).length === 0;

/**
 * A frame as one viewer may see it by `map`, the map as it is now; `roots` are those of the room. What opened and closed
 * without a patch of its own stands in the last change: beneath the roots for everyone, all of it after a change of the
 * viewer's own role. The client drops what it may no longer see after that.
 */
export function visibleFrame(frame: Frame, viewer: Viewer, map: ArgumentMap, roots: readonly Id[]): Frame {
  const changes = frame.changes.map((change) => visibleChange(change, viewer, map));
  const last = changes.at(-1);
  const isTouched = viewer.participant !== null && touched(frame).has(viewer.participant);
  // Who decided before and still does never lost sight of anything.
  const turned = may(viewer.role, 'review') && !isTouched ? [] : turnedPatches(roots, viewer, map);
  if (!last || (!isTouched && turned.length === 0)) return { ...frame, changes };
  const patches = [...last.patches, ...turned, ...(isTouched ? openedPatches(viewer, map) : [])];
  return { ...frame, changes: [...changes.slice(0, -1), { ...last, patches }] };
}

/** Where nothing is left to see, only the number passes: not even who it was. */
export function visibleChange(change: Change, viewer: Viewer, now: ArgumentMap): Change {
  const patches = visiblePatches(change.patches, viewer, now);
  if (patches === change.patches) return change;
  if (patches.length > 0) return { ...change, patches };
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
  return frame ? visibleFrame(frame, viewerIn(map, participant), map, room.rootsIn(frame)) : null;
}

/** Participants who see a frame like no other: their own proposals, or their own role, are in it, or words of theirs
 *  that others do not see. */
function concerned(frame: Frame, authors: ReadonlySet<Id>): ReadonlySet<Id> {
  const people = touched(frame);
  for (const author of authors) people.add(author);
  for (const { patches } of frame.changes) {
    for (const patch of patches)
      if (patch.table === 'proposals' && 'put' in patch && patch.put.by !== null) people.add(patch.put.by);
  }
  return people;
}

function touched(frame: Frame): Set<Id> {
  const people = new Set<Id>();
  for (const { patches } of frame.changes) {
    for (const patch of patches)
      if (patch.table === 'participants') people.add('put' in patch ? patch.put.id : patch.drop);
  }
  return people;
}
