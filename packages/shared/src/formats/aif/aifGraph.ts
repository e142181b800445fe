// What an AIF graph says (Chesñevar et al., "Towards an argument interchange format", as AIFdb and OVA write it in
// JSON): I nodes are claims, RA and CA nodes are arguments; who said what is worked out in aifSpeech.ts.
import { CARRIED, carriedText } from '../graph/carried.ts';
import type { GraphArgument, GraphClaim, GraphPerson } from '../graph/graph.ts';
import { idIn, isFields, Rows, textIn, type AifEdge, type AifNode, type Fields } from './aifJson.ts';
import { homesBy, schemeLine, seenScheme, wholeRow, withPremise } from './aifRows.ts';
import { speechOf, type Voice } from './aifSpeech.ts';
import { decoded, isFormatted } from './aifText.ts';
import { momentOf } from './aifTime.ts';
import type { Losses } from '../loss.ts';
import { isVisible } from '../../map/text.ts';

export interface AifGraph {
  readonly claims: readonly GraphClaim[];
  readonly arguments: readonly GraphArgument[];
  readonly people: readonly GraphPerson[];
  readonly voices: readonly Voice[];
}

const NODE = new Set([
  'nodeID',
  'text',
  'type',
  'timestamp',
  'scheme',
  'schemeID',
  'x',
  'y',
  'visible',
  CARRIED,
]);
const EDGE = new Set(['edgeID', 'fromID', 'toID', 'formEdgeID', 'visible']);
const ARGUMENTS = new Set(['RA', 'CA']);
const SPEECH = new Set(['L', 'TA', 'YA']);

/** Reads nodes, edges, locutions and participants. `path` is where they stand, '' or 'AIF.'; `language` is the map's, in
 *  a file of ours. */
export function aifGraphOf(
  aif: Fields,
  path: string,
  language: string | undefined,
  losses: Losses,
): AifGraph {
  const rows = new Rows(losses);
  const nodes = nodesIn(aif, path, rows, losses);
  const byId = new Map<string, AifNode>();
  for (const node of nodes) if (!byId.has(node.id)) byId.set(node.id, node);
  const edges = edgesIn(aif, path, { rows, byId, losses });
  const speech = speechOf({ aif, path, nodes, edges: edges.filter(isSpeech) }, rows, losses);
  const homeOf = homesBy(edges.filter(isPremise).map(({ from, to }) => [to.id, from.id]));
  const idOf = (argument: string): string => idIn(rowIn(byId.get(argument)), 'id');
  const claims = nodes
    .filter(({ type }) => type === 'I')
    .map((node): GraphClaim => {
      const said = speech.said.get(node.id);
      const by = said?.by === undefined ? null : (speech.ids.get(said.by) ?? null);
      const raw = node.fields[CARRIED];
      if (isFields(raw) && said?.by !== undefined && by === null) losses.add('authors', node.where);
      const home = homeOf(node.id);
      const row = wholeRow(raw, { language, by, home: typeof home === 'string' ? idOf(home) : home });
      return {
        key: node.id,
        where: node.where,
        text: carriedText(row, node.text, decoded),
        by: said?.by,
        at: said?.at ?? momentOf(textIn(node.fields, 'timestamp')),
        row,
      };
    });
  const rowOf = new Map(claims.map(({ key, row }) => [key, row]));
  return {
    claims,
    arguments: argumentsIn(nodes, edges, aif, losses).map((one) => {
      const premise = rowOf.get(one.premises[0] ?? '');
      return { ...one, row: wholeRow(one.row, withPremise(isFields(premise) ? premise : undefined)) };
    }),
    people: speech.people,
    voices: speech.voices,
  };
}

const rowIn = (node: AifNode | undefined): Fields => {
  const row = node?.fields[CARRIED];
  return isFields(row) ? row : {};
};

