import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OBSERVER, OWNER, PARTICIPANT, SUGGESTER } from '../../testing/aMap.ts';
import { manyClaims } from '../../testing/manyClaims.ts';
import { aLog, aRoom, MAP, newId, nonsense, numbered, settle, thesis } from '../../testing/aRoom.ts';
import type { Edit, SingleEdit } from '../map/edit.ts';
import { contentOf, mapOf } from '../map/patch.ts';
import { CommitFailed, REMEMBERED } from './log.ts';
import type { MapRoom } from './MapRoom.ts';
import { asked, PIECE, Push, type PushReply, type Verdict } from './protocol.ts';
import type { Refused } from '../result.ts';

const verdictsOf = (reply: PushReply | Refused): readonly Verdict[] => (reply.ok ? reply.verdicts : []);
const versionsOf = (reply: PushReply | Refused) =>
  verdictsOf(reply).map((verdict) => ('version' in verdict ? verdict.version : verdict.refusal.code));

/** The numbers of all changes after `since`, piece by piece as a client asks for them. */
function numbersFrom(room: MapRoom, since: number): number[] {
  const numbers: number[] = [];
  for (let at = since; at < room.current.version;) {
    const frame = room.frameSince(at);
    if (!frame || frame.to <= at) throw new Error(`nothing follows ${at}`);
    numbers.push(...frame.changes.map(({ version }) => version));
    at = frame.to;
  }
  return numbers;
}

