// What a GraphML file says of the whole map, and of what its reader does not read.
import { CARRIED } from '../graph/carried.ts';
import type { Graph } from '../graph/graph.ts';
import type { Graphml, GraphmlPart } from './graphmlParts.ts';
import { AUTHOR_NAMES, KIND_NAMES, LAYOUT_NAMES, NOTE_NAMES, RELATION_NAMES, TEXT_NAMES, TIME_NAMES } from './graphmlWords.ts'; // prettier-ignore
import type { Losses } from '../loss.ts';
import { localName, type XmlElement } from './xml.ts';
import { xmlShown } from './xmlText.ts';

/** What the file says otherwise than what rode along. */
export function headInfo({ values }: Pick<GraphmlPart, 'values'>, carried: unknown): Graph['info'] {
  const rest =
    typeof carried === 'object' && carried !== null && 'info' in carried ? carried.info : undefined;
  const known = new Map<string, unknown>(
    Object.entries(typeof rest === 'object' && rest !== null ? rest : {}),
  );
  const said = (name: string, others: readonly string[] = []): string | undefined => {
    const seen = [name, ...others].map((one) => values.get(one)).find((value) => value !== undefined);
    const before = known.get(name);
    if (seen === undefined || (typeof before === 'string' && xmlShown(before) === seen)) return undefined;
    return seen.trim();
  };
  const told = {
    title: said('title', ['name', 'label']),
    question: said('question'),
    about: said('about', ['description', 'desc']),
    language: said('language'),
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

const KNOWN = new Set([
  ...TEXT_NAMES, ...NOTE_NAMES, ...KIND_NAMES, ...RELATION_NAMES, ...AUTHOR_NAMES, ...TIME_NAMES, ...LAYOUT_NAMES,
  'language', 'scheme', 'order', 'resources', 'url', CARRIED,
]); // prettier-ignore

/** Positions, once for each node. */
export function tellPlaces({ nodes }: Pick<Graphml, 'nodes'>, losses: Losses): void {
  for (const { values, elements, line } of nodes)
    if ((values.has('x') && values.has('y')) || elements.some(isPlaced)) losses.add('layout', `line ${line}`);
}

/** Values under other names, once for each name, and hyperedges. */
export function tellUnknown({ nodes, edges, others }: Graphml, losses: Losses): void {
  const told = new Set(KNOWN);
  for (const { values } of [...nodes, ...edges]) {
    for (const name of values.keys()) {
      if (told.has(name)) continue;
      told.add(name);
      losses.add('unknown', name.slice(0, 60));
    }
  }
  for (const { line } of others) losses.add('unknown', `line ${line}`);
}

const isPlaced = (element: XmlElement): boolean =>
  element.children.some((child) => localName(child) === 'Geometry');