function nodesIn(aif: Fields, path: string, rows: Rows, losses: Losses): AifNode[] {
  const nodes: AifNode[] = [];
  const speech = new Set<string>();
  const strange = new Set<string>();
  let hasPlaces = false;
  for (const { fields, where } of rows.of(aif, path, 'nodes', NODE)) {
    const type = textIn(fields, 'type').trim().toUpperCase();
    const id = idIn(fields, 'nodeID') || where;
    const isRelation = type === 'I' || ARGUMENTS.has(type);
    if (type === 'MA') losses.add('rephrases', where);
    else if (type === 'PA') losses.add('preferences', where);
    else if (SPEECH.has(type)) {
      if (speech.has(id)) losses.add('duplicates', where);
      speech.add(id);
    } else if (!isRelation) {
      if (!strange.has(type)) losses.add('unknown', where);
      strange.add(type);
    }
    hasPlaces ||= 'x' in fields || 'y' in fields;
    const raw = textIn(fields, 'text');
    if (type === 'I' && isFormatted(raw) && fields[CARRIED] === undefined) losses.add('texts', where);
    nodes.push({ id, type, text: decoded(raw), fields, where });
  }
  if (hasPlaces) losses.add('layout', `${path}nodes`);
  return nodes;
}

interface Reading {
  readonly rows: Rows;
  readonly byId: ReadonlyMap<string, AifNode>;
  readonly losses: Losses;
}

function edgesIn(aif: Fields, path: string, { rows, byId, losses }: Reading): AifEdge[] {
  const edges: AifEdge[] = [];
  for (const { fields, where } of rows.of(aif, path, 'edges', EDGE)) {
    const [from, to] = [byId.get(idIn(fields, 'fromID')), byId.get(idIn(fields, 'toID'))];
    if (from && to) edges.push({ from, to, where });
    else losses.add('dangling', where);
  }
  return edges;
}

const isPremise = ({ from, to }: AifEdge): boolean => from.type === 'I' && ARGUMENTS.has(to.type);
const isSpeech = ({ from, to }: AifEdge): boolean => SPEECH.has(from.type) || SPEECH.has(to.type);

function argumentsIn(
  nodes: readonly AifNode[],
  edges: readonly AifEdge[],
  aif: Fields,
  losses: Losses,
): GraphArgument[] {
  const premises = new Map<string, string[]>();
  const targets = new Map<string, string[]>();
  const bare: GraphArgument[] = [];
  for (const node of nodes) {
    if (!ARGUMENTS.has(node.type) || premises.has(node.id)) continue;
    premises.set(node.id, []);
    targets.set(node.id, []);
  }
  for (const { from, to, where } of edges) {
    if (from.type === 'I' && to.type === 'I') {
      losses.add('edges', where);
      bare.push({ key: where, where, direction: 'support', premises: [from.id], targets: [to.id] });
    } else if (from.type === 'I') premises.get(to.id)?.push(from.id);
    else if (to.type === 'I' || ARGUMENTS.has(to.type)) targets.get(from.id)?.push(to.id);
  }
  const fulfilled = schemesIn(aif);
  const named = new Set<string>();
  const all = nodes
    .filter(({ type }) => ARGUMENTS.has(type))
    .map((node): GraphArgument => {
      const { id, fields, where } = node;
      // Edges belong to the first of several nodes with one id.
      const isFirst = !named.has(id);
      named.add(id);
      return {
        key: id,
        where,
        direction: node.type === 'RA' ? 'support' : 'rebut',
        premises: isFirst ? (premises.get(id) ?? []) : [],
        targets: isFirst ? (targets.get(id) ?? []) : [],
        scheme: seenScheme(
          fields[CARRIED],
          schemeNamed([textIn(fields, 'scheme'), fulfilled.get(id) ?? '', node.text]),
        ),
        at: momentOf(textIn(fields, 'timestamp')),
        row: fields[CARRIED],
      };
    });
  return [...all, ...bare];
}

/** What tools call an argument of no scheme in particular. */
const DEFAULT = /^(?:default[\s_-]*)?(?:inference|conflict|support|attack|ra|ca)?$/i;

/** The first of some names that names a scheme. */
function schemeNamed(names: readonly string[]): string | undefined {
  const lines = names.map((name) => schemeLine(name));
  return lines.find((name) => isVisible(name) && !DEFAULT.test(name) && !/^\d+$/.test(name));
}

/** Scheme names beside the nodes; most tools give AIFdb's numbers there, and the name as the text of the node. */
function schemesIn(aif: Fields): Map<string, string> {
  const list = aif['schemefulfillments'];
  const names = new Map<string, string>();
  for (const one of Array.isArray(list) ? (list as readonly unknown[]) : []) {
    if (typeof one !== 'object' || one === null) continue;
    const fields = one as Fields;
    names.set(
      idIn(fields, 'nodeID'),
      textIn(fields, 'scheme') || textIn(fields, 'name') || textIn(fields, 'schemeID'),
    );
  }
  return names;
}
