import { TOP } from '../../map/tables/description.ts';
import { describe, expect, it } from '@jest/globals';
import parse from 'dotparser';
import fc from 'fast-check';
import { aMap } from '../../../testing/aMap.ts';
import { aMapWithSecret, hostileContents, randomContents } from '../../../testing/contents.ts';
import { manyClaims } from '../../../testing/manyClaims.ts';
import { aSeedMap } from '../../../testing/randomEdits.ts';
import type { MapContent } from '../../map/map.ts';
import { contentOf } from '../../map/patch.ts';
import { dot } from './dot.ts';
import { shownTree } from '../shownTree.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15), version: 12, permalink: 'https://example.org/maps/1' };
const written = (content: MapContent) => {
  const file = dot.write?.(content, ORIGIN);
  if (!file) throw new Error('cannot be written');
  return file;
};

type Attributes = Readonly<Record<string, string>>;
interface Picture {
  readonly label: string;
  readonly nodes: ReadonlyMap<string, Attributes>;
  readonly edges: readonly (Attributes & { readonly from: string; readonly to: string })[];
}

/** The file as dotparser reads it. */
function pictureIn(source: string): Picture {
  const [graph, ...more] = parse(source);
  expect(more).toEqual([]);
  expect(graph).toMatchObject({ type: 'digraph', id: 'map' });
  const nodes = new Map<string, Attributes>();
  const edges: Picture['edges'][number][] = [];
  let label = '';
  for (const child of graph?.children ?? []) {
    if (!('attr_list' in child)) throw new Error(`what is ${child.type}?`);
    const attributes = Object.fromEntries(
      child.attr_list.map(({ id, eq }) => [id, typeof eq === 'string' ? eq : '']),
    );
    if (child.type === 'node_stmt') nodes.set(String(child.node_id.id), attributes);
    else if (child.type === 'edge_stmt') {
      const [from, to] = child.edge_list.map((end) => String('id' in end ? end.id : ''));
      edges.push({ ...attributes, from: from ?? '', to: to ?? '' });
    } else if (child.target === 'graph') label = attributes['label'] ?? '';
  }
  return { label, nodes, edges };
}

/** What Graphviz makes of a label: its escapes, then HTML entities. */
const labelText = (label: string): string =>
  label
    .replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' || sign === 'l' ? '\n' : sign))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&amp;/g, '&');

// Space at the end of a line goes, with what stands on it.
const bare = (text: string): string => text.replace(/\s\p{M}*|\u200b/gu, '');

/** Each premise and target of each argument, in words, by our tree and by the picture. */
function saidByMap(content: MapContent): string[] {
  const tree = shownTree(content);
  const text = new Map(content.claims.map((claim) => [claim.id, claim.text]));
  return tree.inOrder
    .flatMap((node) => {
      if ('text' in node) return [];
      const premises = tree.premisesOf(node.id).map(({ claim }) => claim.text);
      const aim = text.get(node.target.id) ?? tree.premisesOf(node.target.id).map(({ claim }) => claim.text).sort(); // prettier-ignore
      const style =
        node.target.kind === 'argument' ? 'dotted' : node.direction === 'support' ? 'solid' : 'dashed';
      return [JSON.stringify([premises.sort(), style, aim])];
    })
    .sort();
}

function saidByPicture({ nodes, edges }: Picture): string[] {
  const textOf = (key: string): string => labelText(nodes.get(key)?.['tooltip'] ?? '');
  const premisesOf = (key: string): string[] =>
    key.startsWith('c')
      ? [textOf(key)]
      : edges.filter(({ to, dir }) => to === key && dir === 'none').map(({ from }) => textOf(from)).sort(); // prettier-ignore
  return edges
    .filter(({ dir }) => dir !== 'none')
    .map(({ from, to, style }) =>
      JSON.stringify([premisesOf(from), style, to.startsWith('c') ? textOf(to) : premisesOf(to)]),
    )
    .sort();
}

