// Whether the checks of the simulator notice anything at all: each mutant breaks one rule and has to be caught.
import { describe, expect, it } from '@jest/globals';
import { viewerIn } from '../map/circles.ts';
import type { ArgumentMap } from '../map/map.ts';
import type { Id } from '../map/id.ts';
import { contentOf, emptyMap } from '../index.ts';
import { ok } from '../result.ts';
import * as door from './Door.ts';
import { CommitFailed, type ChangeLog, type ClientMark, type Write } from './log.ts';
import { MapRoom, type RoomHost } from './MapRoom.ts';
import type { Identity, Pending, SyncHost } from './ports.ts';
import { SyncClient } from './SyncClient.ts';
import { play } from './simulator/play.ts';
import type { Parts } from './simulator/World.ts';

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
const SEEDS = 200;

/** The private side of a class: a mutant may reach in, nobody else. */
const inside = <T>(object: object): T => object as unknown as T;

const withLog = (change: (log: ChangeLog, host: RoomHost) => Partial<ChangeLog>): Partial<Parts> => ({
  openRoom: (id, log, host) => MapRoom.open(id, { ...log, ...change(log, host) }, host),
});

const withRoom = (change: (room: MapRoom, host: RoomHost) => Partial<MapRoom>): Partial<Parts> => ({
  openRoom: async (id, log, host) => {
    const room = await MapRoom.open(id, log, host);
    return room && Object.assign(room, change(room, host));
  },
});

const withClient = (change: (client: SyncClient) => void): Partial<Parts> => ({
  createClient: (identity, host) => {
    const client = new SyncClient(identity, host);
    change(client);
    return client;
  },
});

const withHost = (change: (host: SyncHost) => Partial<SyncHost>): Partial<Parts> => ({
  createClient: (identity: Identity, host: SyncHost) =>
    new SyncClient(identity, { ...host, ...change(host) }),
});

const withDoor = (change: Partial<Parts['door']>): Partial<Parts> => ({ door: { ...door, ...change } });

const withoutRefusals = (mark: ClientMark): ClientMark => ({
  ...mark,
  verdicts: mark.verdicts.filter((verdict) => 'version' in verdict),
});

let made = 0;
const newId = (): Id => `00000000-0000-7000-9000-${(++made).toString(16).padStart(12, '0')}`;

