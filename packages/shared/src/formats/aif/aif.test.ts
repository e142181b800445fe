import { describe, expect, it } from '@jest/globals';
import { MOST_FILE_BYTES } from '../format.ts';
import fc from 'fast-check';
import { aMap, MODERATOR, PARTICIPANT } from '../../../testing/aMap.ts';
import { hostileContents, randomContents } from '../../../testing/contents.ts';
import { manyClaims } from '../../../testing/manyClaims.ts';
import { aReading, readAs, verdictOf } from '../../../testing/readAs.ts';
import { READ_AT } from '../../../testing/roundTrip.ts';
import type { MapContent } from '../../map/map.ts';
import { contentOf } from '../../map/patch.ts';
import { aif } from './aif.ts';
import { contentOfJson, jsonOf } from '../json.ts';
import { sadface } from './sadface.ts';
import { xaif } from './xaif.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15, 10), version: 7, permalink: null };
const written = (content: MapContent): string => aif.write?.(content, ORIGIN).value ?? '';

interface Node {
  readonly nodeID: string;
  readonly type: string;
  readonly text: string;
}
interface Graph {
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly edgeID: string; readonly fromID: string; readonly toID: string }[];
  readonly locutions: readonly {
    readonly nodeID: string;
    readonly personID: string;
    readonly timestamp: string;
  }[];
  readonly participants: readonly { readonly participantID: string; readonly firstname: string }[];
}
const parsed = (text: string): Graph => JSON.parse(text) as Graph;

type Rows = readonly (readonly [id: string | number, type: string, text: string])[];
/** A file of another tool: nodes, and edges as '2>4'. */
const file = (nodes: Rows, edges: readonly string[], more: object = {}): string =>
  JSON.stringify({
    nodes: nodes.map(([nodeID, type, text]) => ({ nodeID, text, type })),
    edges: edges.map((edge, i) => {
      const [fromID, toID] = edge.split('>');
      return { edgeID: i + 1, fromID, toID };
    }),
    ...more,
  });
const read = (nodes: Rows, edges: readonly string[], more: object = {}) =>
  readAs(aif, file(nodes, edges, more));

const CARS = file(
  [
    ['1', 'I', 'The city should ban private cars downtown.'],
    ['2', 'I', 'A ban would cut street-level pollution.'],
    ['3', 'I', 'Cutting pollution justifies limits on driving.'],
    ['4', 'RA', 'Default Inference'],
    ['5', 'I', 'A ban would ruin small shops.'],
    ['6', 'CA', 'Default Conflict'],
    ['7', 'I', 'Most street-level pollution comes from lorries.'],
    ['8', 'CA', 'Default Conflict'],
    ['9', 'I', 'Pollution limits could be met without any ban.'],
    ['10', 'CA', 'Default Conflict'],
  ],
  ['2>4', '3>4', '4>1', '5>6', '6>1', '7>8', '8>2', '9>10', '10>4'],
  { locutions: [] },
);

const roundTrip = (content: MapContent): void => {
  const text = written(content);
  const back = aif.read?.(text, aReading());
  expect(back).toEqual({ ok: true, value: { value: content, losses: [] } });
  if (back?.ok) expect(written(back.value.value)).toBe(text);
};

