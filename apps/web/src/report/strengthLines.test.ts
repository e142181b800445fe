import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { storyOf, type Change } from '@counterpoint/shared';
import { aMap } from '../../../../packages/shared/testing/aMap.ts';
import { bandAt, bandsOf } from './Bands.tsx';
import { thinned } from './figures.ts';
import { apart, strengthLines } from './strengthLines.ts';

describe('lines of strength over time', () => {
  it('[S-19] are the thesis and its largest branches, or the largest of several theses, five at most', () => {
    const m = aMap();
    const thesis = m.thesis();
    const branches = Array.from({ length: 6 }, () => m.support(thesis).claim);
    const large = m.rebut(thesis).claim;
    m.support(large);
    expect(strengthLines(m.map)).toEqual([
      { id: thesis, relation: 'thesis' },
      { id: large, relation: 'rebut' },
      ...branches.slice(0, 3).map((id) => ({ id, relation: 'support' })),
    ]);
    const other = m.thesis();
    expect(strengthLines(m.map).map(({ id }) => id)).toEqual([thesis, other]);
  });

  it('have their names at their ends, none upon another', () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), (values) => {
        const places = apart(values, 0.08);
        const order = values.map((_, i) => i).sort((a, b) => places[a]! - places[b]!);
        for (const [n, i] of order.entries()) {
          expect(places[i]).toBeGreaterThanOrEqual(-1e-9);
          expect(places[i]).toBeLessThanOrEqual(1 + 1e-9);
          const next = order[n + 1];
          if (next === undefined) continue;
          expect(places[next]! - places[i]!).toBeGreaterThan(0.08 - 1e-9);
          expect(values[next]).toBeGreaterThanOrEqual(values[i]!);
        }
      }),
    );
    expect(apart([0.2, 0.7], 0.08)).toEqual([0.2, 0.7]);
  });

  it('have no more points than are asked for, the first and the last among them', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 2, max: 60 }), (length, most) => {
        const all = Array.from({ length }, (_, i) => i);
        const some = thinned(all, most);
        expect(some.length).toBe(Math.min(length, most));
        expect([some[0], some.at(-1)]).toEqual([all[0], all.at(-1)]);
        expect(new Set(some).size).toBe(some.length);
      }),
    );
  });
});

describe('the phases behind a plot', () => {
  it('[S-19] run from when the debate entered them to when it left them', () => {
    const m = aMap();
    const [debate, one, two] = [m.newId(), m.newId(), m.newId()];
    const changes: Change[] = [];
    const phase = (id: string, name: string) => ({ id, name, side: null, seconds: null, may: [], bells: [] });
    const keep = (at: number, edit: Parameters<typeof m.edit>[0]) =>
      changes.push({ version: changes.length + 1, at, by: null, id: m.newId(), client: m.newId(), seq: 1, kind: 'batch', patches: m.edit(edit) }); // prettier-ignore
    keep(1_000, { kind: 'begin-debate', debate, plan: { name: 'D', sides: [], phases: [phase(one, '立论'), phase(two, '交锋')], queue: 'raised', pace: 'hand', injury: null, choose: true } }); // prettier-ignore
    keep(5_000, { kind: 'clock', debate, phase: null, deed: { what: 'go', to: one } });
    keep(500_000, { kind: 'clock', debate, phase: one, deed: { what: 'go', to: two } });
    keep(900_000, { kind: 'add-claim', claim: m.newId(), text: 'T', language: 'en', to: { at: 'thesis', order: 'a0' } }); // prettier-ignore
    const bands = bandsOf(storyOf(changes));
    expect(bands).toEqual([
      { name: '立论', from: 5_000, to: 500_000 },
      { name: '交锋', from: 500_000, to: 900_000 },
    ]);
    expect([0, 5_000, 499_999, 500_000].map((at) => bandAt(bands, at))).toEqual(['', '立论', '立论', '交锋']);
  });
});
