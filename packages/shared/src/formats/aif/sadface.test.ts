import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, OWNER } from '../../../testing/aMap.ts';
import { hostileContents, randomContents } from '../../../testing/contents.ts';
import { manyClaims } from '../../../testing/manyClaims.ts';
import { aReading, readAs, verdictOf } from '../../../testing/readAs.ts';
import type { MapContent } from '../../map/map.ts';
import { contentOf } from '../../map/patch.ts';
import { contentOfJson, jsonOf } from '../json.ts';
import { sadface } from './sadface.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15, 10), version: 7, permalink: null };
const written = (content: MapContent): string => sadface.write?.(content, ORIGIN).value ?? '';

interface Document {
  readonly metadata: { readonly core: Readonly<Record<string, unknown>>; readonly counterpoint: object };
  readonly resources: readonly { readonly id: string; readonly content: string; readonly metadata: object }[];
  readonly nodes: readonly {
    readonly id: string;
    readonly type: string;
    readonly text?: string;
    readonly name?: string;
    readonly sources?: readonly { resource_id: string; text: string; offset: number; length: number }[];
    readonly metadata: object;
  }[];
  readonly edges: readonly { readonly id: string; readonly source_id: string; readonly target_id: string }[];
}
const parsed = (text: string): Document => JSON.parse(text) as Document;

const roundTrip = (content: MapContent): void => {
  const text = written(content);
  const back = sadface.read?.(text, aReading());
  expect(back).toEqual({ ok: true, value: { value: content, losses: [] } });
  if (back?.ok) expect(written(back.value.value)).toBe(text);
};

const atom = (id: string, text: string, more: object = {}) => ({
  id,
  type: 'atom',
  text,
  sources: [],
  metadata: {},
  ...more,
});
const scheme = (id: string, name: string, type = 'scheme') => ({ id, type, name, metadata: {} });
const edges = (...pairs: string[]) =>
  pairs.map((pair, i) => {
    const [source_id, target_id] = pair.split('>');
    return { id: `e${i}`, source_id, target_id };
  });
const file = (nodes: readonly object[], pairs: readonly string[], more: object = {}): string =>
  JSON.stringify({
    metadata: { core: { version: '0.2' } },
    resources: [],
    nodes,
    edges: edges(...pairs),
    ...more,
  });
const read = (...parts: Parameters<typeof file>) => readAs(sadface, file(...parts));

const RESOURCE = '0f8b1c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d';
const CARS = file(
  [
    atom('1', 'The city should ban private cars downtown.'),
    atom('2', 'A ban would cut street-level pollution.', {
      sources: [{ resource_id: RESOURCE, text: 'A ban would cut pollution.', offset: 29, length: 26 }],
    }),
    atom('3', 'Cutting pollution justifies limits on driving.'),
    scheme('4', 'support'),
    atom('5', 'Pollution limits could be met without any ban.'),
    scheme('6', 'conflict'),
  ],
  ['2>4', '3>4', '4>1', '5>6', '6>4'],
  {
    metadata: { core: { id: 'x', version: '0.2', analyst_name: 'A. Analyst', analyst_email: 'a@example.org', created: '2026-01-15T10:00:00', edited: '2026-01-15T10:00:00' } },
    resources: [{ id: RESOURCE, type: 'text', content: 'We should ban cars downtown. A ban would cut pollution.', metadata: { core: {} } }],
  },
); // prettier-ignore

