// [E-01] The examples that were checked against another implementation, to 1e-6; where they are unsettled, only that.
import { describe, expect, it } from '@jest/globals';
import baseVectors from '../../testing/base-vectors.json' with { type: 'json' };
import { howOf, mapOfExample, VECTORS, vectorOf, type Example } from '../../testing/vectorMap.ts';
import { components } from './components.ts';
import { Graph } from './graph.ts';
import { networkOf } from './network.ts';
import { flow, knotOf } from './settle.ts';
import { gainOf, slopesOf } from './steadiness.ts';
import { strengthsOf, strengthWithout, numberOf } from './strengths.ts';
import { baseOf } from './votes.ts';

function strengthsIn(example: Example, semantics: string) {
  const { map, votes, claim } = mapOfExample(example);
  const strengths = strengthsOf(map, votes, howOf(semantics));
  return (name: string) => strengths.byId.get(claim(name));
}

const CASES = VECTORS.gradual.flatMap(({ name, graph, results }) =>
  Object.entries(results).map(([semantics, outcome]) => ({ name, semantics, graph, outcome })),
);

describe('[E-01] strengths', () => {
  it.each(CASES)('[G3] [G6] $name, $semantics', ({ graph, semantics, outcome }) => {
    const found = strengthsIn(graph, semantics);
    for (const [name, value] of Object.entries(outcome.fixpoint)) {
      if (outcome.unsettled === true) expect(found(name)).toEqual({ kind: 'unsettled' });
      else expect(Math.abs(numberOf(found(name)) - value)).toBeLessThanOrEqual(1e-6);
    }
  });

  it('[E-05] [G6] mutual attack does not settle when one of its bases is a millionth lower either', () => {
    const example = vectorOf('V12');
    const found = strengthsIn({ ...example, args: { a: 1, b: 1 - 1e-6 } }, 'dfquad');
    expect([found('a'), found('b')]).toEqual([{ kind: 'unsettled' }, { kind: 'unsettled' }]);
  });

  it.each(VECTORS.sensitivity.filter(({ by, vector }) => by !== 'x' && !vector.startsWith('V08')))(
    '[G6] the gain of $vector, $semantics',
    ({ vector, semantics, max_gain, unsettled }) => {
      const { map, votes } = mapOfExample(vectorOf(vector));
      const graph = new Graph(map);
      const network = networkOf(graph, graph.all(), votes, howOf(semantics), () => NaN);
      let gain = 0;
      for (const members of components(network.nodes.length, network.inputs)) {
        if (members.length === 1) network.values[members[0] ?? 0] = network.counted(members[0] ?? 0);
        else {
          const knot = knotOf(network, members);
          expect(flow(network, knot)).toBe(true);
          gain = Math.max(gain, gainOf(slopesOf(network, knot)));
        }
      }
      expect(gain > 5).toBe(unsettled);
      if (!unsettled) expect(Math.abs(gain - max_gain)).toBeLessThanOrEqual(0.01 * (1 + max_gain));
    },
  );

  it.each(VECTORS.explanations)('[G10] what each claim of $vector brings, $semantics', (explained) => {
    const { map, votes, claim } = mapOfExample(vectorOf(explained.vector));
    const strengths = strengthsOf(map, votes, howOf(explained.semantics));
    const topic = claim(explained.topic);
    const now = numberOf(strengths.byId.get(topic));
    for (const [name, contribution] of Object.entries(explained.contributions)) {
      const without = numberOf(strengthWithout(strengths, topic, claim(name)));
      expect(Math.abs(now - without - contribution)).toBeLessThanOrEqual(1.5e-6);
    }
  });

  it.each(baseVectors)('[G1] the base of the votes $votes', ({ votes, k, prior, w }) => {
    const sum = votes.reduce((all, one) => all + one, 0);
    expect(Math.abs(baseOf({ votes: votes.length, sum }, { prior, weight: k }) - w)).toBeLessThanOrEqual(
      1e-6,
    );
  });
});