describe('numbers and answers', () => {
  it('[S1] numbers what was accepted without gaps, in one commit for all that gathered', async () => {
    const log = aLog();
    let commits = 0;
    const commit = log.commit.bind(log);
    log.commit = (write) => (commits++, commit(write));
    const { room, frames } = await aRoom(log);
    const first = room.push(newId(), OWNER, numbered([thesis(), nonsense(), thesis()]));
    const second = room.push(newId(), PARTICIPANT, numbered([thesis()]));
    expect([versionsOf(await first), versionsOf(await second)]).toEqual([[2, 'removed', 3], [4]]);
    expect(frames.map(({ from, to, changes }) => [from, to, changes.map(({ version }) => version)])).toEqual([
      [1, 4, [2, 3, 4]],
    ]);
    expect(commits).toBe(1);
  });

  it('[S2] tells nobody anything before the commit, then the frame first and the answer after', async () => {
    const log = aLog();
    const told: string[] = [];
    let finish = (): void => undefined;
    const commit = log.commit.bind(log);
    log.commit = async (write) => {
      await new Promise<void>((resolve) => (finish = resolve));
      return commit(write);
    };
    const { room } = await aRoom(log, { onFrame: ({ to }) => told.push(`frame to ${to}`) });
    void room.push(newId(), OWNER, numbered([thesis()])).then(() => told.push('answer'));
    await settle();
    expect(told).toEqual([]);
    expect(room.current.version).toBe(1);
    finish();
    await settle();
    expect(told).toEqual(['frame to 2', 'answer']);
  });

  it('[S3] applies an edit once, however often it comes', async () => {
    const { room } = await aRoom();
    const client = newId();
    const edits = numbered([thesis(), thesis()]);
    const replies = [
      room.push(client, OWNER, edits),
      room.push(client, OWNER, edits),
      room.push(client, OWNER, edits.slice(1)),
    ];
    expect((await Promise.all(replies)).map(versionsOf)).toEqual([[2, 3], [2, 3], [3]]);
    expect(versionsOf(await room.push(client, OWNER, edits))).toEqual([2, 3]);
    expect(room.current.version).toBe(3);
  });

  it('[S3] does not take one edit for another that has its number', async () => {
    const { room } = await aRoom();
    const client = newId();
    await room.push(client, OWNER, numbered([thesis('the tab'), thesis('the tab')]));
    const reply = await room.push(client, OWNER, numbered([thesis('its copy')], 2));
    expect(reply).toEqual({ ok: true, verdicts: [], expected: 3 });
  });

  it('[S3] says which edit it waits for when one is missing', async () => {
    const { room } = await aRoom();
    const client = newId();
    const [first, , third] = numbered([thesis(), thesis(), thesis()]);
    expect(await room.push(client, OWNER, [first!, third!])).toMatchObject({
      ok: true,
      verdicts: [{ version: 2 }],
      expected: 2,
    });
  });

  it('[S4] gives the same refusal again, also in another process', async () => {
    const log = aLog();
    const [a, b] = [await aRoom(log), await aRoom(log)];
    const client = newId();
    const edits = numbered([nonsense(), thesis()]);
    const reply = await a.room.push(client, OWNER, edits);
    expect(versionsOf(reply)).toEqual(['removed', 2]);
    expect(await b.room.push(client, OWNER, edits)).toEqual(reply);
    expect(await a.room.push(client, OWNER, edits)).toEqual(reply);
  });

  it('[S4] knows refusals of another process between changes it only heard of', async () => {
    const log = aLog();
    const [a, b] = [await aRoom(log), await aRoom(log)];
    const client = newId();
    await a.room.push(client, OWNER, numbered([thesis()]));
    b.room.hear(2);
    const edits = numbered([nonsense(), thesis()], 2);
    const reply = await b.room.push(client, OWNER, edits);
    a.room.hear(3);
    await a.room.drained();
    expect(await a.room.push(client, OWNER, edits)).toEqual(reply);
  });

  it('[S4] refuses an edit that was decided longer ago than it remembers', async () => {
    const { room } = await aRoom();
    const client = newId();
    const edits = numbered(Array.from({ length: REMEMBERED + 1 }, () => thesis()));
    await room.push(client, OWNER, edits);
    expect(versionsOf(await room.push(client, OWNER, edits.slice(0, 2)))).toEqual(['stale', 3]);
  });

  it('refuses a client id that belongs to someone else', async () => {
    const { room } = await aRoom();
    const client = newId();
    await room.push(client, OWNER, numbered([thesis()]));
    expect(await room.push(client, PARTICIPANT, numbered([thesis()], 2))).toMatchObject({
      ok: false,
      refusal: { code: 'not-allowed' },
    });
  });

  it('[S14] lets a client speak for whoever said hello with it first', async () => {
    const log = aLog();
    const { room } = await aRoom(log);
    const [fresh, used] = [newId(), newId()];
    expect(await room.belongs(fresh, PARTICIPANT)).toBe(true);
    expect(await room.belongs(fresh, OWNER)).toBe(false);
    await room.push(used, OWNER, numbered([nonsense()]));
    const elsewhere = (await aRoom(log)).room;
    expect(await elsewhere.belongs(used, PARTICIPANT)).toBe(false);
    expect(await elsewhere.belongs(used, OWNER)).toBe(true);
  });

  it('[S3] counts the id of an edit once in a map, whichever client it comes from', async () => {
    const { room } = await aRoom();
    const edits = numbered([thesis(), thesis()]);
    await room.push(newId(), OWNER, edits);
    const again = [{ ...numbered([thesis()])[0]!, id: edits[1]!.id }, ...numbered([thesis()], 2)];
    expect(versionsOf(await room.push(newId(), PARTICIPANT, again))).toEqual(['id-taken', 4]);
  });

  it('[E1] gives an edit that was refused at the door its verdict, and the others theirs', async () => {
    const { room } = await aRoom();
    const client = newId();
    const [first, , third] = numbered([thesis(), thesis(), thesis()]);
    const push = { client, edits: [first!, { seq: 2, id: newId(), edit: { kind: 'nonsense' } }, third!] };
    const sent = asked(Push.parse(push));
    expect(versionsOf(await room.push(client, OWNER, sent))).toEqual([2, 'invalid', 3]);
    expect(versionsOf(await room.push(client, OWNER, sent))).toEqual([2, 'invalid', 3]);
  });

  it('ends with its map: whoever waits or comes is told that there is none', async () => {
    const log = aLog();
    let gone = 0;
    const { room } = await aRoom(log, { onGone: () => gone++ });
    log.isGone = true;
    const replies = await Promise.all([1, 2].map(() => room.push(newId(), OWNER, numbered([thesis()]))));
    replies.push(await room.push(newId(), OWNER, numbered([thesis()])));
    for (const reply of replies) expect(reply).toMatchObject({ refusal: { code: 'not-found' } });
    expect([gone, room.isGone]).toEqual([1, true]);
  });

  it('[P2] refuses what observers, former members and strangers ask for', async () => {
    const { room } = await aRoom();
    for (const by of [OBSERVER, newId()])
      expect(versionsOf(await room.push(newId(), by, numbered([thesis()])))).toEqual(['not-allowed']);
  });

  it('[S12] decides by the role at the number, in the middle of a burst too', async () => {
    const { room } = await aRoom();
    const client = newId();
    const before = room.push(client, PARTICIPANT, numbered([thesis(), thesis()]));
    void room.push(
      newId(),
      MODERATOR,
      numbered([{ kind: 'set-role', participant: PARTICIPANT, role: 'observer' } as const]),
    );
    const after = room.push(client, PARTICIPANT, numbered([thesis(), thesis()], 3));
    expect([versionsOf(await before), versionsOf(await after)]).toEqual([
      [2, 3],
      ['not-allowed', 'not-allowed'],
    ]);
  });
});