describe('AIF that is written', () => {
  it('[X-03] gives back the map, whatever happened to it, and the second file is the first', () => {
    fc.assert(fc.property(randomContents(60), roundTrip), { numRuns: 150 });
  });

  it('[X-03] keeps every text as it was typed', () => {
    fc.assert(fc.property(hostileContents, roundTrip), { numRuns: 150 });
  });

  it('[X-03] keeps names of schemes that look like those of no scheme, and claims that nobody wrote', () => {
    const builder = aMap();
    const thesis = builder.thesis('T');
    for (const text of ['A', 'B', 'C', 'D']) builder.support(thesis, text);
    const schemes = ['Expert opinion', 'Default Inference', 'RA', 'two\n lines '];
    const { claims, arguments: all, ...rest } = contentOf(builder.map);
    roundTrip({
      ...rest,
      claims: claims.map((claim) => (claim.text === 'B' ? { ...claim, by: null } : claim)),
      arguments: all.map((argument, i) => ({ ...argument, scheme: schemes[i] ?? null })),
    });
  });

  it('[X-03] keeps a claim that is seen by reference only, with what hangs on it unseen', () => {
    const builder = aMap();
    const thesis = builder.thesis('T', { order: 'a5' });
    const other = builder.thesis('Other', { order: 'a6' });
    const elsewhere = builder.support(other, 'Elsewhere').claim;
    const { claim, argument } = builder.support(thesis, 'Reason');
    builder.refer(elsewhere, argument);
    const seen = builder.rebut(argument, 'Undercut', { order: 'Zz' }).claim;
    builder.refer(seen, builder.support(other, 'More').argument);
    builder.remove(claim);
    builder.remove(elsewhere);
    expect(builder.picture).toBe('T\nOther\n  + More\n  & = Undercut');
    roundTrip(contentOf(builder.map));
  });

  it('is a graph that AIF allows: no loose edge, none from claim to claim, each argument with premise and conclusion', () => {
    fc.assert(
      fc.property(randomContents(60), (content) => {
        const { nodes, edges, locutions, participants } = parsed(written(content));
        const types = new Map(nodes.map(({ nodeID, type }) => [nodeID, type]));
        expect(nodes.map(({ nodeID }) => nodeID)).toEqual(nodes.map((_, i) => String(i + 1)));
        expect(new Set(edges.map(({ fromID, toID }) => `${fromID} ${toID}`)).size).toBe(edges.length);
        const steps = edges.map(
          ({ fromID, toID }) => `${types.get(fromID) ?? '?'}>${types.get(toID) ?? '?'}`,
        );
        for (const step of steps) expect(step).toMatch(/^(I>(RA|CA)|(RA|CA)>I|CA>(RA|CA)|L>YA|YA>I)$/);
        for (const { nodeID, type } of nodes) {
          const [ins, outs] = [
            edges.filter(({ toID }) => toID === nodeID),
            edges.filter(({ fromID }) => fromID === nodeID),
          ];
          if (type === 'RA' || type === 'CA') expect([ins.length > 0, outs.length]).toEqual([true, 1]);
          if (type === 'YA') expect([ins.length, outs.length]).toEqual([1, 1]);
          if (type === 'L') expect(locutions.filter((one) => one.nodeID === nodeID)).toHaveLength(1);
        }
        const people = new Set(participants.map(({ participantID }) => participantID));
        for (const { personID } of locutions) expect(people).toContain(personID);
      }),
      { numRuns: 50 },
    );
  });

  it('says who said what and when, in the order of the tree', () => {
    const builder = aMap();
    const thesis = builder.thesis('We should ban cars.', { by: MODERATOR });
    const { argument } = builder.support(thesis, 'It clears the air.', { by: PARTICIPANT });
    builder.rebut(argument, 'Filters do, too.', { by: PARTICIPANT });
    const content = contentOf(builder.map);
    const named = content.participants.map((one) =>
      one.id === MODERATOR ? { ...one, name: 'Ana María Diaz' } : one,
    );
    const { nodes, edges, locutions, participants } = parsed(written({ ...content, participants: named }));
    expect(nodes.map(({ nodeID, type, text }) => `${nodeID} ${type} ${text}`)).toEqual([
      '1 L Ana María Diaz : We should ban cars.',
      '2 YA Asserting',
      '3 I We should ban cars.',
      '4 RA Default Inference',
      '5 L Pia : It clears the air.',
      '6 YA Asserting',
      '7 I It clears the air.',
      '8 CA Default Conflict',
      '9 L Pia : Filters do, too.',
      '10 YA Asserting',
      '11 I Filters do, too.',
    ]);
    const pairs = edges.map(({ fromID, toID }) => `${fromID}>${toID}`);
    expect(pairs).toEqual(['1>2', '2>3', '5>6', '6>7', '9>10', '10>11', '7>4', '4>3', '11>8', '8>4']);
    expect(locutions[0]).toEqual({ nodeID: '1', personID: '1', timestamp: '1970-01-01 00:00:01' });
    expect(participants).toMatchObject([
      { participantID: '1', firstname: 'Ana María', surname: 'Diaz' },
      { participantID: '2', firstname: 'Pia', surname: '' },
    ]);
  });

  it('writes and reads 10,000 claims, and loses nothing', () => {
    const result = aif.read?.(written(manyClaims(10_000)), aReading());
    expect(result?.ok && result.value.value.claims).toHaveLength(10_000);
    expect(result?.ok && result.value.losses).toEqual([]);
  });
});

