// The socket door: says who is there, hands edits to the rooms, sends frames to those who may see them.
import { Logger, type OnModuleDestroy } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import {
  asked,
  audiences,
  catchUp,
  CatchUp,
  Hello,
  looks,
  MOST_BYTES,
  Presence,
  Push,
  refuse,
  tellsAll,
  welcome,
  type CatchUpReply,
  type Frame,
  type Id,
  type PushReply,
  type Refused,
  type Welcome,
} from '@counterpoint/shared';
import type { Request } from 'express';
import type { z } from 'zod';
import { AccountsService } from '../accounts/accounts.service.ts';
import { countedAs } from '../accounts/faces.service.ts';
import { SessionsService } from '../accounts/sessions.service.ts';
import { Limiter } from '../limiter.ts';
import { Limits, partsOf, tooOften } from '../limits.ts';
import { refusalOf } from '../refusals.ts';
import { dismiss, holdPush, isFull, laggards, LOOKS, pause, type MapServer, type MapSocket, type Seat } from './connection.ts'; // prettier-ignore
import { MembersService } from './members.service.ts';
import { PresenceHub } from './presence.ts';
import { RoomsService } from './rooms.service.ts';

const TICK = 100;
/** Revoked sessions and slow readers are found within this many ms (Z-02 asks for 2 s). */
const SWEEP = 1_000;
/** Longest that a socket is not read, in ms: less than the heartbeat waits for an answer. */
const PATIENCE = 4_000;
/** A hello is answered with all who are present, besides what was missed. */
const HELLO_COSTS = 5;
const MESSAGES: readonly string[] = ['hello', 'push', 'catch-up', 'presence'];

@WebSocketGateway()
export class MapsGateway implements OnGatewayInit<MapServer>, OnModuleDestroy {
  private readonly logger = new Logger(MapsGateway.name);
  private readonly presence = new PresenceHub();
  private readonly timers: NodeJS.Timeout[] = [];
  private sweeping: Promise<void> | undefined;
  private server!: MapServer;
  private tabs = 0;

  constructor(
    private readonly rooms: RoomsService,
    private readonly members: MembersService,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly limits: Limits,
  ) {}

  afterInit(server: MapServer): void {
    this.server = server;
    this.rooms.isVisited = (map) => (server.sockets.adapter.rooms.get(map)?.size ?? 0) > 0;
    this.rooms.present = (map) => this.presence.count(map);
    server.engine.use(this.sessions.middleware);
    server.engine.use(this.sessions.faces.middleware);
    server.use((socket, next) => void this.enter(socket).then(next, next));
    server.on('connection', (socket) => this.bind(socket));
    this.rooms.frames.subscribe(({ map, frame }) => this.send(map, frame));
    this.rooms.gone.subscribe((map) => {
      for (const { socket } of this.seatsIn(map)) dismiss(socket, { reason: 'deleted' });
    });
    this.sessions.faces.left.subscribe((secret) => {
      for (const socket of server.sockets.sockets.values())
        if (socket.data.person.faces?.secret === secret) dismiss(socket, { reason: 'signed-out' });
    });
    this.timers.push(
      setInterval(() => this.tick(), TICK),
      setInterval(() => {
        this.sweeping ??= this.sweep().finally(() => (this.sweeping = undefined));
      }, SWEEP),
    );
  }

  onModuleDestroy(): void {
    // The command line opens no door.
    if (this.timers.length === 0) return;
    for (const timer of this.timers) clearInterval(timer);
    for (const socket of this.server.sockets.sockets.values()) dismiss(socket, { reason: 'restarting' });
  }

  /** Answers an error for one who comes too often: their client tries again later. */
  private async enter(socket: MapSocket): Promise<Error | undefined> {
    const { session, sessionID, faces = null } = socket.request as Request;
    const account = await this.accounts.whoIs(session);
    const person = { account: account?.id ?? null, faces };
    const asker = this.limits.askerOf(socket.request, countedAs(person));
    const looks = new Limiter(LOOKS);
    socket.data = { asker, person, session: sessionID, looks, greeting: false, pushing: 0, seat: undefined };
    const refused = this.limits.take('sockets', asker);
    return refused && Object.assign(new Error(refused.refusal.message), { data: refused });
  }

