// The socket door: says who is there, hands edits to the rooms, sends frames to those who may see them.
import { Logger, type OnModuleDestroy } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import {
  audiences,
  catchUp,
  CatchUp,
  Hello,
  isForAll,
  Presence,
  Push,
  refuse,
  welcome,
  type CatchUpReply,
  type ClientToServer,
  type Frame,
  type Goodbye,
  type Id,
  type MapRoom,
  type PushReply,
  type Refused,
  type ServerToClient,
  type Welcome,
} from '@counterpoint/shared';
import type { Request } from 'express';
import type { Server, Socket } from 'socket.io';
import type { z } from 'zod';
import { AccountsService } from '../accounts/accounts.service.ts';
import { SessionsService } from '../accounts/sessions.service.ts';
import { MembersService } from './members.service.ts';
import { PresenceHub } from './presence.ts';
import { RoomsService } from './rooms.service.ts';
import { TokenBucket } from './token-bucket.ts';

/** What a connection knows of itself; `seat` is set by hello. */
interface Connection {
  account: Id | null;
  session: string;
  bucket: TokenBucket;
  seat?: Seat;
}
interface Seat {
  readonly map: Id;
  readonly client: Id;
  readonly room: MapRoom;
  readonly participant: Id | null;
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
    private readonly sessions: SessionsService,
  ) {}

  afterInit(server: MapServer): void {
    this.server = server;
    this.rooms.isVisited = (map) => (server.sockets.adapter.rooms.get(map)?.size ?? 0) > 0;
    this.rooms.present = (map) => this.presence.count(map);
    server.engine.use(this.sessions.middleware);
    server.use((socket, next) => void this.enter(socket).then(() => next(), next));
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
    const { session, sessionID } = socket.request as Request;
    const account = await this.accounts.whoIs(session);
    socket.data = { account: account?.id ?? null, session: sessionID, bucket: new TokenBucket() };
  }

  private bind(socket: MapSocket): void {
    socket.on('hello', (raw, reply) => this.answer(Hello, raw, reply, (hello) => this.hello(socket, hello)));
    socket.on('push', (raw, reply) => this.answer(Push, raw, reply, (push) => this.push(socket, push)));
    socket.on('catch-up', (raw, reply) =>
      this.answer(CatchUp, raw, reply, (ask) => this.catchUp(socket, ask)),
    );
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
    reply: ((answer: A | Refused) => void) | undefined,
    handle: (message: z.output<S>) => Promise<A | Refused> | A | Refused,
  ): void {
    // A stranger's client may leave the callback out, whatever the types say.
    const say = (answer: A | Refused): void => {
      if (typeof reply === 'function') reply(answer);
    };
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
    const { account } = socket.data;
    const room = await this.rooms.room(hello.map);
    if (!room) return refuse('not-found', 'There is no such map, or it is not open to you.');
    const participant = account === null ? null : await this.members.participantOf(hello.map, account);
    await this.leaveSeat(socket);
    // From here on nothing waits: no frame can fall between reading the version and hearing the room.
    const answer = welcome(room, hello, participant);
    if (!answer.ok) return answer;
    socket.data.seat = { map: hello.map, client: hello.client, room, participant };
    void socket.join(hello.map);
    socket.emit('presence', this.presence.of(hello.map));
    this.show(socket, { cursor: null, selected: null, editing: null });
    return answer;
  }

  private push(socket: MapSocket, { client, edits }: Push): Promise<PushReply | Refused> | Refused {
    const { seat, bucket } = socket.data;
    // A visitor without a participant may read: `null` would be the server itself.
    if (!seat || seat.participant === null) return refuse('not-allowed', 'Join the map before you edit it.');
    const wait = bucket.take(edits.length);
    if (wait > 0) {
      const slow = refuse('too-many-requests', 'Too many edits at once.');
      return { ...slow, refusal: { ...slow.refusal, retryAfterMs: wait } };
    }
    return this.rooms.push(seat.map, client, seat.participant, edits);
  }

  private catchUp(socket: MapSocket, { since }: CatchUp): CatchUpReply | Refused {
    const { seat } = socket.data;
    return seat ? catchUp(seat.room, since, seat.participant) : refuse('not-allowed', 'Say hello first.');
  }

  private show(socket: MapSocket, presence: Presence): void {
    const { seat } = socket.data;
    if (seat)
      this.presence.set(seat.map, { ...presence, client: seat.client, participant: seat.participant });
  }

  /**
   * One encoding for all, unless the frame holds what only some may see. [S12] A frame that changes roles or access is
   * sent by the rights it leaves, and who may no longer read is let go.
   */
  private send(map: Id, frame: Frame): void {
    const [first] = this.seatsIn(map);
    if (!first) return;
    if (isForAll(first.room, frame)) {
      this.server.to(map).emit('frame', frame);
      return;
    }
    const { groups, gone } = audiences(first.room, frame, this.seatsIn(map));
    for (const group of groups)
      this.server.to(group.seats.map((seat) => seat.socket.id)).emit('frame', group.frame);
    for (const { socket } of gone) this.dismiss(socket, { reason: 'removed' });
  }

  private tick(): void {
    for (const { map, frame } of this.presence.tick()) this.server.to(map).volatile.emit('presence', frame);
  }

  private async sweep(): Promise<void> {
    const sockets = [...this.server.sockets.sockets.values()];
    for (const socket of sockets)
      if (unsentBytes(socket) > LAGGING) this.dismiss(socket, { reason: 'lagging' });
    const signedIn = sockets.filter((socket) => socket.data.account !== null);
    if (signedIn.length === 0) return;
    try {
      const live = await this.accounts.liveSessions(signedIn.map((socket) => socket.data.session));
      for (const socket of signedIn)
        if (!live.has(socket.data.session)) this.dismiss(socket, { reason: 'signed-out' });
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

  private *seatsIn(map: Id): Generator<Seat & { socket: MapSocket }> {
    for (const id of this.server.sockets.adapter.rooms.get(map) ?? []) {
      const socket = this.server.sockets.sockets.get(id);
      if (socket?.data.seat) yield { ...socket.data.seat, socket };
    }
  }

  private hasOtherSocket(gone: MapSocket, { map, client }: Seat): boolean {
    for (const seat of this.seatsIn(map)) if (seat.socket !== gone && seat.client === client) return true;
    return false;
  }
}

function unsentBytes({ conn }: MapSocket): number {
  const { socket } = conn.transport as unknown as { socket?: { bufferedAmount?: number } };
  return socket?.bufferedAmount ?? 0;
}