describe('AIF of ours that another tool changed', () => {
  const builder = aMap();
  const thesis = builder.thesis('Thesis & more');
  const support = builder.support(thesis, 'Reason');
  builder.rebut(thesis, 'Objection');
  builder.comment(support.claim, 'A remark');
  const text = written(contentOf(builder.map));

  it('has the new words of a claim, and all else as it was', () => {
    const { content, losses } = readAs(aif, text.replaceAll('"Reason"', '"Better reason"'));
    expect(losses).toEqual([]);
    const claims = contentOf(builder.map).claims.map((claim) =>
      claim.id === support.claim ? { ...claim, text: 'Better reason' } : claim,
    );
    expect(content).toEqual({ ...contentOf(builder.map), claims });
  });

  it('has a new claim in its place', () => {
    const { nodes, edges, ...rest } = parsed(text);
    const more = [
      { nodeID: 'x1', type: 'I', text: 'New' },
      { nodeID: 'x2', type: 'CA', text: 'Default Conflict' },
    ];
    const changed = {
      ...rest,
      nodes: [...nodes, ...more],
      edges: [
        ...edges,
        { edgeID: 'e1', fromID: 'x1', toID: 'x2' },
        { edgeID: 'e2', fromID: 'x2', toID: '3' },
      ],
    };
    const { picture, told, content } = readAs(aif, JSON.stringify(changed));
    expect(picture).toBe('Thesis & more\n  + Reason\n  - Objection\n  - New');
    expect(told).toEqual({});
    expect(content.comments).toEqual(contentOf(builder.map).comments);
  });
});

