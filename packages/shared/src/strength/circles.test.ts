import { describe, expect, it } from '@jest/globals';
import { aMap } from '../../testing/aMap.ts';
import { mapOfExample, vectorOf, type Example } from '../../testing/vectorMap.ts';
import { circlesIn } from './circles.ts';

function waysIn(example: Example): string[] {
  const { map } = mapOfExample(example);
  return circlesIn(map).map(({ claims }) => claims.map((id) => map.claims.get(id)?.text).join(' '));
}
const all = (names: string) => Object.fromEntries([...names].map((name) => [name, 0.5]));

describe('[E-06] circles of support', () => {
  it.each(['V14', 'V23'])('%s has one, with its way', (name) => {
    expect(waysIn(vectorOf(name))).toEqual(['a b']);
  });

  it('a rebuttal in it makes no circle of support, and one on the way is not in it', () => {
    expect(waysIn(vectorOf('V11'))).toEqual([]);
    const edges = [['a', 'b', 'sup'], ['b', 'c', 'att'], ['c', 'a', 'sup']] as const; // prettier-ignore
    expect(waysIn({ args: all('abc'), edges })).toEqual([]);
    expect(waysIn({ args: all('a'), edges: [['a', 'a', 'sup']] })).toEqual(['a']);
  });

  it('[G11] every claim that supports itself is in one, and the shortest is told', () => {
    const ring = ['ab', 'bc', 'cd', 'da', 'ba', 'de'].map((arrow) => [arrow.charAt(0), arrow.charAt(1), 'sup'] as const); // prettier-ignore
    expect(waysIn({ args: all('abcde'), edges: ring })).toEqual(['a b', 'c d a b']);
  });

  it('names the arguments of the way, and ends with the branch that closed it', () => {
    const m = aMap();
    const thesis = m.thesis();
    const first = m.support(thesis);
    const second = m.support(first.claim);
    const third = m.newArgument('support', second.claim);
    m.edit({ kind: 'add-reference', reference: m.newId(), claim: thesis, to: third });
    expect(circlesIn(m.map)).toEqual([
      {
        claims: [thesis, second.claim, first.claim],
        arguments: [third.argument, second.argument, first.argument],
      },
    ]);
    m.remove(first.argument);
    expect(circlesIn(m.map)).toEqual([]);
  });
});