describe('SADFace that is written', () => {
  it('[X-03] gives back the map, whatever happened to it, and the second file is the first', () => {
    fc.assert(fc.property(randomContents(60), roundTrip), { numRuns: 100 });
  });

  it('[X-03] keeps every text as it was typed', () => {
    fc.assert(fc.property(hostileContents, roundTrip), { numRuns: 100 });
  });

  it('[X-03] keeps names of schemes, also such as SADFace has for support and conflict', () => {
    const builder = aMap();
    const thesis = builder.thesis('T');
    const schemes = ['Expert opinion', 'support', 'Conflict of interest', ' two  words ', 'Sign'];
    for (const text of schemes.slice(1)) builder.support(thesis, text);
    builder.rebut(thesis, 'Sign');
    const { arguments: all, ...rest } = contentOf(builder.map);
    const content = { ...rest, arguments: all.map((one, i) => ({ ...one, scheme: schemes[i] ?? null })) };
    roundTrip(content);
    const names = parsed(written(content)).nodes.flatMap(({ name }) => name ?? []);
    expect(names).toEqual(['Expert opinion', 'support', 'support', ' two  words ', 'conflict']);
  });

  it('is a document that the validator of version 0.2 accepts', () => {
    const uuid4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    fc.assert(
      fc.property(randomContents(60), (content) => {
        const { metadata, resources, nodes, edges: all } = parsed(written(content));
        expect(Object.keys(metadata.core).sort()).toEqual([
          'analyst_email',
          'analyst_name',
          'created',
          'edited',
          'id',
          'version',
        ]);
        for (const value of Object.values(metadata.core)) expect(typeof value).toBe('string');
        const ids = [metadata.core['id'], ...[...resources, ...nodes, ...all].map(({ id }) => id)];
        for (const id of ids) expect(id).toMatch(uuid4);
        expect(new Set(ids).size).toBe(ids.length);
        const types = new Map(nodes.map(({ id, type }) => [id, type]));
        for (const { type, text, name, sources, metadata: blocks } of nodes) {
          if (type === 'atom') expect([typeof text, Array.isArray(sources)]).toEqual(['string', true]);
          else expect([type, typeof name]).toEqual(['scheme', 'string']);
          // It looks for each block of a node among those of the document.
          for (const block of Object.keys(blocks)) expect(metadata).toHaveProperty(block);
        }
        for (const edge of all) {
          expect(Object.keys(edge).sort()).toEqual(['id', 'source_id', 'target_id']);
          const ends = [types.get(edge.source_id), types.get(edge.target_id)];
          expect(ends.filter((type) => type !== undefined)).toHaveLength(2);
          expect(ends).toContain('scheme');
        }
        for (const [id, type] of types) {
          if (type !== 'scheme') continue;
          expect(all.filter(({ target_id }) => target_id === id).length).toBeGreaterThan(0);
          expect(all.filter(({ source_id }) => source_id === id)).toHaveLength(1);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('has sources as resources, and what is quoted of them in code points', () => {
    const builder = aMap();
    const thesis = builder.thesis('T');
    const { edition } = builder.source('😀 The river rises.');
    builder.quote(thesis, edition, [2, 11]);
    const content = contentOf(builder.map);
    const { resources, nodes, metadata } = parsed(written(content));
    expect(resources.map((one) => one.content)).toEqual(['😀 The river rises.']);
    expect(nodes[0]?.sources).toEqual([
      { resource_id: resources[0]?.id, text: 'The river', offset: 2, length: 9 },
    ]);
    const { id: _, ...core } = metadata.core;
    expect(core).toEqual({
      analyst_name: 'Olga',
      analyst_email: '',
      created: '1970-01-01T00:00:01',
      edited: '2026-01-15T10:00:00',
      version: '0.2',
    });
    expect(content.participants.find(({ id }) => id === OWNER)?.name).toBe('Olga');
  });

  it('writes and reads 10,000 claims, and loses nothing', () => {
    const result = sadface.read?.(written(manyClaims(10_000)), aReading());
    expect(result?.ok && result.value.value.claims).toHaveLength(10_000);
    expect(result?.ok && result.value.losses).toEqual([]);
  });
});

describe('SADFace of ours that another tool changed', () => {
  const builder = aMap();
  const thesis = builder.thesis('Thesis');
  const support = builder.support(thesis, 'Reason');
  const { edition } = builder.source('The river rises. 河水上涨。');
  builder.quote(support.claim, edition, [0, 9]);
  builder.quote(thesis, edition, [17, 21]);
  const content = contentOf(builder.map);
  const document = parsed(written(content));
  const changed = (nodes: Document['nodes']) => readAs(sadface, JSON.stringify({ ...document, nodes }));

  it('has the new words, and no quotation that is gone', () => {
    const nodes = document.nodes.map((node) =>
      node.text === 'Reason' ? { ...node, text: 'Better', sources: [] } : node,
    );
    const { picture, losses, content: back } = changed(nodes);
    expect([picture, losses]).toEqual(['Thesis\n  + Better', []]);
    expect(back.quotations).toEqual(content.quotations.filter(({ exact }) => exact === '河水上涨'));
    expect(back.sources).toEqual(content.sources);
  });

  it('turns what became a conflict', () => {
    const { picture } = changed(
      document.nodes.map((node) => (node.name ? { ...node, name: 'attack' } : node)),
    );
    expect(picture).toBe('Thesis\n  - Reason');
  });
});

describe('SADFace of other tools', () => {
  it('reads joint premises, an undercut and a quoted stretch', () => {
    const { picture, content, told } = readAs(sadface, CARS, { name: 'cars.sadface.json' });
    expect(picture).toBe(
      [
        'The city should ban private cars downtown.',
        '  + A ban would cut street-level pollution.',
        '  & Cutting pollution justifies limits on driving.',
        '    ~ Pollution limits could be met without any ban.',
      ].join('\n'),
    );
    expect(told).toEqual({ people: 1 });
    expect(content.info.title).toBe('cars');
    expect(content.claims.map(({ at }) => at)).toEqual(
      Array.from({ length: 4 }, () => Date.UTC(2026, 0, 15, 10)),
    );
    expect(content.quotations).toMatchObject([
      { exact: 'A ban would cut pollution.', start: 29, end: 55, bearing: 'paraphrase' },
    ]);
  });

  it('reads what the library writes, where nodes are inferences and conflicts', () => {
    const nodes = [
      { ...atom('1', 'T'), metadata: { core: {} } },
      atom('2', 'Reason'),
      { ...scheme('3', 'support', 'inference'), metadata: { core: {} } },
      atom('4', 'Objection'),
      scheme('5', 'attack', 'conflict'),
      atom('6', 'Doubt'),
      scheme('7', 'disagree', 'conflict'),
      atom('8', 'Sign'),
      scheme('9', 'Argument from Sign', 'inference'),
    ];
    const { picture, content, losses } = read(nodes, [
      '2>3',
      '3>1',
      '1>5',
      '5>4',
      '2>7',
      '7>6',
      '8>9',
      '9>1',
    ]);
    expect(picture).toBe('T\n  + Reason\n    - Doubt\n  - Objection\n  + Sign');
    expect(content.arguments.map((one) => one.scheme)).toEqual([null, null, null, 'Argument from Sign']);
    expect(losses).toEqual([]);
  });

  it('reads documents of the first version, with metadata at the top', () => {
    const more = {
      metadata: { title: 'Hang back', notes: 'A note' },
      analyst_name: 'S',
      created: '2017-07-11T16:32:36',
      id: 'x',
    };
    const { content, told } = read([{ id: '1', type: 'atom', text: 'A' }], [], more);
    expect(content.info).toMatchObject({ title: 'Hang back', about: 'A note' });
    expect(content.claims[0]?.at).toBe(Date.UTC(2017, 6, 11, 16, 32, 36));
    expect(told).toEqual({ people: 1 });
  });

  it('makes the main claim a thesis, whether its id or its words name it', () => {
    const nodes = [atom('1', 'A'), atom('2', 'B'), scheme('3', 'support'), scheme('4', 'support')];
    for (const claim of ['2', 'B']) {
      const { picture } = read(nodes, ['1>3', '3>2', '2>4', '4>1'], { metadata: { core: { claim } } });
      expect(picture).toBe('B\n  + A\n    + = B');
    }
  });

  const CONFLICTS: [title: string, nodes: object[], pairs: string[], picture: string, more?: object][] = [
    ['a document writes attacker, conflict, target', [atom('t', 'T'), scheme('c', 'conflict'), atom('a', 'A')], ['a>c', 'c>t'], 'T\n  - A'],
    ['a document may attack with what it uses elsewhere', [atom('t', 'T'), scheme('c', 'conflict'), atom('a', 'A'), scheme('s', 'support'), atom('u', 'U')], ['a>c', 'c>t', 'a>s', 's>u'], 'T\n  - A\nU\n  + = A'],
    ['the library writes target, conflict, attacker', [atom('t', 'T'), scheme('c', 'attack', 'conflict'), atom('a', 'A')], ['t>c', 'c>a'], 'T\n  - A'],
    ['what argues on is the target', [atom('t', 'T'), scheme('s', 'support'), atom('u', 'U'), scheme('c', 'attack', 'conflict'), atom('a', 'A')], ['t>s', 's>u', 'a>c', 'c>t'], 'U\n  + T\n    - A'],
    ['an atom with no other edge is the attacker', [atom('t', 'T'), scheme('s', 'support'), atom('u', 'U'), scheme('c', 'attack', 'conflict'), atom('a', 'A')], ['u>s', 's>t', 'a>c', 'c>t'], 'T\n  + U\n  - A'],
    ['a scheme is the target, whichever way the edges go', [atom('t', 'T'), scheme('s', 'support'), atom('u', 'U'), scheme('c', 'conflict'), atom('a', 'A')], ['u>s', 's>t', 's>c', 'c>a'], 'T\n  + U\n    ~ A'],
    ['the main claim is the target', [atom('t', 'T'), scheme('c', 'conflict'), atom('a', 'A')], ['t>c', 'c>a'], 'T\n  - A', { metadata: { core: { claim: 't' } } }],
    ['all edges may leave the conflict', [atom('a', 'A'), scheme('c', 'attack', 'conflict'), atom('t', 'T'), scheme('s', 'support'), atom('u', 'U')], ['c>a', 'c>t', 'u>s', 's>t'], 'T\n  - A\n  + U'],
    ['all edges may lead to the conflict', [atom('a', 'A'), scheme('c', 'conflict'), atom('t', 'T'), scheme('s', 'support'), atom('u', 'U')], ['a>c', 's>c', 'u>s', 's>t'], 'T\n  + U\n    ~ A'],
    ['a conflict may be attacked', [atom('t', 'T'), scheme('c', 'conflict'), atom('a', 'A'), scheme('d', 'conflict'), atom('b', 'B')], ['a>c', 'c>t', 'b>d', 'd>c'], 'T\n  - A\n    ~ B'],
  ]; // prettier-ignore
  it.each(CONFLICTS)('tells the target of a conflict: %s', (_, nodes, pairs, picture, more = {}) => {
    expect(read(nodes, pairs, more)).toMatchObject({ picture, losses: [] });
  });

  it('tells loose edges, edges between atoms, ids given twice and what it does not know', () => {
    const { picture, losses } = read(
      [
        atom('1', 'A', { colour: 'red', metadata: { com_x: { a: 1 } } }),
        atom('2', 'B', { colour: 'red' }),
        atom('2', 'C'),
        scheme('3', 'support'),
      ],
      ['2>1', '2>9', '3>1'],
      { extra: [1], metadata: { core: { mood: 'x' }, com_y: {}, com_z: { b: 2 } } },
    );
    expect(picture).toBe('A\n  + (unstated)\n  + B\nC');
    expect(losses).toEqual([
      {
        kind: 'unknown',
        count: 5,
        where: ['nodes.colour', 'extra', 'metadata.com_z', 'metadata.core.mood', 'nodes.metadata.com_x'],
      },
      { kind: 'dangling', count: 1, where: ['edges.1'] },
      { kind: 'edges', count: 1, where: ['edges.0'] },
      { kind: 'duplicates', count: 1, where: ['nodes.2'] },
      { kind: 'unstated', count: 1, where: ['nodes.3'] },
    ]);
  });

  it('anchors spans by their words, or by their place where they have none; tells sources it has only passages of', () => {
    const spans = [
      { resource_id: 'r', text: 'river', offset: 0, length: 5 },
      { resource_id: 'r', offset: 2, length: 3 },
      { resource_id: 'r', text: 'lake', offset: 0, length: 4 },
      { resource_id: 'elsewhere', text: 'a passage', offset: 900, length: 9 },
    ];
    const resources = [
      {
        id: 'r',
        type: 'text',
        content: '😀 The river rises.',
        metadata: { core: { title: 'Speech' }, url: 'https://example.org' },
      },
    ];
    const { content, told } = read([atom('1', 'A', { sources: spans })], [], { resources });
    expect(content.quotations.map(({ exact, start }) => [exact, start])).toEqual([
      ['river', 6],
      ['The', 2],
      ['a passage', 0],
    ]);
    expect(content.sources.map(({ title, url }) => [title, url])).toEqual([
      ['Speech', 'https://example.org'],
      ['elsewhere', ''],
    ]);
    expect(content.comments.map(({ text }) => text)).toEqual(['“lake”']);
    expect(told).toEqual({ 'quoted-sources': 1, unanchored: 1 });
  });

  it('refuses what is no SADFace, with the place', () => {
    expect(verdictOf(sadface, '{"nodes": [}')).toBe(
      'invalid: The file is not JSON: line 1, column 12: a value should come here.',
    );
    expect(verdictOf(sadface, '{"a":1}')).toMatch(/^unsupported-format: /);
    expect(verdictOf(sadface, '{"nodes":{}}')).toBe('invalid: nodes: must be a list.');
    expect(verdictOf(sadface, '{"nodes":[],"edges":null,"resources":null}')).toBe('ok');
  });

  it('[X-03] makes a sound map of any graph, or refuses it', () => {
    const id = fc.oneof({ weight: 9, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h') }, { weight: 1, arbitrary: fc.constantFrom(null, '', 1, {}) });
    const any = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('A', 'support', 'attack', '') }, { weight: 1, arbitrary: fc.jsonValue() });
    const source = fc.record({ resource_id: id, text: any, offset: any, length: any }, { requiredKeys: [] });
    const metadata = fc.oneof(any, fc.record({ core: any, counterpoint: any }));
    const node = fc.record({ id, type: fc.constantFrom('atom', 'atom', 'scheme', 'inference', 'conflict', 'x', ''), text: any, name: any, sources: fc.oneof(any, fc.array(source, { maxLength: 3 })), metadata }, { requiredKeys: ['type'] });
    const graphs = fc.record({
      nodes: fc.array(fc.oneof({ weight: 20, arbitrary: node }, { weight: 1, arbitrary: fc.jsonValue() }), { maxLength: 14 }),
      edges: fc.array(fc.record({ id, source_id: id, target_id: id }, { requiredKeys: [] }), { maxLength: 30 }),
      resources: fc.array(fc.record({ id, content: any, metadata: any }, { requiredKeys: [] }), { maxLength: 3 }),
      metadata,
    }, { requiredKeys: ['nodes'] });
    fc.assert(
      fc.property(graphs, (graph) => {
        const result = sadface.read?.(JSON.stringify(graph), aReading());
        if (!result?.ok) throw new Error(result?.refusal.message);
        expect(contentOfJson(jsonOf(result.value.value))).toMatchObject({ ok: true });
      }),
      { numRuns: 400 },
    );
  }); // prettier-ignore
});
