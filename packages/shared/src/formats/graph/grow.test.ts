import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anId, aMap, pictureOf } from '../../../testing/aMap.ts';
import { randomContents } from '../../../testing/contents.ts';
import { aChain, aHeap, oneIdFor } from '../../../testing/hostileFiles.ts';
import { READ_AT } from '../../../testing/roundTrip.ts';
import { toTheEnd } from '../../../testing/toTheEnd.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import { contentOf, mapOf } from '../../map/patch.ts';
import { restOf, rowOf } from './carried.ts';
import type { Graph, GraphArgument, GraphClaim } from './graph.ts';
import { grown } from './grow.ts';
import { shownTree } from '../shownTree.ts';
import { unsound } from './soundness.ts';

const counter = (): (() => Id) => {
  let made = 0;
  return () => anId(++made, 6);
};
const reading = () => ({ newId: counter(), at: READ_AT });

const claim = (key: string, more: Partial<GraphClaim> = {}): GraphClaim => ({
  key,
  where: key,
  text: key,
  ...more,
});
const argument = (
  key: string,
  premises: readonly string[],
  targets: readonly string[],
  more: Partial<GraphArgument> = {},
): GraphArgument => ({ key, where: key, direction: 'support', premises, targets, ...more });

function read(graph: Graph) {
  const result = grown(graph, reading());
  if (!result.ok) throw new Error(result.refusal.message);
  const { value, losses } = result.value;
  return {
    content: value,
    picture: pictureOf(mapOf(value)),
    told: Object.fromEntries(losses.map(({ kind, count }) => [kind, count])),
  };
}

/** The graph that the most careful format would say of a content. */
export function graphOf(content: MapContent): Graph {
  const tree = shownTree(content);
  const claims: GraphClaim[] = [];
  const all: GraphArgument[] = [];
  for (const node of tree.inOrder) {
    if ('text' in node)
      claims.push({ key: node.id, where: node.id, text: node.text, row: rowOf(node, node.text) });
    else {
      const premises = tree.premisesOf(node.id).map((premise) => premise.claim.id);
      const { id, direction, target } = node;
      all.push({ key: id, where: id, direction, premises, targets: [target.id], row: rowOf(node) });
    }
  }
  for (const { key: id } of all) {
    for (const premise of tree.premisesOf(id))
      if (!claims.some(({ key }) => key === premise.claim.id))
        claims.push({
          key: premise.claim.id,
          where: '',
          text: premise.claim.text,
          row: rowOf(premise.claim),
        });
  }
  const shown = new Set(claims.map(({ key }) => key));
  const carried = restOf(content, (id) => shown.has(id) || tree.has(id));
  return { claims, arguments: all, carried: JSON.parse(JSON.stringify(carried)) as unknown };
}

