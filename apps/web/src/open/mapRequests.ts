// The messages of the socket as requests, for a network that lets no socket through. What is new is asked for every few seconds.
import type { CatchUpReply, Frame, Hello, Id, Push, PushReply, Refused, Welcome } from '@counterpoint/shared';
import { api, type Answer } from '../api.ts';
import { heardOf, learnClock, setClock } from './serverTime.ts';

export const EVERY_MS = 3_000;
/** A server that begins anew ends its sockets, but says nothing to who only asks: so often, in turns, one says hello again. */
const GREETS_AFTER = 20;

export interface RequestsHost {
  readonly frame: (frame: Frame) => void;
  /** There is more than a frame can tell, or no more to be told: a hello finds out. */
  readonly again: () => void;
  /** The server is not reached this way either. */
  readonly lost: () => void;
}

export class MapRequests {
  private version = 0;
  /** A request has no seat: each says as whom it is sent. */
  private as: Id | undefined;
  private turns = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private over = false;

  constructor(
    private readonly map: Id,
    private readonly host: RequestsHost,
  ) {}

  async hello({ protocol, client, version, epoch, as }: Hello): Promise<({ ok: true } & Welcome) | Refused> {
    clearTimeout(this.timer);
    const sent = Date.now();
    const answer = reached(await api.hello(this.map, { protocol, client, version, epoch, as }));
    if (answer.ok && !this.over) {
      setClock(answer, sent, Date.now());
      this.version = answer.version;
      this.as = answer.participant ?? undefined;
      this.turns = 0;
      this.askIn(EVERY_MS);
    }
    return answer;
  }

  async push(push: Push): Promise<PushReply | Refused> {
    const reply = reached(await api.push(this.map, { ...push, as: this.as }));
    if (!this.over && reply.ok) this.askIn(0); // what became of it stands in the changes
    return reply;
  }

  async catchUp(since: number): Promise<CatchUpReply | Refused> {
    return reached(await api.catchUp(this.map, { since, as: this.as }));
  }

  end(): void {
    this.over = true;
    clearTimeout(this.timer);
  }

  private askIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), ms);
  }

  private async ask(): Promise<void> {
    const sent = Date.now();
    const reply = await api.catchUp(this.map, { since: this.version, as: this.as });
    if (this.over) return;
    if (!reply.ok && reply.refusal.code === 'offline') {
      this.host.lost();
      return;
    }
    if (!reply.ok && reply.refusal.retryAfterMs !== undefined) {
      this.askIn(EVERY_MS + reply.refusal.retryAfterMs);
      return;
    }
    if (reply.ok) learnClock(reply.value, sent, Date.now());
    const frame = reply.ok ? reply.value.frame : null;
    this.turns += 1;
    if (!frame || this.turns > GREETS_AFTER) {
      this.host.again();
      return;
    }
    const isMore = frame.changes.length > 0;
    if (isMore) {
      this.version = frame.to;
      heardOf(Math.max(...frame.changes.map((change) => change.at)));
      this.host.frame(frame);
    }
    this.askIn(isMore ? 0 : EVERY_MS);
  }
}

/** As a socket answers; what did not arrive is thrown. */
function reached<T extends { readonly ok: true }>(answer: Answer<T>): T | Refused {
  if (answer.ok) return answer.value;
  const { code, ...refusal } = answer.refusal;
  if (code === 'offline') throw new Error(refusal.message);
  return { ok: false, refusal: { ...refusal, code } };
}