describe('AIF of other tools', () => {
  it('reads joint premises, a rebuttal, an undermined premise and an undercut', () => {
    const { picture, losses, content } = readAs(aif, CARS, { name: 'cars.aif.json' });
    expect(picture).toBe(
      [
        'The city should ban private cars downtown.',
        '  + A ban would cut street-level pollution.',
        '    - Most street-level pollution comes from lorries.',
        '  & Cutting pollution justifies limits on driving.',
        '    ~ Pollution limits could be met without any ban.',
        '  - A ban would ruin small shops.',
      ].join('\n'),
    );
    expect(losses).toEqual([]);
    expect(content.info).toMatchObject({ title: 'cars', language: 'en' });
    expect(content.arguments.map(({ scheme }) => scheme)).toEqual([null, null, null, null]);
  });

  it('reads ids that are numbers, lists that are null, and a wrapper of nothing else', () => {
    const more = { locutions: null, schemefulfillments: null, participants: null };
    const { picture, losses } = read(
      [
        [1, 'I', 'A'],
        [2, 'i', 'B'],
        [3, 'ca', 'CA'],
      ],
      ['2>3', '3>1'],
      more,
    );
    expect([picture, losses]).toEqual(['A\n  - B', []]);
    expect(readAs(aif, `{"AIF":${CARS}}`).picture).toBe(readAs(aif, CARS).picture);
  });

  it('reads a file of nothing as a map of nothing', () => {
    for (const text of ['{"nodes":[],"edges":[],"locutions":[]}', '{"AIF":{}}'])
      expect([readAs(aif, text).picture, readAs(aif, text).losses]).toEqual(['', []]);
  });

  it('puts in what an argument lacks', () => {
    const { picture, told } = read(
      [
        [1, 'I', 'A'],
        [2, 'RA', ''],
        [3, 'I', 'B'],
        [4, 'CA', ''],
      ],
      ['2>1', '3>4'],
    );
    expect(picture).toBe('A\n  + (unstated)\n(unstated)\n  - B');
    expect(told).toEqual({ unstated: 2 });
  });

  it('makes an argument for each of several conclusions', () => {
    const { picture, told } = read(
      [
        [1, 'I', 'A'],
        [2, 'I', 'B'],
        [3, 'I', 'C'],
        [4, 'RA', ''],
      ],
      ['3>4', '4>1', '4>2'],
    );
    expect(picture).toBe('A\n  + C\nB\n  + = C');
    expect(told).toEqual({ conclusions: 1 });
  });

  it('reads a conflict with a conflict as an undercut, and support of a conflict as one more against its target', () => {
    const nodes: Rows = [
      [1, 'I', 'A'],
      [2, 'I', 'B'],
      [3, 'CA', ''],
      [4, 'I', 'C'],
      [5, 'CA', ''],
      [6, 'I', 'D'],
      [7, 'RA', ''],
    ];
    const { picture, told } = read(nodes, ['2>3', '3>1', '4>5', '5>3', '6>7', '7>3']);
    expect(picture).toBe('A\n  - B\n    ~ C\n  - D');
    expect(told).toEqual({ aims: 1 });
  });

  it('reads an edge from claim to claim as support, and tells loose edges and ids given twice', () => {
    const { picture, losses } = read(
      [
        [1, 'I', 'A'],
        [2, 'I', 'B'],
        [2, 'I', 'Other'],
        [2, 'I', 'B'],
      ],
      ['2>1', '2>9'],
    );
    expect(picture).toBe('A\n  + B\nOther');
    expect(losses).toEqual([
      { kind: 'dangling', count: 1, where: ['edges.1'] },
      { kind: 'edges', count: 1, where: ['edges.0'] },
      { kind: 'duplicates', count: 2, where: ['nodes.2', 'nodes.3'] },
    ]);
  });

  it('keeps every use in circles and loops', () => {
    const ring = read(
      [
        [1, 'I', 'A'],
        [2, 'RA', ''],
        [3, 'I', 'B'],
        [4, 'RA', ''],
      ],
      ['1>2', '2>3', '3>4', '4>1'],
    );
    expect([ring.picture, ring.told]).toEqual(['A\n  + B\n    + = A', { cycles: 1 }]);
    const loop = read(
      [
        [1, 'I', 'A'],
        [2, 'CA', ''],
      ],
      ['1>2', '2>1', '2>2'],
    );
    expect(loop.content.arguments.length + loop.content.references.length).toBeGreaterThan(1);
  });

  it('tells rephrases and preferences, strange nodes and fields, and places in a picture', () => {
    const nodes = [
      { nodeID: '1', text: 'A', type: 'I', x: 3, y: 4, colour: 'red' },
      { nodeID: '2', text: 'B', type: 'I', x: 3, y: 5, colour: 'red' },
      { nodeID: '3', text: 'Default Rephrase', type: 'MA' },
      { nodeID: '4', text: 'Default Preference', type: 'PA' },
      { nodeID: '5', text: '', type: 'EN' },
      { nodeID: '6', text: '', type: 'EN' },
    ];
    const edges = [
      { edgeID: 1, fromID: '2', toID: '3' },
      { edgeID: 2, fromID: '3', toID: '1' },
    ];
    const { picture, losses } = readAs(
      aif,
      JSON.stringify({ nodes, edges, analyst: 'Ana', descriptorfulfillments: [1] }),
    );
    expect(picture).toBe('A\nB');
    expect(losses).toEqual([
      { kind: 'unknown', count: 3, where: ['analyst', 'nodes.colour', 'nodes.4'] },
      { kind: 'schemes', count: 1, where: ['descriptorfulfillments'] },
      { kind: 'rephrases', count: 1, where: ['nodes.2'] },
      { kind: 'preferences', count: 1, where: ['nodes.3'] },
      { kind: 'layout', count: 1, where: ['nodes'] },
    ]);
  });

  it('finds the scheme in a field, beside the nodes or in the text', () => {
    const nodes = [
      { nodeID: 1, type: 'I', text: 'A' },
      { nodeID: 2, type: 'I', text: 'B' },
      { nodeID: 3, type: 'RA', text: 'RA', scheme: 'Expert Opinion', schemeID: '1' },
      { nodeID: 4, type: 'RA', text: 'Argument From Sign' },
      { nodeID: 5, type: 'RA', text: 'Default Inference', scheme: 'Default Inference' },
      { nodeID: 6, type: 'CA', text: '' },
    ];
    const edges = [3, 4, 5, 6].flatMap((id) => [
      { fromID: 2, toID: id },
      { fromID: id, toID: 1 },
    ]);
    const schemefulfillments = [{ nodeID: 4, schemeID: '72' }, { nodeID: 6, scheme: 'Bias' }, null];
    const { content } = readAs(aif, JSON.stringify({ nodes, edges, schemefulfillments }));
    const schemes = content.arguments.map(({ scheme }) => scheme);
    expect(schemes).toEqual(['Expert Opinion', 'Argument From Sign', null, 'Bias']);
  });

  it('undoes entities and tags once', () => {
    const texts = [
      'A &amp; B &lt;b&gt; &#39;c&#x27; &eacute;&hellip;',
      'x < y <b>and</b> y > z<br/>so <i>there</i>',
      '<name> & &nothing;',
      '&amp;lt;',
    ];
    const { content, told } = read(
      texts.map((text, i) => [i, 'I', text]),
      [],
    );
    expect(content.claims.map(({ text }) => text)).toEqual([
      "A & B <b> 'c' é…".replace("'c'", "'c'"),
      'x < y and y > z\nso there',
      '<name> & &nothing;',
      '&lt;',
    ]);
    expect(told).toEqual({ texts: 1 });
  });

  it('keeps a text of 32,596 characters and a branch of 200 levels', () => {
    const { content, told } = read([[1, 'I', 'word '.repeat(6_519) + '.']], []);
    expect([told, content.editions[0]?.text.length]).toEqual([{ 'long-texts': 1 }, 32_596]);
    const levels = Array.from({ length: 200 }, (_, i): Rows => [
      [`i${i}`, 'I', `L${i}`],
      [`r${i}`, 'RA', ''],
    ]).flat();
    const deep = read(
      levels.slice(0, -1),
      Array.from({ length: 199 }, (_, i) => [`i${i + 1}>r${i}`, `r${i}>i${i}`]).flat(),
    );
    expect([deep.picture.split('\n').length, deep.losses]).toEqual([200, []]);
  });
});

