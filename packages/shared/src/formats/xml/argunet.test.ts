import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAs, verdictOf } from '../../../testing/readAs.ts';
import { argunet } from './argunet.ts';

const file = (...parts: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:arg="http://www.argunet.org/xml/argml" xmlns:y="http://www.yworks.com/xml/graphml">
<key attr.name="arg.debate" id="d0"/><key attr.name="arg.node" for="node" id="d2"/><key for="node" id="d3" yfiles.type="nodegraphics"/><key attr.name="arg.edge" for="edge" id="d4"/>
<data key="d0"><arg:map><arg:colorTable/><arg:mapTitle>Car-free centre</arg:mapTitle><arg:mapDescription/><arg:debate identifier="local"><arg:title>Cars</arg:title><arg:subtitle>in town</arg:subtitle><arg:language> en - English </arg:language></arg:debate></arg:map></data>
<graph edgedefault="directed" id="G">
${parts.join('\n')}
</graph></graphml>`;
const node = (id: string, inner: string): string => `<node id="${id}"><data key="d2">${inner}</data></node>`;
const thesis = (id: string, title: string, content = ''): string =>
  node(
    `n${id}`,
    `<arg:thesis colorIndex="0" id="${id}"><arg:title>${title}</arg:title>${content && `<arg:content>${content}</arg:content>`}</arg:thesis>`,
  );
const argument = (id: string, title: string, ...inner: readonly string[]): string =>
  node(
    `n${id}`,
    `<arg:argument colorIndex="1" id="${id}"><arg:title>${title}</arg:title>${inner.join('')}</arg:argument>`,
  );
const proposition = (id: string, type: string, content: string, reference = ''): string =>
  `<arg:proposition id="${id}" type="${type}">${reference}<arg:content>${content}</arg:content></arg:proposition>`;
const reference = (kind: string, node: string, id: string): string =>
  `<arg:${kind}Reference refersToArgunetNode="${id}" refersToNode="n${node}" refersToProposition="${id}"/>`;
const edge = (source: string, target: string, type: string, propositions = ''): string =>
  `<edge source="n${source}" target="n${target}"><data key="d4"><arg:edge sourceNodeId="${source}" targetNodeId="${target}" ${propositions} type="${type}"/></data></edge>`;

describe('Argunet GraphML', () => {
  it('is read: the example of the reference', () => {
    const text = file(
      thesis('100', 'Ban', 'The city should ban private cars downtown.'),
      argument('200', 'Clean air'),
      edge('200', '100', 'support', 'sourcePropositionId="200" targetPropositionId="100"'),
    );
    const { picture, told, content } = readAs(argunet, text);
    expect(picture).toBe('The city should ban private cars downtown.\n  + Clean air');
    expect(told).toEqual({});
    expect(content.info).toMatchObject({ title: 'Car-free centre', about: 'Cars\nin town', language: 'en' });
    expect(content.comments.map((comment) => comment.text)).toEqual(['Ban']);
  });

  it('reads what an argument consists of, conclusion by conclusion, and attacks on a premise', () => {
    const text = file(
      thesis('100', 'Cars out'),
      argument('200', 'Air', '<arg:description>in short</arg:description>',
        proposition('11', 'premise', 'Cars make fumes'), proposition('12', 'premise', 'Fumes kill'),
        proposition('13', 'preliminaryConclusion', 'Cars kill'), proposition('14', 'premise', 'Lives matter'),
        proposition('100', 'conclusion', 'Cars out', reference('support', '100', '100'))),
      thesis('300', 'Lorries make the fumes'),
      edge('200', '100', 'support', 'sourcePropositionId="100" targetPropositionId="100"'),
      edge('300', '200', 'attack', 'sourcePropositionId="300" targetPropositionId="11"'),
    ); // prettier-ignore
    const { picture, told, content } = readAs(argunet, text);
    expect(picture).toBe(
      [
        'Cars out',
        '  + Cars kill',
        '    + Cars make fumes',
        '      - Lorries make the fumes',
        '    & Fumes kill',
        '  & Lives matter',
      ].join('\n'),
    );
    expect(told).toEqual({});
    expect(content.comments.map((comment) => comment.text)).toEqual(['Air\nin short']);
  });

  it('reads sketched arrows at an argument: at its only premise, or at the argument itself', () => {
    const text = file(
      thesis('100', 'Cars out'),
      argument('200', 'One', proposition('11', 'premise', 'P'), proposition('100', 'conclusion', 'Cars out')),
      argument('300', 'Two', proposition('21', 'premise', 'Q'), proposition('22', 'premise', 'R'), proposition('100', 'conclusion', 'Cars out')),
      argument('400', 'Open', proposition('31', 'premise', 'S')),
      argument('500', 'X'), argument('600', 'Y'), argument('700', 'Z'),
      edge('500', '200', 'sketchedAttack'), edge('600', '300', 'sketchedAttack'), edge('700', '300', 'sketchedSupport'),
      edge('400', '100', 'sketchedAttack'),
    ); // prettier-ignore
    const { picture, told } = readAs(argunet, text);
    expect(picture).toBe('Cars out\n  + P\n    - X\n  + Q\n  & R\n    ~ Y\n  + Z\n  - S');
    expect(told).toEqual({ aims: 1 });
  });

  it('reads what propositions say of each other where no edge says it', () => {
    const text = file(
      argument('200', 'A', proposition('11', 'premise', 'P', reference('attack', '300', '300')), proposition('12', 'conclusion', 'C', reference('attack', '400', '400'))),
      thesis('300', 'T'),
      thesis('400', 'U'),
      argument('500', 'B', proposition('51', 'premise', 'V', reference('support', '999', '999')), proposition('52', 'conclusion', 'W')),
    ); // prettier-ignore
    const { picture, told } = readAs(argunet, text);
    expect(picture).toBe('U\n  - C\n    + P\n      - T\nW\n  + V');
    expect(told).toEqual({ dangling: 1 });
  });

  it('reads what lies in groups, and tells what it leaves out', () => {
    const place =
      '<data key="d3"><y:ShapeNode><y:Geometry height="1" width="1" x="0" y="0"/></y:ShapeNode></data>';
    const text = file(
      `<node id="g" yfiles.foldertype="group"><data key="d2"><arg:group id="7"><arg:title>Air</arg:title></arg:group></data><graph id="g:">${thesis('100', 'T').replace('</node>', `${place}</node>`)}${argument('200', 'A')}</graph></node>`,
      edge('200', '100', 'sketchedSupport'),
      edge('200', '404', 'sketchedSupport'),
      edge('100', '200', ''),
    );
    const { picture, told } = readAs(argunet, text);
    expect(picture).toBe('T\n  + A\n    + = T');
    expect(told).toEqual({ layout: 1, groups: 1, dangling: 1, edges: 1, cycles: 1 });
  });

  it('is told from other GraphML', () => {
    expect(argunet.looksLike?.(file(), 'x.graphml')).toBe(true);
    expect(argunet.looksLike?.('<graphml><key attr.name="arg.node"/>', 'x')).toBe(true);
    expect(argunet.looksLike?.('<graphml><key attr.name="text"/>', 'x')).toBe(false);
    expect(argunet.looksLike?.('<html xmlns:arg="http://www.argunet.org/xml/argml">', 'x')).toBe(false);
    expect(verdictOf(argunet, '<opml/>')).toContain('unsupported-format');
  });

  it('is never thrown by, whatever stands in it', () => {
    const id = fc.constantFrom('1', '2', '3', '');
    const part = fc.oneof(
      fc.tuple(id, fc.constantFrom('T', '')).map(([one, title]) => thesis(one, title)),
      fc.tuple(id, id, id, id).map(([a, b, c, d]) => argument(a, 'A', proposition(b, 'premise', 'P', reference('attack', c, d)), proposition(c, 'conclusion', ''), proposition(d, '', 'Q'))), // prettier-ignore
      fc.tuple(id, id, fc.constantFrom('attack', 'support', '')).map(([a, b, type]) => edge(a, b, type)),
      fc
        .tuple(id, id, id)
        .map(([a, b, c]) => edge(a, b, 'attack', `sourcePropositionId="${c}" targetPropositionId="${a}"`)),
      fc.constantFrom('<node/>', '<edge/>', '<node id="1"><data key="d2"><arg:argument/></data></node>'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        expect(verdictOf(argunet, file(...parts))).toBe('ok');
      }),
      { numRuns: 500 },
    );
  });
});
