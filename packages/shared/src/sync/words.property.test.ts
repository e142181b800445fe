// What people are told piece by piece against what a fresh snapshot tells them, at every version.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, MODERATOR, OBSERVER, OTHER_PARTICIPANT, PARTICIPANT, STRANGER, SUGGESTER } from '../../testing/aMap.ts'; // prettier-ignore
import { aLog, aRoom, newId, numbered, settle } from '../../testing/aRoom.ts';
import { aSeedMap, editOf, steps, type Step } from '../../testing/randomEdits.ts';
import type { ArgumentMap } from '../map/map.ts';
import type { Id } from '../map/id.ts';
import { applyPatches, contentOf, mapOf } from '../map/patch.ts';
import { mayClose, visibleMap } from '../map/visibility.ts';
import { audiences, catchUp, snapshot, viewerIn } from './Door.ts';
import type { MapRoom } from './MapRoom.ts';
import type { Frame, Snapshot } from './protocol.ts';

const PEOPLE = [null, STRANGER, OBSERVER, PARTICIPANT, OTHER_PARTICIPANT, SUGGESTER, MODERATOR];

/** One reader: hears every frame, or only now and then asks for what was missed. */
interface Seat {
  readonly participant: Id | null;
  readonly lags: boolean;
  map: ArgumentMap;
  version: number;
}

const freshFor = (room: MapRoom, participant: Id | null): Snapshot => {
  const fresh = snapshot(room, participant);
  if (!('map' in fresh)) throw new Error('the map is open to anyone');
  return fresh;
};

/** As SyncClient.apply. */
function take(seat: Seat, { to, changes }: Frame): void {
  const patches = changes.flatMap((change) => change.patches);
  seat.map = applyPatches(seat.map, patches);
  seat.version = to;
  const viewer = viewerIn(seat.map, seat.participant);
  if (mayClose(patches, viewer)) seat.map = visibleMap(seat.map, viewer);
}

/** Plays a story, `together` steps to a frame, and answers what differs; `gone` are sent away and not asked about. */
async function differences(story: readonly Step[], together: number): Promise<string[]> {
  const builder = aSeedMap(aMap({ access: 'anyone' }));
  const faults: string[] = [];
  const seats: Seat[] = [];
  const hear = (room: MapRoom, frame: Frame): void => {
    const present = seats.filter(({ lags }) => !lags);
    const { groups } = audiences(room, frame, present);
    for (const group of groups)
      for (const seat of group.seats === 'all' ? present : group.seats) take(seat, group.frame);
    for (const seat of present) compare(room, seat, 'frame');
  };
  const compare = (room: MapRoom, { participant, map, version }: Seat, way: string): void => {
    const fresh = freshFor(room, participant);
    if (version !== fresh.version) faults.push(`${participant} stands at ${version} of ${fresh.version}`);
    if (JSON.stringify(contentOf(map)) !== JSON.stringify(contentOf(mapOf(fresh.map))))
      faults.push(`version ${version} by ${way}: ${viewerIn(room.current.map, participant).role} differs`);
  };
  const { room } = await aRoom(aLog(builder.map), { onFrame: (frame) => hear(room, frame) });
  for (const participant of PEOPLE)
    for (const lags of [false, true])
      seats.push({ participant, lags, map: mapOf(freshFor(room, participant).map), version: 1 });
  for (const [i, step] of story.entries()) {
    builder.map = room.current.map;
    void room.push(newId(), step.by, numbered([editOf(builder, step)]));
    if (i % together < together - 1) continue;
    await settle();
    await room.drained();
    for (const [n, seat] of seats.filter(({ lags }) => lags).entries()) {
      if ((i + n) % 7 > 1) continue;
      const { frame } = catchUp(room, seat.version, seat.participant) as { frame: Frame };
      take(seat, frame);
      compare(room, seat, 'catch-up');
    }
  }
  return faults;
}

describe('[V7] what is told piece by piece', () => {
  it.each([1, 4])(
    'is at every version what a fresh snapshot tells, %s edits to a frame',
    async (together) => {
      await fc.assert(
        fc.asyncProperty(steps({ length: 40 }), async (story) => {
          expect(await differences(story, together)).toEqual([]);
        }),
        { numRuns: 25 },
      );
    },
    120_000,
  );
});
