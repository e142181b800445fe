// Holds the open rooms of this process. Doors push edits in here and hear the frames; nobody else writes to a map.
import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import {
  asideOf,
  changedHands,
  contentOf,
  groupIn,
  MapRoom,
  ok,
  refuse,
  TABLES,
  visibleChange,
  visibleContent,
  withoutAside,
  type ArgumentMap,
  type Asked,
  type EditAnswer,
  type Frame,
  type History,
  type HistoryQuery,
  type Id,
  type LoggedEdit,
  type MapContent,
  type PushReply,
  type Refused,
  type Result,
  type RoomHost,
  type Viewer,
} from '@counterpoint/shared';
import { setTimeout as sleep } from 'node:timers/promises';
import { Subject, type Subscription } from 'rxjs';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config.ts';
import { PgChangeLog } from './change-log.ts';
import { Doorbell } from './doorbell.ts';
import { changesOf, changesOfThings, foundMap, patchesUpTo, versionsOf } from './maps.queries.ts';
import { contentMadeBy } from './past.ts';
import { Snapshots, type EncodedMap } from './snapshots.ts';

/** A room without visitors is let go after this many ms. */
const IDLE = 60_000;
/** Lost rings are made good within this many ms. */
const POLL = 2_000;
/** A ring of this number says that the map was deleted. */
const GONE = Number.MAX_SAFE_INTEGER;
/** First versions of a map that a REST request may wait for, in ms per attempt. */
const PAUSE = 100;

interface Founding {
  readonly at: number;
  readonly sample: boolean;
  readonly owner?: { readonly account: Id; readonly participant: Id };
  readonly beside?: (manager: EntityManager) => Promise<void>;
}

interface Open {
  readonly room: Promise<MapRoom | undefined>;
  used: number;
  /** The newest version another process told of: there is no need to ring for it. */
  heard: number;
  /** The room, once it is open. */
  found: MapRoom | undefined;
}

@Injectable()
export class RoomsService implements OnModuleInit, OnModuleDestroy {
  /** Committed changes of every open room, in order per map, unfiltered. */
  readonly frames = new Subject<{ map: Id; frame: Frame }>();
  /** Maps that were deleted, here or by another process. */
  readonly gone = new Subject<Id>();
  private readonly rooms = new Map<Id, Open>();
  private readonly snapshots = new Snapshots();
  private readonly logger = new Logger(RoomsService.name);
  private readonly subscriptions: Subscription[] = [];
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> | undefined;
  private closing = false;

  constructor(
    private readonly log: PgChangeLog,
    private readonly doorbell: Doorbell,
    @Inject(CONFIG) private readonly config: Pick<Config, 'idleMapBytes'>,
    @InjectEntityManager() private readonly manager: EntityManager,
  ) {}

