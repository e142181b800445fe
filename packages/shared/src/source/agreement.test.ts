import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { agreementOf, type Coding, type Unit } from './agreement.ts';

const coding = (...units: (readonly [start: number, length: number, label: string])[]): Coding => ({
  units: units.map(([start, length, label]) => ({ start, end: start + length, label })),
  finished: true,
});
const of = (codings: readonly Coding[], text = { start: 0, end: 100 }, labels = ['a', 'b']) =>
  agreementOf(codings, { labels, text });

/** Two observers of 300 units of time, with the categories c and k: Krippendorff 2004, 254 (as in DKPro Statistics). */
const PUBLISHED = [
  coding([225, 70, 'c'], [370, 30, 'c'], [180, 60, 'k'], [300, 50, 'k']),
  coding([220, 80, 'c'], [355, 20, 'c'], [400, 20, 'c'], [180, 60, 'k'], [300, 50, 'k']),
];
const CONTINUUM = { start: 150, end: 450 };

const LABELS = ['a', 'b'];
const LENGTH = 200;
const codings = fc.array(
  fc.record({
    units: fc.array(
      fc.record({
        start: fc.integer({ min: 0, max: LENGTH - 20 }),
        length: fc.integer({ min: 1, max: 20 }),
        label: fc.constantFrom(...LABELS),
      }),
      { maxLength: 8 },
    ),
    finished: fc.boolean(),
  }),
  { minLength: 2, maxLength: 5 },
);
const made = (all: typeof codings extends fc.Arbitrary<infer T> ? T : never, by = 0): Coding[] =>
  all.map(({ units, finished }) => ({
    finished,
    units: units.map(({ start, length, label }) => ({ start: start + by, end: start + length + by, label })),
  }));
const text = { start: 0, end: LENGTH };
const figures = ({ alpha, labels }: ReturnType<typeof of>) => [alpha, ...labels.map((one) => one.alpha)];
const near = (one: readonly (number | null)[], other: readonly (number | null)[]): void => {
  for (const [i, value] of one.entries())
    if (value === null) expect(other[i]).toBeNull();
    else expect(other[i]).toBeCloseTo(value, 9);
};

describe('[A-14] Krippendorff’s alpha for unitizing', () => {
  it('is that of the published example, to the published digits', () => {
    const found = of(PUBLISHED, CONTINUUM, ['c', 'k']);
    const [c, k] = found.labels;
    expect(c?.observed).toBeCloseTo(0.0144, 4);
    expect(c?.expected).toBeCloseTo(0.0532, 4);
    expect(c?.alpha).toBeCloseTo(0.7286, 4);
    expect(k?.observed).toBe(0);
    expect(k?.expected).toBeCloseTo(0.049, 4);
    expect(k?.alpha).toBe(1);
    // Printed from rounded parts: 1 - 0.0144 / 0.1022.
    expect(found.alpha).toBeCloseTo(0.8591, 3);
  });

  it('of the same marks is 1', () => {
    fc.assert(
      fc.property(codings, fc.integer({ min: 2, max: 6 }), (all, people) => {
        const [first] = made(all);
        if (!first) return;
        for (const alpha of figures(of(Array<Coding>(people).fill(first), text)))
          expect([1, null]).toContain(alpha);
      }),
    );
  });

  it('does not hang on who is first, nor on where the text begins', () => {
    fc.assert(
      fc.property(codings, fc.integer({ min: 0, max: 10_000 }), (all, by) => {
        const here = figures(of(made(all), text));
        near(here, figures(of(made(all).reverse(), text)));
        near(here, figures(of(made(all, by), { start: by, end: by + LENGTH })));
      }),
    );
  });

  it('is never above 1, and tells how many have not finished without leaving them out', () => {
    fc.assert(
      fc.property(codings, (all) => {
        const found = of(made(all), text);
        for (const alpha of figures(found)) if (alpha !== null) expect(alpha).toBeLessThanOrEqual(1);
        expect(found.annotators).toBe(all.length);
        expect(found.unfinished).toBe(all.filter(({ finished }) => !finished).length);
        near(
          figures(found),
          figures(
            of(
              made(all).map((one) => ({ ...one, finished: true })),
              text,
            ),
          ),
        );
      }),
    );
  });

  it('is less where marks differ more', () => {
    const beside = (by: number) => of([coding([20, 10, 'a']), coding([20 + by, 10, 'a'])]).alpha ?? NaN;
    expect(beside(0)).toBe(1);
    expect(beside(2)).toBeGreaterThan(beside(5));
    expect(beside(5)).toBeGreaterThan(beside(9));
  });

  it('counts whoever found nothing, and takes marks of one person that overlap for one', () => {
    const one = coding([20, 10, 'a']);
    expect(of([one, one, coding()]).alpha).toBeLessThan(1);
    expect(of([one, one, coding()]).annotators).toBe(3);
    expect(of([coding([20, 6, 'a'], [24, 6, 'a']), one]).alpha).toBe(1);
  });

  it.each([
    ['of nobody', [], 'few-annotators'],
    ['of one person', [coding([20, 10, 'a'])], 'few-annotators'],
    ['of people who marked nothing', [coding(), coding()], 'no-units'],
  ] as const)('is no figure %s, and says why', (_, all, why) => {
    expect(of(all)).toMatchObject({ alpha: null, why, annotators: all.length });
  });

  it('is no figure where nothing could be marked otherwise', () => {
    const whole: Unit = { start: 0, end: 1, label: 'a' };
    const all = [{ units: [whole], finished: true }, { units: [whole], finished: true }]; // prettier-ignore
    expect(of(all, { start: 0, end: 1 })).toMatchObject({ alpha: null, why: 'no-variation' });
  });
});
