// Argument graphs of the microtext corpus (A. Peldszus and M. Stede, arggraph.dtd), to be read. Segments of the text are
// joined to claims; edges lead from claims to claims, and from claims to edges.
import { ok, refuse, type Result } from '../../result.ts';
import { MOST_FILE_BYTES, type Format } from '../format.ts';
import type { Graph, GraphArgument } from '../graph/graph.ts';
import { grown } from '../graph/grow.ts';
import { Losses } from '../loss.ts';
import { claimOf, joiningIn, lengthOfAll, segmentsIn, TEXT, type Edge } from './microtextText.ts';
import { attributeOf, childrenOf, rootName, type XmlElement } from './xml.ts';
import { readXml } from './xmlReader.ts';

export const microtext: Format = {
  id: 'microtext',
  name: 'Argument graph XML (microtexts)',
  mediaType: 'application/xml',
  extension: 'xml',
  read(text, reading) {
    const root = readXml(text, 'arggraph');
    if (!root.ok) return root;
    const losses = new Losses();
    const graph = graphIn(root.value, losses);
    if (!graph.ok) return graph;
    const read = grown(graph.value, reading);
    return read.ok ? ok({ value: read.value.value, losses: [...losses.list(), ...read.value.losses] }) : read;
  },
  looksLike: (start) => rootName(start) === 'arggraph',
};

function graphIn(root: XmlElement, losses: Losses): Result<Graph> {
  const edges = childrenOf(root, 'edge').map((edge): Edge => {
    const [id = '', from = '', to = '', type = ''] = ['id', 'src', 'trg', 'type'].map((name) =>
      attributeOf(edge, name),
    );
    return { id, from, to, type, where: `line ${edge.line}` };
  });
  const { text, segments } = segmentsIn(root);
  const title = attributeOf(root, 'id') ?? '';
  const topic = attributeOf(root, 'topic_id')?.replaceAll('_', ' ').trim();
  if (attributeOf(root, 'stance') !== undefined) losses.add('unknown', 'stance');
  const joined = joiningIn(edges);
  const adus = childrenOf(root, 'adu');
  if (lengthOfAll(adus, joined, segments) > MOST_FILE_BYTES)
    return refuse('too-large', 'The same segments are joined to too many claims.');
  const claims = adus.map((adu) => claimOf(adu, joined, segments, losses));
  tellVoices(root, edges, losses);
  return ok({
    info: { ...(title && { title }), ...(topic && { question: topic }) },
    claims,
    arguments: argumentsIn(edges, new Set(claims.map(({ key }) => key)), losses),
    sources: text === '' ? [] : [{ key: TEXT, title, text }],
  });
}

type Made = GraphArgument & { readonly premises: string[] };

function argumentsIn(edges: readonly Edge[], claims: ReadonlySet<string>, losses: Losses): GraphArgument[] {
  const made = new Map<string, Made>();
  for (const { id, from, to, type, where } of edges) {
    if (type === 'seg' || type === 'add') continue;
    if (!['sup', 'exa', 'reb', 'und'].includes(type)) losses.add('edges', where);
    const direction = type === 'reb' || type === 'und' ? 'rebut' : 'support';
    const scheme = type === 'exa' ? 'Argument from example' : undefined;
    const key = `edge ${id}`;
    made.set(id, {
      key,
      where,
      direction,
      premises: [from],
      targets: [claims.has(to) ? to : `edge ${to}`],
      scheme,
    });
  }
  const byPremise = new Map(
    [...made.values()].toReversed().map((argument) => [argument.premises[0], argument]),
  );
  // A further premise may join an edge that itself only joins another.
  const joins = new Map(edges.filter(({ type }) => type === 'add').map((edge) => [edge.id, edge]));
  const known = new Map<string, Made | undefined>();
  const joinedBy = ({ to }: Edge): Made | undefined => {
    const way = new Set<string>();
    let found: Made | undefined;
    for (
      let next: string | undefined = to;
      next !== undefined && !way.has(next);
      next = joins.get(next)?.to
    ) {
      found = known.get(next) ?? made.get(next) ?? byPremise.get(next);
      if (found || known.has(next)) break;
      way.add(next);
    }
    for (const id of way) known.set(id, found);
    return found;
  };
  for (const edge of joins.values()) {
    const argument = joinedBy(edge);
    if (argument) argument.premises.push(edge.from);
    else losses.add('dangling', edge.where);
  }
  const keyOfJoin = (target: string): string => {
    const edge = joins.get(target.slice('edge '.length));
    return (edge && joinedBy(edge)?.key) ?? target;
  };
  return [...made.values()].map((argument) => ({ ...argument, targets: argument.targets.map(keyOfJoin) }));
}

/** Who speaks, proponent or opponent, follows from what attacks what; where it does not, it is told. */
function tellVoices(root: XmlElement, edges: readonly Edge[], losses: Losses): void {
  const voices = new Map(
    childrenOf(root, 'adu').map((adu) => [attributeOf(adu, 'id') ?? '', attributeOf(adu, 'type')]),
  );
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  for (const { from, to, type, where } of edges) {
    const [own, other] = [voices.get(from), voices.get(to) ?? voices.get(byId.get(to)?.from ?? '')];
    if (type === 'seg' || own === undefined || other === undefined) continue;
    const isAttack = type === 'reb' || type === 'und';
    if (isAttack !== (own !== other)) losses.add('unknown', where);
  }
}
