import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinedInARow } from '../../../testing/hostileFiles.ts';
import { readAs, verdictOf } from '../../../testing/readAs.ts';
import { toTheEnd } from '../../../testing/toTheEnd.ts';
import { microtext } from './microtext.ts';

const file = (...parts: readonly string[]): string =>
  `<?xml version='1.0' encoding='UTF-8'?>\n<arggraph id="micro_x1" topic_id="ban_private_cars">\n${parts.join('\n')}\n</arggraph>\n`;
const edu = (id: string, text: string): string => `<edu id="${id}"><![CDATA[${text}]]></edu>`;
const adu = (id: string, type = 'pro'): string => `<adu id="${id}" type="${type}"/>`;
const edge = (id: string, source: string, target: string, type: string): string =>
  `<edge id="${id}" src="${source}" trg="${target}" type="${type}"/>`;

/** Claims a1, a2 … that say e1, e2 …, and edges between them. */
const claims = (...texts: readonly string[]): string =>
  [...texts.map((text, i) => edu(`e${i + 1}`, text)), ...texts.map((_, i) => adu(`a${i + 1}`)), ...texts.map((_, i) => edge(`s${i + 1}`, `e${i + 1}`, `a${i + 1}`, 'seg'))].join('\n'); // prettier-ignore
const read = (...edges: readonly string[]) =>
  readAs(microtext, file(claims('One.', 'Two.', 'Three.', 'Four.'), ...edges));