describe('speech in AIF', () => {
  const people = (...names: string[]) =>
    names.map((firstname, i) => ({ participantID: i, firstname, surname: '' }));
  const authorsOf = ({ claims, participants }: MapContent) =>
    claims.map(({ text, by, at }) => [text, participants.find(({ id }) => id === by)?.name ?? null, at]);

  it('gives a claim its author and its time', () => {
    const { content, losses } = read(
      [
        [1, 'L', 'Ana : we should'],
        [2, 'YA', 'Asserting'],
        [3, 'I', 'We should.'],
        [4, 'I', 'Nobody said it.'],
      ],
      ['1>2', '2>3'],
      {
        participants: people('Ana'),
        locutions: [{ nodeID: 1, personID: 0, timestamp: '2026-01-15 10:00:00' }],
      },
    );
    expect(authorsOf(content)).toEqual([
      ['We should.', 'Ana', Date.UTC(2026, 0, 15, 10)],
      ['Nobody said it.', null, READ_AT],
    ]);
    expect(losses).toEqual([]);
  });

  it('knows the speaker by the name before the words, where the file has no participants', () => {
    const { content, losses } = read(
      [
        [1, 'L', 'Ana Diaz : we should'],
        [2, 'YA', ''],
        [3, 'I', 'A'],
        [4, 'L', 'Note: it rains'],
        [5, 'YA', ''],
        [6, 'I', 'B'],
        [7, 'L', 'ana diaz: again'],
        [8, 'YA', ''],
        [9, 'I', 'C'],
        [10, 'L', 'so'],
        [11, 'I', 'D'],
      ],
      ['1>2', '2>3', '4>5', '5>6', '7>8', '8>9', '10>11'],
      {
        locutions: [
          { nodeID: 10, personID: 7, start: '2020-02-30 00:00:00', timestamp: '0000-00-00 00:00:00' },
        ],
      },
    );
    expect(authorsOf(content).map(([text, name]) => [text, name])).toEqual([
      ['A', 'Ana Diaz'],
      ['B', null],
      ['C', 'Ana Diaz'],
      ['D', 'Speaker 7'],
    ]);
    expect(losses).toEqual([]);
  });

  it('says nothing of transitions, and tells what has no place: questions, echoes, idle words, silent people', () => {
    const { content, losses } = read(
      [
        [1, 'L', 'Ana : is it?'], [2, 'YA', 'Pure Questioning'], [3, 'I', 'It is.'], [4, 'TA', 'Default Transition'],
        [5, 'L', 'Ben : it is'], [6, 'YA', 'Agreeing'], [7, 'YA', 'Arguing'], [8, 'RA', ''], [9, 'I', 'Look.'],
        [10, 'L', 'Ben : well'],
      ],
      ['1>2', '2>3', '1>4', '4>5', '5>6', '6>3', '4>7', '7>8', '9>8', '8>3'],
      { participants: people('Ana', 'Ben', 'Cy'), locutions: [{ nodeID: 1, personID: 0 }, { nodeID: 5, personID: 1 }] },
    ); // prettier-ignore
    expect(authorsOf(content).map(([text, name]) => [text, name])).toEqual([
      ['It is.', 'Ana'],
      ['Look.', null],
    ]);
    expect(losses).toEqual([
      { kind: 'locutions', count: 3, where: ['nodes.1', 'nodes.5', 'nodes.9'] },
      { kind: 'people', count: 2, where: ['participants.1', 'participants.2'] },
    ]);
  });
});

