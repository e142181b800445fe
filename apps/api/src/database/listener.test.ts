import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { firstValueFrom } from 'rxjs';
import { wireTo, type Wire } from '../../../../tests/support/proxy.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/testDatabase.ts';
import { Listener, type Clock } from './listener.ts';

const CHANNEL = 'test_channel';
/** One, and one whose end the wire has not seen yet. */
const MOST_OPEN = 2;

/** With it Postgres ends each answer. */
const READY = Buffer.from('Z\0\0\0\x05');

let database: TestDatabase;
let wire: Wire;
let listener: Listener;
let clock: HandClock;

/** Time that passes when a test says so; only pauses are over at once. */
class HandClock implements Clock {
  /** What the listener waited before its attempts. */
  pauses: number[] = [];
  /** Lines that broke in silence. */
  broken = 0;
  private now = 0;
  private readonly beats = new Set<{ readonly ms: number; next: number; readonly work: () => void }>();
  private readonly lines = new Set<Line>();

  async sleep(ms: number): Promise<void> {
    this.pauses.push(ms);
    await sleep(1);
  }

  random(): number {
    return 1;
  }

  every(ms: number, work: () => void): () => void {
    const beat = { ms, next: this.now + ms, work };
    this.beats.add(beat);
    return () => this.beats.delete(beat);
  }

  socket(ms: number): Socket {
    const socket = new Socket();
    const line: Line = { socket, ms, since: this.now, bytes: 0, isQuiet: false };
    this.lines.add(line);
    socket.on('data', (data) => (line.isQuiet = data.subarray(-6, -1).equals(READY)));
    socket.once('close', () => this.lines.delete(line));
    return socket;
  }

  get open(): number {
    return this.lines.size;
  }

  /** Whether the server has answered every question. */
  get isQuiet(): boolean {
    return [...this.lines].every((line) => line.isQuiet);
  }

  pass(ms: number): void {
    const asked = new Map([...this.lines].map((line) => [line, line.socket.bytesWritten]));
    this.now += ms;
    for (const line of this.lines) {
      const bytes = line.socket.bytesRead + line.socket.bytesWritten;
      if (bytes !== line.bytes) Object.assign(line, { bytes, since: this.now - ms });
      if (this.now - line.since < line.ms) continue;
      this.broken += 1;
      line.socket.destroy(new Error('silence'));
    }
    for (const beat of this.beats)
      if (beat.next <= this.now) {
        beat.next += beat.ms;
        beat.work();
      }
    for (const [line, written] of asked) if (line.socket.bytesWritten > written) line.isQuiet = false;
  }
}

interface Line {
  readonly socket: Socket;
  /** How long it bears silence. */
  readonly ms: number;
  /** When anything came or went last, and how much had by then. */
  since: number;
  bytes: number;
  isQuiet: boolean;
}

beforeEach(async () => {
  Logger.overrideLogger(false);
  clock = new HandClock();
  database = await createTestDatabase();
  const direct = new URL(database.url);
  wire = await wireTo(Number(direct.port));
  direct.port = new URL(wire.url).port;
  listener = new Listener(direct.href, CHANNEL, clock);
});
afterEach(async () => {
  await listener.close();
  await wire.close();
  await database.drop();
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(5);
}

/** Someone else says something on the channel. */
async function say(message: string): Promise<void> {
  const other = new Client({ connectionString: database.url });
  await other.connect();
  await other.query('select pg_notify($1, $2)', [CHANNEL, message]);
  await other.end();
}

describe('Listener', () => {
  it('hears what others tell, and is heard', async () => {
    await listener.open();
    const both: string[] = [];
    listener.heard.subscribe((message) => both.push(message));
    await say('from elsewhere');
    await listener.tell(['from here']);
    await until(() => both.length === 2);
    expect(both.sort()).toEqual(['from elsewhere', 'from here']);
  });

  it('says at once when it cannot be opened the first time', async () => {
    wire.cut();
    await expect(listener.open()).rejects.toThrow();
    expect(clock.pauses).toEqual([]);
  });

  it('is opened again by one attempt at a time, with longer and longer pauses', async () => {
    await listener.open();
    wire.cut();
    await until(() => clock.pauses.length >= 8);
    expect(clock.pauses.slice(0, 8)).toEqual([100, 200, 400, 800, 1_600, 2_000, 2_000, 2_000]);
    expect(wire.mostOpen).toBeLessThanOrEqual(MOST_OPEN);
    const restored = firstValueFrom(listener.restored);
    wire.mend();
    await restored;
    const heard = firstValueFrom(listener.heard);
    await say('again');
    expect(await heard).toBe('again');
    expect(wire.mostOpen).toBeLessThanOrEqual(MOST_OPEN);
    // The next loss begins with a short pause again.
    clock.pauses = [];
    wire.cut();
    await until(() => clock.pauses.length > 0);
    expect(clock.pauses[0]).toBe(100);
  });

  it('finds a line that is cut without a word in less than 10 s, also while it opens', async () => {
    await listener.open();
    wire.stall();
    for (let second = 1; second < 10; second++) clock.pass(1_000);
    await until(() => clock.pauses.length === 1 && clock.open === 1);
    for (let second = 0; second < 6; second++) clock.pass(1_000);
    await until(() => clock.pauses.length === 2 && clock.open === 1);
    const restored = firstValueFrom(listener.restored);
    wire.mend();
    clock.pass(6_000); // for the one that the stalled wire took
    await restored;
    const heard = firstValueFrom(listener.heard);
    await say('again');
    expect(await heard).toBe('again');
    expect(wire.mostOpen).toBeLessThanOrEqual(MOST_OPEN);
  });

  it('stays open while nothing is told', async () => {
    await listener.open();
    for (let beat = 0; beat < 20; beat++) {
      clock.pass(3_000);
      await until(() => clock.isQuiet);
    }
    expect(clock.broken).toBe(0);
    expect(listener.isOpen).toBe(true);
  });

  it('is not opened again after it was closed', async () => {
    await listener.open();
    await listener.close();
    await until(() => wire.open === 0);
    clock.pass(60_000);
    await sleep(1); // a turn for what would open it
    expect(clock.pauses).toEqual([1_000]); // for the leave that it takes
    expect(wire.open).toBe(0);
    expect(listener.isOpen).toBe(false);
  });
});
