import type * as door from '../Door.ts';
import { CommitFailed, type ChangeLog } from '../log.ts';
import type { MapRoom, RoomHost } from '../MapRoom.ts';
import { asked, Push, type Change, type Frame, type Snapshot } from '../protocol.ts';
import { refuse, type Refused } from '../../result.ts';
import type { Id } from '../../map/id.ts';
import type { LoggedEdit } from '../../map/edit.ts';
import type { Clock } from './Clock.ts';
import { DiskTrouble, type Disk } from './Disk.ts';
import type { Link, Up } from './Link.ts';
import type { History } from './History.ts';

export type Doors = Pick<typeof door, 'welcome' | 'catchUp' | 'snapshot' | 'audiences'>;
export type OpenRoom = (id: Id, log: ChangeLog, host: RoomHost) => Promise<MapRoom | undefined>;

/** The world, as a server process meets it. */
interface Surroundings {
  readonly id: Id;
  readonly clock: Clock;
  readonly disk: Disk;
  readonly history: History;
  readonly parts: { readonly door: Doors; readonly openRoom: OpenRoom };
  time(): number;
  ring(from: Process, version: number): void;
}

interface Socket {
  readonly link: Link;
  readonly participant: Id;
  /** Set by hello: from then on the socket hears the frames, and speaks as this client. */
  client: Id | undefined;
}

/** One server process as the gateway is: rooms in memory, sockets, a doorbell. A crash loses all of it. */
export class Process {
  isAlive = true;
  private readonly sockets = new Map<Link, Socket>();
  private readonly log: ChangeLog;
  private opening: Promise<MapRoom | undefined> | undefined;
  private room: MapRoom | undefined;

  constructor(private readonly world: Surroundings) {
    this.log = world.disk.connect(this);
    void this.sweep();
  }

  /** The room as it stands, for the checks. */
  get current(): MapRoom['current'] | undefined {
    return this.room?.current;
  }

  /** The changes that the room keeps for catch-up. */
  get kept(): readonly Change[] {
    const { room } = this;
    for (let since = 0; room && since < room.current.version; since++) {
      const kept = room.keptSince(since);
      if (kept) return kept;
    }
    return [];
  }

  accept(link: Link, participant: Id): void {
    this.sockets.set(link, { link, participant, client: undefined });
  }

  hears(link: Link, message: Up): void {
    const socket = this.sockets.get(link);
    if (!socket || !this.isAlive) return;
    void this.answer(socket, message).then(
      (value) => this.isAlive && link.down({ kind: 'answer', ask: message.ask, value }),
      () =>
        this.isAlive &&
        link.down({ kind: 'answer', ask: message.ask, value: refuse('internal', 'no answer') }),
    );
  }

  lost(link: Link): void {
    this.sockets.delete(link);
  }

  /** The snapshot goes by HTTP, to whichever process the balancer picks. */
  async snapshot(participant: Id): Promise<Snapshot | Refused> {
    const room = await this.openRoom();
    return room ? this.world.parts.door.snapshot(room, participant) : refuse('not-found', 'no map');
  }

  /** An edit of the server itself, as after an invitation. */
  async edit(id: Id, edit: LoggedEdit): Promise<void> {
    const room = await this.openRoom().catch(() => undefined);
    await room?.push(id, null, [{ seq: 1, id, edit }]);
  }

  hear(version: number): void {
    if (this.isAlive) this.room?.hear(version);
  }

  crash(): void {
    this.isAlive = false;
    for (const { link } of this.sockets.values()) link.hangUpFar();
    this.sockets.clear();
  }

  /** Lets an idle room go that nobody visits. */
  evict(): void {
    const visited = [...this.sockets.values()].some((socket) => socket.client);
    if (visited || !this.room?.isIdle) return;
    this.room = undefined;
    this.opening = undefined;
  }

  private async answer(socket: Socket, message: Up): Promise<unknown> {
    const room = await this.openRoom();
    if (!room) return refuse('not-found', 'no map');
    switch (message.kind) {
      case 'hello': {
        const { hello } = message;
        if (!(await room.belongs(hello.client, socket.participant)))
          return refuse('not-allowed', 'not yours');
        const welcome = this.world.parts.door.welcome(room, hello, { ...socket, tab: 1 });
        socket.client = welcome.ok ? hello.client : undefined;
        return welcome;
      }
      case 'push': {
        const push = Push.parse(message.push);
        const { client } = push;
        if (socket.client !== client) return refuse('not-allowed', 'Say hello first.');
        const reply = await room.push(client, socket.participant, asked(push));
        this.world.history.acknowledged(client, reply);
        return reply;
      }
      case 'catch-up':
        return socket.client
          ? this.world.parts.door.catchUp(room, message.missed.since, socket.participant)
          : refuse('not-allowed', 'no');
    }
  }

  private openRoom(): Promise<MapRoom | undefined> {
    this.opening ??= this.world.parts.openRoom(this.world.id, this.log, this.host()).then(
      (room) => (this.room = room),
      (error: unknown) => {
        this.opening = undefined;
        throw error;
      },
    );
    return this.opening;
  }

  private host(): RoomHost {
    const { clock, history } = this.world;
    return {
      now: () => this.world.time(),
      onFrame: (frame) => {
        if (!this.isAlive) return;
        history.broadcast(frame);
        this.tell(frame);
        this.world.ring(this, frame.to);
      },
      onBug: (error) => {
        if (!(error instanceof DiskTrouble || error instanceof CommitFailed))
          history.fault(`the room has a bug: ${String(error)}`);
      },
      pause: (attempt) => clock.sleep(Math.min(400, 20 * 2 ** attempt)),
    };
  }

  private tell(frame: Frame): void {
    if (!this.room) return;
    const seats = [...this.sockets.values()].filter((socket) => socket.client);
    const { groups, gone } = this.world.parts.door.audiences(this.room, frame, seats);
    for (const group of groups)
      for (const { link } of group.seats === 'all' ? seats : group.seats)
        link.down({ kind: 'frame', frame: group.frame });
    for (const { link } of gone) {
      link.down({ kind: 'goodbye' });
      link.hangUpFar();
      this.sockets.delete(link);
    }
  }

  /** Rings that were lost are made good within two seconds. */
  private async sweep(): Promise<void> {
    while (this.isAlive) {
      await this.world.clock.sleep(2_000);
      if (!this.world.disk.isDown) this.hear(this.world.disk.log.version);
    }
  }
}
