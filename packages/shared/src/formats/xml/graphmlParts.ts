// The parts of a GraphML file (graphml.graphdrawing.org, specification 1.1) in one list: graphs that lie in nodes are
// flattened. Data elements are told by the names of their keys, since tools number the ids of keys anew.
import { attributeOf, childrenOf, localName, type XmlElement } from './xml.ts';

export interface GraphmlPart {
  /** Empty for an edge without one. */
  readonly id: string;
  readonly line: number;
  /** What its data elements say, by the name of the key in lower case. */
  readonly values: ReadonlyMap<string, string>;
  /** Elements within data elements: what yFiles and Argunet say. */
  readonly elements: readonly XmlElement[];
}

export interface GraphmlEdge extends GraphmlPart {
  readonly source: string;
  readonly target: string;
}

export interface Graphml {
  /** What is said of all: values of the file and its graphs. */
  readonly head: GraphmlPart;
  readonly nodes: readonly GraphmlPart[];
  readonly edges: readonly GraphmlEdge[];
  /** Nodes that hold a graph; they are among the nodes as well. */
  readonly groups: ReadonlySet<string>;
  /** Hyperedges and ports, which are not read. */
  readonly others: readonly XmlElement[];
}

interface Keys {
  /** id -> name */
  readonly names: ReadonlyMap<string, string>;
  readonly presets: readonly { readonly name: string; readonly of: string; readonly value: string }[];
}

export function graphmlParts(root: XmlElement): Graphml {
  const keys = keysIn(root);
  const nodes: GraphmlPart[] = [];
  const edges: GraphmlEdge[] = [];
  const groups = new Set<string>();
  const others: XmlElement[] = [];
  const heads: XmlElement[] = [root];
  const stack = [...root.children].reverse();
  for (let element = stack.pop(); element; element = stack.pop()) {
    const name = localName(element);
    if (name === 'node') {
      const part = partOf(element, 'node', keys);
      nodes.push(part);
      let isGroup = attributeOf(element, 'yfiles.foldertype') !== undefined;
      for (const child of element.children) {
        if (localName(child) !== 'graph') continue;
        isGroup = true;
        stack.push(child);
      }
      if (isGroup) groups.add(part.id);
    } else if (name === 'edge') {
      const [source = '', target = ''] = [attributeOf(element, 'source'), attributeOf(element, 'target')];
      edges.push({ ...partOf(element, 'edge', keys), source, target });
    } else if (name === 'graph') {
      heads.push(element);
      for (const child of element.children.toReversed()) stack.push(child);
    } else if (name === 'hyperedge') others.push(element);
  }
  return { head: headOf(heads, keys), nodes, edges, groups, others };
}

/** A few words; with more a small file would make a large map. */
const MOST_PRESETS = 50;
const LONGEST_PRESET = 200;

function keysIn(root: XmlElement): Keys {
  const names = new Map<string, string>();
  const presets: { name: string; of: string; value: string }[] = [];
  for (const key of childrenOf(root, 'key')) {
    const id = attributeOf(key, 'id') ?? '';
    const name = (attributeOf(key, 'attr.name') ?? attributeOf(key, 'yfiles.type') ?? id).toLowerCase();
    names.set(id, name);
    const [preset] = childrenOf(key, 'default');
    if (preset && preset.text.length <= LONGEST_PRESET && presets.length < MOST_PRESETS)
      presets.push({ name, of: attributeOf(key, 'for') ?? 'all', value: preset.text });
  }
  return { names, presets };
}

function partOf(element: XmlElement, of: string, keys: Keys): GraphmlPart {
  const values = new Map<string, string>();
  const elements: XmlElement[] = [];
  for (const child of element.children) {
    const name = localName(child);
    if (name === 'desc') values.set('desc', child.text);
    if (name !== 'data') continue;
    const key = attributeOf(child, 'key') ?? '';
    values.set(keys.names.get(key) ?? key.toLowerCase(), child.text);
    for (const inner of child.children) elements.push(inner);
  }
  for (const preset of keys.presets)
    if ((preset.of === of || preset.of === 'all') && !values.has(preset.name))
      values.set(preset.name, preset.value);
  return { id: attributeOf(element, 'id') ?? '', line: element.line, values, elements };
}

/** Of several graphs the first one's values hold; the outermost comes first. */
function headOf(heads: readonly XmlElement[], keys: Keys): GraphmlPart {
  const parts = heads.map((head) => partOf(head, 'graph', keys));
  const values = new Map(parts.toReversed().flatMap((part) => [...part.values]));
  return { id: '', line: 1, values, elements: parts.flatMap(({ elements }) => elements) };
}

const isGiven = (text: string): boolean => text.trim() !== '';

/** The first value under one of these names that is fit, or nothing. */
export function valueOf({ values }: GraphmlPart, names: readonly string[], isFit = isGiven): string {
  for (const name of names) {
    const value = values.get(name);
    if (value !== undefined && isFit(value)) return value;
  }
  return '';
}

/** What yFiles writes on a node or an edge. */
export function labelIn({ elements }: GraphmlPart, name: string): string {
  const labels: string[] = [];
  const stack = elements.toReversed();
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (localName(element) === name) labels.push(element.text.trim());
    else for (const child of element.children.toReversed()) stack.push(child);
  }
  return labels.filter((label) => label !== '').join('\n');
}
