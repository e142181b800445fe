import { beforeEach, describe, expect, it } from '@jest/globals';
import { ok, refuse } from '@counterpoint/shared';
import { Guesses } from './guesses.ts';

const MINUTE = 60_000;
let now: number;
let guesses: Guesses;
beforeEach(() => {
  now = 5_000;
  guesses = new Guesses(() => now);
});

/** `ok`, the code of the refusal, or how many ms to wait. */
async function guess(address: string, code: string, live: readonly string[] = []): Promise<string | number> {
  const look = () =>
    Promise.resolve(live.includes(code) ? ok(code) : refuse('not-found', 'There is no such invitation.'));
  const result = await guesses.guess(address, code, look);
  return result.ok ? 'ok' : (result.refusal.retryAfterMs ?? result.refusal.code);
}

async function flood(address: string, tries: number): Promise<void> {
  for (let i = 0; i < tries; i++) await guess(address, `wrong ${i}`);
}

describe('guesses at codes (Z-08)', () => {
  it('are told to wait after ten, twice as long each time, a minute at most; and forgotten after ten quiet minutes', async () => {
    const told = [];
    for (let i = 0; i < 18; i++) told.push(await guess('a', `wrong ${i}`));
    expect(told.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'not-found'));
    expect(told.slice(10)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    expect(await guess('b', 'wrong')).toBe('not-found');
    now += 10 * MINUTE + 1;
    expect(await guess('a', 'wrong')).toBe('not-found');
  });

  it('of 70 wrong ones do not keep right ones of the same address out', async () => {
    await flood('school', 70);
    for (let i = 0; i < 30; i++) expect(await guess('school', 'RIGHT', ['RIGHT'])).toBe('ok');
  });

  it('cost nothing when they are right, 1,000 at the same moment too', async () => {
    await guess('school', 'RIGHT', ['RIGHT']);
    const all = Array.from({ length: 1_000 }, () => guess('school', 'RIGHT', ['RIGHT']));
    expect(new Set(await Promise.all(all))).toEqual(new Set(['ok']));
    const first = Array.from({ length: 300 }, () => guess('other', 'RIGHT', ['RIGHT']));
    expect(new Set(await Promise.all(first))).toEqual(new Set(['ok']));
    await flood('other', 299);
    expect(await guess('other', 'FRESH', ['FRESH'])).toBe('ok');
  });

  it('are not looked up, right or wrong, once an address has had its 300; then a hundred an hour are', async () => {
    await flood('a', 300);
    expect(await guess('a', 'RIGHT', ['RIGHT'])).toBe(36_000);
    expect(await guess('a', 'wrong')).toBe(36_000);
    expect(await guess('b', 'RIGHT', ['RIGHT'])).toBe('ok');
    let lookedUp = 0;
    const start = now;
    for (; now - start < 60 * MINUTE; now += 1_000)
      await guesses.guess('a', 'wrong', () => {
        lookedUp++;
        return Promise.resolve(refuse('not-found', ''));
      });
    expect(lookedUp).toBe(99);
  });

  it('that are many at once are no more than one by one', async () => {
    const all = Array.from({ length: 1_000 }, (_, i) => guess('a', `wrong ${i}`));
    const told = await Promise.all(all);
    expect(told.filter((one) => one === 36_000)).toHaveLength(700);
  });

  it('at codes that came rightly from the address go on in a flood, for half a day', async () => {
    expect(await guess('school', 'CLASS', ['CLASS'])).toBe('ok');
    await flood('school', 300);
    expect(await guess('school', 'CLASS', ['CLASS', 'OTHER'])).toBe('ok');
    expect(await guess('school', 'OTHER', ['CLASS', 'OTHER'])).toBe(36_000);
    await flood('elsewhere', 300);
    expect(await guess('elsewhere', 'CLASS', ['CLASS'])).toBe(36_000);
    // A known code that has ended is wrong like others.
    expect(await guess('school', 'CLASS')).toBe(MINUTE);
    now += 12 * 60 * MINUTE + 1;
    await flood('school', 301);
    expect(await guess('school', 'CLASS', ['CLASS'])).toBe(36_000);
  });
});
