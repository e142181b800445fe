// The server's clock as a page knows it, whatever its own clock says.
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { aheadOf, heardOf, hereAt, serverNow, setClock } from './serverTime.ts';

const ms = fc.integer({ min: 0, max: 20_000 });
const off = fc.integer({ min: -1e9, max: 1e9 });

describe('the clock of the server', () => {
  it('[D3] [S-05] is known as well as the way there and back are alike, however long the server took', () => {
    fc.assert(
      fc.property(ms, ms, ms, off, (there, took, back, ahead) => {
        const sent = 1e12;
        const got = sent + there + took + back;
        const now = sent + ahead + there + took;
        expect(Math.abs(aheadOf({ now, took }, sent, got) - ahead)).toBeLessThanOrEqual(
          Math.abs(there - back) / 2,
        );
      }),
    );
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
