// The server's clock as a page knows it, whatever its own clock says.
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import * as fc from 'fast-check';
import {
  aheadBy,
  heardOf,
  hereAt,
  isClockNear,
  learnClock,
  narrowed,
  NEAR_MS,
  serverNow,
  setClock,
  type Ahead,
} from './serverTime.ts';

const ms = fc.integer({ min: 0, max: 20_000 });
const off = fc.integer({ min: -1e9, max: 1e9 });
/** How long the way there took, the server, and the way back. */
const way = fc.tuple(ms, ms, ms);
const sent = 1e12;

const learnt = (ahead: number, [there, took, back]: readonly [number, number, number]): Ahead =>
  aheadBy({ now: sent + ahead + there + took, took }, sent, sent + there + took + back);
const middle = ({ least, most }: Ahead): number => (least + most) / 2;

afterEach(() => void jest.useRealTimers());

describe('the clock of the server', () => {
  it('[D3] [S-05] is known as well as the way there and back are alike, however long the server took', () => {
    fc.assert(
      fc.property(way, off, (took, ahead) => {
        const [there, , back] = took;
        const known = learnt(ahead, took);
        expect(Math.abs(middle(known) - ahead)).toBeLessThanOrEqual(Math.abs(there - back) / 2);
        expect(known.least <= ahead && ahead <= known.most).toBe(true);
      }),
    );
  });

  it('[S-05] is known the better the more often it was asked for: never worse than by the quickest answer', () => {
    fc.assert(
      fc.property(fc.array(way, { minLength: 1, maxLength: 8 }), off, (ways, ahead) => {
        const all = ways.map((took) => learnt(ahead, took));
        const known = all.reduce(narrowed);
        const quickest = Math.min(...ways.map(([there, , back]) => there + back));
        expect(known.least <= ahead && ahead <= known.most).toBe(true);
        expect(known.most - known.least).toBeLessThanOrEqual(quickest);
      }),
    );
  });

  it('that was set in between is the one that was learnt last', () => {
    expect(narrowed({ least: 0, most: 50 }, { least: 9_000, most: 9_100 })).toEqual({
      least: 9_000,
      most: 9_100,
    });
  });

  it('[S-05] is near once one answer was quick, though the hello lay there while the page began', () => {
    jest.useFakeTimers();
    const here = Date.now();
    setClock({ now: here + 400_000, took: 10 }, here - 10, here + 4_000);
    expect(isClockNear()).toBe(false);
    learnClock({ now: here + 401_020 }, here + 1_000, here + 1_000 + NEAR_MS);
    learnClock({}, here, here);
    expect(isClockNear()).toBe(true);
    expect(Math.abs(serverNow() - here - 400_000)).toBeLessThanOrEqual(NEAR_MS / 2 + 20);
  });

  it('is never behind what was heard of', () => {
    const here = Date.now();
    setClock({ now: here - 90_000, took: 0 }, here, here);
    expect(serverNow()).toBeLessThan(here - 60_000);
    heardOf(here + 5_000_000);
    expect(serverNow()).toBeGreaterThanOrEqual(here + 5_000_000);
    expect(hereAt(serverNow())).toBeLessThanOrEqual(Date.now());
    heardOf(here);
    expect(serverNow()).toBeGreaterThanOrEqual(here + 5_000_000);
  });
});