  private bind(socket: MapSocket): void {
    socket.on('hello', (raw, reply) =>
      this.answer(socket, Hello, raw, reply, (hello) => this.hello(socket, hello)),
    );
    socket.on('push', (raw, reply) =>
      this.answer(socket, Push, raw, reply, (push, bytes) => this.push(socket, push, bytes)),
    );
    socket.on('catch-up', (raw, reply) =>
      this.answer(socket, CatchUp, raw, reply, (ask) => this.catchUp(socket, ask)),
    );
    socket.on('presence', (raw) => {
      if (this.paced(socket) || socket.data.looks.take('', performance.now()) > 0) return;
      const presence = Presence.safeParse(raw);
      if (presence.success) this.show(socket, presence.data);
    });
    socket.onAny((message: string, ...rest: unknown[]) => {
      if (!MESSAGES.includes(message)) this.unknown(socket, rest.at(-1));
    });
    socket.on('disconnect', () => {
      const { seat } = socket.data;
      if (!seat) return;
      this.presence.leave(seat.map, seat.tab);
      this.noteSeen(seat);
    });
  }

  /** Validates, answers once, and never lets an error end the process. */
  private answer<S extends z.ZodType, A>(
    socket: MapSocket,
    schema: S,
    raw: unknown,
    reply: ((answer: A | Refused) => void) | undefined,
    handle: (message: z.output<S>, bytes: number) => Promise<A | Refused> | A | Refused,
  ): void {
    // A stranger's client may leave the callback out, whatever the types say.
    const say = (answer: A | Refused): void => {
      if (typeof reply === 'function') reply(answer);
    };
    const tooFast = this.paced(socket);
    if (tooFast) {
      say(tooFast);
      return;
    }
    // What JSON cannot say, as undefined, is for the schema to refuse.
    const bytes = Buffer.byteLength(JSON.stringify(raw ?? null));
    if (bytes > MOST_BYTES) {
      say(refuse('too-large', `A message has at most ${MOST_BYTES} bytes.`));
      return;
    }
    const message = schema.safeParse(raw);
    if (!message.success) {
      const [issue] = message.error.issues;
      say(refuse('invalid', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not match'}`));
      return;
    }
    const fail = (error: unknown): void => {
      const refusal = refusalOf(error);
      if (!refusal) this.logger.error({ err: error }, 'a socket message failed');
      say(refusal ? { ok: false, refusal } : refuse('internal', 'The server could not answer.'));
    };
    try {
      const answer = handle(message.data, bytes);
      // Said at once where it can be: the next message must find the socket as full as this answer left it.
      if (answer instanceof Promise) answer.then(say, fail);
      else say(answer);
    } catch (error) {
      fail(error);
    }
  }

  private unknown(socket: MapSocket, reply: unknown): void {
    const refused = this.paced(socket) ?? refuse('invalid', `The messages are ${MESSAGES.join(', ')}.`);
    if (typeof reply === 'function') (reply as (answer: Refused) => void)(refused);
  }

  /** Who speaks faster than people do is read no faster; refused is only what had been read by then. */
  private paced(socket: MapSocket): Refused | undefined {
    const wait = this.limits.turn('messages', socket.data.asker, PATIENCE);
    if (wait > 0) pause(socket, Math.min(wait, PATIENCE));
    return wait > PATIENCE ? tooOften(wait) : undefined;
  }

  private async hello(socket: MapSocket, hello: Hello): Promise<({ ok: true } & Welcome) | Refused> {
    const { data } = socket;
    const refused =
      (data.greeting ? refuse('busy', 'One hello at a time.') : undefined) ??
      isFull(socket) ??
      this.limits.take('reads', data.asker, HELLO_COSTS);
    if (refused) return refused;
    data.greeting = true;
    try {
      return await this.seat(socket, hello);
    } finally {
      data.greeting = false;
    }
  }

  private async seat(socket: MapSocket, hello: Hello): Promise<({ ok: true } & Welcome) | Refused> {
    const asked = Date.now();
    const { map, client } = hello;
    const participant = await this.members.participantOf(map, socket.data.person);
    const found = await this.rooms.roomOf(map, hello, participant);
    if (!found.ok) return found;
    const room = found.value;
    // From here on nothing waits: no frame can fall between reading the version and hearing the room.
    if (!socket.connected) return refuse('busy', 'The connection has ended.');
    if (!this.rooms.holds(map, room)) return refuse('busy', 'Say hello once more.');
    const tab = ++this.tabs;
    const answer = welcome(room, hello, { participant, tab, asked });
    if (!answer.ok) return answer;
    this.leaveSeat(socket);
    socket.data.seat = { map, client, tab, room, participant };
    void socket.join(map);
    socket.emit('presence', looks(room, this.presence.of(map), participant));
    this.show(socket, { cursor: null, selected: null, editing: null, reviewing: null });
    return answer;
  }

  private async push(
    socket: MapSocket,
    push: z.output<typeof Push>,
    bytes: number,
  ): Promise<PushReply | Refused> {
    const { seat, asker } = socket.data;
    // A visitor without a participant may read: `null` would be the server itself.
    if (!seat || seat.participant === null) return refuse('not-allowed', 'Join the map before you edit it.');
    if (push.client !== seat.client) return refuse('not-allowed', 'Say hello as this client first.');
    const parts = push.edits.reduce((sum, { edit }) => sum + partsOf(edit), 0);
    const tooOften = this.limits.take('edits', asker, parts);
    if (tooOften) return tooOften;
    const release = holdPush(socket, bytes);
    if (typeof release !== 'function') return release;
    try {
      return await this.rooms.push(seat.map, seat.client, seat.participant, asked(push));
    } finally {
      release();
    }
  }

  private catchUp(socket: MapSocket, { since }: CatchUp): CatchUpReply | Refused {
    const { seat, asker } = socket.data;
    if (!seat) return refuse('not-allowed', 'Say hello first.');
    return isFull(socket) ?? this.limits.take('reads', asker) ?? catchUp(seat.room, since, seat.participant);
  }

  private show(socket: MapSocket, presence: Presence): void {
    const { seat } = socket.data;
    if (seat) this.presence.set(seat.map, { ...presence, tab: seat.tab, participant: seat.participant });
  }

  /**
   * One encoding for all, unless the frame holds what only some may see. [S12] A frame that changes roles or access is
   * sent by the rights it leaves, and who may no longer read is let go.
   */
  private send(map: Id, frame: Frame): void {
    const [first] = this.seatsIn(map);
    if (!first) return;
    const { groups, gone } = audiences(first.room, frame, this.seatsIn(map));
    for (const { frame: told, seats } of groups) {
      const addressees = seats === 'all' ? map : seats.map(({ socket }) => socket.id);
      this.server.to(addressees).emit('frame', told);
    }
    for (const { socket } of gone) dismiss(socket, { reason: 'removed' });
  }

  private tick(): void {
    for (const { map, frame } of this.presence.tick()) {
      const [first] = this.seatsIn(map);
      if (first && tellsAll(first.room, frame)) this.server.to(map).volatile.emit('presence', frame);
      else
        for (const { socket, room, participant } of this.seatsIn(map))
          socket.volatile.emit('presence', looks(room, frame, participant));
    }
  }

  private async sweep(): Promise<void> {
    const sockets = [...this.server.sockets.sockets.values()];
    for (const socket of laggards(sockets)) dismiss(socket, { reason: 'lagging' });
    const signedIn = sockets.filter((socket) => socket.data.person.account !== null);
    if (signedIn.length === 0) return;
    try {
      const live = await this.accounts.liveSessions(signedIn.map((socket) => socket.data.session));
      for (const socket of signedIn)
        if (!live.has(socket.data.session)) dismiss(socket, { reason: 'signed-out' });
    } catch (error) {
      this.logger.warn(`sessions could not be checked: ${String(error)}`);
    }
  }

  private leaveSeat(socket: MapSocket): void {
    const { seat } = socket.data;
    if (!seat) return;
    socket.data.seat = undefined;
    this.presence.leave(seat.map, seat.tab);
    void socket.leave(seat.map);
    this.noteSeen(seat);
  }

  /** Nobody waits for it, and a server that goes down need not keep it. */
  private noteSeen({ map, participant }: Pick<Seat, 'map' | 'participant'>): void {
    if (participant === null) return;
    this.members
      .saw(map, participant)
      .catch((error: unknown) => this.logger.debug(`who was seen was not kept: ${String(error)}`));
  }

  private *seatsIn(map: Id): Generator<Seat & { socket: MapSocket }> {
    for (const id of this.server.sockets.adapter.rooms.get(map) ?? []) {
      const socket = this.server.sockets.sockets.get(id);
      if (socket?.data.seat) yield { ...socket.data.seat, socket };
    }
  }
}
