// GraphML as a graph of claims and arguments. Files of ours say what is what; those of other tools are read by the words
// that tools use for it, see graphmlWords.ts.
import { CARRIED } from '../graph/carried.ts';
import type { Graph } from '../graph/graph.ts';
import { headInfo, tellPlaces, tellUnknown } from './graphmlHead.ts';
import { GraphmlNodes } from './graphmlNodes.ts';
import { graphmlParts } from './graphmlParts.ts';
import { GraphmlWiring } from './graphmlWiring.ts';
import type { Losses } from '../loss.ts';
import type { XmlElement } from './xml.ts';
import { jsonIn } from './xmlText.ts';

export function graphOfGraphml(root: XmlElement, losses: Losses): Graph {
  const parts = graphmlParts(root);
  tellPlaces(parts, losses);
  tellUnknown(parts, losses);
  const carried = jsonIn(parts.head.values.get(CARRIED));
  const nodes = new GraphmlNodes(parts, losses);
  const wiring = new GraphmlWiring(nodes, losses);
  for (const edge of parts.edges) wiring.add(edge);
  const all = wiring.arguments();
  return {
    info: headInfo(parts.head, carried),
    claims: nodes.claims,
    arguments: all,
    people: nodes.people(),
    carried,
  };
}
