import { describe, expect, it } from '@jest/globals';
import {
  aMap,
  MODERATOR,
  OBSERVER,
  OTHER_PARTICIPANT,
  OWNER,
  PARTICIPANT,
  STRANGER,
  SUGGESTER,
} from '../../testing/aMap.ts';
import { aLog, aRoom, MAP, newId, numbered, thesis } from '../../testing/aRoom.ts';
import type { Edit } from '../map/edit.ts';
import type { ArgumentMap } from '../map/map.ts';
import type { Id } from '../map/id.ts';
import { applyPatches, contentOf } from '../map/patch.ts';
import { visibleContent } from '../map/visibility.ts';
import { viewerIn } from '../map/circles.ts';
import { audiences, catchUp, snapshot, welcome } from './Door.ts';
import type { MapRoom } from './MapRoom.ts';
import { PROTOCOL, type Frame, type Hello } from './protocol.ts';

const EVERYONE = [OWNER, MODERATOR, PARTICIPANT, SUGGESTER, OBSERVER].map((participant) => ({ participant }));
const hello = (more: Partial<Hello> = {}): Hello => ({
  protocol: PROTOCOL,
  map: MAP,
  client: newId(),
  version: 1,
  epoch: 1,
  ...more,
});

/** What each of `seats` is told of the frames of a story. */
async function toldOf(
  edits: readonly (readonly [Id, Edit])[],
  seats = EVERYONE,
  map: ArgumentMap = aMap().map,
) {
  const log = aLog(map);
  const told = new Map<Id, Frame[]>(seats.map(({ participant }) => [participant, []]));
  let gone: Id[] = [];
  let groups = 0;
  const listen = (room: MapRoom, frame: Frame): void => {
    const audience = audiences(room, frame, seats);
    groups = audience.groups.length;
    gone = audience.gone.map(({ participant }) => participant);
    for (const group of audience.groups)
      for (const { participant } of group.seats === 'all' ? seats : group.seats)
        told.get(participant)?.push(group.frame);
  };
  const { room } = await aRoom(log, { onFrame: (frame) => listen(room, frame) });
  for (const [by, edit] of edits) await room.push(newId(), by, numbered([edit]));
  const views = new Map(
    [...told].map(([who, frames]) => [
      who,
      applyPatches(
        aLog(map).tables,
        frames.flatMap(({ changes }) => changes.flatMap(({ patches }) => patches)),
      ),
    ]),
  );
  return { log, room, told, views, groups, gone };
}

const proposalsOf = (map: ArgumentMap | undefined): number => map?.proposals.size ?? 0;

describe('frames', () => {
  it('[S12] tell of a proposal to its author and the moderators; to others a bare number', async () => {
    const { told, views, groups } = await toldOf([[SUGGESTER, thesis('secret')]]);
    expect(EVERYONE.map(({ participant }) => proposalsOf(views.get(participant)))).toEqual([1, 1, 0, 1, 0]);
    const [change] = told.get(PARTICIPANT)?.[0]?.changes ?? [];
    expect(change).toMatchObject({ version: 2, kind: 'hidden', by: null, patches: [] });
    expect(JSON.stringify(told.get(OBSERVER))).not.toMatch(new RegExp(`secret|${SUGGESTER}`));
    expect(groups).toBe(3); // encoded once for reviewers, once for the author, once for all others
  });

  it('[S12] are one and the same for all when nothing in them is for some only', async () => {
    const { told } = await toldOf([[OWNER, thesis('public')]]);
    expect(new Set([...told.values()].map(([frame]) => JSON.stringify(frame))).size).toBe(1);
  });

  it('[S12] bring a new moderator the proposals that waited', async () => {
    const { room, views } = await toldOf([
      [SUGGESTER, thesis('waits')],
      [OWNER, { kind: 'set-role', participant: PARTICIPANT, role: 'moderator' }],
    ]);
    const viewer = viewerIn(room.current.map, PARTICIPANT);
    expect(contentOf(views.get(PARTICIPANT)!)).toEqual(
      visibleContent(contentOf(room.current.map), viewer, room.current.map),
    );
    expect(proposalsOf(views.get(OBSERVER))).toBe(0);
  });

  it('[S12] tell nothing to who lost the role at the same number', async () => {
    const { views, told } = await toldOf([
      [OWNER, { kind: 'set-role', participant: MODERATOR, role: 'participant' }],
      [SUGGESTER, thesis('too late')],
    ]);
    expect(proposalsOf(views.get(MODERATOR))).toBe(0);
    expect(told.get(MODERATOR)?.[1]?.changes[0]?.kind).toBe('hidden');
  });

  it('[S12] do not reach who may no longer read', async () => {
    const { gone, told } = await toldOf([
      [OWNER, { kind: 'set-role', participant: PARTICIPANT, role: null }],
    ]);
    expect([gone, told.get(PARTICIPANT)]).toEqual([[PARTICIPANT], []]);
    const open = await toldOf(
      [[OWNER, { kind: 'set-role', participant: PARTICIPANT, role: null }]],
      EVERYONE,
      aMap({ access: 'anyone' }).map,
    );
    expect([open.gone, open.told.get(PARTICIPANT)?.length]).toEqual([[], 1]);
  });
});

