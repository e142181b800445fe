import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { firstValueFrom } from 'rxjs';
import { wireTo, type Wire } from '../../../../tests/support/proxy.ts';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/testDatabase.ts';
import { Listener, type Clock } from './listener.ts';

const CHANNEL = 'test_channel';
/** One, and one whose end the wire has not seen yet. */
const MOST_OPEN = 2;

let database: TestDatabase;
let wire: Wire;
let address: string;
let listener: Listener;
/** What the listener waited before its attempts; the time passes at once. */
let pauses: number[];

const clock: Clock = {
  sleep: async (ms) => {
    pauses.push(ms);
    await sleep(1);
  },
  random: () => 1,
};

beforeEach(async () => {
  Logger.overrideLogger(false);
  pauses = [];
  database = await createTestDatabase();
  const direct = new URL(database.url);
  wire = await wireTo(Number(direct.port));
  direct.port = new URL(wire.url).port;
  address = direct.href;
  listener = new Listener(address, CHANNEL, clock, 50, 4_000);
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
    expect(pauses).toEqual([]);
  });

  it('is opened again by one attempt at a time, with longer and longer pauses', async () => {
    await listener.open();
    wire.cut();
    await until(() => pauses.length >= 8);
    expect(pauses.slice(0, 8)).toEqual([100, 200, 400, 800, 1_600, 2_000, 2_000, 2_000]);
    expect(wire.mostOpen).toBeLessThanOrEqual(MOST_OPEN);
    const restored = firstValueFrom(listener.restored);
    wire.mend();
    await restored;
    const heard = firstValueFrom(listener.heard);
    await say('again');
    expect(await heard).toBe('again');
    expect(wire.mostOpen).toBeLessThanOrEqual(MOST_OPEN);
    // The next loss begins with a short pause again.
    pauses = [];
    wire.cut();
    await until(() => pauses.length > 0);
    expect(pauses[0]).toBe(100);
  });

  it('finds a line that is cut without a word, also while it opens', async () => {
    listener = new Listener(address, CHANNEL, clock, 50, 500);
    await listener.open();
    wire.stall();
    await until(() => pauses.length >= 3);
    const restored = firstValueFrom(listener.restored);
    wire.mend();
    await restored;
    const heard = firstValueFrom(listener.heard);
    await say('again');
    expect(await heard).toBe('again');
    expect(wire.mostOpen).toBeLessThanOrEqual(MOST_OPEN);
  });

  it('stays open while nothing is told', async () => {
    await listener.open();
    await sleep(5_000);
    expect(pauses).toEqual([]);
    expect(listener.isOpen).toBe(true);
  });

  it('is not opened again after it was closed', async () => {
    await listener.open();
    await listener.close();
    await until(() => wire.open === 0);
    await sleep(100);
    expect(wire.open).toBe(0);
    expect(listener.isOpen).toBe(false);
  });
});
