import { describe, expect, it } from '@jest/globals';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { aMap } from '../../../testing/aMap.ts';
import { hostileContents, randomContents } from '../../../testing/contents.ts';
import { manyClaims } from '../../../testing/manyClaims.ts';
import { aReading, readAs, verdictOf } from '../../../testing/readAs.ts';
import type { MapContent } from '../../map/map.ts';
import { contentOf } from '../../map/patch.ts';
import { graphml } from './graphml.ts';
import { shownTree } from '../shownTree.ts';
import { xmlShown } from './xmlText.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15, 10), version: 7, permalink: 'https://example.org/m/1?a=b&c' };
const written = (content: MapContent): string => graphml.write?.(content, ORIGIN).value ?? '';

const file = (body: string, keys = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">\n${keys}<graph id="G" edgedefault="directed">\n${body}\n</graph></graphml>`;
const KEYS = ['text', 'kind', 'relation']
  .map((name) => `<key id="${name[0]}" for="all" attr.name="${name}"/>`)
  .join('');
const node = (id: string, data: string): string => `<node id="${id}">${data}</node>`;
const edge = (source: string, target: string, relation = ''): string =>
  `<edge source="${source}" target="${target}">${relation && `<data key="r">${relation}</data>`}</edge>`;

describe('GraphML', () => {
  const roundTrip = (content: MapContent): void => {
    const text = written(content);
    expect(graphml.write?.(content, ORIGIN).losses).toEqual([]);
    const read = graphml.read?.(text, aReading());
    expect(read).toEqual({ ok: true, value: { value: content, losses: [] } });
    if (read?.ok) expect(written(read.value.value)).toBe(text);
  };

  it('[X-03] gives back the map that was written, whatever happened to it, and the second file is the first', () => {
    fc.assert(fc.property(randomContents(), roundTrip), { numRuns: 150 });
  });

  it('[X-03] keeps every text as it was typed', () => {
    fc.assert(fc.property(hostileContents, roundTrip), { numRuns: 150 });
  });

  it('[X-03] keeps the names of schemes to the letter', () => {
    const builder = aMap();
    builder.support(builder.thesis(), 'R');
    const { arguments: all, ...content } = contentOf(builder.map);
    roundTrip({
      ...content,
      arguments: all.map((one) => ({ ...one, scheme: ' Expert  \uffff <opinion>\n' })),
    });
  });

  it('[X-03] keeps a claim that is seen by reference only, with what hangs on it unseen', () => {
    const builder = aMap();
    const thesis = builder.thesis('T', { order: 'a5' });
    const other = builder.thesis('C', { order: 'a6' });
    const { claim, argument } = builder.support(thesis, 'P');
    builder.refer(other, argument);
    const undercut = builder.rebut(argument, 'B');
    builder.support(undercut.claim, 'beneath B');
    builder.refer(undercut.claim, builder.support(thesis, 'W').argument);
    builder.edit({ kind: 'move-claim', claim, to: { at: 'thesis', order: 'a7' } });
    builder.remove(other);
    roundTrip(contentOf(builder.map));
  });

  it('is read by an XML reader: the texts of claims are its text data, typed by keys', () => {
    fc.assert(
      fc.property(hostileContents, (content) => {
        const document = new DOMParser({ onError: () => undefined }).parseFromString(
          written(content),
          'text/xml',
        );
        const data = [...document.getElementsByTagName('data')];
        const texts = data.filter((one) => one.getAttribute('key') === 'text').map((one) => one.textContent);
        const claims = shownTree(content).inOrder.flatMap((one) =>
          'text' in one ? [xmlShown(one.text)] : [],
        );
        expect(texts).toEqual(claims);
      }),
      { numRuns: 30 },
    );
  });

  it('[X-06] states title, people, date, version and address', () => {
    const text = written(contentOf(aMap({ title: 'A <b> title' }).map));
    expect(text).toContain('<data key="title">A &lt;b&gt; title</data>');
    expect(text).toContain('<data key="contributors">Olga, Mo, Pia, 潘, Su, Sven, Ob, Fo</data>');
    expect(text).toContain('<data key="date">2026-01-15T10:00:00.000Z</data>');
    expect(text).toContain('<data key="version">7</data>');
    expect(text).toContain('<data key="permalink">https://example.org/m/1?a=b&amp;c</data>');
  });

  it('has a remark that XML tools ignore, at the end of the file', () => {
    const content = contentOf(aMap().map);
    const remark = graphml.remark?.(['2 things --> <b> - --', 'and -']) ?? '';
    expect(remark.slice(4, -3)).not.toContain('--');
    expect(graphml.read?.(`${written(content)}${remark}\n`, aReading())).toEqual({
      ok: true,
      value: { value: content, losses: [] },
    });
  });

  it('lets what another tool changed win, and keeps the rest', () => {
    const builder = aMap();
    const thesis = builder.thesis('Cars out');
    const { claim } = builder.support(thesis, 'Cleaner \uffff air');
    builder.comment(claim, 'a comment');
    const content = contentOf(builder.map);
    const changed = written(content)
      .replaceAll('key="row"', 'key="d7"').replace('id="row"', 'id="d7"')
      .replace('>Cars out<', '>No cars<')
      .replace('<data key="title">A map<', '<data key="title">Their map<')
      .replace('<data key="relation">support<', '<data key="relation">rebut<')
      .replace('</graph>', '<node id="new"><data key="text"> Buses instead </data></node><edge source="new" target="n1"/></graph>'); // prettier-ignore
    const { content: read, picture, told } = readAs(graphml, changed);
    expect(picture).toBe('No cars\n  - Cleaner \uffff air\n  + Buses instead');
    expect(told).toEqual({ edges: 1 });
    expect(read.info).toEqual({ ...content.info, title: 'Their map' });
    expect(read.comments).toEqual(content.comments);
    expect(read.claims.slice(0, 2).map(({ id, by, at, order }) => ({ id, by, at, order }))).toEqual(
      content.claims.map(({ id, by, at, order }) => ({ id, by, at, order })),
    );
  });
});

describe('GraphML of other tools', () => {
  it('is read by the names of its keys: the example of the reference', () => {
    const text = file(
      [
        '<node id="n1"><data key="k_kind">claim</data><data key="k_text">The city should ban private cars downtown.</data></node>',
        '<node id="n2"><data key="k_kind">claim</data><data key="k_text">A ban would cut street-level pollution.</data></node>',
        '<node id="n3"><data key="k_kind">claim</data><data key="k_text">Cutting pollution justifies limits on driving.</data></node>',
        '<node id="i1"><data key="k_kind">inference</data></node>',
        '<node id="n4"><data key="k_kind">claim</data><data key="k_text">Limits could be met &lt;without&gt; a ban &amp; cheaply.</data></node>',
        '<edge id="e1" source="n2" target="i1"><data key="k_rel">premise</data></edge>',
        '<edge id="e2" source="n3" target="i1"><data key="k_rel">premise</data></edge>',
        '<edge id="e3" source="i1" target="n1"><data key="k_rel">support</data></edge>',
        '<edge id="e4" source="n4" target="i1"><data key="k_rel">undercut</data></edge>',
      ].join('\n'),
      '<key id="k_text" for="node" attr.name="text" attr.type="string"/><key id="k_kind" for="node" attr.name="kind" attr.type="string"/><key id="k_rel" for="edge" attr.name="relation" attr.type="string"/>',
    );
    const { picture, told } = readAs(graphml, text);
    expect(picture).toBe(
      [
        'The city should ban private cars downtown.',
        '  + A ban would cut street-level pollution.',
        '  & Cutting pollution justifies limits on driving.',
        '    ~ Limits could be met <without> a ban & cheaply.',
      ].join('\n'),
    );
    expect(told).toEqual({});
  });

  it('reads what yEd draws: labels, groups, and arrows that may say nothing', () => {
    const label = (text: string, place = ''): string =>
      `<data key="d6"><y:ShapeNode>${place}<y:NodeLabel alignment="center">${text}<y:LabelModel/></y:NodeLabel></y:ShapeNode></data>`;
    const text = file(
      [
        `<node id="n0" yfiles.foldertype="group"><data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode><y:NodeLabel>Air</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data><graph id="n0:" edgedefault="directed">`,
        node(
          'n0::n0',
          `<data key="d5">a note</data>${label('Cars out\nof town', '<y:Geometry x="1.0" y="2.0"/>')}`,
        ),
        '</graph></node>',
        node('n1', label('Cleaner air')),
        node('n2', label('Shops')),
        '<edge id="e0" source="n1" target="n0::n0"/>',
        '<edge id="e1" source="n2" target="n0::n0"><data key="d10"><y:PolyLineEdge><y:EdgeLabel>attacks</y:EdgeLabel></y:PolyLineEdge></data></edge>',
        '<edge id="e2" source="n2" target="n9"/>',
      ].join('\n'),
      '<key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/><key attr.name="description" for="node" id="d5"/>',
    );
    const { picture, content, losses } = readAs(graphml, text);
    expect(picture).toBe('Cars out\nof town\n  + Cleaner air\n  - Shops');
    expect(content.comments.map((comment) => comment.text)).toEqual(['a note']);
    expect(losses).toEqual([
      { kind: 'layout', count: 1, where: ['line 5'] },
      { kind: 'groups', count: 1, where: ['line 4'] },
      { kind: 'edges', count: 1, where: ['line 10'] },
      { kind: 'dangling', count: 1, where: ['line 12'] },
    ]);
  });

  it('reads what networkx writes: any prefix, names as texts, presets of keys', () => {
    const text = `<?xml version='1.0' encoding='utf-8'?>
<ns0:graphml xmlns:ns0="http://graphml.graphdrawing.org/xmlns"><ns0:key id="d1" for="edge" attr.name="weight" attr.type="double"/>
<ns0:key id="d0" for="edge" attr.name="Relation" attr.type="string"><ns0:default>support</ns0:default></ns0:key>
<ns0:graph edgedefault="directed"><ns0:node id="Cars out"/><ns0:node id="Clean air"/><ns0:node id="Shops"/>
<ns0:edge source="Clean air" target="Cars out"><ns0:data key="d1">0.5</ns0:data></ns0:edge>
<ns0:edge source="Shops" target="Cars out"><ns0:data key="d0">con</ns0:data></ns0:edge></ns0:graph></ns0:graphml>`;
    const { picture, losses } = readAs(graphml, text, { name: 'debate.graphml' });
    expect(picture).toBe('Cars out\n  + Clean air\n  - Shops');
    expect(losses).toEqual([{ kind: 'unknown', count: 1, where: ['weight'] }]);
  });

  it.each([
    [
      'a side that a claim says of itself',
      node('b', '<data key="k">con</data><data key="t">B</data>') + edge('b', 'a'),
      'A\n  - B',
      {},
    ],
    [
      'an undercut of a claim',
      node('b', '<data key="t">B</data>') + edge('b', 'a', 'undercuts'),
      'A\n  - B',
      { undercuts: 1 },
    ],
    [
      'a rebuttal made a node',
      node('b', '<data key="t">B</data>') +
        node('x', '<data key="k">CA</data>') +
        edge('b', 'x') +
        edge('x', 'a'),
      'A\n  - B',
      {},
    ],
    [
      'premises that a node points at',
      node('b', '<data key="t">B</data>') +
        node('x', '<data key="k">inference</data>') +
        edge('x', 'b', 'premise') +
        edge('x', 'a', 'conclusion'),
      'A\n  + B',
      {},
    ],
    [
      'a node that does both',
      node('b', '<data key="t">B</data>') +
        node('c', '<data key="t">C</data>') +
        node('x', '<data key="k">inference</data>') +
        edge('b', 'x') +
        edge('x', 'a', 'supports') +
        edge('x', 'c', 'attacks'),
      'A\n  + B\nC\n  - = B',
      {},
    ],
    [
      'an inference against an inference',
      node('b', '<data key="t">B</data>') +
        node('c', '<data key="t">C</data>') +
        node('x', '<data key="k">inference</data>') +
        node('z', '<data key="k">inference</data>') +
        edge('b', 'x') +
        edge('x', 'a') +
        edge('c', 'z') +
        edge('z', 'x', 'undercut'),
      'A\n  + B\n    ~ C',
      {},
    ],
    ['Chinese words', node('b', '<data key="t">B</data>') + edge('b', 'a', '反驳'), 'A\n  - B', {}],
    [
      'no premise and no conclusion',
      node('x', '<data key="k">inference</data>'),
      'A\n(unstated)\n  + (unstated)',
      { unstated: 2 },
    ],
    ['an edge to itself', edge('a', 'a', 'support'), 'A\n  + = A', { cycles: 1 }],
  ])('reads %s', (_, body, picture, told) => {
    const read = readAs(graphml, file(node('a', '<data key="t">A</data>') + body, KEYS));
    expect(read.picture).toBe(picture);
    expect(read.told).toEqual(told);
  });

  it('takes authors, times and schemes along', () => {
    const keys = ['text', 'kind', 'author', 'created', 'scheme']
      .map((name) => `<key id="${name}" for="all" attr.name="${name}"/>`)
      .join('');
    const claim = (id: string, text: string): string =>
      node(
        id,
        `<data key="text">${text}</data><data key="author">Ada</data><data key="created">2026-01-15T10:00:00Z</data>`,
      );
    const inference =
      '<node id="x"><data key="kind">inference</data><data key="scheme">Expert opinion</data></node>';
    const { content } = readAs(
      graphml,
      file(claim('a', 'A') + claim('b', 'B') + inference + edge('b', 'x') + edge('x', 'a'), keys),
    );
    const [ada] = content.participants;
    expect(content.participants.map(({ name, role }) => [name, role])).toEqual([['Ada', null]]);
    expect(content.claims.map(({ by, at }) => [by, at])).toEqual([
      [ada?.id, ORIGIN.at],
      [ada?.id, ORIGIN.at],
    ]);
    expect(content.arguments.map(({ scheme }) => scheme)).toEqual(['Expert opinion']);
  });

  it('takes only what a map can hold: languages, schemes and times that are none', () => {
    const keys = ['text', 'kind', 'language', 'created', 'scheme', 'order', 'relation']
      .map((name) => `<key id="${name}" for="all" attr.name="${name}"/>`)
      .join('');
    const claim = (id: string, text: string): string =>
      node(
        id,
        `<data key="text">${text}</data><data key="language">English (US)</data><data key="created">yesterday</data>`,
      );
    const inference = `<node id="x"><data key="kind">inference</data><data key="scheme">\n${'Long '.repeat(100)}</data></node>`;
    const order = '<data key="order">Infinity</data>';
    const text = file(
      claim('a', 'A') +
        claim('b', 'B') +
        inference +
        `<edge source="b" target="x">${order}</edge><edge source="x" target="a">${order}</edge>`,
      keys,
    );
    const { content, picture } = readAs(graphml, text);
    expect(picture).toBe('A\n  + B');
    expect(content.claims.map(({ language, at }) => [language, at])).toEqual([
      ['en', 5_000_000],
      ['en', 5_000_000],
    ]);
    expect(content.arguments[0]?.scheme).toHaveLength(200);
  });

  it('tells nodes of one name', () => {
    const twice =
      node('a', '<data key="t">A</data>') +
      node('a', '<data key="t">B</data>') +
      node('x', '<data key="k">RA</data>').repeat(2) +
      edge('x', 'a');
    expect(readAs(graphml, file(twice, KEYS)).told).toEqual({ duplicates: 2, unstated: 1 });
  });

  it('is known by its root, and left to Argunet where that wrote it', () => {
    expect(graphml.looksLike?.(file(''), 'x.xml')).toBe(true);
    expect(graphml.looksLike?.('<graphml xmlns:arg="http://www.argunet.org/xml/argml">', 'x.graphml')).toBe(
      false,
    );
    expect(graphml.looksLike?.('<opml/>', 'x.graphml')).toBe(false);
    expect(verdictOf(graphml, '<opml/>')).toBe(
      'unsupported-format: line 1: the root is <opml>, not <graphml>',
    );
    expect(verdictOf(graphml, '<graphml><graph>')).toBe('invalid: line 1: <graph> is never closed');
  });

  it('is never thrown by, whatever stands in it', () => {
    const part = fc.constantFrom('<node id="a">', '<node id="b">', '</node>', '<edge source="a" target="b">', '</edge>', '<graph>', '</graph>', '<data key="counterpoint">', '<data key="kind">', '</data>', 'inference', '{"id":1}', '<data key="scheme">', '<data key="language">', '<data key="created">', '\n \u2800', '[]', 'null', '{"info":{"title":""},"claims":[null]}', '<hyperedge/>', '<data/>', '<node/>', '<edge/>'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        expect(verdictOf(graphml, `<graphml>${parts.join('')}</graphml>`)).toMatch(/^(ok|invalid: )/);
        expect(verdictOf(graphml, parts.join(''))).toMatch(/^(invalid|unsupported-format): /);
      }),
      { numRuns: 300 },
    );
  });
});

