import { expect, it } from '@jest/globals';
import { anId } from '../../testing/aMap.ts';
import type { Edit } from '../map/edit.ts';
import { viewerIn, type Viewer } from '../map/circles.ts';
import { emptyMap, tables } from '../map/map.ts';
import { everyone } from '../map/tables/audience.ts';
import { TABLES } from '../map/tables/tables.ts';
import type { Role } from '../map/tables/participants.ts';
import { applyPatches, contentOf } from '../map/patch.ts';
import { visibleContent } from '../map/visibility.ts';
import { rowsOf } from '../record/record.ts';
import { visibleChange } from '../sync/Door.ts';
import { MapRoom } from '../sync/MapRoom.ts';
import { Random, Writer } from '../sync/simulator/play.ts';
import { MemoryLog } from '../sync/simulator/MemoryLog.ts';
import { Past } from './Past.ts';
import { rowsAt } from './rows.ts';

const ROLES: readonly Role[] = ['owner', 'moderator', 'participant', 'participant', 'suggester', 'observer'];
const MAP = anId(1, 0xaaa);

/** The log of a map in which all of them did all that the simulator's writer thinks of. */
async function aLog(seed: number, length: number): Promise<MemoryLog> {
  const random = new Random(seed);
  const people = ROLES.map((role, i) => ({ id: anId(i + 1, 0xbbb), name: `${role} ${i}`, role, side: null, pseudonym: i === 3, at: 0 })); // prettier-ignore
  const log = new MemoryLog(MAP, {
    ...contentOf(emptyMap),
    info: { ...emptyMap.info, faces: 'pseudonymous' },
    participants: people,
  });
  let at = 1_000;
  const room = await MapRoom.open(MAP, log, {
    now: () => at,
    onFrame: () => undefined,
    onBug: (error) => {
      throw error;
    },
    pause: () => Promise.resolve(),
  });
  if (!room) throw new Error('the room did not open');
  const writer = new Writer(random, () => random.id(at));
  for (let i = 0; i < length; i++) {
    at += random.int(1, 40_000);
    const by = random.pick(people)?.id ?? '';
    const looks: Edit = {
      kind: 'look-behind',
      reveal: random.id(at),
      participant: people[3]!.id,
      reason: 'Why',
    };
    const edit = i % 50 === 0 ? looks : writer.next(room.current.map, viewerIn(room.current.map, by));
    if (edit) await room.push(random.id(at), by, [{ seq: 1, id: random.id(at), edit }]);
  }
  return log;
}

/** Tables of which not everybody sees everything: each was met in some story. */
const PRIVATE = TABLES.filter((table) => tables[table].sees !== everyone);
const met = new Set<string>();

it.each(Array.from({ length: 10 }, (_, i) => i + 1))(
  '[S-26] [V2] [V6] the changes as a viewer is told of them make, at every version, the map of then as they may see it now (story %i)',
  async (seed) => {
    const { changes } = await aLog(seed, 450);
    const now = changes.reduce((map, { patches }) => applyPatches(map, patches), emptyMap);
    const viewers: Viewer[] = [
      { participant: null, role: null },
      ...[...now.participants.keys()].map((id) => viewerIn(now, id)),
    ];
    for (const { patches } of changes) for (const { table } of patches) met.add(table);
    for (const viewer of viewers) {
      let whole = emptyMap;
      let told = emptyMap;
      for (const change of changes) {
        whole = applyPatches(whole, change.patches);
        told = applyPatches(told, visibleChange(change, viewer, now).patches);
        const seen = visibleContent(contentOf(whole), viewer, now);
        expect([viewer.role, change.version, contentOf(told)]).toEqual([viewer.role, change.version, seen]);
      }
    }
  },
);

it('and there was something of every table that not everybody sees', () => {
  expect(PRIVATE.filter((table) => !met.has(table))).toEqual([]);
});

it('[S-26] a past has every map that its log made, asked for in any order, before and after all is kept', async () => {
  const { changes, states } = await aLog(11, 200);
  const past = new Past(changes);
  const random = new Random(5);
  const some = () => {
    const version = random.int(0, past.version);
    expect(contentOf(past.at(version))).toEqual(contentOf(states[version] ?? emptyMap));
  };
  const keeping = past.keep();
  while (!keeping.next().done) if (random.chance(0.1)) some();
  for (let i = 0; i < 300; i++) some();
  expect(past.at(7)).toBe(past.at(7));
});

it('[S-26] [L1] tells of each version what the record tells of it', async () => {
  const { changes } = await aLog(3, 200);
  const now = changes.reduce((map, { patches }) => applyPatches(map, patches), emptyMap);
  for (const participant of [null, ...now.participants.keys()]) {
    const viewer = viewerIn(now, participant);
    const past = new Past(changes.map((change) => visibleChange(change, viewer, now)));
    for (const change of changes) {
      const logged = { ...change, kind: change.kind as 'batch', parts: change.patches.map((patch, place) => ({ place, patch })), extent: 'whole', unsigned: change.patches } as const; // prettier-ignore
      const before = changes.slice(0, change.version - 1).flatMap(({ patches }) => patches);
      const told = rowsOf({ ...logged, before }, viewer, now).map((row) => ({ ...row, part: 0 }));
      expect(rowsAt(past, change.version, viewer, now).map((row) => ({ ...row, part: 0 }))).toEqual(told);
    }
  }
});
