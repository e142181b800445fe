// A person without a browser: the real SyncClient over a real socket, with an outbox in memory.
import {
  SyncClient,
  type Frame,
  type Id,
  type Pending,
  type Transport,
  type TrayEntry,
} from '@counterpoint/shared';
import type { Socket } from 'socket.io-client';
import { setTimeout as sleep } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { lineTo, type Line } from './line.ts';
import { PATIENCE } from './patience.ts';
import type { Person } from './people.ts';

/** How long one answer may take before the line counts as dead, in ms. */
const SILENCE = 20_000;

export class Bot {
  readonly client: SyncClient;
  readonly outbox = new Map<number, Pending>();
  readonly tray: TrayEntry[] = [];
  onFrame: (frame: Frame) => void = () => undefined;
  private readonly line: Line;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly base: string,
    private readonly person: Person,
    map: Id,
    kept: { client: Id; pending: readonly Pending[] } = { client: uuidv7(), pending: [] },
  ) {
    for (const pending of kept.pending) this.outbox.set(pending.seq, pending);
    this.client = new SyncClient(
      { map, ...kept },
      {
        now: () => Date.now(),
        newId: () => uuidv7(),
        pause: (ms) => sleep(ms),
        transport: this.transport(map),
        outbox: {
          put: async (_client, pending) => void this.outbox.set(pending.seq, pending),
          settle: async (_client, seqs) => seqs.forEach((seq) => this.outbox.delete(seq)),
          forget: async (entry) => void this.tray.splice(this.tray.indexOf(entry), 1),
          refuse: async (entry) => void (this.outbox.delete(entry.seq), this.tray.push(entry)),
        },
        onChange: () => this.waiting.forEach((check) => check()),
        onFrame: (frame) => this.onFrame(frame),
      },
    );
    this.line = this.connect();
  }

  /** Resolves when `isSo` holds; rejects after `ms`. */
  until(isSo: (client: SyncClient) => boolean, ms = PATIENCE): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        if (!isSo(this.client)) return;
        clearTimeout(timer);
        this.waiting.delete(check);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.delete(check);
        const { status, version, pending, refusal } = this.client;
        reject(
          new Error(
            `waited ${ms} ms: ${JSON.stringify({ status, version, pending: pending.length, refusal })}`,
          ),
        );
      }, ms);
      this.waiting.add(check);
      check();
    });
  }

  live(ms?: number): Promise<void> {
    return this.until((client) => client.status === 'live', ms);
  }

  settled(ms?: number): Promise<void> {
    return this.until((client) => client.status === 'live' && client.pending.length === 0, ms);
  }

  get socket(): Socket {
    return this.line.socket;
  }

  close(): void {
    this.line.end();
  }

  private connect(): Line {
    const line = lineTo(this.base, this.person);
    const { socket } = line;
    socket.on('connect', () => void this.client.connected());
    socket.on('disconnect', () => this.client.lost());
    socket.on('frame', (frame: Frame) => this.client.receive(frame));
    return line;
  }

  private transport(map: Id): Transport {
    const ask = <T>(event: string, message: unknown): Promise<T> =>
      this.socket.timeout(SILENCE).emitWithAck(event, message) as Promise<T>;
    return {
      hello: (hello) => ask('hello', hello),
      push: (push) => ask('push', push),
      catchUp: (since) => ask('catch-up', { since }),
      snapshot: () => this.person.ask('GET', `/api/maps/${map}`),
      reset: () => void this.socket.io.engine.close(),
    };
  }
}
