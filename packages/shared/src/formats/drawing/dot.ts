// A map as a graph for Graphviz (graphviz.org, "DOT Language"): theses on the left, what speaks to them on their right.
import { wrapText } from '../../layout/wrap.ts';
import type { MapContent } from '../../map/map.ts';
import type { Relation } from '../../map/relation.ts';
import {
  DOT_COLOURS,
  dotGraph,
  dotLines,
  dotRemarks,
  JOINT_SIGNS,
  type ClaimNode,
  type DotGraph,
  type Edge,
  type JointNode,
} from './dotGraph.ts';
import type { Format, Origin } from '../format.ts';

export const dot: Format = {
  id: 'dot',
  name: 'Graphviz DOT',
  mediaType: 'text/vnd.graphviz',
  extension: 'dot',
  write(content, origin) {
    const graph = dotGraph(content);
    return { value: sourceOf(content, origin, graph), losses: graph.losses.list() };
  },
  remark: (lines) => lines.flatMap(dotLines).map(commented).join('\n'),
};

const commented = (line: string): string => `// ${line}`;

function sourceOf(content: MapContent, origin: Origin, { claims, joints, edges }: DotGraph): string {
  const title = content.info.question
    ? `${content.info.title}\n${content.info.question}`
    : content.info.title;
  const lines = [
    ...dotRemarks(content, origin).map(commented),
    `graph [label=${wrapped(title, TITLE)}, labelloc=t, rankdir=RL, nodesep=0.25, ranksep=0.8, fontname=${FONT}, fontsize=20]`,
    `node [shape=box, style="rounded,filled", fillcolor="#ffffff", color="${DOT_COLOURS.line}", fontname=${FONT}, fontsize=12, margin="0.15,0.1"]`,
    `edge [fontname=${FONT}, fontsize=10, arrowsize=0.8]`,
    '',
    ...claims.map(claimLine),
    ...joints.map(jointLine),
    '',
    ...edges.map(edgeLine),
  ];
  return `digraph map {\n${lines.map((line) => (line ? `  ${line}\n` : '\n')).join('')}}\n`;
}

const FONT = '"Inter, Noto Sans SC, Helvetica, sans-serif"';
const LABEL = { font: 'sans', size: 12, width: 240 } as const;
const TITLE = { font: 'sans', size: 20, width: 800 } as const;

/** The label is broken into lines; the tooltip is the text as it was written. */
function claimLine({ key, text, isThesis }: ClaimNode): string {
  const thesis = isThesis
    ? `, color="${DOT_COLOURS.thesis}", fillcolor="${DOT_COLOURS.thesisTint}", penwidth=2`
    : '';
  return `${key} [label=${wrapped(text, LABEL)}, tooltip=${dotText(text)}${thesis}];`;
}

function jointLine({ key, relation }: JointNode): string {
  const colour = DOT_COLOURS[relation];
  return `${key} [label="${JOINT_SIGNS[relation]}", shape=circle, margin="0", width=0.3, fixedsize=true, color="${colour}", fontcolor="${colour}"];`;
}

const STYLES: Readonly<Record<Relation, string>> = {
  thesis: 'solid',
  support: 'solid',
  rebut: 'dashed',
  undercut: 'dotted',
};

function edgeLine({ from, to, relation, label }: Edge): string {
  const colour = DOT_COLOURS[relation];
  const said = label === '' ? 'dir=none' : `label=${dotText(label)}, fontcolor="${colour}"`;
  return `${from} -> ${to} [${said}, style=${STYLES[relation]}, color="${colour}", penwidth=1.5];`;
}

const wrapped = (text: string, box: typeof LABEL | typeof TITLE): string =>
  `"${wrapText(text, box)
    .lines.map((line) => `${inQuotes(line)}\\l`)
    .join('')}"`;

const dotText = (text: string): string => `"${text.split('\n').map(inQuotes).join('\\n')}"`;

// What ends a string, begins one of the escapes of labels or an HTML entity, and line ends that some parsers stumble over.
const signs = /["\\&\r\u2028\u2029]/g;
const inQuotes = (line: string): string =>
  line.replace(signs, (sign) =>
    sign === '"' || sign === '\\' ? `\\${sign}` : sign === '&' ? '&amp;' : `&#${sign.charCodeAt(0)};`,
  );