describe('AIF that is no AIF', () => {
  it('is refused with the place of the fault', () => {
    expect(verdictOf(aif, '')).toBe('invalid: The file is empty.');
    expect(verdictOf(aif, '{"nodes":\n [1, ]}')).toBe(
      'invalid: The file is not JSON: line 2, column 6: a value should come here.',
    );
    expect(verdictOf(aif, '{"nodes":[1,]}')).toMatch(/line 1, column 13: a value should come here/);
    expect(verdictOf(aif, '{"nodes": [')).toBe(
      'invalid: The file is not JSON: line 1, column 12: the file ends where a value should come.',
    );
    expect(verdictOf(aif, '{"a": "b')).toBe(
      'invalid: The file is not JSON: line 1, column 7: the quotes are never closed.',
    );
    expect(verdictOf(aif, '{"a": 01}')).toMatch(/line 1, column 7: a value should come here/);
    expect(verdictOf(aif, '[]')).toBe('invalid: line 1: the file is not a JSON object.');
    expect(verdictOf(aif, '{"a":1}')).toMatch(/^unsupported-format: line 1: /);
    expect(verdictOf(aif, '{"nodes":{},"edges":[]}')).toBe('invalid: nodes: must be a list.');
    expect(verdictOf(aif, '{"AIF":{"nodes":[],"edges":3}}')).toBe('invalid: AIF.edges: must be a list.');
    expect(verdictOf(aif, '{"AIF":[1]}')).toBe('invalid: AIF: must be an object.');
    expect(verdictOf(aif, ' '.repeat(MOST_FILE_BYTES + 1))).toMatch(/^too-large: /);
    expect(verdictOf(aif, '['.repeat(5_000_000))).toMatch(/^invalid: /);
  });

  it('finds a fault wherever one is', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '"', '{', ',', 'x', '\\', '\n'),
        (json, n, sign) => {
          const at = n % (json.length + 1);
          const text = json.slice(0, at) + sign + json.slice(at + 1);
          expect(verdictOf(aif, text)).toMatch(
            /^(ok|invalid: (The file is (empty|not JSON: line \d+, column \d+: .+)|line 1: .+)|unsupported-format: .+)/,
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('[X-03] makes a sound map of any graph, or refuses it', () => {
    const id = fc.oneof(
      { weight: 9, arbitrary: fc.nat(12) },
      { weight: 1, arbitrary: fc.constantFrom(null, '', '1', {}, [], -1, 1e99) },
    );
    const any = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('A', 'B &amp; <b>c</b>', 'Ana : x', 'Expert Opinion', '') },
      { weight: 1, arbitrary: fc.jsonValue() },
    );
    const node = fc.record(
      {
        nodeID: id,
        type: fc.constantFrom('I', 'I', 'I', 'RA', 'CA', 'RA', 'CA', 'MA', 'L', 'YA', 'TA', 'PA', 'X'),
        text: any,
        scheme: any,
        timestamp: any,
        counterpoint: any,
      },
      { requiredKeys: ['type'] },
    );
    const edge = fc.record({ edgeID: id, fromID: id, toID: id }, { requiredKeys: ['fromID'] });
    const locution = fc.record(
      { nodeID: id, personID: id, timestamp: any, start: any },
      { requiredKeys: [] },
    );
    const list = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number) =>
      fc.array(fc.oneof({ weight: 30, arbitrary: arbitrary }, { weight: 1, arbitrary: fc.jsonValue() }), {
        maxLength,
      });
    const graphs = fc.record(
      {
        nodes: list(node, 14),
        edges: list(edge, 30),
        locutions: list(locution, 4),
        participants: list(fc.record({ participantID: id, firstname: any, surname: any }), 3),
        counterpoint: any,
        schemefulfillments: any,
      },
      { requiredKeys: ['nodes'] },
    );
    fc.assert(
      fc.property(graphs, (graph) => {
        const result = aif.read?.(JSON.stringify(graph), aReading());
        if (!result?.ok) throw new Error(result?.refusal.message);
        expect(contentOfJson(jsonOf(result.value.value))).toMatchObject({ ok: true });
        const claims = graph.nodes.filter((one) => (one as { type?: string } | null)?.type === 'I');
        const told = Object.fromEntries(result.value.losses.map(({ kind, count }) => [kind, count]));
        expect(result.value.value.claims.length + (told['duplicates'] ?? 0)).toBeGreaterThanOrEqual(
          claims.length,
        );
      }),
      { numRuns: 400 },
    );
  });
});

