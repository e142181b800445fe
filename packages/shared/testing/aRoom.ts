// Rooms over a log in memory, and a tab whose server answers when the test says so. Not part of the product.
import type { Edit, LoggedEdit } from '../src/map/edit.ts';
import type { ArgumentMap } from '../src/map/map.ts';
import type { Id } from '../src/map/id.ts';
import type { Role } from '../src/map/tables/participants.ts';
import { contentOf } from '../src/map/patch.ts';
import { MapRoom, type RoomHost } from '../src/sync/MapRoom.ts';
import type {
  CatchUpReply,
  Change,
  Frame,
  Hello,
  Push,
  PushReply,
  Snapshot,
  Welcome,
} from '../src/sync/protocol.ts';
import { MemoryLog } from '../src/sync/simulator/MemoryLog.ts';
import type { Identity, Outbox, Pending, SyncHost, Transport, TrayEntry } from '../src/sync/ports.ts';
import { SyncClient } from '../src/sync/SyncClient.ts';
import type { Refused } from '../src/result.ts';
import { aMap, anId, OWNER } from './aMap.ts';

export const MAP = anId(1, 0xe00);

let made = 0;
export const newId = (): Id => anId(++made, 0xe01);

/** Lets every promise go on that can. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const aLog = (map: ArgumentMap = aMap().map, epoch = 1): MemoryLog =>
  new MemoryLog(MAP, contentOf(map), epoch);

export const thesis = (text = 'A thesis', claim: Id = newId()): Edit & { kind: 'add-claim' } => ({
  kind: 'add-claim',
  claim,
  text,
  language: 'en',
  to: { at: 'thesis', order: 'a0' },
});

/** Removes what is not there: refused always. */
export const nonsense = (): Edit => ({ kind: 'remove', id: newId() });

/** Edits as a client sends them, numbered from `seq`. */
export const numbered = <E extends LoggedEdit>(
  edits: readonly E[],
  seq = 1,
): { seq: number; id: Id; edit: E }[] => edits.map((edit, i) => ({ seq: seq + i, id: newId(), edit }));

export interface OpenRoom {
  readonly room: MapRoom;
  readonly frames: Frame[];
  readonly bugs: unknown[];
}

export async function aRoom(log: MemoryLog = aLog(), more: Partial<RoomHost> = {}): Promise<OpenRoom> {
  const frames: Frame[] = [];
  const bugs: unknown[] = [];
  const room = await MapRoom.open(MAP, log, {
    now: () => 1_000,
    onFrame: (frame) => frames.push(frame),
    onBug: (error) => bugs.push(error),
    pause: () => Promise.resolve(),
    ...more,
  });
  if (!room) throw new Error('there is no such map');
  return { room, frames, bugs };
}

type Answers = {
  hello: ({ ok: true } & Welcome) | Refused;
  push: PushReply | Refused;
  'catch-up': CatchUpReply | Refused;
  snapshot: Snapshot;
};
type Kind = keyof Answers;

interface Ask {
  readonly kind: Kind;
  readonly message: unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** A server that answers nothing by itself. */
export class Script {
  /** All that was asked, oldest first. */
  readonly asked: Ask[] = [];
  resets = 0;
  readonly pauses: number[] = [];

  readonly transport: Transport = {
    hello: (hello) => this.ask('hello', hello),
    push: (push) => this.ask('push', push),
    catchUp: (since) => this.ask('catch-up', since),
    snapshot: () => this.ask('snapshot', undefined),
    reset: () => {
      this.resets += 1;
    },
  };

  get pushes(): Push[] {
    return this.asked.filter(({ kind }) => kind === 'push').map(({ message }) => message as Push);
  }

  get hellos(): Hello[] {
    return this.asked.filter(({ kind }) => kind === 'hello').map(({ message }) => message as Hello);
  }

  count(kind: Kind): number {
    return this.asked.filter((ask) => ask.kind === kind).length;
  }

  /** Answers the latest question of a kind. */
  async answer<K extends Kind>(kind: K, value: Answers[K]): Promise<void> {
    this.last(kind).resolve(value as never);
    await settle();
  }

  async fail(kind: Kind): Promise<void> {
    this.last(kind).reject(new Error('no answer came'));
    await settle();
  }

  last(kind: Kind): Ask {
    const ask = this.asked.findLast((one) => one.kind === kind);
    if (!ask) throw new Error(`no ${kind} was asked`);
    return ask;
  }

  private ask<T>(kind: Kind, message: unknown): Promise<T> {
    return new Promise((resolve, reject) => this.asked.push({ kind, message, resolve, reject }));
  }
}

/** Storage of a browser tab. */
export class Storage implements Outbox {
  readonly pending = new Map<Id, Pending>();
  readonly tray: TrayEntry[] = [];
  /** Put off until called, when a test holds it. */
  gate: Promise<void> = Promise.resolve();

  async put(_client: Id, pending: Pending): Promise<void> {
    await this.gate;
    this.pending.set(pending.id, pending);
  }

  async settle(_client: Id, seqs: readonly number[]): Promise<void> {
    for (const [id, { seq }] of this.pending) if (seqs.includes(seq)) this.pending.delete(id);
  }

  async refuse(entry: TrayEntry): Promise<void> {
    this.pending.delete(entry.id);
    this.tray.push(entry);
  }

  async forget(entry: TrayEntry): Promise<void> {
    this.tray.splice(
      this.tray.findIndex(({ id }) => id === entry.id),
      1,
    );
  }
}

export interface OpenTab {
  readonly client: SyncClient;
  readonly script: Script;
  readonly storage: Storage;
}

export function aTab(identity: Partial<Identity> = {}, more: Partial<SyncHost> = {}): OpenTab {
  const script = new Script();
  const storage = new Storage();
  const client = new SyncClient(
    { map: MAP, client: newId(), ...identity },
    {
      now: () => 1_000,
      newId,
      pause: (ms) => {
        script.pauses.push(ms);
        return settle();
      },
      transport: script.transport,
      outbox: storage,
      onChange: () => undefined,
      ...more,
    },
  );
  return { client, script, storage };
}

interface Welcomed {
  readonly map?: ArgumentMap;
  readonly version?: number;
  readonly epoch?: number;
  readonly participant?: Id | null;
  readonly role?: Role;
}

/** Says hello and hands over a snapshot. */
export async function goLive({ client, script }: OpenTab, welcomed: Welcomed = {}): Promise<void> {
  const { map = aMap().map, version = 1, epoch = 1, participant = OWNER, role = 'owner' } = welcomed;
  void client.connected();
  await script.answer('hello', {
    ok: true,
    participant,
    role,
    tab: 1,
    version,
    epoch,
    now: 1_000,
    took: 0,
    frame: null,
  });
  await script.answer('snapshot', { version, epoch, map: contentOf(map) });
}

/** A frame with one change of somebody else's, or of `change`'s. */
export const aFrame = (from: number, change: Partial<Change> = {}): Frame => ({
  from,
  to: from + 1,
  changes: [
    {
      version: from + 1,
      at: 0,
      by: OWNER,
      id: newId(),
      client: newId(),
      seq: 1,
      kind: 'reword',
      patches: [],
      ...change,
    },
  ],
});
