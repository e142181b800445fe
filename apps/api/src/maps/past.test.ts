import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  applyPatches,
  contentOf,
  emptyMap,
  MapRoom,
  type ArgumentMap,
  type Edit,
  type Id,
  type Patch,
} from '@counterpoint/shared';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { aMap, OWNER, SUGGESTER, type MapBuilder } from '../../../../packages/shared/testing/aMap.ts';
import { aSeedMap, editOf, steps, type Step } from '../../../../packages/shared/testing/randomEdits.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/testDatabase.ts';
import { PgChangeLog } from './change-log.ts';
import { changesOf, changesOfThings, foundMap, patchesUpTo } from './maps.queries.ts';
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

interface Kept {
  readonly map: Id;
  readonly room: MapRoom;
}

/** A map with this content, and the room in which it goes on. */
async function aKept(builder: MapBuilder): Promise<Kept> {
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
  return { map, room };
}

/** The log of a map in which all this happened. */
async function aLogOf(story: readonly Step[]): Promise<Id> {
  const builder = aSeedMap(aMap());
  const { map, room } = await aKept(builder);
  for (const step of story) {
    builder.map = room.current.map;
    await room.push(uuidv7(), step.by, [{ seq: 1, id: uuidv7(), edit: editOf(builder, step) }]);
  }
  return map;
}

/** Asks for edits that have to be allowed, each under an id of its own; answers the last of these. */
async function ask({ room }: Kept, by: Id, ...edits: readonly Edit[]): Promise<Id> {
  let id = '';
  for (const edit of edits) {
    id = uuidv7();
    const reply = await room.push(uuidv7(), by, [{ seq: 1, id, edit }]);
    expect(reply.ok && reply.verdicts.map((verdict) => 'version' in verdict)).toEqual([true]);
  }
  return id;
}

/** At every version the past of a map is what the whole log makes up to there. */
async function expectWholePast(map: Id): Promise<void> {
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
}

it('a map as it was is what its whole log makes, at every version', async () => {
  await fc.assert(
    fc.asyncProperty(steps({ length: 30 }), async (story) => expectWholePast(await aLogOf(story))),
    { numRuns: 15 },
  );
});

describe('a map as it was', () => {
  it('[E18] holds a claim that was merged once, though what it went into was merged in turn', async () => {
    const builder = aMap();
    const [one, two, three] = [builder.thesis('One'), builder.thesis('Two'), builder.thesis('Three')];
    const kept = await aKept(builder);
    const merge = (claim: Id, into: Id): Edit => ({ kind: 'merge-claim', claim, into, reference: uuidv7() });
    await ask(kept, OWNER, merge(one, two), merge(two, three));
    expect([...kept.room.current.map.claims.keys()]).toEqual([three]);
    await expectWholePast(kept.map);
  });

  it('holds a proposal, and the reason that somebody gave its id', async () => {
    const builder = aMap();
    const kept = await aKept(builder);
    const claim = builder.newId();
    const to = { at: 'thesis', order: 'a1' } as const;
    const reason = await ask(kept, SUGGESTER, { kind: 'add-claim', claim, text: 'So', language: 'en', to });
    await ask(kept, OWNER, { kind: 'set-reason', reason, code: null, zh: '', en: 'Why', offered: true });
    expect(kept.room.current.map.proposals.has(reason)).toBe(true);
    await expectWholePast(kept.map);
  });

  it('[W1] holds the role that somebody got before they read on', async () => {
    const kept = await aKept(aMap());
    await ask(kept, OWNER, { kind: 'set-role', participant: SUGGESTER, role: 'moderator' });
    await ask(kept, SUGGESTER, { kind: 'look', until: 1_700_000_000_000, told: 0, opened: [], all: true });
    expect(kept.room.current.map.visits.has(SUGGESTER)).toBe(true);
    await expectWholePast(kept.map);
  });
});

it('the history of a claim tells of a change what became of the claim, not of a proposal that bears its id', async () => {
  const builder = aMap();
  const claim = builder.thesis('One');
  const kept = await aKept(builder);
  const reword: Edit = { kind: 'reword', claim, was: 'One', text: 'Once' };
  await kept.room.push(uuidv7(), SUGGESTER, [{ seq: 1, id: claim, edit: reword }]);
  await ask(kept, OWNER, { kind: 'decide', proposal: claim, verdict: 'accepted', reason: '' });
  const { map } = kept;
  const decided = await changesOf(database.manager, map, { since: 2, limit: 9 });
  expect(decided.map(({ patches }) => patches.map(({ table }) => table))).toEqual([['claims', 'proposals']]);
  const changes = await changesOfThings(database.manager, map, { since: 0, limit: 9, things: [claim] });
  expect(changes.map(({ kind, patches }) => [kind, patches.map(({ table }) => table)])).toEqual([
    ['found', ['claims']],
    ['decide', ['claims']],
  ]);
});