describe('several processes', () => {
  it('[S10] decides again on the newest map when another process was faster', async () => {
    const log = aLog();
    const [a, b] = [await aRoom(log), await aRoom(log)];
    const claim = newId();
    await a.room.push(newId(), OWNER, numbered([thesis('first', claim)]));
    const reply = await b.room.push(
      newId(),
      OWNER,
      numbered([{ kind: 'reword', claim, text: 'second', was: 'first' } as const]),
    );
    expect(versionsOf(reply)).toEqual([3]);
    expect(b.frames.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(contentOf(b.room.current.map)).toEqual(contentOf(log.tables));
  });

  it('[S10] keeps apart what two processes do at the same moment', async () => {
    const log = aLog();
    const rooms = [await aRoom(log), await aRoom(log)];
    const replies = Array.from({ length: 20 }, (_, i) =>
      rooms[i % 2]!.room.push(newId(), OWNER, numbered([thesis(`${i}`)])),
    );
    const versions = (await Promise.all(replies)).flatMap(versionsOf);
    expect(versions.map(Number).sort((x, y) => x - y)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
    for (const { room } of rooms) room.hear(21);
    for (const { room } of rooms) await room.drained();
    for (const { room, frames } of rooms) {
      expect(contentOf(room.current.map)).toEqual(contentOf(log.tables));
      expect(frames.flatMap(({ changes }) => changes.map(({ version }) => version))).toEqual(
        log.changes.slice(1).map(({ version }) => version),
      );
    }
  });

  it('does not send a client to a new id because it spoke to another process', async () => {
    const log = aLog();
    const [a, b] = [await aRoom(log), await aRoom(log)];
    const client = newId();
    await a.room.push(client, OWNER, numbered([thesis()]));
    await b.room.push(client, OWNER, numbered([nonsense()], 2)); // moves the mark without a change that rings
    expect(await a.room.push(client, OWNER, numbered([thesis()], 3))).toMatchObject({
      verdicts: [{ version: 3 }],
    });
  });

  it('reads the log itself when a verdict is ahead of it', async () => {
    const log = aLog();
    const [a, b] = [await aRoom(log), await aRoom(log)];
    const client = newId();
    const edits = numbered([thesis()]);
    await a.room.push(client, OWNER, edits);
    await b.room.push(client, OWNER, edits);
    await b.room.drained();
    expect(b.frames).toEqual(a.frames);
  });

  it('reads once for a storm of rings, and ends when a ring tells of what is not there', async () => {
    const log = aLog();
    const [{ room, frames }, { room: writer }] = [await aRoom(log), await aRoom(log)];
    await writer.push(newId(), OWNER, numbered([thesis(), thesis()]));
    let reads = 0;
    const since = log.since.bind(log);
    log.since = (map, version) => (reads++, since(map, version));
    for (let i = 0; i < 100; i++) for (const version of [3, 2, 9]) room.hear(version);
    await room.drained();
    expect([reads, room.current.version, frames.length]).toEqual([1, 3, 1]);
    room.hear(9);
    await room.drained();
    expect(reads).toBe(2);
  });
});

describe('trouble with the log', () => {
  it('[S11] finds what was written although the answer was lost', async () => {
    const log = aLog();
    const commit = log.commit.bind(log);
    log.commit = async (write) => {
      await commit(write);
      log.commit = commit;
      throw new Error('connection lost');
    };
    const { room, frames } = await aRoom(log);
    const reply = await room.push(newId(), OWNER, numbered([thesis(), nonsense()]));
    expect(versionsOf(reply)).toEqual([2, 'removed']);
    expect([log.version, frames.length]).toEqual([2, 1]);
  });

  it('[S11] writes again what was not written', async () => {
    const log = aLog();
    const commit = log.commit.bind(log);
    log.commit = () => {
      log.commit = commit;
      return Promise.reject(new Error('connection lost'));
    };
    const { room } = await aRoom(log);
    expect(versionsOf(await room.push(newId(), OWNER, numbered([thesis()])))).toEqual([2]);
  });

  it('[S11] survives a write that lands after the log was asked', async () => {
    const log = aLog();
    const commit = log.commit.bind(log);
    let late = (): Promise<unknown> => Promise.resolve();
    log.commit = (write) => {
      late = () => commit(write);
      log.commit = async (again) => {
        await late();
        return commit(again);
      };
      return Promise.reject(new Error('connection lost'));
    };
    const { room } = await aRoom(log);
    expect(versionsOf(await room.push(newId(), OWNER, numbered([thesis()])))).toEqual([2]);
    expect(log.version).toBe(2);
  });

  it('refuses the one edit that cannot be stored, and stores the others', async () => {
    const log = aLog();
    log.isUnstorable = ({ edit }) => JSON.stringify(edit).includes('poison');
    const { room, frames } = await aRoom(log);
    const others = [
      room.push(newId(), OWNER, numbered([thesis()])),
      room.push(newId(), PARTICIPANT, numbered([thesis()])),
    ];
    const client = newId();
    const edits = numbered([thesis(), thesis('poison'), thesis()]);
    expect(versionsOf(await room.push(client, OWNER, edits))).toEqual([4, 'internal', 5]);
    expect((await Promise.all(others)).flatMap(versionsOf)).toEqual([2, 3]);
    expect(versionsOf(await room.push(client, OWNER, edits))).toEqual([4, 'internal', 5]);
    expect(frames.at(-1)?.to).toBe(5);
  });

  it('blames no edit when not even a refusal can be stored', async () => {
    const log = aLog();
    log.commit = () => Promise.reject(new CommitFailed('read-only'));
    const { room } = await aRoom(log);
    expect(await room.push(newId(), OWNER, numbered([thesis()]))).toMatchObject({
      ok: false,
      refusal: { code: 'busy' },
    });
  });

  it('sends everyone away when writing fails for long, and works again afterwards', async () => {
    const log = aLog();
    const commit = log.commit.bind(log);
    log.commit = () => Promise.reject(new Error('disk full'));
    const { room } = await aRoom(log);
    const client = newId();
    const edits = numbered([thesis()]);
    const busy = { ok: false, refusal: { code: 'busy', retryAfterMs: expect.any(Number) } };
    const replies = [
      room.push(client, OWNER, edits),
      room.push(newId(), OWNER, numbered(Array.from({ length: 300 }, () => thesis()))),
    ];
    for (const reply of await Promise.all(replies)) expect(reply).toMatchObject(busy);
    log.commit = commit;
    expect(versionsOf(await room.push(client, OWNER, edits))).toEqual([2]);
  });

  it('gives up at once when its host says so', async () => {
    const log = aLog();
    log.commit = () => Promise.reject(new Error('closing'));
    const { room, bugs } = await aRoom(log, { pause: () => Promise.reject(new Error('closing')) });
    expect(await room.push(newId(), OWNER, numbered([thesis()]))).toMatchObject({
      refusal: { code: 'busy' },
    });
    expect(bugs).toHaveLength(1);
  });

  it('hears the next ring after it has given up', async () => {
    const log = aLog();
    const since = log.since.bind(log);
    const { room } = await aRoom(log);
    const { room: other } = await aRoom(log);
    await other.push(newId(), OWNER, numbered([thesis()]));
    log.since = () => Promise.reject(new Error('down'));
    room.hear(2);
    await room.drained();
    log.since = since;
    room.hear(2);
    await room.drained();
    expect(room.current.version).toBe(2);
  });

  it('answers busy when too much waits', async () => {
    const log = aLog();
    log.commit = () => new Promise(() => undefined);
    const { room } = await aRoom(log);
    const many = numbered(Array.from({ length: 64 }, () => thesis()));
    for (let i = 0; i < 62; i++) void room.push(newId(), OWNER, many);
    expect(await room.push(newId(), OWNER, many)).toMatchObject({
      ok: false,
      refusal: { code: 'busy', retryAfterMs: 500 },
    });
  });

  it('reports a rule that throws, and refuses only its edit', async () => {
    const { room, bugs } = await aRoom();
    const broken = { kind: 'reword', claim: newId() } as never;
    const reply = await room.push(
      newId(),
      SUGGESTER,
      numbered([thesis(), { kind: 'batch', edits: null } as never, broken]),
    );
    expect(versionsOf(reply)).toEqual([2, 'internal', 'removed']);
    expect(bugs).toHaveLength(1);
  });
});

describe('catch-up', () => {
  it('[S5] hands out what was missed as long as it remembers', async () => {
    const { room } = await aRoom();
    await room.push(newId(), OWNER, numbered([thesis(), thesis()]));
    expect(room.frameSince(3)).toEqual({ from: 3, to: 3, changes: [] });
    expect(room.frameSince(1)?.changes.map(({ version }) => version)).toEqual([2, 3]);
    expect(room.frameSince(2)?.changes.map(({ version }) => version)).toEqual([3]);
    expect([room.frameSince(0), room.frameSince(4)]).toEqual([undefined, undefined]);
  });

  it('[S5] remembers the last thousand changes', async () => {
    const people = contentOf(aMap().map).participants;
    const map = mapOf({ ...manyClaims(2_000), participants: people }); // so that the changes are shorter than the map
    const { room } = await aRoom(aLog(map));
    for (let i = 0; i < 20; i++)
      await room.push(newId(), OWNER, numbered(Array.from({ length: 60 }, () => thesis())));
    const { version } = room.current;
    expect(numbersFrom(room, version - 1_000)).toEqual(
      Array.from({ length: 1_000 }, (_, i) => version - 999 + i),
    );
    expect(room.frameSince(version - 1_001)).toBeUndefined();
  });

  it('[S13] hands it out in pieces, and a long change by the snapshot alone', async () => {
    const { room, frames } = await aRoom();
    const long = (): Edit => thesis('字'.repeat(2_000));
    await room.push(newId(), OWNER, numbered(Array.from({ length: 60 }, long)));
    expect(frames.length).toBeGreaterThan(1);
    for (const { changes } of frames) expect(JSON.stringify(changes).length).toBeLessThan(PIECE + 100);
    expect(frames.map(({ from }) => from).slice(1)).toEqual(frames.map(({ to }) => to).slice(0, -1));
    expect(numbersFrom(room, 1)).toEqual(Array.from({ length: 60 }, (_, i) => i + 2));
    const batch: Edit = { kind: 'batch', edits: Array.from({ length: 200 }, long) as SingleEdit[] };
    await room.push(newId(), OWNER, numbered([batch, thesis('after')]));
    expect(room.frameSince(61)).toBeUndefined();
    expect(room.frameSince(62)?.changes).toHaveLength(1);
  });

  it('[S13] hands out nothing that is longer than the map itself', async () => {
    const { room } = await aRoom();
    const claim = newId();
    await room.push(newId(), OWNER, numbered([thesis('0', claim)]));
    const words = (i: number): string => `${i} ${'word '.repeat(300)}`.trim();
    for (let i = 0; i < 300; i++) {
      const was = room.current.map.claims.get(claim)?.text ?? '';
      await room.push(newId(), OWNER, numbered([{ kind: 'reword', claim, text: words(i), was } as const]));
    }
    expect(room.frameSince(2)).toBeUndefined();
    expect(numbersFrom(room, 250).at(-1)).toBe(302);
  });

  it('opens only maps that are there', async () => {
    const log = aLog(aMap().map);
    expect(await log.load(newId())).toBeUndefined();
    expect((await aRoom(log)).room.id).toBe(MAP);
  });
});
