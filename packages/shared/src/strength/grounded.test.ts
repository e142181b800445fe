import { describe, expect, it } from '@jest/globals';
import { aMap } from '../../testing/aMap.ts';
import { mapOfExample, VECTORS, type Example } from '../../testing/vectorMap.ts';
import { attacksBy, grounded, groundedIn, type Link, type SupportReading } from './grounded.ts';

const linksOf = ({ edges }: Example): Link[] =>
  edges.map(([from, to, kind]) => ({ from, to, kind: kind === 'sup' ? 'support' : 'attack' }));

const WORDS = { in: 'IN', out: 'OUT', undecided: 'UNDEC' } as const;

const CASES = VECTORS.dung.flatMap(({ name, graph, grounded: none, reduct_deductive, reduct_necessary }) => {
  const plain = { reading: 'none' as SupportReading, labels: none, attacks: undefined };
  const read = [['deductive', reduct_deductive] as const, ['necessary', reduct_necessary] as const];
  const others = read.flatMap(([reading, reduct]) =>
    reduct ? [{ reading, labels: reduct.grounded, attacks: reduct.attacks }] : [],
  );
  return [plain, ...others].map((one) => ({ name, graph, ...one }));
});

describe('[E-10] what stands, falls or stays open', () => {
  it.each(CASES)('[G12] $name, supports read as $reading', ({ graph, reading, labels, attacks }) => {
    const by = attacksBy(linksOf(graph), reading);
    const found = grounded(Object.keys(graph.args), by);
    expect(Object.fromEntries([...found].map(([id, label]) => [id, WORDS[label]]))).toEqual(labels);
    const listed = [...by].flatMap(([to, all]) => [...all].map((from) => [from, to]));
    if (attacks) expect(listed.map(String).sort()).toEqual(attacks.map(String).sort());
  });

  it.each(CASES)('the map of $name, supports read as $reading', ({ graph, reading, labels }) => {
    const { map, claim } = mapOfExample(graph);
    const found = groundedIn(map, reading);
    for (const [name, label] of Object.entries(labels))
      expect([name, WORDS[found.get(claim(name)) ?? 'undecided']]).toEqual([name, label]);
  });

  it('[G12] an argument falls with one of its joint premises, or undercut, and leaves its premises as they were', () => {
    const m = aMap();
    const thesis = m.thesis();
    const { claim, argument } = m.rebut(thesis);
    const joint = m.joint(argument);
    const labels = () => [thesis, claim, joint, argument].map((id) => groundedIn(m.map, 'none').get(id));
    expect(labels()).toEqual(['out', 'in', 'in', 'in']);
    const undercut = m.rebut(argument);
    expect(labels()).toEqual(['in', 'in', 'in', 'out']);
    m.remove(undercut.argument);
    m.rebut(joint);
    expect(labels()).toEqual(['in', 'in', 'out', 'out']);
  });
});
