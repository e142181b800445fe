// Times of a debate as they are read and typed, and the plans that a person keeps.
import { afterEach, describe, expect, it } from '@jest/globals';
import { DEBATE_FORMATS, Plan, planOf } from '@counterpoint/shared';
import * as fc from 'fast-check';
import { newId } from '../open/newId.ts';
import { forgetFormat, keepFormat, ownFormats, renewed } from './ownFormats.ts';
import { figures, secondsAt, secondsIn, typedSeconds } from './timeWords.ts';

afterEach(() => localStorage.clear());

describe('a time', () => {
  it('[S-05] counts the begun second in, and goes on below nothing', () => {
    const clock = { allowed: 60_000, taken: 0, since: 0, spent: 0 };
    const shown = [0, 1, 999, 1_000, 59_999, 60_000, 60_999, 61_000, 72_000].map((at) => figures(secondsAt(clock, at))); // prettier-ignore
    expect(shown).toEqual(['1:00', '1:00', '1:00', '0:59', '0:01', '0:00', '0:00', '−0:01', '−0:12']);
    expect(secondsAt({ ...clock, allowed: null }, 61_500)).toBe(61);
  });

  it('is typed as it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 36_000 }), (seconds) => {
        expect(secondsIn(typedSeconds(seconds))).toBe(seconds);
      }),
    );
    expect(secondsIn(typedSeconds(null))).toBeNull();
    expect(['４', ' 1:30 ', '0:05'].map(secondsIn)).toEqual([240, 90, 5]);
    for (const text of ['x', '-1', '1:60', '0:04', '601', '1:2:3']) expect(secondsIn(text)).toBeNaN();
  });
});

describe('a format of one’s own', () => {
  it('[S-06] is kept on the device by its name, and begins another debate under ids of its own', () => {
    const [plan] = DEBATE_FORMATS.map((format) => planOf(format, 'zh', newId)).filter(({ sides }) => sides.length > 2); // prettier-ignore
    if (!plan) throw new Error('no format has more than two sides');
    keepFormat({ ...plan, queue: 'unspoken' });
    keepFormat(plan);
    expect(ownFormats()).toEqual([plan]);
    const next = renewed(plan, newId);
    expect(Plan.safeParse(next).success).toBe(true);
    const places = ({ sides, phases }: Plan) =>
      phases.map(({ side }) => sides.findIndex(({ id }) => id === side));
    expect(places(next)).toEqual(places(plan));
    const ids = ({ sides, phases }: Plan) => [...sides, ...phases].map(({ id }) => id);
    expect(ids(next).filter((id) => ids(plan).includes(id))).toEqual([]);
    forgetFormat(plan.name);
    expect(ownFormats()).toEqual([]);
  });

  it('that does not read is left out', () => {
    localStorage.setItem('debate-formats', '[{"name":1}]');
    expect(ownFormats()).toEqual([]);
    localStorage.setItem('debate-formats', '{');
    expect(ownFormats()).toEqual([]);
  });
});
