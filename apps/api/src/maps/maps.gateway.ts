// The socket door: says who is there, hands edits to the rooms, sends frames to those who may see them.
import { Logger, type OnModuleDestroy } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import {
  CatchUp,
  Hello,
  may,
  Presence,
  PROTOCOL,
  Push,
  refuse,
  type CatchUpReply,
  type ClientToServer,
  type Frame,
  type Goodbye,
  type Id,
  type MapRoom,
  type PushReply,
  type Refused,
  type ServerToClient,
  type Viewer,
  type Welcome,
} from '@counterpoint/shared';
import type { Server, Socket } from 'socket.io';
import type { z } from 'zod';
import { AccountsService } from '../accounts/accounts.service.ts';
import { sessionMiddleware } from '../accounts/session.ts';
import { MembersService } from './members.service.ts';
import { PresenceHub } from './presence.ts';
import { RoomsService, visibleFrame } from './rooms.service.ts';
import { TokenBucket } from './token-bucket.ts';

/** What a connection knows of itself; `seat` is set by hello. */
interface Connection {
  account: Id | null;
  sid: string;
  bucket: TokenBucket;
  seat?: Seat;
}
interface Seat {
  readonly map: Id;
  readonly client: Id;
  readonly room: MapRoom;
  viewer: Viewer;
}
type MapSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, Connection>;
type MapServer = Server<ClientToServer, ServerToClient, Record<string, never>, Connection>;

const TICK = 100;
/** Revoked sessions and slow readers are found within this many ms (Z-02 asks for 2 s). */
const SWEEP = 1_000;
/** Unsent bytes after which a reader is let go; it comes back and catches up. */
const LAGGING = 8 * 1024 * 1024;

@WebSocketGateway()
export class MapsGateway implements OnGatewayInit<MapServer>, OnModuleDestroy {
  private readonly logger = new Logger(MapsGateway.name);
  private readonly presence = new PresenceHub();
  private readonly timers: NodeJS.Timeout[] = [];
  private server!: MapServer;

  constructor(
    private readonly rooms: RoomsService,
    private readonly members: MembersService,
    private readonly accounts: AccountsService,
  ) {}

  afterInit(server: MapServer): void {
    this.server = server;
    this.rooms.isVisited = (map) => (server.sockets.adapter.rooms.get(map)?.size ?? 0) > 0;
    this.rooms.present = (map) => this.presence.count(map);
    server.engine.use(sessionMiddleware());
    server.use((socket, next) => this.enter(socket).then(() => next(), next));
    server.on('connection', (socket) => this.bind(socket));
    this.rooms.frames.subscribe(({ map, frame }) => this.send(map, frame));
    this.timers.push(
      setInterval(() => this.tick(), TICK),
      setInterval(() => void this.sweep(), SWEEP),
    );
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
    for (const socket of this.server.sockets.sockets.values()) this.dismiss(socket, { reason: 'restarting' });
  }

  private async enter(socket: MapSocket): Promise<void> {
    const account = await this.accounts.whoIs(socket.request);
    socket.data = { account: account?.id ?? null, sid: this.accounts.sessionIdOf(socket.request), bucket: new TokenBucket() };
  }

  private bind(socket: MapSocket): void {
    socket.on('hello', (raw, reply) => this.answer(Hello, raw, reply, (hello) => this.hello(socket, hello)));
    socket.on('push', (raw, reply) => this.answer(Push, raw, reply, (push) => this.push(socket, push)));
    socket.on('catch-up', (raw, reply) => this.answer(CatchUp, raw, reply, (ask) => this.catchUp(socket, ask)));
    socket.on('presence', (raw) => {
      const presence = Presence.safeParse(raw);
      if (presence.success) this.show(socket, presence.data);
    });
    socket.on('disconnect', () => {
      const { seat } = socket.data;
      // A tab that came back on a new connection has its seat there: the late end of the old one changes nothing.
      if (seat && !this.hasOtherSocket(socket, seat)) this.presence.leave(seat.map, seat.client);
    });
  }

