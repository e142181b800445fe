// A map as a flowchart for Mermaid (mermaid.js.org): theses on the left, what speaks to them on their right.
import type { MapContent } from '../../map/map.ts';
import type { Relation } from '../../map/relation.ts';
import {
  DOT_COLOURS,
  dotGraph,
  dotLines,
  dotRemarks,
  JOINT_SIGNS,
  type DotGraph,
  type Edge,
} from './dotGraph.ts';
import type { Format, Origin } from '../format.ts';
import { mermaidRemark, mermaidText } from './mermaidText.ts';

export const mermaid: Format = {
  id: 'mermaid',
  name: 'Mermaid',
  mediaType: 'text/vnd.mermaid',
  extension: 'mmd',
  write(content, origin) {
    const graph = dotGraph(content);
    return { value: sourceOf(content, origin, graph), losses: graph.losses.list() };
  },
  remark: (lines) => lines.flatMap(dotLines).map(mermaidRemark).join('\n'),
};

/** Mermaid draws no more unless the page that shows it is told to, by `maxEdges` and `maxTextSize`. */
const MOST_EDGES = 500;
const MOST_TEXT = 50_000;

function sourceOf(content: MapContent, origin: Origin, graph: DotGraph): string {
  const { claims, joints, edges } = graph;
  const theses = claims.filter(({ isThesis }) => isThesis).map(({ key }) => key);
  const lines = [
    ...dotRemarks(content, origin).map(mermaidRemark),
    ...claims.map(({ key, text }) => `${key}["${mermaidText(text)}"]`),
    ...joints.map(({ key, relation }) => `${key}(("${mermaidText(JOINT_SIGNS[relation])}"))`),
    ...edges.map(edgeLine),
    `classDef default fill:#ffffff,stroke:${DOT_COLOURS.line},color:${DOT_COLOURS.ink}`,
    `classDef thesis fill:${DOT_COLOURS.thesisTint},stroke:${DOT_COLOURS.thesis},stroke-width:2px`,
    ...(theses.length > 0 ? [`class ${theses.join(',')} thesis`] : []),
    ...RELATIONS.flatMap((relation) => linkStyle(relation, edges)),
  ];
  const value = `---\ntitle: ${yamlText(content.info.title)}\n---\nflowchart RL\n${lines.map((line) => `  ${line}\n`).join('')}`;
  const isLarge = edges.length > MOST_EDGES || value.length > MOST_TEXT;
  return isLarge
    ? `${value}  %% Larger than Mermaid draws by default: raise maxEdges and maxTextSize.\n`
    : value;
}

const RELATIONS = ['support', 'rebut', 'undercut'] as const;
const ARROWS: Readonly<Record<Relation, string>> = {
  thesis: '-->',
  support: '-->',
  rebut: '-.->',
  undercut: '-.->',
};

function edgeLine({ from, to, relation, label }: Edge): string {
  if (label !== '') return `${from} ${ARROWS[relation]}|"${mermaidText(label)}"| ${to}`;
  return `${from} ${relation === 'support' ? '---' : '-.-'} ${to}`;
}

const DASHES = { support: '', rebut: ',stroke-dasharray:7 4', undercut: ',stroke-dasharray:2 4' } as const;

function linkStyle(relation: (typeof RELATIONS)[number], edges: readonly Edge[]): string[] {
  const numbers = edges.flatMap((edge, i) => (edge.relation === relation ? [i] : []));
  const style = `stroke:${DOT_COLOURS[relation]},stroke-width:1.5px${DASHES[relation]}`;
  return numbers.length === 0 ? [] : [`linkStyle ${numbers.join(',')} ${style}`];
}

/** JSON is YAML; `<` would be taken for a tag before the front matter is read. */
const yamlText = (text: string): string =>
  JSON.stringify(text).replace(
    /[<>%\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
