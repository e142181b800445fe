/**
 * @jest-environment jsdom
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Mermaid as Tool } from 'mermaid';
import { parse as yaml } from 'yaml';
import { aMap } from '../../../testing/aMap.ts';
import { hostileContents, randomContents } from '../../../testing/contents.ts';
import { manyClaims } from '../../../testing/manyClaims.ts';
import type { MapContent } from '../../map/map.ts';
import { contentOf } from '../../map/patch.ts';
import { dot } from './dot.ts';
import { dotGraph, JOINT_SIGNS, type DotGraph } from './dotGraph.ts';
import { mermaid } from './mermaid.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15), version: 12, permalink: 'https://example.org/maps/1' };
const written = (content: MapContent) => {
  const file = mermaid.write?.(content, ORIGIN);
  if (!file) throw new Error('cannot be written');
  return file;
};

interface Drawn {
  readonly id: string;
  readonly textContent: string;
  innerHTML: string;
  readonly classList: Iterable<string>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Drawn | null;
  querySelectorAll(selector: string): Iterable<Drawn>;
  replaceWith(text: string): void;
}
/** What these tests need of the page that jsdom gives them. */
const page = globalThis as unknown as {
  readonly document: { createElement(name: string): Drawn };
  readonly SVGElement: { readonly prototype: object };
};

