import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Debate, Phase } from '../map/tables/debates.ts';
import { clockOf, endsAt, leftAt, ringsBetween, setRunning, spentAt, standAt } from './clock.ts';

const phase = (id: string, seconds: number | null, bells: Phase['bells'] = []): Phase => ({ id, name: id, side: null, seconds, may: [], bells }); // prettier-ignore
const debate = (phases: readonly Phase[], more: Partial<Debate> = {}): Debate => ({
  ...{ id: 'd', name: 'D', sides: [], queue: 'raised', injury: null, choose: false, spotlight: null, ended: null },
  ...{ by: null, at: 0, phases, pace: 'plan', phase: phases[0]?.id ?? null },
  clock: clockOf(phases[0] ?? { seconds: null }, 1_000),
  ...more,
}); // prettier-ignore

describe('a clock', () => {
  it('[D4] counts while it runs, and keeps what is over while it stands', () => {
    const begun = clockOf({ seconds: 60 }, 1_000);
    const paused = setRunning(begun, false, 11_000);
    expect([leftAt(begun, 11_000), leftAt(paused, 99_000)]).toEqual([50_000, 50_000]);
    expect(leftAt(setRunning(paused, true, 99_000), 100_000)).toBe(49_000);
    expect(leftAt(clockOf({ seconds: null }, 1_000), 5_000)).toBeNull();
  });

  it('[D4] loses no time however often it stands (S-05)', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 20 }), (steps) => {
        let [clock, at, ran] = [clockOf({ seconds: 600 }, null), 0, 0];
        for (const [i, step] of steps.entries()) {
          clock = setRunning(clock, i % 2 === 0, at);
          at += step;
          if (i % 2 === 0) ran += step;
        }
        expect(spentAt(clock, at)).toBe(ran);
      }),
    );
  });

  it('[D5] goes through the phases by plan, each beginning when the one before ended', () => {
    const plan = debate([phase('a', 10), phase('b', 20), phase('c', 5)]);
    const stands = [10_999, 11_000, 30_999, 31_000, 99_000].map((at) => {
      const stand = standAt(plan, at);
      return [stand.phase?.id, leftAt(stand.clock, at)];
    });
    expect(stands).toEqual([['a', 1], ['b', 20_000], ['b', 1], ['c', 5_000], ['c', -63_000]]); // prettier-ignore
    expect(endsAt(plan)).toBe(11_000);
    expect(endsAt({ ...plan, phase: 'c' })).toBeNull();
  });

  it('[D5] stays where it is by hand, and while it stands', () => {
    const phases = [phase('a', 10), phase('b', 20)];
    expect(standAt(debate(phases, { pace: 'hand' }), 99_000).phase?.id).toBe('a');
    expect(standAt(debate(phases, { clock: clockOf({ seconds: 10 }, null) }), 99_000).phase?.id).toBe('a');
    expect(endsAt(debate(phases, { pace: 'hand' }))).toBeNull();
  });

  it('[D6] rings each bell once, and says five minutes, one minute and ten seconds (U-19)', () => {
    const long = phase('a', 420, [{ left: 60, rings: 1 }, { left: 0, rings: 2 }]); // prettier-ignore
    const stand = { phase: long, clock: clockOf(long, 0) };
    const heard: number[][] = [];
    for (let at = 0; at < 430_000; at += 250)
      for (const { left, rings } of ringsBetween(stand, at, at + 250)) heard.push([left, rings]);
    expect(heard).toEqual([[300, 0], [60, 1], [10, 0], [0, 2]]); // prettier-ignore
  });
});
