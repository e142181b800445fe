// A map as GraphML: claims are nodes, and so are arguments, since an edge cannot end at an edge. Premises point at their
// argument and the argument at what it speaks to.
import type { Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import { relationOf } from '../../map/relation.ts';
import { CARRIED, restOf } from '../graph/carried.ts';
import type { Origin } from '../format.ts';
import { isClaim, shownTree, type ShownTree } from '../shownTree.ts';
import { leanRow, namedNodes, type NamedNodes } from './xmlNodes.ts';
import { xmlAttribute, xmlJson, xmlText } from './xmlText.ts';
import { isoOf } from './xmlTime.ts';

/** The id of the key under which our rows stand. */
const ROW = 'row';

/** What stands in data elements. */
const KEYS: readonly (readonly [
  name: string,
  of: 'graph' | 'node' | 'edge' | 'all',
  type: 'string' | 'int',
])[] = [
  ['title', 'graph', 'string'],
  ['question', 'graph', 'string'],
  ['about', 'graph', 'string'],
  ['language', 'graph', 'string'],
  ['contributors', 'graph', 'string'],
  ['date', 'graph', 'string'],
  ['version', 'graph', 'int'],
  ['permalink', 'graph', 'string'],
  ['kind', 'node', 'string'],
  ['text', 'node', 'string'],
  ['scheme', 'node', 'string'],
  ['author', 'node', 'string'],
  ['created', 'node', 'string'],
  ['relation', 'edge', 'string'],
  // Among its siblings, from 0, which is left out.
  ['order', 'edge', 'int'],
  [CARRIED, 'all', 'string'],
];

export function graphmlOf(content: MapContent, origin: Origin): string {
  const tree = shownTree(content);
  const named = namedNodes(tree);
  const people = new Map(content.participants.map(({ id, name }) => [id, name]));
  const nodes = named.nodes.map((node) =>
    isClaim(node) ? claimNode(node, named, people) : inferenceNode(node, named),
  );
  const repliesTo = (id: Id) => tree.repliesTo(id).filter((reply) => named.has(reply.id));
  const edges = named.nodes.flatMap((node) => [
    ...(isClaim(node) ? [] : premiseEdges(node, tree, named)),
    ...repliesTo(node.id).map((reply, i) => edge(reply.id, node.id, [relationOf(reply), i], named)),
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...KEYS.map(([name, of, type]) => {
      const id = name === CARRIED ? ROW : name;
      return `  <key id="${id}" for="${of}" attr.name="${name}" attr.type="${type}"/>`;
    }),
    '  <graph id="G" edgedefault="directed">',
    ...headData(content, origin).map((data) => `    ${data}`),
    `    ${data(ROW, xmlJson(restOf(content, named.has)))}`,
    ...[...nodes, ...edges].map((element) => `    ${element}`),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

function headData({ info, participants }: MapContent, { at, version, permalink }: Origin): string[] {
  const { title, question, about, language } = info;
  const said = {
    title,
    question,
    about,
    language,
    contributors: participants.map(({ name }) => name).join(', '),
    date: isoOf(at),
    version: String(version),
    permalink: permalink ?? '',
  };
  return Object.entries(said).flatMap(([name, value]) => (value === '' ? [] : [data(name, value)]));
}

function claimNode(claim: Claim, { nameOf }: NamedNodes, people: ReadonlyMap<Id, string>): string {
  const author = claim.by === null ? undefined : people.get(claim.by);
  const about = [
    data('kind', 'claim'),
    data('text', claim.text),
    author === undefined ? '' : data('author', author),
    data('created', isoOf(claim.at)),
    data(ROW, xmlJson(leanRow(claim))),
  ];
  return `<node id="${nameOf(claim.id)}">${about.join('')}</node>`;
}

function inferenceNode(argument: Argument, { nameOf }: NamedNodes): string {
  const scheme = argument.scheme === null ? '' : data('scheme', argument.scheme);
  const row = data(ROW, xmlJson(leanRow(argument)));
  return `<node id="${nameOf(argument.id)}">${data('kind', 'inference')}${scheme}${row}</node>`;
}

const premiseEdges = ({ id }: Argument, { premisesOf }: ShownTree, named: NamedNodes): string[] =>
  premisesOf(id).map(({ claim }, i) => edge(claim.id, id, ['premise', i], named));

function edge(
  from: Id,
  to: Id,
  [relation, index]: readonly [string, number],
  { nameOf }: NamedNodes,
): string {
  const about = data('relation', relation) + (index > 0 ? data('order', String(index)) : '');
  return `<edge source="${nameOf(from)}" target="${nameOf(to)}">${about}</edge>`;
}

/** A line feed at the beginning or the end stays: readers of XML keep white space in text. */
const data = (key: string, value: string): string =>
  `<data${xmlAttribute('key', key)}>${xmlText(value)}</data>`;