  onModuleInit(): void {
    this.subscriptions.push(
      this.doorbell.heard.subscribe(({ map, version }) => this.hear(map, version)),
      this.doorbell.restored.subscribe(() => this.sweepOnce()),
    );
    this.timer = setInterval(() => this.sweepOnce(), POLL);
  }

  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    clearInterval(this.timer);
    for (const subscription of this.subscriptions) subscription.unsubscribe();
    // A room that could not be opened has nothing to finish.
    await Promise.allSettled([...this.rooms.values()].map(async ({ room }) => (await room)?.drained()));
  }

  /** The room of a map, opened when needed; undefined when there is no such map. */
  async room(map: Id): Promise<MapRoom | undefined> {
    return this.open(map);
  }

  /** The room of a map for one tab of a person; refused where there is none, or where the client id is another person's. */
  async roomOf(
    map: Id,
    { client, as }: { readonly client: Id; readonly as?: Id | undefined },
    participant: Id | null,
  ): Promise<Result<MapRoom>> {
    const room = await this.open(map);
    if (!room) return refuse('not-found', 'There is no such map, or it is not open to you.');
    // What a visitor is told depends on whether they may read: `welcome` knows.
    if (participant === null) return ok(room);
    const changed = changedHands(as, participant);
    if (changed) return changed;
    return (await room.belongs(client, participant))
      ? ok(room)
      : refuse('not-allowed', 'This client id belongs to someone else.');
  }

  /** The room of a map if it is open here; looking does not keep it open. */
  async opened(map: Id): Promise<MapRoom | undefined> {
    return this.rooms.get(map)?.room.catch(() => undefined);
  }

  /** The rooms that are open here; looking does not keep them open. */
  *openRooms(): Generator<{ readonly map: Id; readonly room: MapRoom }> {
    for (const [map, { found }] of this.rooms) if (found) yield { map, room: found };
  }

  /** Whether the room is still the one that hears of its map: one that nobody was in may have been let go. */
  holds(map: Id, room: MapRoom): boolean {
    return this.rooms.get(map)?.found === room;
  }

  async current(map: Id): Promise<{ map: ArgumentMap; version: number } | undefined> {
    return (await this.room(map))?.current;
  }

  /** Edits of one tab, in order. */
  async push(map: Id, client: Id, by: Id, edits: readonly Asked[]): Promise<PushReply | Refused> {
    const room = await this.room(map);
    return room ? room.push(client, by, edits) : refuse('not-found', 'There is no such map.');
  }

  /** Edits over REST, and those of the server itself (`by` null). Each is its own client, so a repeat finds its verdict. */
  async edit(
    map: Id,
    by: Id | null,
    edits: readonly { id: Id; edit: LoggedEdit }[],
    ifVersion?: number,
  ): Promise<Result<EditAnswer>> {
    const room = await this.room(map);
    if (!room) return refuse('not-found', 'There is no such map.');
    if (ifVersion !== undefined && ifVersion !== room.current.version) {
      return refuse('stale', `The map is at version ${room.current.version}.`);
    }
    // Pushed in one turn, so that they are decided in one batch and in order.
    const replies = await Promise.all(edits.map(({ id, edit }) => room.push(id, by, [{ seq: 1, id, edit }])));
    const verdicts = [];
    for (const [i, reply] of replies.entries()) {
      if (!reply.ok) return reply;
      for (const verdict of reply.verdicts) verdicts.push({ ...verdict, id: edits[i]?.id ?? '' });
    }
    return ok({ version: room.current.version, verdicts });
  }

  /** Makes a map: its row with its owner's membership and what `beside` writes with it, and the change that fills it. */
  async found(map: Id, content: MapContent, { at, sample, owner, beside }: Founding): Promise<void> {
    await this.manager.transaction(async (manager) => {
      await foundMap(manager, { id: map, info: content.info, sample, at, owner });
      await beside?.(manager);
    });
    const answer = await this.edit(map, null, [{ id: map, edit: { kind: 'found', content } }]);
    const verdict = answer.ok ? answer.value.verdicts[0] : answer;
    if (!verdict || 'refusal' in verdict)
      throw new Error(`the map could not be founded: ${JSON.stringify(verdict)}`);
  }

  /** The snapshot as JSON, encoded once per version for all who see the same, and what follows for this viewer alone. */
  async snapshot(
    map: Id,
    viewer: Viewer,
  ): Promise<{ encoded: EncodedMap; tail: string; tag: string } | undefined> {
    const room = await this.room(map);
    if (!room) return undefined;
    const { version, map: content } = room.current;
    const { epoch } = room;
    const audience = groupIn(content, viewer);
    const own = asideOf(content, viewer);
    const known = this.snapshots.find(map, audience, version);
    const encoded = known ?? encodedFor(viewer, { version, epoch, content }, Object.keys(own));
    if (!known && this.holds(map, room)) this.snapshots.keep(map, audience, encoded);
    const tail = `,${JSON.stringify(own).slice(1)}}`;
    // Two people at one browser hold nothing of each other.
    const whose = Object.values(own).some((rows) => rows.length > 0) ? `-${viewer.participant}` : '';
    return { encoded, tail, tag: `${epoch}-${version}-${audience}${whose}` };
  }

  /** The map as it was, replayed from the log; unfiltered. */
  async at(map: Id, version: number): Promise<MapContent | undefined> {
    const room = await this.room(map);
    if (!room || version > room.current.version) return undefined;
    return contentMadeBy(await patchesUpTo(this.manager, map, version));
  }

  async history(map: Id, viewer: Viewer, query: HistoryQuery): Promise<History | undefined> {
    const room = await this.room(map);
    if (!room) return undefined;
    const { claim } = query;
    const changes =
      claim === undefined
        ? await changesOf(this.manager, map, query)
        : await changesOfThings(this.manager, map, { ...query, things: thingsOf(room.current.map, claim) });
    const { map: now, version } = room.current;
    return { version, changes: changes.map((change) => visibleChange(change, viewer, now)) };
  }

  /** Lets a deleted map go, everywhere: other processes look when they hear the ring. */
  close(map: Id): void {
    this.end(map);
    this.doorbell.ring({ map, version: GONE });
  }

  private end(map: Id): void {
    const open = this.rooms.get(map);
    if (!open) return;
    this.forget(map);
    void open.room.then(
      (room) => room?.close(),
      () => undefined,
    );
  }

  private open(map: Id): Promise<MapRoom | undefined> {
    const known = this.rooms.get(map);
    if (known) {
      known.used = Date.now();
      return known.room;
    }
    const room = MapRoom.open(map, this.log, this.hostOf(map)).catch((error: unknown) => {
      this.forget(map);
      throw error;
    });
    const opened: Open = { room, used: Date.now(), heard: 0, found: undefined };
    this.rooms.set(map, opened);
    void room.then(
      (found) => {
        opened.found = found;
        if (!found) this.forget(map);
      },
      () => undefined,
    );
    return room;
  }

  private hostOf(map: Id): RoomHost {
    return {
      now: () => Date.now(),
      onFrame: (frame) => {
        // Of an older version nobody wants one, and it may hold words that were purged.
        this.snapshots.forget(map);
        this.frames.next({ map, frame });
        if (frame.to > (this.rooms.get(map)?.heard ?? 0)) this.doorbell.ring({ map, version: frame.to });
      },
      onGone: () => {
        this.forget(map);
        this.gone.next(map);
      },
      onBug: (error, edit) => this.logger.error({ err: error, map, kind: edit?.kind }, 'a room has trouble'),
      pause: async (attempt) => {
        // Whoever waits asks again, the next server perhaps: one that is to end does not wait for the database.
        if (this.closing) throw new Error('the server ends');
        await sleep(PAUSE * Math.min(2 ** attempt, 10));
      },
    };
  }

  private hear(map: Id, version: number): void {
    const open = this.rooms.get(map);
    if (!open) return;
    if (version === GONE) {
      this.end(map);
      return;
    }
    open.heard = Math.max(open.heard, version);
    void open.room.then(
      (room) => room?.hear(version),
      () => undefined,
    );
  }

  /** While the database hangs, one question waits and not one more every time. */
  private sweepOnce(): void {
    this.sweeping ??= this.sweep()
      .catch((error: unknown) => this.logger.warn(`versions could not be compared: ${String(error)}`))
      .finally(() => (this.sweeping = undefined));
  }

  /** Asks once for all open rooms whether they missed a ring, and lets unused ones go. */
  private async sweep(): Promise<void> {
    this.letGo();
    if (this.rooms.size === 0) return;
    const asked = [...this.rooms.keys()];
    const found = await versionsOf(this.manager, asked);
    const there = new Set(found.map(({ map }) => map));
    for (const map of asked) if (!there.has(map)) this.end(map);
    for (const { map, version } of found) {
      void this.rooms.get(map)?.room.then(
        (room) => room?.hear(version),
        () => undefined,
      );
    }
  }

  /** Rooms without visitors go when they were not used for long; those used last stay, as many as there is memory for. */
  private letGo(): void {
    const unvisited = [...this.rooms].filter(([map, { found }]) => found?.isIdle && !this.isVisited(map));
    unvisited.sort(([, a], [, b]) => b.used - a.used);
    let bytes = 0;
    for (const [map, { used, found }] of unvisited) {
      bytes += found ? bytesOf(found.current.map) : 0;
      if (Date.now() - used > IDLE || bytes > this.config.idleMapBytes) this.forget(map);
    }
  }

  private forget(map: Id): void {
    this.rooms.delete(map);
    this.snapshots.forget(map);
  }

  /** Set by the gateway: whether anyone is connected to the map. */
  isVisited: (map: Id) => boolean = () => false;
  /** Set by the gateway: how many people are connected to the map here. */
  present: (map: Id) => number = () => 0;
}