describe('hostile GraphML', () => {
  it('does not grow when it is read: presets are words, and only some', () => {
    const keys = Array.from(
      { length: 5_000 },
      (_, i) => `<key id="k${i}" for="node" attr.name="k${i}"><default>x</default></key>`,
    );
    const long = `<key id="t" for="node" attr.name="text"><default>${'x'.repeat(1_000_000)}</default></key>`;
    const nodes = Array.from({ length: 3_000 }, (_, i) => node(`n${i}`, ''));
    const { content, told } = readAs(graphml, file(nodes.join(''), long + keys.join('')));
    expect(content.claims).toHaveLength(3_000);
    expect(told).toEqual({ unknown: 50, blank: 3_000 });
  });

  it('with hundreds of thousands of parts in one place is read all the same', () => {
    const many = file(
      node(
        'a',
        `<data key="d"><y:x>${'<y:z/>'.repeat(300_000)}</y:x></data><data key="e">${'<y:z/>'.repeat(300_000)}</data>`,
      ),
    );
    expect(verdictOf(graphml, many)).toBe('ok');
  });
});

it('writes and reads 10,000 claims', () => {
  const read = graphml.read?.(written(manyClaims(10_000)), aReading());
  expect(read?.ok && read.value.value.claims).toHaveLength(10_000);
});