describe('from a graph to a map', () => {
  it('[X-03] gives back to the letter what rode along with an untouched file', () => {
    fc.assert(
      fc.property(randomContents(), (content) => {
        const result = grown(graphOf(content), reading());
        expect(result).toEqual({ ok: true, value: { value: content, losses: [] } });
      }),
    );
  });

  it('lets what the file shows win over what rode along', () => {
    const builder = aMap();
    const thesis = builder.thesis('T');
    const { argument: id, claim: reason } = builder.support(thesis, 'R');
    const graph = graphOf(contentOf(builder.map));
    const { content, told } = read({
      ...graph,
      info: { title: 'Changed' },
      claims: graph.claims.map((one) => (one.key === reason ? { ...one, text: 'reworded elsewhere' } : one)),
      arguments: graph.arguments.map((one) => ({ ...one, direction: 'rebut' })),
    });
    expect(content.info.title).toBe('Changed');
    expect(content.claims.find((one) => one.id === reason)?.text).toBe('reworded elsewhere');
    expect(content.arguments.find((one) => one.id === id)?.direction).toBe('rebut');
    expect(told).toEqual({});
  });

  it('leaves out what rode along where it makes no map any more, and says so', () => {
    const builder = aMap();
    const thesis = builder.thesis('T');
    const { claim: reason } = builder.support(thesis, 'R');
    const comment = builder.comment(thesis, 'stays');
    builder.comment(reason, 'a remark');
    const graph = graphOf(contentOf(builder.map));
    const { content, picture, told } = read({ ...graph, claims: graph.claims.slice(0, 1), arguments: [] });
    expect(picture).toBe('T');
    expect(content.comments.map(({ id }) => id)).toEqual([comment]);
    expect(told).toEqual({ carried: 1 });
  });

  it('keeps a claim with several uses at its first, the others are references', () => {
    const { picture, told } = read({
      claims: ['t', 'a', 'b'].map((key) => claim(key)),
      arguments: [
        argument('1', ['a'], ['t']),
        argument('2', ['b'], ['t']),
        argument('3', ['b'], ['a'], { direction: 'rebut' }),
      ],
    });
    expect(picture).toBe(['t', '  + a', '    - b', '  + = b'].join('\n'));
    expect(told).toEqual({});
  });

  it('takes the home that the file names', () => {
    const { picture } = read({
      claims: [claim('t'), claim('a'), claim('b', { home: '2' })],
      arguments: [argument('1', ['a'], ['t']), argument('3', ['b'], ['a']), argument('2', ['b'], ['t'])],
    });
    expect(picture).toBe(['t', '  + a', '    + = b', '  + b'].join('\n'));
  });

  it('keeps a circle as a reference, and a claim that speaks for itself', () => {
    const { picture, told } = read({
      claims: [claim('a'), claim('b'), claim('s')],
      arguments: [argument('1', ['a'], ['b']), argument('2', ['b'], ['a']), argument('3', ['s'], ['s'])],
    });
    expect(picture).toBe(['a', '  + b', '    + = a', 's', '  + = s'].join('\n'));
    expect(told).toEqual({ cycles: 2 });
  });

  it('puts in what an argument lacks, and splits one with two conclusions', () => {
    const { picture, told } = read({
      info: { language: 'en' },
      claims: [claim('t'), claim('a'), claim('b')],
      arguments: [argument('1', [], ['t']), argument('2', ['a'], []), argument('3', ['b'], ['t', 'a'])],
    });
    expect(picture).toBe(['t', '  + (unstated)', '  + b', '(unstated)', '  + a', '    + = b'].join('\n'));
    expect(told).toEqual({ unstated: 2, conclusions: 1 });
  });

  it('turns support for an argument to what that argument does', () => {
    const { picture, told } = read({
      claims: ['t', 'a', 'b', 'c', 'd'].map((key) => claim(key)),
      arguments: [
        argument('1', ['a'], ['t'], { direction: 'rebut' }),
        argument('2', ['b'], ['1']),
        argument('3', ['c'], ['1'], { direction: 'rebut' }),
        argument('4', ['d'], ['3']),
      ],
    });
    expect(picture).toBe(['t', '  - a', '    ~ c', '    ~ d', '  - b'].join('\n'));
    expect(told).toEqual({ aims: 2 });
  });

  it('cuts arguments apart that aim at each other', () => {
    const { content, told } = read({
      claims: [claim('a'), claim('b')],
      arguments: [
        argument('1', ['a'], ['2'], { direction: 'rebut' }),
        argument('2', ['b'], ['1'], { direction: 'rebut' }),
      ],
    });
    expect(unsound(content)).toBeUndefined();
    expect(content.claims).toHaveLength(2);
    expect(told['cycles']).toBeGreaterThan(0);
  });

  it('tells of edges to nothing, ids given twice, blank texts and signs that cannot be stored', () => {
    const { picture, told } = read({
      claims: [claim('t'), claim('t'), claim('t', { text: 'other' }), claim('u', { text: ' \u0000\u200b' })],
      arguments: [argument('1', ['gone', 't', 't'], ['t', 'nowhere'])],
    });
    expect(picture).toBe(['t', '  + = t', 'other', '…'].join('\n'));
    expect(told).toEqual({ duplicates: 3, dangling: 2, cycles: 1, cleaned: 1, blank: 1 });
  });

  it('[A-02] keeps a text that is too long for a claim as a source, and anchors quotations by their words', () => {
    const long = '长'.repeat(32_000);
    const source = { key: 's', title: 'Speech', text: 'One.\r\nTwo 😀 open. Two open.' };
    const quoted = { source: 's', exact: 'open', suffix: '.', prefix: 'Two ' };
    const { content, told } = read({
      claims: [claim('t', { text: long, quotations: [quoted, { source: 's', exact: 'nowhere' }] })],
      arguments: [],
      sources: [source],
    });
    expect([...(content.claims[0]?.text ?? '')]).toHaveLength(10_000);
    expect(content.editions.map(({ text }) => text.length)).toEqual([27, 32_000]);
    expect(content.quotations.map(({ exact, start }) => [exact.length, start])).toEqual([
      [4, 21],
      [32_000, 0],
    ]);
    expect(content.comments.map(({ text }) => text)).toEqual(['“nowhere”']);
    expect(told).toEqual({ 'long-texts': 1, unanchored: 1 });
  });

  it('[X-03] makes a sound map of any graph, and loses no claim and no use of one', () => {
    const keys = fc.constantFrom(...'abcdefgh1234'.split(''));
    const graphs = fc.record({
      claims: fc.array(fc.record({ key: keys, text: fc.string({ unit: 'binary', maxLength: 6 }) }), {
        maxLength: 9,
      }),
      arguments: fc.array(
        fc.record({
          key: keys,
          direction: fc.constantFrom('support', 'rebut'),
          premises: fc.array(keys, { maxLength: 3 }),
          targets: fc.array(keys, { maxLength: 2 }),
        }),
        { maxLength: 9 },
      ),
    });
    fc.assert(
      fc.property(graphs, (graph) => {
        const where = (node: { key: string }) => ({ ...node, where: node.key });
        const { content, told } = read({
          claims: graph.claims.map(where) as GraphClaim[],
          arguments: graph.arguments.map(where) as GraphArgument[],
        });
        expect(unsound(content)).toBeUndefined();
        const merged = told['duplicates'] ?? 0;
        expect(content.claims.length).toBeGreaterThanOrEqual(graph.claims.length - merged);
        expect(content.arguments.length).toBeGreaterThanOrEqual(graph.arguments.length);
        const tree = shownTree(content);
        for (const { id } of [...content.claims, ...content.arguments]) expect(tree.has(id)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('is done with 10,000 claims in a chain, or in one heap', () => {
    for (const graph of [aChain(10_000), aHeap(10_000)])
      expect(toTheEnd(() => grown(graph, reading()))).toMatchObject({ ok: true });
  });

  it('is done with ids given 60,000 times, and refuses more premises than any map has', () => {
    expect(toTheEnd(() => grown(oneIdFor(60_000), reading()))).toMatchObject({ ok: true });
    const many = Array.from({ length: 1_000 }, (_, i) => claim(`c${i}`));
    const all = many.map(({ key }) => key);
    const result = grown({ claims: many, arguments: [argument('a', all, all)] }, reading());
    expect(result).toMatchObject({ ok: false, refusal: { code: 'too-large' } });
  });
});