/** Mermaid itself, of which jsdom draws everything but the sizes. */
let tool: Tool;
beforeAll(async () => {
  ({ default: tool } = await import('mermaid'));
  tool.initialize({ maxEdges: 1_000_000, maxTextSize: 100_000_000 });
  const getBBox = () => ({ x: 0, y: 0, width: 100, height: 20 });
  // Needed for edges from a node to itself.
  Object.assign(page, { structuredClone: (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown });
  Object.assign(page.SVGElement.prototype, { getBBox, getComputedTextLength: () => 50 });
});

/**
 * What Mermaid draws of a file. jsdom holds on to all that was drawn until the event loop turns, and to what each selector found
 * last: of hundreds that is more than the memory has room for. So it turns, and all drawings have one name.
 */
async function drawn(source: string) {
  await new Promise((resolve) => setTimeout(resolve));
  const { svg } = await tool.render('drawing', source);
  const host = page.document.createElement('div');
  host.innerHTML = svg;
  for (const end of host.querySelectorAll('br')) end.replaceWith('\n');
  const nodes = [...host.querySelectorAll('g.node')]
    .map((node) => ({
      key: node.id.replace(/^flowchart-(\w+)-\d+$/, '$1'),
      label: node.querySelector('.nodeLabel')?.textContent ?? '',
      isThesis: [...node.classList].includes('thesis'),
    }))
    .filter(({ key }) => !key.includes('---'));
  const links = [...host.querySelectorAll('path.flowchart-link')];
  const isOfLoop = ({ id }: Drawn): boolean => id.includes('cyclic-special');
  const edges = links
    .filter((link) => !isOfLoop(link))
    .map((edge) => {
      const [, from, to] = edge.id.split('_');
      const stroke = /stroke:(#\w+)/.exec(edge.getAttribute('style') ?? '')?.[1] ?? '';
      const pattern = [...edge.classList].find((name) => name.startsWith('edge-pattern')) ?? '';
      const end = edge.getAttribute('marker-end') === null ? 'line' : 'arrow';
      return [from, to, end, stroke, pattern].join(' ');
    });
  return {
    labels: new Map(nodes.map(({ key, label }) => [key, label])),
    theses: nodes.filter(({ isThesis }) => isThesis).map(({ key }) => key),
    edges: edges.sort(),
    // From a node to itself Mermaid draws three pieces.
    loops: links.filter(isOfLoop).length / 3,
    words: [...host.querySelectorAll('span.edgeLabel')].map(({ textContent }) => textContent),
  };
}

const COLOURS = { thesis: '', support: '#0b6e63', rebut: '#b23a12', undercut: '#6d3a93' } as const;

const meant = ({ claims, joints, edges }: DotGraph) => ({
  labels: new Map([
    ...claims.map(({ key, text }) => [key, text] as const),
    ...joints.map(({ key, relation }) => [key, JOINT_SIGNS[relation]] as const),
  ]),
  theses: claims.filter(({ isThesis }) => isThesis).map(({ key }) => key),
  loops: edges.filter(({ from, to }) => from === to).length,
  edges: edges
    .filter(({ from, to }) => from !== to)
    .map(({ from, to, relation, label }) => {
      const pattern = relation === 'support' ? 'solid' : 'dotted';
      return [from, to, label ? 'arrow' : 'line', COLOURS[relation], `edge-pattern-${pattern}`].join(' ');
    })
    .sort(),
});

describe('Mermaid', () => {
  it('is drawn by Mermaid as the map that was written, with texts to the letter, whatever they look like', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(randomContents(15), hostileContents), async (content) => {
        const { words, ...picture } = await drawn(written(content).value);
        const graph = dotGraph(content);
        expect(picture).toEqual(meant(graph));
        expect(words.filter(Boolean).sort()).toEqual(
          graph.edges
            .map(({ label }) => label)
            .filter(Boolean)
            .sort(),
        );
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    '1. one', '2) two', '- item', '+ item', '# heading', '    code', 'https://example.org/?a=b#c', 'www.example.org', 'a@example.org',
    '[a](b)', '![a](b)', '`code`', '`', '**b** _i_ ~~s~~', '$$x$$', '$$$$', '#quot; #35; #x;', 'style a:#b; c', 'classDef x:y#z; "', 'fa:fa-car x',
    'end', 'subgraph', '%%{init: {"theme":"dark"}}%%', '%% x', 'x %% y', '"', '""', 'a"', 'a*', 'a b ', 'a; b', '`"md"`', 'ﬂ°°65¶ß', '<b>x</b>', '<!-- x -->', '&amp; &#65;',
    'a\n\nb', 'a\n- b\n===', '\\', '\\n', 'a\\*b', ']', '"]', '| a | b |\n|---|---|', ' x ', '@{ shape: x }', ':::thesis', ';', 'click a b', '在技术民主化的前提下，',
  ])('draws %j as it is', async (text) => {
    const builder = aMap();
    builder.support(builder.thesis(text), 'Reason');
    const content = contentOf(builder.map);
    const named = { ...content, arguments: content.arguments.map((one) => ({ ...one, scheme: text })) };
    const { labels, words } = await drawn(written(named).value);
    expect(labels.get('c1')).toBe(text);
    expect(words).toContain(`Support (${text})`);
  }); // prettier-ignore

  it('can be read by people', () => {
    const builder = aMap({ title: 'Car-free "centre"', question: '', about: 'Two\nlines', language: 'en' });
    const ban = builder.thesis('The city should ban private cars.');
    const { argument } = builder.support(ban, 'A ban would cut pollution: see https://example.org.');
    builder.joint(argument, 'Cleaner air justifies limits.');
    builder.rebut(argument, 'It could be met without a ban.');
    builder.rebut(ban, 'It would ruin shops & cafés.');
    expect(written(contentOf(builder.map)).value).toBe(`---
title: "Car-free \\"centre\\""
---
flowchart RL
  %% 2026-01-15 · version 12 · https://example.org/maps/1
  %% Two
  %% lines
  %% Contributors: Olga
  c1["The city should ban private cars."]
  c2["<div>A ban would cut pollution: see https://example.org.</div>"]
  c3["Cleaner air justifies limits."]
  c4["It could be met without a ban."]
  c5["<div>It would ruin shops #amp; cafés.</div>"]
  a1(("<div>+</div>"))
  c2 --- a1
  c3 --- a1
  a1 -->|"Support"| c1
  c4 -.->|"Undercut"| a1
  c5 -.->|"Rebuttal"| c1
  classDef default fill:#ffffff,stroke:#8c8578,color:#1d1b18
  classDef thesis fill:#eaecf4,stroke:#29335c,stroke-width:2px
  class c1 thesis
  linkStyle 0,1,2 stroke:#0b6e63,stroke-width:1.5px
  linkStyle 4 stroke:#b23a12,stroke-width:1.5px,stroke-dasharray:7 4
  linkStyle 3 stroke:#6d3a93,stroke-width:1.5px,stroke-dasharray:2 4
`);
  });

  it('is a flowchart even of an empty map, keeps its title and takes remarks', async () => {
    const title = '%%{init: {}}%% --- <a b="c"> "x" \u2028 : #';
    const { value, losses } = written(contentOf(aMap({ title, about: '%%{init: {"theme": "dark"}}%%' }).map));
    const remarks = mermaid.remark?.(['two\nlines', '%%{init: {}}%%']) ?? '';
    expect(remarks).toBe('%% two\n%% lines\n%% % % {init: {}}% %');
    const source = `${value}${remarks}\n`;
    expect(await drawn(source)).toEqual({ labels: new Map(), theses: [], loops: 0, edges: [], words: [] });
    expect(yaml(/^---\n(.*)\n---\n/.exec(source)?.[1] ?? '')).toEqual({ title });
    expect(losses).toEqual(dot.write?.(contentOf(aMap().map), ORIGIN).losses);
  });

  it('draws 10,000 claims, and says that Mermaid will want to be told', () => {
    const { value } = written(manyClaims(10_000));
    expect(value).toMatch(/%% .*maxEdges.*\n$/);
  });
});
