import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, anId } from '../../../testing/aMap.ts';
import { hostileContents, randomContents } from '../../../testing/contents.ts';
import { manyClaims } from '../../../testing/manyClaims.ts';
import { aReading, readAs, verdictOf } from '../../../testing/readAs.ts';
import type { MapContent } from '../../map/map.ts';
import { contentOf } from '../../map/patch.ts';
import { opml } from './opml.ts';
import { shownTree } from '../shownTree.ts';
import { xmlShown } from './xmlText.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15, 10), version: 7, permalink: 'https://example.org/m/1' };
const written = (content: MapContent): string => opml.write?.(content, ORIGIN).value ?? '';
const file = (outlines: string, head = '<title>A list</title>'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n<head>${head}</head>\n<body>\n${outlines}\n</body></opml>`;

interface Outline {
  readonly text: string;
  readonly _ref?: string;
  readonly subs?: readonly Outline[];
}
interface Parsed {
  readonly opml: { readonly head: { readonly title: string }; readonly body: Outline };
}
/** The reader of the author of OPML. */
const peer = createRequire(import.meta.url)('opml') as {
  parse: (text: string, then: (error: unknown, outline: Parsed) => void) => void;
};
const parsed = (text: string): Promise<Parsed> =>
  new Promise((resolve, reject) => {
    peer.parse(text, (error, outline) => (error ? reject(new Error('is no OPML')) : resolve(outline)));
  });
const textsIn = ({ text, _ref, subs = [] }: Outline): string[] => [
  ...(_ref === undefined ? [text] : []),
  ...subs.flatMap(textsIn),
];

const roundTrip = (content: MapContent): void => {
  const text = written(content);
  expect(opml.write?.(content, ORIGIN).losses).toEqual([]);
  const read = opml.read?.(text, aReading());
  expect(read).toEqual({ ok: true, value: { value: content, losses: [] } });
  if (read?.ok) expect(written(read.value.value)).toBe(text);
};

describe('OPML', () => {
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

  it('[X-03] keeps a branch of 3,000 claims in each other, though no file goes that deep', () => {
    const content = aBranch(3_000);
    const text = written(content);
    const depths = text.split('\n').map((line) => /^ */.exec(line)?.[0].length ?? 0);
    expect(Math.max(...depths)).toBeLessThan(20);
    roundTrip(content);
  });

  it('shows the same texts to the reader of the author of OPML', async () => {
    for (const content of fc.sample(hostileContents, 30)) {
      const { opml: outline } = await parsed(written(content));
      const claims = shownTree(content).inOrder.flatMap((one) => ('text' in one ? [xmlShown(one.text)] : []));
      expect((outline.body.subs ?? []).flatMap(textsIn).sort()).toEqual(claims.sort());
    }
  });

  it('lets what an outliner changed win, and keeps the rest', () => {
    const builder = aMap();
    const thesis = builder.thesis('Cars out');
    const { claim, argument } = builder.support(thesis, 'Cleaner \uffff air');
    builder.joint(argument, 'Air matters');
    builder.rebut(argument, 'Lorries');
    builder.comment(claim, 'a comment');
    const content = contentOf(builder.map);
    const changed = written(content)
      .replace('text="Cars out"', 'text="No cars"')
      .replace('<title>A map<', '<title>Their map<')
      .replace('_relation="undercut"', '_relation="rebut"')
      .replace('  </body>', '    <outline text="A new one"/>\n  </body>');
    const { content: read, picture, told } = readAs(opml, changed);
    expect(picture).toBe('No cars\n  + Cleaner \uffff air\n  & Air matters\n    ~ Lorries\nA new one');
    expect(told).toEqual({});
    expect(read.info).toEqual({ ...content.info, title: 'Their map' });
    expect(read.comments).toEqual(content.comments);
    expect(read.claims.map(({ id }) => id)).toEqual(
      expect.arrayContaining(content.claims.map(({ id }) => id)),
    );
  });

  it('has no more losses than a remark can say', () => {
    const content = contentOf(aMap().map);
    const remark = opml.remark?.(['--', 'a -']) ?? '';
    expect(opml.read?.(`${written(content)}${remark}\n`, aReading())).toEqual({
      ok: true,
      value: { value: content, losses: [] },
    });
  });
});

/** Each claim supports the one before. */
function aBranch(length: number): MapContent {
  const { participants, ...content } = contentOf(aMap().map);
  const stamp = { by: participants[0]?.id ?? null, at: ORIGIN.at };
  const claims = Array.from({ length }, (_, n) => {
    const home = n === 0 ? null : anId(n, 2);
    return {
      id: anId(n, 1),
      text: `Claim ${n}`,
      language: 'en',
      home,
      order: 'a0',
      reworded: null,
      side: null,
      beside: [],
      removed: null,
      ...stamp,
    };
  });
  const all = claims.slice(1).map((_, n) => {
    const target = { kind: 'claim', id: anId(n, 1) } as const;
    return {
      id: anId(n + 1, 2),
      direction: 'support' as const,
      target,
      order: 'a0',
      scheme: null,
      removed: null,
      ...stamp,
    };
  });
  return { ...content, participants, claims, arguments: all };
}

describe('OPML of other tools', () => {
  it('is read with groups and targets: the example of the reference', () => {
    const text = file(`
      <outline text="The city should ban private cars downtown." _id="n1" _kind="thesis">
        <outline text="A ban would cut street-level pollution." _id="n2" _relation="support" _group="i1">
          <outline text="Most street-level pollution comes from lorries." _id="n5" _relation="rebut"/>
        </outline>
        <outline text="Cutting pollution justifies limits on driving." _id="n3" _relation="support" _group="i1"/>
        <outline text="Pollution limits could be met without any ban." _id="n4" _relation="undercut" _target="i1"/>
        <outline text="A ban would ruin small shops." _id="n6" _relation="rebut"/>
      </outline>`, '<title>Car-free centre</title><dateCreated>Thu, 15 Jan 2026 10:00:00 GMT</dateCreated>'); // prettier-ignore
    const { picture, told, content } = readAs(opml, text);
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
    expect(told).toEqual({});
    expect(content.info.title).toBe('Car-free centre');
    expect(content.claims.map(({ at }) => at)).toEqual(content.claims.map(() => ORIGIN.at));
  });

  it('reads a nested list: signs and words say what speaks for and against, and what says nothing supports', () => {
    const text =
      file(`<outline text="Cars out" _note="from a talk"><outline text="Pro: cleaner air"><outline text="- lorries"/><outline text="+ buses"/></outline>
<outline text="反驳：商店会倒闭"/>
<outline text="Shops: what about them?"/>
<outline text="undercut: not so fast" url="https://example.org/x" _status="done"/></outline>
<outline text="Con: another thesis"/>`);
    const { picture, losses, content } = readAs(opml, text);
    expect(picture).toBe(
      [
        'Cars out',
        '  + cleaner air',
        '    - lorries',
        '    + buses',
        '  - 商店会倒闭',
        '  + Shops: what about them?',
        '  - not so fast',
        'Con: another thesis',
      ].join('\n'),
    );
    expect(losses).toEqual([
      { kind: 'unknown', count: 1, where: ['_status'] },
      { kind: 'edges', count: 1, where: ['line 7'] },
      { kind: 'undercuts', count: 1, where: ['line 8'] },
    ]);
    expect(content.comments.map((comment) => comment.text)).toEqual(['from a talk', 'https://example.org/x']);
  });

  it('reads a claim that stands in several places, and says so where it is nowhere', () => {
    const text = file(`<outline text="A" _id="a"><outline text="B" _id="b" _relation="support"/></outline>
<outline text="C" _id="c"><outline text="B" _ref="b" _relation="rebut"/><outline text="D" _ref="x" _relation="rebut"/><outline text="E" _relation="rebut" _target="y"/></outline>`);
    const { picture, told } = readAs(opml, text);
    expect(picture).toBe('A\n  + B\nC\n  - = B\n  - D\n  - E');
    expect(told).toEqual({ dangling: 1 });
  });

  it('is known by its root', () => {
    expect(opml.looksLike?.('<?xml version="1.0"?>\n<opml version="1.0">', 'x')).toBe(true);
    expect(opml.looksLike?.('<html><opml>', 'x.opml')).toBe(false);
    expect(verdictOf(opml, '<graphml/>')).toBe(
      'unsupported-format: line 1: the root is <graphml>, not <opml>',
    );
    expect(verdictOf(opml, file('<outline text="a">'))).toContain(
      'line 6, column 1: </body>, but <outline> of line 5 is open',
    );
    expect(verdictOf(opml, file('<outline text="">'.repeat(300)))).toContain('more than 200 deep');
  });

  it('is never thrown by, whatever stands in it', () => {
    const part = fc.constantFrom('<outline text="a" _id="a">', '<outline _ref="a">', '<outline text="b" _relation="undercut" _target="g">', '<outline text="c" _group="g">', '<outline _group="g" _target="a">', '</outline>', '<outline/>', `<outline text="d" _counterpoint='{"claim":{"id":1},"argument":[]}'/>`, `<outline _counterpoint="null"/>`, '<outline text="Pro:"/>'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(verdictOf(opml, file(parts.join('')))).toMatch(/^(ok|invalid: )/);
        const open = parts.filter((one) => one.startsWith('<outline') && !one.endsWith('/>'));
        expect(verdictOf(opml, file(open.join('') + '</outline>'.repeat(open.length)))).toBe('ok');
      }),
      { numRuns: 300 },
    );
  });
});

describe('hostile OPML', () => {
  it('of 300,000 outlines side by side is refused', () => {
    expect(verdictOf(opml, file('<outline text="a"/>'.repeat(300_000)))).toContain('too-large');
  });
});

it('writes and reads 10,000 claims', () => {
  const read = opml.read?.(written(manyClaims(10_000)), aReading());
  expect(read?.ok && read.value.value.claims).toHaveLength(10_000);
});
