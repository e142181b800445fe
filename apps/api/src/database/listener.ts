// One connection that listens on a channel and is kept open: whatever ends it, one loop alone opens it again.
import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Socket } from 'node:net';
import { Client } from 'pg';
import { Subject } from 'rxjs';
import { impatientSocket, outliveErrors } from './connection.ts';

/** Between two questions whether anyone is there, and the longest wait for an answer: together less than 10 s. */
const BEAT_MS = 3_000;
const ANSWER_MS = 6_000;
/** Before the first attempt to open it again, and at most; each attempt waits twice as long as the one before. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/** Time and chance, which a test takes into its own hands. */
export interface Clock {
  sleep(ms: number): Promise<void>;
  /** From 0 to 1. */
  random(): number;
  /** Does it again and again, until it is told to stop. */
  every(ms: number, work: () => void): () => void;
  /** One that breaks when nothing comes or goes for so many ms. */
  socket(ms: number): Socket;
}

const realClock: Clock = {
  sleep: (ms) => sleep(ms, undefined, { ref: false }),
  random: Math.random,
  every(ms, work) {
    const timer = setInterval(work, ms);
    return () => clearInterval(timer);
  },
  socket: impatientSocket,
};

interface Line {
  readonly client: Client;
  readonly ended: Promise<void>;
}

export class Listener {
  /** What was told on the channel. */
  readonly heard = new Subject<string>();
  /** The connection is back: what was told meanwhile was not heard. */
  readonly restored = new Subject<void>();
  private readonly logger = new Logger(Listener.name);
  private client: Client | undefined;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly clock: Clock = realClock,
  ) {}

  get isOpen(): boolean {
    return this.client !== undefined;
  }

  /** Throws when it cannot be opened now. Once it was open, it is kept so until `close`. */
  async open(): Promise<void> {
    void this.keep(await this.connect());
  }

  async close(): Promise<void> {
    this.closed = true;
    // A server that does not take its leave is left alone.
    await Promise.race([this.client?.end(), this.clock.sleep(1_000)]);
  }

  /** Throws when that fails; then nobody knows whether it was heard. */
  async tell(messages: readonly string[]): Promise<void> {
    if (!this.client) throw new Error(`${this.channel} is not listened to at the moment`);
    await this.client.query('select pg_notify($1, message) from unnest($2::text[]) as message', [
      this.channel,
      messages,
    ]);
  }

  private async keep(first: Line): Promise<void> {
    for (let line: Line | undefined = first; line; line = await this.reconnect()) {
      if (line !== first) this.restored.next();
      await this.untilItEnds(line);
      this.client = undefined;
    }
  }

  private async reconnect(): Promise<Line | undefined> {
    if (!this.closed) this.logger.warn(`the connection that hears ${this.channel} was lost`);
    for (let pause = FIRST_PAUSE_MS; !this.closed; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      // Processes that lost their connections together should not come back together.
      await this.clock.sleep(pause * (0.5 + this.clock.random() / 2));
      const line = await this.connect().catch(() => undefined);
      if (line) return line;
    }
    return undefined;
  }

  private async connect(): Promise<Line> {
    const socket = this.clock.socket(ANSWER_MS);
    const client = new Client({
      connectionString: this.url,
      application_name: 'counterpoint listener',
      stream: () => socket,
    });
    outliveErrors(client);
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    client.on('notification', ({ payload }) => this.heard.next(payload ?? ''));
    try {
      await client.connect();
      await client.query(`set synchronous_commit = off; listen ${this.channel}`);
    } catch (error) {
      socket.destroy();
      throw error;
    }
    if (this.closed) await client.end();
    else this.client = client;
    return { client, ended };
  }

  /** The question keeps a good connection from falling silent; on a bad one it gets no answer, and the socket breaks. */
  private async untilItEnds({ client, ended }: Line): Promise<void> {
    let question: Promise<unknown> | undefined;
    const stop = this.clock.every(BEAT_MS, () => {
      question ??= client
        .query('select 1')
        .catch(() => undefined)
        .finally(() => (question = undefined));
    });
    await ended;
    stop();
  }
}
