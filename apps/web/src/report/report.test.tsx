import { describe, expect, it } from '@jest/globals';
import { aMap, OTHER_PARTICIPANT, PARTICIPANT } from '../../../../packages/shared/testing/aMap.ts';
import { branchesOf, type Branch } from './branches.ts';
import { axisOf, clockTime } from './figures.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('the figures of a report', () => {
  it('[S-19] tells speaking time as clocks do', () => {
    expect([0, 65_400, 3_725_000].map(clockTime)).toEqual(['0:00', '1:05', '1:02:05']);
  });

  it.each([
    [20_000, 5],
    [50 * MINUTE, 6],
    [3 * DAY, 4],
    [200 * DAY, 6],
  ])('marks a span of %d ms at %d round moments at most, all in it', (span, most) => {
    const { ticks, told } = axisOf(1_000, 1_000 + span);
    expect(ticks.length).toBeLessThanOrEqual(most + 1);
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.every((tick) => tick >= 1_000 && tick <= 1_000 + span)).toBe(true);
    expect(new Set(ticks.map(told)).size).toBe(ticks.length);
  });
});

describe('the map as rings', () => {
  it('has each claim once, as wide as all that hangs beneath it', () => {
    const m = aMap();
    const thesis = m.thesis();
    const reason = m.support(thesis, 'A reason', { by: PARTICIPANT });
    m.joint(reason.argument);
    m.rebut(reason.argument, 'It does not follow', { by: OTHER_PARTICIPANT });
    m.rebut(m.rebut(thesis).claim);
    const count = ({ branches }: Branch): number => 1 + branches.reduce((sum, one) => sum + count(one), 0);
    const [root] = branchesOf(m.map);
    expect(root?.count).toBe(6);
    expect(count(root!)).toBe(6);
    expect(root?.branches.map((one) => [one.relation, one.count])).toEqual([
      ['support', 2],
      ['support', 1],
      ['rebut', 2],
    ]);
    expect(root?.branches[0]?.branches.map(({ relation }) => relation)).toEqual(['undercut']);
  });
});
