import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  applyPatches,
  contentOf,
  emptyMap,
  MapRoom,
  type ArgumentMap,
  type Id,
  type Patch,
} from '@counterpoint/shared';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { aMap } from '../../../../packages/shared/testing/aMap.ts';
import { aSeedMap, editOf, steps, type Step } from '../../../../packages/shared/testing/randomEdits.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/testDatabase.ts';
import { PgChangeLog } from './change-log.ts';
import { foundMap, patchesUpTo } from './maps.queries.ts';
import { contentMadeBy } from './past.ts';

let server: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  server = await createTestDatabase();
  database = await new DataSource({ type: 'postgres', url: server.url }).initialize();
});
afterAll(async () => {
  await database.destroy();
  await server.drop();
});

const host = {
  now: () => 1_700_000_000_000,
  onFrame: () => undefined,
  onBug: (error: unknown) => {
    throw error;
  },
  pause: () => Promise.resolve(),
};

/** The log of a map in which all this happened. */
async function aLogOf(story: readonly Step[]): Promise<Id> {
  const builder = aSeedMap(aMap());
  const map = uuidv7();
  await foundMap(database.manager, {
    id: map,
    info: builder.map.info,
    sample: false,
    at: 1,
    owner: undefined,
  });
  const room = await MapRoom.open(map, new PgChangeLog(database), host);
  if (!room) throw new Error('no room');
  await room.push(map, null, [{ seq: 1, id: map, edit: { kind: 'found', content: contentOf(builder.map) } }]);
  for (const step of story) {
    builder.map = room.current.map;
    await room.push(uuidv7(), step.by, [{ seq: 1, id: uuidv7(), edit: editOf(builder, step) }]);
  }
  return map;
}

it('a map as it was is what its whole log makes, at every version', async () => {
  await fc.assert(
    fc.asyncProperty(steps({ length: 30 }), async (story) => {
      const map = await aLogOf(story);
      const log: { version: string; patches: Patch[] }[] = await database.query(
        'select version, patches from changes where map_id = $1 order by version',
        [map],
      );
      let whole: ArgumentMap = emptyMap;
      for (const { version, patches } of log) {
        whole = applyPatches(whole, patches);
        const past = contentMadeBy(await patchesUpTo(database.manager, map, Number(version)));
        expect(past).toEqual(contentOf(whole));
      }
    }),
    { numRuns: 15 },
  );
});
