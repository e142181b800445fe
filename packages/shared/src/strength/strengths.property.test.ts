import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap } from '../../testing/aMap.ts';
import { aSeedMap, editOf, steps } from '../../testing/randomEdits.ts';
import { howOf, mapOfExample, type Arrow, type Example } from '../../testing/vectorMap.ts';
import type { Id } from '../map/id.ts';
import { components } from './components.ts';
import { Graph } from './graph.ts';
import { networkOf } from './network.ts';
import { METHODS } from './semantics.ts';
import { flow, knotOf } from './settle.ts';
import { numberOf, strengthsAfter, strengthsOf, type Strengths } from './strengths.ts';
import { votesFor, USUAL, type Voted } from './votes.ts';

const OFFERED = ['qe', 'dfquad', 'euler'] as const;
const offered = fc.constantFrom(...OFFERED);
const part = fc.double({ min: 0, max: 1, noNaN: true });
const bases = fc.array(part, { minLength: 1, maxLength: 8 });
const named = (n: number): string => `n${n}`;

/** Arrows only lead to claims before: there is no circle. */
const acyclic: fc.Arbitrary<Example> = bases.chain((all) =>
  fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean(), part), { maxLength: 14 }).map((picks) => ({
    args: Object.fromEntries(all.map((base, n) => [named(n), base])),
    edges: picks.flatMap(([a, b, isSupport, relevance]): Arrow[] => {
      const from = a % all.length;
      return from === 0 ? [] : [[named(from), named(b % from), isSupport ? 'sup' : 'att', relevance]];
    }),
  })),
);

const strengthOf = (example: Example, semantics: string, name = named(0)): number => {
  const { map, votes, claim } = mapOfExample(example);
  return numberOf(strengthsOf(map, votes, howOf(semantics)).byId.get(claim(name)));
};
const withArrow = ({ args, edges }: Example, base: number, kind: 'att' | 'sup'): Example => ({
  args: { ...args, more: base },
  edges: [...edges, ['more', named(0), kind]],
});

const isKnotted = ({ graph, votes, how }: Strengths): boolean => {
  const { nodes, inputs } = networkOf(graph, graph.all(), votes, how, () => NaN);
  return components(nodes.length, inputs).some(({ length }) => length > 1);
};

describe('strengths', () => {
  it('[G3] [G6] in one pass are what a flow comes to, where nothing goes in a circle', () => {
    fc.assert(
      fc.property(acyclic, offered, (example, semantics) => {
        const { map, votes } = mapOfExample(example);
        const graph = new Graph(map);
        const passed = strengthsOf(map, votes, howOf(semantics));
        const network = networkOf(graph, graph.all(), votes, howOf(semantics), () => NaN);
        expect(flow(network, knotOf(network, network.nodes.map((_, place) => place)))).toBe(true); // prettier-ignore
        for (const [place, { id }] of network.nodes.entries())
          expect(network.values[place]).toBeCloseTo(numberOf(passed.byId.get(id)), 6);
      }),
    );
  });

  it('[G3] stay between 0 and 1', () => {
    fc.assert(
      fc.property(acyclic, offered, (example, semantics) => {
        for (const name of Object.keys(example.args)) {
          const strength = strengthOf(example, semantics, name);
          expect(strength >= 0 && strength <= 1).toBe(true);
        }
      }),
    );
  });

  it('[G3] stay at the base where as much speaks for a claim as against it', () => {
    fc.assert(
      fc.property(part, fc.array(part, { maxLength: 4 }), offered, (base, sides, semantics) => {
        const both = sides.flatMap((_, n): Arrow[] => [[`s${n}`, 'n0', 'sup'], [`a${n}`, 'n0', 'att']]); // prettier-ignore
        const args = { n0: base, ...Object.fromEntries(sides.flatMap((side, n) => [[`s${n}`, side], [`a${n}`, side]])) }; // prettier-ignore
        expect(strengthOf({ args, edges: both }, semantics)).toBeCloseTo(base, 9);
      }),
    );
  });

  it('[G3] mirror attack and support, by quadratic energy and by DF-QuAD', () => {
    const children = fc.array(fc.tuple(part, fc.boolean()), { maxLength: 6 });
    fc.assert(
      fc.property(part, children, fc.constantFrom('qe', 'dfquad'), (base, all, semantics) => {
        const args = Object.fromEntries(all.map(([child], n) => [`c${n}`, child]));
        const arrows = (turned: boolean) =>
          all.map(([, isSupport], n): Arrow => [`c${n}`, 'n0', isSupport === turned ? 'att' : 'sup']);
        const one = strengthOf({ args: { n0: base, ...args }, edges: arrows(false) }, semantics);
        const other = strengthOf({ args: { n0: 1 - base, ...args }, edges: arrows(true) }, semantics);
        expect(one + other).toBeCloseTo(1, 9);
      }),
    );
  });

  it('[G3] never rise by one more attack, never fall by one more support, and stay with one that is worth nothing', () => {
    fc.assert(
      fc.property(acyclic, part, offered, (example, base, semantics) => {
        const now = strengthOf(example, semantics);
        expect(strengthOf(withArrow(example, base, 'att'), semantics)).toBeLessThanOrEqual(now + 1e-12);
        expect(strengthOf(withArrow(example, base, 'sup'), semantics)).toBeGreaterThanOrEqual(now - 1e-12);
        for (const kind of ['att', 'sup'] as const)
          expect(strengthOf(withArrow(example, 0, kind), semantics)).toBeCloseTo(now, 12);
      }),
    );
  });

  it('[G9] after any edits and votes are to the last digit what they are from nothing', () => {
    const tally = fc
      .tuple(fc.nat(3), fc.nat(4))
      .map(([votes, value]): Voted => ({ votes, sum: votes * value }));
    const vote = fc.tuple(fc.noBias(fc.nat()), fc.boolean(), tally);
    const method = fc.constantFrom(...(Object.keys(METHODS) as (keyof typeof METHODS)[]));
    let knotted = 0;
    fc.assert(
      fc.property(
        steps({ length: 40 }),
        fc.array(vote, { minLength: 40, maxLength: 40 }),
        method,
        (story, cast, by) => {
          const m = aSeedMap(aMap({ votes: 'open' }));
          const tallies = { truth: new Map<Id, Voted>(), relevance: new Map<Id, Voted>() };
          const votes = {
            truth: (id: Id) => tallies.truth.get(id) ?? votesFor(m.map, null).truth(id),
            relevance: (id: Id) => tallies.relevance.get(id) ?? votesFor(m.map, null).relevance(id),
          };
          let kept: Strengths = strengthsOf(m.map, votes, { ...USUAL, method: by });
          story.forEach((step, n) => {
            m.ask(editOf(m, step), step.by);
            const [pick, isTruth, counted] = cast[n] ?? [0, true, { votes: 0, sum: 0 }];
            const ids = [...(isTruth ? m.map.claims : m.map.arguments).keys()];
            const voted = n % 3 === 0 ? ids.slice(pick % ids.length).slice(0, 1) : [];
            for (const id of voted) (isTruth ? tallies.truth : tallies.relevance).set(id, counted);
            kept = strengthsAfter(kept, m.map, votes, voted);
            const anew = strengthsOf(m.map, votes, kept.how);
            expect(kept.byId.size).toBe(anew.byId.size);
            for (const { id } of anew.graph.all())
              expect([id, kept.byId.get(id)]).toEqual([id, anew.byId.get(id)]);
            if (isKnotted(anew)) knotted++;
          });
        },
      ),
      { numRuns: 40 },
    );
    expect(knotted).toBeGreaterThan(0);
  });
});