const MUTANTS: Record<string, Partial<Parts>> = {
  '[S15] a room keeps the words of what was purged': withRoom((room) => {
    inside<{ recent: { scrub: () => void } }>(room).recent.scrub = () => undefined;
    return {};
  }),
  '[S2] frames go out before the commit': withLog((log, host) => ({
    commit: (write) => {
      const { from, changes } = write;
      if (changes.length > 0) host.onFrame({ from, to: from + changes.length, changes });
      return log.commit(write);
    },
  })),
  '[S2] answers go out before the commit': withLog((log) => ({
    commit: (write) => {
      void log.commit(write).catch(() => undefined);
      return Promise.resolve(true);
    },
  })),
  '[S3] no edit is recognized when it comes again': withRoom((room) => {
    const push = room.push.bind(room);
    return { push: (_client, by, edits) => pushAnew(push, by, edits) };
  }),
  '[S4] refusals are not remembered': withRoom((room) => {
    const { log, marks } = inside<{ log: ChangeLog; marks: Map<Id, ClientMark> }>(room);
    const mark = log.mark.bind(log);
    log.mark = async (map, client) => {
      const found = await mark(map, client);
      return found && withoutRefusals(found);
    };
    const push = room.push.bind(room);
    return {
      push: (client, by, edits) => {
        marks.delete(client);
        return push(client, by, edits);
      },
    };
  }),
  '[S5] gaps are not noticed': withClient((client) => {
    const receive = client.receive.bind(client);
    client.receive = (frame) => receive({ ...frame, from: Math.min(frame.from, client.version ?? 0) });
  }),
  '[S5] nothing is caught up': withClient((client) => {
    inside<{ catchUp: () => Promise<void> }>(client).catchUp = () => Promise.resolve();
  }),
  '[S5] the first frame after hello falls in between': (() => {
    const known = new WeakSet<object>();
    const audiences: Parts['door']['audiences'] = (room, frame, seats) => {
      const joined = [...seats].filter((seat) => known.has(seat));
      for (const seat of seats) known.add(seat);
      return door.audiences(room, frame, joined);
    };
    return withDoor({ audiences });
  })(),
  '[S6] an edit is settled by its acknowledgement alone': withClient((client) => {
    const { verdicts } = inside<{ verdicts: Map<Id, number> }>(client);
    inside<{ isConfirmed: (pending: Pending) => boolean }>(client).isConfirmed = ({ id }) => verdicts.has(id);
  }),
  '[S7] rewordings are joined although one was sent': withClient((client) => {
    const edit = client.edit.bind(client);
    client.edit = (asked) => {
      const last = client.pending.at(-1);
      if (asked.kind !== 'reword' || last?.edit.kind !== 'reword') return edit(asked);
      client.pending = client.pending.map((one) =>
        one === last ? { ...one, edit: { ...last.edit, text: asked.text } as typeof asked } : one,
      );
      return ok(last.id);
    };
  }),
  '[S8] edits are sent before they are stored': withHost(({ outbox }) => ({
    outbox: {
      ...outbox,
      put: (client, pending) => {
        void outbox.put(client, pending);
        return Promise.resolve();
      },
    },
  })),
  '[S9] refused edits are thrown away': withHost(({ outbox }) => ({
    outbox: { ...outbox, refuse: () => Promise.resolve() },
  })),
  '[S10] the fence is ignored': withLog((log) => ({
    commit: async (write) => {
      if (await log.commit(write)) return true;
      await log.commitLocked(write.map, write.from, [], (missed) => moved(write, missed.length));
      return true;
    },
  })),
  '[S11] an unknown outcome counts as a failure': withLog((log) => ({
    commit: (write) =>
      log.commit(write).catch((error: unknown) => {
        throw new CommitFailed(String(error));
      }),
  })),
  '[S12] frames are not filtered': withDoor({
    audiences: (_room, frame, seats) => ({ groups: [{ frame, seats: [...seats] }], gone: [] }),
  }),
  '[S12] catch-up is not filtered': withDoor({
    welcome: (room, hello, seat) => {
      const answer = door.welcome(room, hello, seat);
      return answer.ok && answer.frame && hello.version !== null
        ? { ...answer, frame: room.frameSince(hello.version) ?? null }
        : answer;
    },
  }),
  '[S12] the snapshot is not filtered': withDoor({
    snapshot: (room) => ({
      version: room.current.version,
      epoch: room.epoch,
      map: contentOf(room.current.map),
    }),
  }),
  '[S12] a new moderator is not told what waits': withDoor({
    audiences: (room, frame, seats) => {
      const { gone, groups } = door.audiences(room, frame, seats);
      const bare = groups.flatMap((group) =>
        (group.seats === 'all' ? [...seats] : group.seats).map((seat) => {
          const { map } = room.current;
          const viewer = viewerIn(map, seat.participant);
          const changes = frame.changes.map((change) => door.visibleChange(change, viewer, map));
          return { seats: [seat], frame: { ...frame, changes } };
        }),
      );
      return { gone, groups: bare };
    },
  }),
  '[V7] what goes with a branch is not closed, nor opened again': withRoom(() => ({ rootsIn: () => [] })),
  '[P2] whoever could write at hello can write for ever': withRoom((room) => {
    const push = room.push.bind(room);
    const writers = new Set<Id>();
    return {
      push: (client, by, edits) => {
        const role = (by !== null && room.current.map.participants.get(by)?.role) || 'observer';
        if (role !== 'observer') writers.add(client);
        return role === 'observer' && writers.has(client)
          ? pushAnew(push, null, edits)
          : push(client, by, edits);
      },
    };
  }),
  '[T1] moves are not checked for circles': withRoom((room) => {
    const push = room.push.bind(room);
    return {
      push: async (client, by, edits) => {
        const reply = await push(client, by, edits);
        const circular =
          reply.ok &&
          reply.verdicts.find((verdict) => 'refusal' in verdict && verdict.refusal.code === 'cycle');
        const sent = circular && edits.find(({ seq }) => seq === circular.seq);
        const edit = sent && 'edit' in sent ? sent.edit : undefined;
        if (edit?.kind === 'move-claim' && edit.to.at === 'argument')
          await push(newId(), null, [circle(room.current.map, edit)]);
        return reply;
      },
    };
  }),
  'answers to an earlier connection count': withClient((client) => {
    Object.defineProperty(client, 'generation', { get: () => 0, set: () => undefined });
  }),
};

/** Every push as if a client that nobody knows yet had sent it. */
async function pushAnew(
  push: MapRoom['push'],
  by: Id | null,
  edits: Parameters<MapRoom['push']>[2],
): ReturnType<MapRoom['push']> {
  const reply = await push(
    newId(),
    by,
    edits.map((edit, i) => ({ ...edit, seq: i + 1 })),
  );
  if (!reply.ok) return reply;
  return {
    ok: true,
    verdicts: reply.verdicts.map((verdict) => ({ ...verdict, seq: edits[verdict.seq - 1]?.seq ?? 0 })),
  };
}

function moved(write: Write, by: number): Write {
  const changes = write.changes.map((change) => ({ ...change, version: change.version + by }));
  return { ...write, from: write.from + by, changes };
}

/** Puts the claim where the rule would not let it go. */
function circle(
  map: ArgumentMap,
  { claim: id, to }: Extract<Parameters<SyncClient['edit']>[0], { kind: 'move-claim' }>,
) {
  const claim = map.claims.get(id);
  if (!claim || to.at !== 'argument') throw new Error('there is no such claim');
  const { argument, direction, target, order } = to;
  const stamp = { by: null, at: 0 };
  const content = {
    ...contentOf(emptyMap),
    info: map.info,
    arguments: [{ id: argument, direction, target, order, scheme: null, removed: null, ...stamp }],
    claims: [{ ...claim, home: argument }],
  };
  return { seq: 1, id: newId(), edit: { kind: 'found', content } as const };
}

async function seedsUntilCaught(mutant: Partial<Parts>): Promise<number | undefined> {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { faults } = await play(seed, settle, mutant).catch((error: unknown) => ({
      faults: [String(error)],
    }));
    if (faults.length > 0) return seed;
  }
  return undefined;
}

describe('the simulator notices when', () => {
  it.each(Object.entries(MUTANTS))('%s', async (_rule, mutant) => {
    const caught = await seedsUntilCaught(mutant);
    if (process.env.SHOW)
      console.log(_rule, caught, (await play(caught ?? 1, settle, mutant)).faults.slice(0, 3));
    expect(caught).toBeDefined();
  });
});
