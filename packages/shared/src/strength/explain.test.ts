import { describe, expect, it } from '@jest/globals';
import { aMap } from '../../testing/aMap.ts';
import { howOf, mapOfExample, VECTORS, vectorOf } from '../../testing/vectorMap.ts';
import { explanationOf } from './explain.ts';
import { numberOf, strengthsOf } from './strengths.ts';
import { NO_VOTES } from './votes.ts';

describe('[E-07] [G10] why a claim is as strong as it is', () => {
  it.each(VECTORS.explanations)('$vector, $semantics: what each argument brings', (expected) => {
    const example = vectorOf(expected.vector);
    const { map, votes, claim, argument } = mapOfExample(example);
    const why = explanationOf(strengthsOf(map, votes, howOf(expected.semantics)), claim(expected.topic));
    expect(why?.base).toBe(expected.base_score);
    expect(why && numberOf(why.strength)).toBeCloseTo(expected.strength, 6);
    const direct = example.edges.flatMap(([from, to], n) => (to === expected.topic ? [[from, argument(n)] as const] : [])); // prettier-ignore
    const found = new Map(why?.contributions.map((one) => [one.argument, one.change]));
    expect(found.size).toBe(direct.length);
    for (const [from, id] of direct)
      expect(found.get(id)).toBeCloseTo(expected.contributions[from] ?? NaN, 5);
  });

  it('names the largest first, and what would change it most', () => {
    const { map, votes, claim, argument } = mapOfExample(vectorOf('V08'));
    const why = explanationOf(strengthsOf(map, votes, howOf('qe')), claim('T'));
    expect(why?.helps.map((one) => one.argument)).toEqual([argument(0), argument(1)]);
    expect(why?.hits.map((one) => one.argument)).toEqual([argument(2)]);
    expect(why?.rise?.argument).toBe(argument(2));
    expect(why?.rise?.to).toBeCloseTo(0.766648, 5);
    expect(why?.fall?.argument).toBe(argument(0));
  });

  it('finds what would help most beneath an argument, too: the objection to its premise, or its undercut', () => {
    const { map, votes, claim, argument } = mapOfExample(vectorOf('V22'));
    const why = explanationOf(strengthsOf(map, votes, howOf('qe')), claim('T'));
    expect(why?.rise?.argument).toBe(argument(1));
    const m = aMap();
    const thesis = m.thesis();
    const undercut = m.rebut(m.support(thesis).argument);
    expect(explanationOf(strengthsOf(m.map, NO_VOTES), thesis)?.rise?.argument).toBe(undercut.argument);
  });

  it('goes from the base to the strength in three steps that add up', () => {
    const m = aMap();
    const thesis = m.thesis();
    m.support(thesis);
    m.rebut(m.support(thesis).argument);
    m.rebut(thesis);
    const why = explanationOf(strengthsOf(m.map, NO_VOTES), thesis);
    const { support, rebut, undercut } = why?.steps ?? {};
    expect([support, rebut, undercut].map((step) => step?.count)).toEqual([2, 1, 1]);
    expect(support?.change).toBeGreaterThan(0);
    expect(rebut?.change).toBeLessThan(0);
    expect(undercut?.change).toBeLessThan(0);
    const sum = [support, rebut, undercut].reduce(
      (all, step) => all + (step?.change ?? NaN),
      why?.base ?? NaN,
    );
    expect(sum).toBeCloseTo(why ? numberOf(why.strength) : NaN, 12);
  });

  it('says of an unsettled claim where it starts, and makes up no number', () => {
    const { map, votes, claim } = mapOfExample(vectorOf('V12'));
    const why = explanationOf(strengthsOf(map, votes, howOf('dfquad')), claim('a'));
    expect(why).toMatchObject({ strength: { kind: 'unsettled' }, base: 1, votes: 1 });
    expect([why?.contributions, why?.helps, why?.hits, why?.rise, why?.fall]).toEqual([[], [], [], undefined, undefined]); // prettier-ignore
  });

  it('says nothing of what does not count', () => {
    const m = aMap();
    const { claim, argument } = m.support(m.thesis());
    m.remove(argument);
    expect(explanationOf(strengthsOf(m.map, NO_VOTES), claim)).toBeUndefined();
  });
});