describe('telling the JSON formats apart', () => {
  const content = contentOf(aMap().map);
  const formats = [aif, xaif, sadface];
  const takers = (text: string): string[] =>
    formats.filter((one) => one.looksLike?.(text.slice(0, 20_000), 'file.json')).map(({ id }) => id);
  const reversed = (text: string): string =>
    JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse()));

  it.each(formats.map((format) => [format.id, format] as const))(
    'knows %s in whatever order its parts come',
    (id, format) => {
      const small = aMap();
      small.support(small.thesis('"nodes": {"AIF": "OVA"}, "source_id": 1, "nodeID": 2'), 'Reason');
      const text = format.write?.(contentOf(small.map), ORIGIN).value ?? '';
      expect([takers(text), takers(reversed(text))]).toEqual([[id], [id]]);
      const large = format.write?.(manyClaims(300), ORIGIN).value ?? '';
      expect(takers(large)).toEqual([id]);
    },
  );

  it('leaves other JSON alone', () => {
    const others = [
      jsonOf(contentOf(aMap().map)),
      reversed(jsonOf(content)),
      '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","nodes":[],"locutions":[],"source_id":1,"AIF":{}}',
      '{"nodes":[{"id":1}],"links":[]}',
      '{"elements":{"nodes":[],"edges":[]}}',
      '[]',
      'nodes',
      '',
    ];
    for (const text of others) expect(takers(text)).toEqual([]);
    expect(takers('{"nodes":[],"edges":[],"locutions":[]}')).toEqual(['aif']);
    expect(takers('\ufeff\n{"edges":[{"fromID":1}]')).toEqual(['aif']);
    expect(takers('{"text":{"txt":"<span class=\\"highlighted\\" id=\\"1\\">a')).toEqual(['xaif']);
    expect(takers('{"analyst_email":"a@b.c","analyst_name":"A","edges":[')).toEqual(['sadface']);
  });
});