describe('DOT', () => {
  it('is read by dotparser as the map that was written: claims, joint premises, rebuttals and undercuts', () => {
    fc.assert(
      fc.property(randomContents(), (content) => {
        expect(saidByPicture(pictureIn(written(content).value))).toEqual(saidByMap(content));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps texts that look like DOT or HTML, to the letter in tooltips, but for line breaks in labels', () => {
    fc.assert(
      fc.property(hostileContents, (content) => {
        const picture = pictureIn(written(content).value);
        expect(saidByPicture(picture)).toEqual(saidByMap(content));
        expect(bare(labelText(picture.label))).toBe(bare(`${content.info.title}\n${content.info.question}`));
        const claims = [...picture.nodes].filter(([key]) => key.startsWith('c'));
        expect(claims).toHaveLength(content.claims.length);
        for (const [, { label = '', tooltip = '' }] of claims)
          expect(bare(labelText(label))).toBe(bare(labelText(tooltip)));
      }),
      { numRuns: 150 },
    );
  });

  it('can be read by people', () => {
    const builder = aMap({ title: 'Car-free "centre"', question: '', about: 'Two\nlines', language: 'en' });
    const ban = builder.thesis('The city should ban private cars from its centre within five years.');
    const { argument } = builder.support(ban, 'A ban would cut pollution.');
    builder.joint(argument, 'Cleaner air justifies limits.');
    builder.rebut(argument, 'It could be met without a ban.');
    builder.rebut(ban, 'It would ruin shops & cafés.');
    expect(written(contentOf(builder.map)).value).toBe(`digraph map {
  // 2026-01-15 · version 12 · https://example.org/maps/1
  // Two
  // lines
  // Contributors: Olga
  graph [label="Car-free \\"centre\\"\\l", labelloc=t, rankdir=RL, nodesep=0.25, ranksep=0.8, fontname="Inter, Noto Sans SC, Helvetica, sans-serif", fontsize=20]
  node [shape=box, style="rounded,filled", fillcolor="#ffffff", color="#8c8578", fontname="Inter, Noto Sans SC, Helvetica, sans-serif", fontsize=12, margin="0.15,0.1"]
  edge [fontname="Inter, Noto Sans SC, Helvetica, sans-serif", fontsize=10, arrowsize=0.8]

  c1 [label="The city should ban private cars from its\\lcentre within five years.\\l", tooltip="The city should ban private cars from its centre within five years.", color="#29335c", fillcolor="#eaecf4", penwidth=2];
  c2 [label="A ban would cut pollution.\\l", tooltip="A ban would cut pollution."];
  c3 [label="Cleaner air justifies limits.\\l", tooltip="Cleaner air justifies limits."];
  c4 [label="It could be met without a ban.\\l", tooltip="It could be met without a ban."];
  c5 [label="It would ruin shops &amp; cafés.\\l", tooltip="It would ruin shops &amp; cafés."];
  a1 [label="+", shape=circle, margin="0", width=0.3, fixedsize=true, color="#0b6e63", fontcolor="#0b6e63"];

  c2 -> a1 [dir=none, style=solid, color="#0b6e63", penwidth=1.5];
  c3 -> a1 [dir=none, style=solid, color="#0b6e63", penwidth=1.5];
  a1 -> c1 [label="Support", fontcolor="#0b6e63", style=solid, color="#0b6e63", penwidth=1.5];
  c4 -> a1 [label="Undercut", fontcolor="#6d3a93", style=dotted, color="#6d3a93", penwidth=1.5];
  c5 -> c1 [label="Rebuttal", fontcolor="#b23a12", style=dashed, color="#b23a12", penwidth=1.5];
}
`);
  });

  it('names the scheme of an argument in the language of the map', () => {
    const builder = aMap({ language: 'zh' });
    builder.support(builder.thesis('论题'), '理由');
    const content = contentOf(builder.map);
    const [reason] = content.arguments;
    const named = { ...content, arguments: [{ ...reason!, scheme: '"专家"意见' }] };
    expect(pictureIn(written(named).value).edges[0]?.['label']).toBe('支持（"专家"意见）');
  });

  it('is a graph even of an empty map, and takes remarks of several lines', () => {
    const { value } = written(contentOf(aMap({ title: '} // [' }).map));
    const remarks = dot.remark?.(['two\nlines } {', '\u2028*/']) ?? '';
    expect(remarks).toBe('// two\n// lines } {\n// */');
    expect(pictureIn(`${value}${remarks}\n`)).toMatchObject({ label: '} // [\\lIs it so?\\l', edges: [] });
  });

  it('says what it leaves out, and nothing else', () => {
    const builder = aSeedMap(aMapWithSecret('s'));
    const [thesis = ''] = builder.map.index.home.get(TOP) ?? [];
    const gone = builder.support(thesis, 'Gone');
    builder.comment(gone.claim);
    builder.remove(gone.claim);
    builder.edit({ kind: 'reword', claim: thesis, text: 'anew', was: 'the river rises' });
    builder.thesis('论题', { language: 'zh' });
    builder.source('Unread');
    builder.edit({ kind: 'change-settings', set: { access: 'anyone' } });
    const content = contentOf(builder.map);
    const told = Object.fromEntries(written(content).losses.map(({ kind, count }) => [kind, count]));
    const drawn = 2 * (5 + 3 + 2) + 1;
    expect(told).toEqual({
      removed: 3,
      proposals: 2,
      authors: drawn,
      times: drawn,
      people: 4,
      rewordings: 1,
      languages: 1,
      comments: 2,
      quotations: 2,
      sources: 1,
      settings: 1,
    });
  });

  it('draws 10,000 claims', () => {
    const { value } = written(manyClaims(10_000));
    for (const n of [0, 1, 4_999, 9_999]) expect(value).toContain(`Claim ${n}:`);
  });
});
