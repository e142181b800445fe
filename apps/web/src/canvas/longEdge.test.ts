import type { EdgePath } from '@counterpoint/shared';
import { describe, expect, it } from '@jest/globals';
import { visiblePath } from './longEdge.ts';

const edge = (fromY: number, toY: number): EdgePath => {
  const from = { x: 300, y: fromY };
  const junction = { x: 280, y: fromY };
  const to = { x: 236, y: toY };
  const half = (junction.x + to.x) / 2;
  const d = `M${from.x} ${from.y}H${junction.x}C${half} ${from.y} ${half} ${to.y} ${to.x} ${to.y}`;
  return { id: 'e', kind: 'support', d, from, to, junction, attacked: false };
};

const numbers = (d: string): number[] => (d.match(/-?\d+(\.\d+)?(e-?\d+)?/g) ?? []).map(Number);
const sight = (y: number) => ({ x: 0, y, width: 1_000, height: 1_000 });

describe('a line', () => {
  it('of usual length is drawn whole', () => {
    expect(visiblePath(edge(0, 900), sight(5_000))).toBe(edge(0, 900).d);
  });

  it('over many screens is cut to the screen', () => {
    const [startX = 0, startY = 0, , , , , endX = 0, endY = 0] = numbers(
      visiblePath(edge(0, 100_000), sight(50_000)),
    );
    expect(startY).toBeCloseTo(50_000, 1);
    expect(endY).toBeCloseTo(51_000, 1);
    expect(startX).toBeLessThan(280);
    expect(endX).toBeGreaterThan(236);
  });

  it('keeps its ends where they are in sight, whichever way it runs', () => {
    expect(visiblePath(edge(0, 100_000), sight(-500))).toMatch(/^M300 0H280C/);
    expect(numbers(visiblePath(edge(0, 100_000), sight(99_500))).slice(-2)).toEqual([236, 100_000]);
    expect(visiblePath(edge(100_000, 0), sight(99_500))).toMatch(/^M300 100000H280C/);
    expect(numbers(visiblePath(edge(100_000, 0), sight(-500))).slice(-2)).toEqual([236, 0]);
  });
});