/** A snapshot up to where what is kept for one person alone follows. */
function encodedFor(
  viewer: Viewer,
  { version, epoch, content }: { version: number; epoch: number; content: ArgumentMap },
  without: readonly string[],
): EncodedMap {
  const seen = visibleContent(withoutAside(contentOf(content)), viewer, content);
  const map = Object.fromEntries(Object.entries(seen).filter(([table]) => !without.includes(table)));
  return { version, body: JSON.stringify({ version, epoch, map }).slice(0, -2), zipped: undefined };
}

/** What the history of a claim is about: itself and what was merged into it, the argument it hangs in, and where else it is a premise. */
function thingsOf({ claims, index }: ArgumentMap, claim: Id): Id[] {
  const home = claims.get(claim)?.home;
  const merged = index.mergers.get(claim) ?? [];
  return [claim, ...merged, ...(home ? [home] : []), ...(index.uses.get(claim) ?? [])];
}

/** About: a thing takes a kilobyte with its place in the tables and the indexes; texts may be there as they go out, too. */
function bytesOf(map: ArgumentMap): number {
  const things = TABLES.reduce((sum, table) => sum + map[table].size, 0);
  const characters = [...map.editions.values()].reduce((sum, { text }) => sum + text.length, 0);
  return 1_024 * things + 6 * characters;
}
