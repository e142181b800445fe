// The only file that opens a socket. It knows messages and time, and neither React nor the map.
import {
  comesBack,
  type CatchUpReply,
  type ClientToServer,
  type Frame,
  type Goodbye,
  type Hello,
  type Id,
  type Presence,
  type PresenceFrame,
  type Push,
  type PushReply,
  type Refused,
  type ServerToClient,
  type Snapshot,
  type Transport,
  type Welcome,
} from '@counterpoint/shared';
import { io, type Socket } from 'socket.io-client';
import { api, type Problem } from '../api.ts';
import { base } from '../base.ts';
import type { MapRequests } from './mapRequests.ts';
import { heardOf, isClockNear, learnClock, setClock } from './serverTime.ts';
import { Silence } from './silence.ts';

/** A slow line carries the longest message within this time; a dead one is found by the heartbeat long before. */
const ANSWER_MS = 30_000;
/** A snapshot may take as long as it likes, while something of it arrives. */
const SILENCE_MS = 15_000;
const FIRST_RETRY_MS = 300;
const LONGEST_RETRY_MS = 5_000;
/** While requests do, a socket is tried so often. */
const RETRY_BESIDE_MS = 30_000;
/** A network that swallows sockets says nothing. */
const CONNECT_MS = 8_000;
/** So many sockets must have failed while the server could be reached: one that has just begun anew is no blocked network. */
const BLOCKED_AFTER = 2;
const PRESENCE_MS = 100;
/** The time is asked for again after so long, and then after twice as long each time. */
const FIRST_TIME_MS = 1_000;
const LONGEST_TIME_MS = 30_000;

type HelloAnswer = ({ ok: true } & Welcome) | Refused;

/** Nothing is heard by itself: it is asked for every so many seconds. */
export interface Slow {
  readonly seconds: number;
  /** What the server says is wrong with the address of the page; undefined where something on the way is. */
  readonly fault: Problem | undefined;
}

export interface ConnectionHost {
  readonly connected: () => void;
  readonly lost: () => void;
  /** Nothing was heard of the server for a while, though the line is there; or something was again. */
  readonly silent: (silent: boolean) => void;
  readonly frame: (frame: Frame) => void;
  readonly presence: (frame: PresenceFrame) => void;
  /** How what is new comes here from now on; null for at once, by a socket. */
  readonly slow: (slow: Slow | null) => void;
  /** The server does not want us back. */
  readonly ended: (reason: Goodbye['reason']) => void;
}

export class MapConnection implements Transport {
  private readonly map: Id;
  private readonly host: ConnectionHost;
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  private attempt = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  /** In the place of the socket, where there is no way for one. */
  private requests: MapRequests | undefined;
  private blocked = 0;
  private asking = false;
  private silence: Silence | undefined;
  /** Asked for while the socket is still on its way. */
  private early: Promise<Snapshot> | undefined;
  private shown: Presence | undefined;
  private showing: ReturnType<typeof setTimeout> | undefined;
  private timing: ReturnType<typeof setTimeout> | undefined;

  constructor(map: Id, host: ConnectionHost, address?: string) {
    this.map = map;
    this.host = host;
    const options = {
      path: `${base}socket.io`,
      transports: ['websocket'],
      withCredentials: true,
      timeout: CONNECT_MS,
    };
    this.socket = io(address ?? '/', { ...options, autoConnect: false, reconnection: false, forceNew: true });
    this.socket.on('connect', () => this.arrived());
    this.socket.on('disconnect', () => this.wentAway());
    this.socket.on('connect_error', () => {
      this.tryLater();
      void this.askWhy();
    });
    this.socket.on('frame', (frame) => {
      heardOf(Math.max(...frame.changes.map((change) => change.at)));
      this.host.frame(frame);
    });
    this.socket.on('presence', (frame) => this.host.presence(frame));
    this.socket.on('goodbye', (goodbye) => this.left(goodbye));
  }