describe('hello', () => {
  it('[S5] answers with what was missed, or with nothing when the snapshot is needed', async () => {
    const { room } = await toldOf([[OWNER, thesis()]]);
    expect(welcome(room, hello(), { participant: OWNER, tab: 7 })).toMatchObject({
      ok: true,
      role: 'owner',
      version: 2,
      epoch: 1,
      frame: { from: 1, to: 2 },
    });
    expect(welcome(room, hello({ version: 2 }), { participant: OWNER, tab: 7 })).toMatchObject({
      frame: { from: 2, to: 2, changes: [] },
    });
    for (const other of [{ version: null, epoch: null }, { epoch: 2 }, { version: 0 }, { version: 7 }]) {
      expect(welcome(room, hello(other), { participant: OWNER, tab: 7 })).toMatchObject({
        ok: true,
        frame: null,
      });
    }
  });

  it('[D3] says the time that edits are decided by, and for how long it had been asked', async () => {
    const { room } = await aRoom(aLog(), { now: () => 5_000 });
    const seat = { participant: OWNER, tab: 7 };
    expect(welcome(room, hello(), { ...seat, asked: 4_200 })).toMatchObject({ now: 5_000, took: 800 });
    expect(welcome(room, hello(), seat)).toMatchObject({ now: 5_000, took: 0 });
  });

  it('hears from who is ahead that there is more', async () => {
    const log = aLog();
    const [here, there] = [await aRoom(log), await aRoom(log)];
    await there.room.push(newId(), OWNER, numbered([thesis()]));
    welcome(here.room, hello({ version: 2 }), { participant: OWNER, tab: 7 });
    await here.room.drained();
    expect(here.room.current.version).toBe(2);
  });

  it('[P1] lets in who may read, and says no more than that to others', async () => {
    const members = await aRoom();
    for (const who of [STRANGER, null])
      expect(welcome(members.room, hello(), { participant: who, tab: 7 })).toMatchObject({
        ok: false,
        refusal: { code: 'not-found' },
      });
    const open = await aRoom(aLog(aMap({ access: 'anyone' }).map));
    expect(welcome(open.room, hello(), { participant: null, tab: 7 })).toMatchObject({
      ok: true,
      participant: null,
      role: null,
    });
    expect(
      welcome(open.room, hello({ protocol: PROTOCOL - 1 }), { participant: OWNER, tab: 7 }),
    ).toMatchObject({
      refusal: { code: 'stale' },
    });
  });
});

describe('catch-up and snapshot', () => {
  it('[S12] are filtered like frames', async () => {
    const story: [Id, Edit][] = [
      [SUGGESTER, thesis('secret')],
      [OWNER, thesis('public')],
    ];
    const { room } = await toldOf(story);
    for (const { participant } of EVERYONE) {
      const viewer = viewerIn(room.current.map, participant);
      const expected = visibleContent(contentOf(room.current.map), viewer, room.current.map);
      const answer = catchUp(room, 1, participant);
      const patches = answer.ok ? (answer.frame?.changes ?? []).flatMap((change) => change.patches) : [];
      expect(contentOf(applyPatches(aLog().tables, patches))).toEqual(expected);
      expect(snapshot(room, participant)).toMatchObject({ version: 3, epoch: 1, map: expected });
    }
  });

  it('[S12] bring along what a role gained meanwhile lets one see', async () => {
    const { room } = await toldOf([
      [SUGGESTER, thesis('waits')],
      [OWNER, { kind: 'set-role', participant: OTHER_PARTICIPANT, role: 'moderator' }],
      [OWNER, thesis('later')],
    ]);
    const answer = catchUp(room, 2, OTHER_PARTICIPANT);
    const patches = answer.ok ? (answer.frame?.changes ?? []).flatMap((change) => change.patches) : [];
    expect(patches.filter(({ table }) => table === 'proposals')).toHaveLength(1);
  });

  it('[P1] are closed to who may not read', async () => {
    const { room } = await aRoom();
    expect([catchUp(room, 1, STRANGER), snapshot(room, null)]).toMatchObject([{ ok: false }, { ok: false }]);
    expect(catchUp(room, 0, OWNER)).toEqual({ ok: true, now: room.now, frame: null });
  });
});
