// What people are told piece by piece against what a fresh snapshot tells them, at every version.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, MODERATOR, OBSERVER, OTHER_PARTICIPANT, PARTICIPANT, STRANGER, SUGGESTER } from '../../testing/aMap.ts'; // prettier-ignore
import { aLog, aRoom, newId, numbered, settle } from '../../testing/aRoom.ts';
import { aSeedMap, editOf, steps, type Step } from '../../testing/randomEdits.ts';
import { askAgain, hear, readersIn, type Reader } from '../../testing/readers.ts';

const PEOPLE = [null, STRANGER, OBSERVER, PARTICIPANT, OTHER_PARTICIPANT, SUGGESTER, MODERATOR];

/** Plays a story, `together` steps to a frame, and answers what differs; `gone` are sent away and not asked about. */
async function differences(story: readonly Step[], together: number): Promise<string[]> {
  const builder = aSeedMap(aMap({ access: 'anyone' }));
  const faults: string[] = [];
  const readers: Reader[] = [];
  const { room } = await aRoom(aLog(builder.map), {
    onFrame: (frame) => faults.push(...hear(room, frame, readers)),
  });
  readers.push(...readersIn(room, PEOPLE));
  for (const [i, step] of story.entries()) {
    builder.map = room.current.map;
    void room.push(newId(), step.by, numbered([editOf(builder, step)]));
    if (i % together < together - 1) continue;
    await settle();
    await room.drained();
    for (const [n, reader] of readers.filter(({ lags }) => lags).entries())
      if ((i + n) % 7 <= 1) faults.push(...askAgain(room, reader));
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
  );
});