  open(): void {
    addEventListener('online', this.tryNow);
    document.addEventListener('visibilitychange', this.tryNow);
    this.early = this.fetchSnapshot();
    this.early.catch(() => undefined);
    this.socket.connect();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.retry);
    clearTimeout(this.showing);
    clearTimeout(this.timing);
    removeEventListener('online', this.tryNow);
    document.removeEventListener('visibilitychange', this.tryNow);
    this.requests?.end();
    this.socket.disconnect();
  }

  async hello(hello: Hello): Promise<HelloAnswer> {
    if (this.requests) return this.requests.hello(hello);
    const sent = Date.now();
    const answer = (await this.socket.timeout(ANSWER_MS).emitWithAck('hello', hello)) as HelloAnswer;
    if (answer.ok) {
      this.attempt = 0;
      setClock(answer, sent, Date.now());
      this.askTime(answer.version, FIRST_TIME_MS);
    }
    if (this.shown) this.socket.emit('presence', this.shown);
    return answer;
  }

  async push(push: Push): Promise<PushReply | Refused> {
    if (this.requests) return this.requests.push(push);
    return (await this.socket.timeout(ANSWER_MS).emitWithAck('push', push)) as PushReply | Refused;
  }

  async catchUp(since: number): Promise<CatchUpReply | Refused> {
    if (this.requests) return this.requests.catchUp(since);
    return (await this.socket.timeout(ANSWER_MS).emitWithAck('catch-up', { since })) as
      CatchUpReply | Refused;
  }

  snapshot(): Promise<Snapshot> {
    const early = this.early;
    this.early = undefined;
    return early?.catch(() => this.fetchSnapshot()) ?? this.fetchSnapshot();
  }

  private async fetchSnapshot(): Promise<Snapshot> {
    const silence = new AbortController();
    const end = (): void => silence.abort();
    let timer = setTimeout(end, SILENCE_MS);
    try {
      const response = await fetch(`${base}api/maps/${this.map}`, { signal: silence.signal });
      if (!response.ok) throw new Error(`the snapshot was answered with ${response.status}`);
      const text = await readAll(response, () => {
        clearTimeout(timer);
        timer = setTimeout(end, SILENCE_MS);
      });
      return JSON.parse(text) as Snapshot;
    } finally {
      clearTimeout(timer);
    }
  }

  reset(): void {
    if (this.requests) {
      this.requestsLost();
      return;
    }
    this.socket.disconnect();
    this.tryLater();
  }

  /** At most ten times a second, the last one wins. */
  show(presence: Presence): void {
    this.shown = presence;
    this.showing ??= setTimeout(() => {
      this.showing = undefined;
      if (this.socket.connected && this.shown) this.socket.volatile.emit('presence', this.shown);
    }, PRESENCE_MS);
  }

  /** A hello takes its time where the page or the server begins: asked once more, until the clock is known well. */
  private askTime(version: number, wait: number): void {
    clearTimeout(this.timing);
    if (isClockNear()) return;
    const ask = async (): Promise<void> => {
      const sent = Date.now();
      const reply = await this.catchUp(version);
      if (reply.ok) learnClock(reply, sent, Date.now());
      this.askTime(version, Math.min(2 * wait, LONGEST_TIME_MS));
    };
    // Where no answer comes the line is lost, and the next hello asks.
    this.timing = setTimeout(() => void ask().catch(() => undefined), wait);
  }

  private arrived(): void {
    this.blocked = 0;
    this.endRequests();
    this.silence = new Silence(this.host.silent);
    this.socket.io.engine.on('packet', this.silence.heard);
    this.host.connected();
  }

  /** A socket could not be opened: is it the server that cannot be reached, the address of this page, or something on the way? */
  private async askWhy(): Promise<void> {
    if (this.requests || this.asking) return;
    this.asking = true;
    const door = await api.door();
    this.asking = false;
    if (this.closed || this.socket.connected) return;
    const fault = !door.ok && door.refusal.code === 'wrong-origin' ? door.refusal : undefined;
    this.blocked = door.ok ? this.blocked + 1 : 0;
    if (fault || this.blocked >= BLOCKED_AFTER) await this.goByRequests(fault);
  }

  /** Few networks need it, so it comes when it is wanted; where it cannot be had, a socket is tried on. */
  private async goByRequests(fault: Problem | undefined): Promise<void> {
    const script = await import('./mapRequests.ts').catch(() => undefined);
    if (!script || this.requests || this.closed || this.socket.connected) return;
    const { EVERY_MS, MapRequests } = script;
    this.blocked = 0;
    this.requests = new MapRequests(this.map, {
      frame: this.host.frame,
      again: this.host.connected,
      lost: () => this.requestsLost(),
    });
    this.host.slow({ seconds: EVERY_MS / 1_000, fault });
    this.host.connected();
  }

  private requestsLost(): void {
    this.endRequests();
    clearTimeout(this.retry);
    this.retry = undefined;
    this.attempt = 0;
    this.wentAway();
  }

  private endRequests(): void {
    if (!this.requests) return;
    this.requests.end();
    this.requests = undefined;
    this.host.slow(null);
  }

  private wentAway(): void {
    clearTimeout(this.timing);
    this.silence?.over();
    this.host.lost();
    this.tryLater();
  }

  private left(goodbye: Goodbye): void {
    if (comesBack(goodbye)) return;
    this.close();
    this.host.ended(goodbye.reason);
  }

  private tryLater(): void {
    if (this.closed || this.retry !== undefined) return;
    const most = this.requests ? RETRY_BESIDE_MS : LONGEST_RETRY_MS;
    const wait = Math.min(most, FIRST_RETRY_MS * 1.5 ** this.attempt) * (0.5 + Math.random());
    this.attempt += 1;
    this.retry = setTimeout(() => this.reconnect(), wait);
  }

  private readonly tryNow = (): void => {
    if (document.visibilityState === 'hidden' || this.closed || this.socket.connected) return;
    this.attempt = 0;
    this.reconnect();
  };

  private reconnect(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    this.socket.connect();
  }
}

async function readAll({ body }: Response, onPart: () => void): Promise<string> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += part.value;
    onPart();
  }
  return text;
}
