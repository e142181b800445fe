// People who read along in a room, each told what they may see, held against what a fresh snapshot tells them.
import { audiences, catchUp, snapshot } from '../src/sync/Door.ts';
import type { Id } from '../src/map/id.ts';
import type { ArgumentMap } from '../src/map/map.ts';
import { applyPatches, contentOf, mapOf } from '../src/map/patch.ts';
import { viewerIn } from '../src/map/circles.ts';
import { mayClose, visibleMap } from '../src/map/visibility.ts';
import type { MapRoom } from '../src/sync/MapRoom.ts';
import type { Frame, Snapshot } from '../src/sync/protocol.ts';

/** One reader: hears every frame, or only now and then asks for what was missed. */
export interface Reader {
  readonly participant: Id | null;
  readonly lags: boolean;
  map: ArgumentMap;
  version: number;
  /** All that was ever told, as text. */
  heard: string;
}

export function freshFor(room: MapRoom, participant: Id | null): Snapshot {
  const fresh = snapshot(room, participant);
  if (!('map' in fresh)) throw new Error('the map is open to anyone');
  return fresh;
}

/** Everyone twice: once hearing every frame, once lagging behind. */
export const readersIn = (room: MapRoom, people: readonly (Id | null)[]): Reader[] =>
  people.flatMap((participant) =>
    [false, true].map((lags) => {
      const fresh = freshFor(room, participant);
      return {
        participant,
        lags,
        map: mapOf(fresh.map),
        version: fresh.version,
        heard: JSON.stringify(fresh),
      };
    }),
  );

/** As SyncClient.apply. */
function take(reader: Reader, frame: Frame): void {
  const patches = frame.changes.flatMap((change) => change.patches);
  reader.heard += JSON.stringify(frame);
  reader.map = applyPatches(reader.map, patches);
  reader.version = frame.to;
  const viewer = viewerIn(reader.map, reader.participant);
  if (mayClose(patches, viewer)) reader.map = visibleMap(reader.map, viewer);
}

/** Sends a frame to those who do not lag, and answers where one of them stands wrong after it. */
export function hear(room: MapRoom, frame: Frame, readers: readonly Reader[]): string[] {
  const present = readers.filter(({ lags }) => !lags);
  const { groups } = audiences(room, frame, present);
  for (const group of groups)
    for (const reader of group.seats === 'all' ? present : group.seats) take(reader, group.frame);
  return present.flatMap((reader) => difference(room, reader, 'frame'));
}

/** Lets one who lags ask for what was missed, and answers where they stand wrong after it. */
export function askAgain(room: MapRoom, reader: Reader): string[] {
  const { frame } = catchUp(room, reader.version, reader.participant) as { frame: Frame };
  take(reader, frame);
  return difference(room, reader, 'catch-up');
}

function difference(room: MapRoom, { participant, map, version }: Reader, way: string): string[] {
  const fresh = freshFor(room, participant);
  if (version !== fresh.version) return [`${participant} stands at ${version} of ${fresh.version}`];
  if (JSON.stringify(contentOf(map)) === JSON.stringify(contentOf(mapOf(fresh.map)))) return [];
  return [`version ${version} by ${way}: ${viewerIn(room.current.map, participant).role} differs`];
}