describe('argument graphs of the microtexts', () => {
  it('are read with the text that they are about', () => {
    const text = file(
      edu('e1', 'Cars should leave the centre.'),
      edu('e2', 'Fumes 😀 make people ill,'),
      edu('e3', 'as doctors say.'),
      edu('e4', 'Hello!'),
      edu('e5', 'Some shops may close,'),
      edu('e6', 'but elsewhere they did not.'),
      '<joint id="j1"/>',
      [adu('a1'), adu('a2'), adu('a4', 'opp'), adu('a5')].join(''),
      edge('s1', 'e1', 'a1', 'seg') + edge('s2', 'e2', 'j1', 'seg') + edge('s3', 'e3', 'j1', 'seg'),
      edge('s4', 'j1', 'a2', 'seg') + edge('s5', 'e5', 'a4', 'seg') + edge('s6', 'e6', 'a5', 'seg'),
      edge('c1', 'a2', 'a1', 'sup') + edge('c2', 'a4', 'a1', 'reb') + edge('c3', 'a5', 'c2', 'und'),
    );
    const { picture, told, content } = readAs(microtext, text);
    expect(picture).toBe(
      [
        'Cars should leave the centre.',
        '  + Fumes 😀 make people ill, as doctors say.',
        '  - Some shops may close,',
        '    ~ but elsewhere they did not.',
      ].join('\n'),
    );
    expect(told).toEqual({});
    expect(content.info).toMatchObject({ title: 'micro_x1', question: 'ban private cars' });
    expect(content.editions.map((edition) => edition.text)).toEqual([
      'Cars should leave the centre. Fumes 😀 make people ill, as doctors say. Hello! Some shops may close, but elsewhere they did not.',
    ]);
    expect(content.quotations.map(({ exact, bearing, start }) => [exact, bearing, start])).toEqual([
      ['Cars should leave the centre.', 'verbatim', 0],
      ['Fumes 😀 make people ill, as doctors say.', 'verbatim', 30],
      ['Some shops may close,', 'verbatim', 78],
      ['but elsewhere they did not.', 'verbatim', 100],
    ]);
  });

  it.each([
    [
      'a further premise',
      [edge('c1', 'a2', 'a1', 'sup'), edge('c2', 'a3', 'c1', 'add')],
      'One.\n  + Two.\n  & Three.\nFour.',
      {},
    ],
    [
      'a further premise of a further premise',
      [edge('c3', 'a4', 'c2', 'add'), edge('c2', 'a3', 'c1', 'add'), edge('c1', 'a2', 'a1', 'reb')],
      'One.\n  - Two.\n  & Four.\n  & Three.',
      { unknown: 1 },
    ],
    [
      'a further premise that names a claim',
      [edge('c1', 'a2', 'a1', 'sup'), edge('c2', 'a3', 'a2', 'add')],
      'One.\n  + Two.\n  & Three.\nFour.',
      {},
    ],
    [
      'an undercut of a further premise',
      [edge('c1', 'a2', 'a1', 'sup'), edge('c2', 'a3', 'c1', 'add'), edge('c3', 'a4', 'c2', 'und')],
      'One.\n  + Two.\n  & Three.\n    ~ Four.',
      { unknown: 1 },
    ],
    [
      'a further premise of nothing',
      [edge('c2', 'a3', 'c9', 'add')],
      'One.\nTwo.\nThree.\nFour.',
      { dangling: 1 },
    ],
    [
      'further premises of each other',
      [edge('c1', 'a3', 'c2', 'add'), edge('c2', 'a4', 'c1', 'add')],
      'One.\nTwo.\nThree.\nFour.',
      { dangling: 2 },
    ],
    [
      'support for an edge',
      [edge('c1', 'a2', 'a1', 'sup'), edge('c2', 'a3', 'c1', 'sup')],
      'One.\n  + Two.\n  + Three.\nFour.',
      { aims: 1 },
    ],
    [
      'an edge of a kind that nobody knows',
      [edge('c1', 'a2', 'a1', 'xyz')],
      'One.\n  + Two.\nThree.\nFour.',
      { edges: 1 },
    ],
    [
      'an edge to nothing',
      [edge('c1', 'a2', 'a9', 'sup')],
      'One.\nThree.\nFour.\n(unstated)\n  + Two.',
      { dangling: 1, unstated: 1 },
    ],
  ])('are read with %s', (_, edges, picture, told) => {
    const result = read(...edges);
    expect(result.picture).toBe(picture);
    expect(result.told).toEqual(told);
  });

  it('keep an example as what it is, restatements as further quotations, and implied segments out of the text', () => {
    const text = file(
      edu('e1', 'Cars out.'), edu('e2', 'Take Ghent.'), edu('e3', 'So, no cars!'), '<edu id="e4" implicit="true">Ghent is a town.</edu>',
      adu('a1') + adu('a2') + adu('a3'),
      edge('s1', 'e1', 'a1', 'seg') + edge('s2', 'e2', 'a2', 'seg') + edge('s3', 'e3', 'a1', 'seg') + edge('s4', 'e4', 'a3', 'seg'),
      edge('c1', 'a2', 'a1', 'exa') + edge('c2', 'a3', 'c1', 'add'),
    ); // prettier-ignore
    const { picture, losses, content } = readAs(microtext, text);
    expect(picture).toBe('Cars out.\n  + Take Ghent.\n  & Ghent is a town.');
    expect(losses).toEqual([{ kind: 'rephrases', count: 1, where: ['line 7'] }]);
    expect(content.arguments.map(({ scheme }) => scheme)).toEqual(['Argument from example']);
    expect(content.editions.map((edition) => edition.text)).toEqual(['Cars out. Take Ghent. So, no cars!']);
    expect(content.quotations.map(({ exact, bearing }) => [exact, bearing])).toEqual([
      ['Cars out.', 'verbatim'], ['So, no cars!', 'paraphrase'], ['Take Ghent.', 'verbatim'],
    ]); // prettier-ignore
  });

  it('tell where proponent and opponent are not on the sides that the edges say', () => {
    expect(read(edge('c1', 'a2', 'a1', 'sup')).told).toEqual({});
    expect(read(edge('c1', 'a2', 'a1', 'reb')).losses).toEqual([
      { kind: 'unknown', count: 1, where: ['line 15'] },
    ]);
  });

  it('are known by their root', () => {
    expect(microtext.looksLike?.('<?xml version="1.0"?>\n<arggraph id="x">', 'x.xml')).toBe(true);
    expect(microtext.looksLike?.('<graph/>', 'x.xml')).toBe(false);
    expect(verdictOf(microtext, '<graph/>')).toContain('unsupported-format');
  });

  it('do not grow when they are read: one long joint of many claims is refused', () => {
    const segments = Array.from(
      { length: 100 },
      (_, i) => edu(`e${i}`, 'x'.repeat(1_000)) + edge(`s${i}`, `e${i}`, 'j', 'seg'),
    );
    const many = Array.from({ length: 1_000 }, (_, i) => adu(`a${i}`) + edge(`t${i}`, 'j', `a${i}`, 'seg'));
    expect(verdictOf(microtext, file(...segments, ...many))).toBe(
      'too-large: The same segments are joined to too many claims.',
    );
  });

  it('are read to the end where premises join each other in a long row', () => {
    expect(toTheEnd(() => verdictOf(microtext, joinedInARow(20_000)))).toBe('ok');
  });

  it('are never thrown by, whatever stands in them', () => {
    const id = fc.constantFrom('e1', 'e2', 'j1', 'a1', 'a2', 'c1', 'c2', '');
    const type = fc.constantFrom('seg', 'sup', 'exa', 'add', 'reb', 'und', '');
    const part = fc.oneof(
      id.map((one) => edu(one, 'Text')),
      id.map((one) => adu(one)),
      fc.tuple(id, id, id, type).map(([a, b, c, d]) => edge(a, b, c, d)),
      fc.constantFrom('<adu/>', '<edu/>', '<edge/>', '<joint id="j1"/>'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(verdictOf(microtext, file(...parts))).toBe('ok');
      }),
      { numRuns: 500 },
    );
  });
});