  /** Validates, answers once, and never lets an error end the process. */
  private answer<S extends z.ZodType, A>(
    schema: S,
    raw: unknown,
    reply: unknown,
    handle: (message: z.output<S>) => Promise<A | Refused> | A | Refused,
  ): void {
    const say = typeof reply === 'function' ? (answer: A | Refused): void => void reply(answer) : () => undefined;
    const message = schema.safeParse(raw);
    if (!message.success) {
      const [issue] = message.error.issues;
      say(refuse('invalid', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not match'}`));
      return;
    }
    Promise.resolve()
      .then(() => handle(message.data))
      .then(say, (error: unknown) => {
        this.logger.error({ err: error }, 'a socket message failed');
        say(refuse('internal', 'The server could not answer.'));
      });
  }

  private async hello(socket: MapSocket, hello: Hello): Promise<({ ok: true } & Welcome) | Refused> {
    if (hello.protocol !== PROTOCOL) return refuse('stale', 'This page is older than the server: load it again.');
    const viewer = await this.members.viewer(hello.map, socket.data.account);
    const room = viewer && (await this.rooms.room(hello.map));
    if (!room) return refuse('not-found', 'There is no such map, or it is not open to you.');
    await this.leaveSeat(socket);
    // From here on nothing waits: no frame can fall between joining and reading the version.
    room.forget(hello.client);
    const { map, version } = room.current;
    const role = viewer.participant === null ? null : (map.participants.get(viewer.participant)?.role ?? null);
    if (!may(role, 'read', map.info.access)) return refuse('not-found', 'There is no such map, or it is not open to you.');
    const seat: Seat = { map: hello.map, client: hello.client, room, viewer: { participant: viewer.participant, role } };
    socket.data.seat = seat;
    void socket.join(hello.map);
    this.show(socket, { cursor: null, selected: null, editing: null });
    socket.emit('presence', this.presence.of(hello.map));
    const known = hello.version !== null && hello.epoch === room.epoch;
    const frame = known ? room.framesSince(hello.version ?? 0) : undefined;
    return { ok: true, ...seat.viewer, version, epoch: room.epoch, frame: frame ? visibleFrame(frame, seat.viewer) : null };
  }

  private push(socket: MapSocket, { client, edits }: Push): Promise<PushReply | Refused> | Refused {
    const { seat, bucket } = socket.data;
    // A visitor without a participant may read: `null` would be the server itself.
    if (!seat || seat.viewer.participant === null) return refuse('not-allowed', 'Join the map before you edit it.');
    const wait = bucket.take(edits.length);
    if (wait > 0) {
      const slow = refuse('too-many-requests', 'Too many edits at once.');
      return { ...slow, refusal: { ...slow.refusal, retryAfterMs: wait } };
    }
    return this.rooms.push(seat.map, client, seat.viewer.participant, edits);
  }

  private catchUp(socket: MapSocket, { since }: CatchUp): CatchUpReply | Refused {
    const { seat } = socket.data;
    if (!seat) return refuse('not-allowed', 'Say hello first.');
    const frame = seat.room.framesSince(since);
    return { ok: true, frame: frame ? visibleFrame(frame, seat.viewer) : null };
  }

  private show(socket: MapSocket, presence: Presence): void {
    const { seat } = socket.data;
    if (seat) this.presence.set(seat.map, { ...presence, client: seat.client, participant: seat.viewer.participant });
  }

  /** One encoding for all, unless the frame holds what only some may see. */
  private send(map: Id, frame: Frame): void {
    const patches = frame.changes.flatMap((change) => change.patches);
    if (patches.some((patch) => patch.table === 'participants')) this.reseat(map);
    if (patches.some((patch) => patch.table === 'info')) this.reseat(map);
    if (!patches.some((patch) => patch.table === 'proposals')) {
      this.server.to(map).emit('frame', frame);
      return;
    }
    for (const socket of this.socketsIn(map)) {
      if (socket.data.seat) socket.emit('frame', visibleFrame(frame, socket.data.seat.viewer));
    }
  }

  /** [P9] Roles are read again from the map the moment they change; who may no longer read is let go. */
  private reseat(map: Id): void {
    for (const socket of this.socketsIn(map)) {
      const { seat } = socket.data;
      if (!seat) continue;
      const { participants, info } = seat.room.current.map;
      const { participant } = seat.viewer;
      const role = participant === null ? null : (participants.get(participant)?.role ?? null);
      seat.viewer = { participant, role };
      if (!may(role, 'read', info.access)) this.dismiss(socket, { reason: 'removed' });
    }
  }

  private tick(): void {
    for (const { map, frame } of this.presence.tick()) this.server.to(map).volatile.emit('presence', frame);
  }

  private async sweep(): Promise<void> {
    const sockets = [...this.server.sockets.sockets.values()];
    for (const socket of sockets) if (unsentBytes(socket) > LAGGING) this.dismiss(socket, { reason: 'lagging' });
    const signedIn = sockets.filter((socket) => socket.data.account !== null);
    if (signedIn.length === 0) return;
    try {
      const live = await this.accounts.liveSessions(signedIn.map((socket) => socket.data.sid));
      for (const socket of signedIn) if (!live.has(socket.data.sid)) this.dismiss(socket, { reason: 'signed-out' });
    } catch (error) {
      this.logger.warn(`sessions could not be checked: ${String(error)}`);
    }
  }

  private dismiss(socket: MapSocket, goodbye: Goodbye): void {
    socket.emit('goodbye', goodbye);
    socket.disconnect(true);
  }

  private async leaveSeat(socket: MapSocket): Promise<void> {
    const { seat } = socket.data;
    if (!seat) return;
    socket.data.seat = undefined;
    this.presence.leave(seat.map, seat.client);
    await socket.leave(seat.map);
  }

  private *socketsIn(map: Id): Generator<MapSocket> {
    for (const id of this.server.sockets.adapter.rooms.get(map) ?? []) {
      const socket = this.server.sockets.sockets.get(id);
      if (socket) yield socket;
    }
  }

  private hasOtherSocket(gone: MapSocket, { map, client }: Seat): boolean {
    for (const socket of this.socketsIn(map)) if (socket !== gone && socket.data.seat?.client === client) return true;
    return false;
  }
}

function unsentBytes({ conn }: MapSocket): number {
  const { socket } = conn.transport as unknown as { socket?: { bufferedAmount?: number } };
  return socket?.bufferedAmount ?? 0;
}
