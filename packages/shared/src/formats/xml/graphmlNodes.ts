// The nodes of a GraphML file: which of them are claims, which stand for arguments, and who wrote them.
import { Language } from '../../map/id.ts';
import { CARRIED, carriedText } from '../graph/carried.ts';
import type { GraphClaim, GraphPerson } from '../graph/graph.ts';
import { labelIn, valueOf, type Graphml, type GraphmlPart } from './graphmlParts.ts';
import { AUTHOR_NAMES, inferenceIn, KIND_NAMES, NOTE_NAMES, relationIn, sideOf, TEXT_NAMES, TIME_NAMES, type EdgeRelation } from './graphmlWords.ts'; // prettier-ignore
import type { Losses } from '../loss.ts';
import { fullRow } from './xmlNodes.ts';
import { jsonIn, xmlShown } from './xmlText.ts';
import { momentIn } from './xmlTime.ts';

export interface Inference {
  readonly part: GraphmlPart;
  /** What it does where its edges do not say. */
  readonly side: 'support' | 'rebut';
}

export class GraphmlNodes {
  readonly claims: GraphClaim[] = [];
  /** Nodes that stand for arguments. */
  readonly inferences = new Map<string, Inference>();
  /** Claims that say of themselves for or against what they point at. */
  readonly sides = new Map<string, EdgeRelation>();
  private readonly known = new Set<string>();
  private readonly authors = new Set<string>();

  constructor(
    { nodes, edges, groups }: Graphml,
    private readonly losses: Losses,
  ) {
    const linked = new Set(edges.flatMap(({ source, target }) => [source, target]));
    for (const node of nodes) {
      if (groups.has(node.id)) losses.add('groups', `line ${node.line}`);
      if (!groups.has(node.id) || linked.has(node.id)) this.add(node);
    }
  }

  has(id: string): boolean {
    return this.known.has(id);
  }

  /** Once all that is said was asked for. */
  people(): GraphPerson[] {
    return [...this.authors].map((name) => ({ key: name, name }));
  }

  /** Who wrote a node or an edge, and when. */
  stampOf(part: GraphmlPart): { readonly by: string | undefined; readonly at: number | undefined } {
    const author = valueOf(part, AUTHOR_NAMES).trim();
    if (author !== '') this.authors.add(author);
    return { by: author || undefined, at: momentIn(valueOf(part, TIME_NAMES)) };
  }

  private add(part: GraphmlPart): void {
    const { id, line } = part;
    const kind = valueOf(part, KIND_NAMES, (word) => (inferenceIn(word) ?? relationIn(word)) !== undefined);
    const text = textOf(part);
    const said = relationIn(kind);
    const side = inferenceIn(kind) ?? (text.trim() === '' ? sideOf(said) : undefined);
    this.known.add(id);
    if (side === undefined) {
      if (said) this.sides.set(id, said);
      this.claims.push(this.claim(part, text));
    } else if (this.inferences.has(id)) this.losses.add('duplicates', `line ${line}`);
    else this.inferences.set(id, { part, side });
  }

  private claim(part: GraphmlPart, text: string): GraphClaim {
    const { id, line, values } = part;
    const row = fullRow(jsonIn(values.get(CARRIED)));
    const notes = NOTE_NAMES.flatMap((name) => values.get(name)?.trim() ?? []);
    // Tools that know nodes by their names only use these as ids; others count.
    const name = /\p{L}/u.test(id) && !/^[a-z]{0,3}\d+(::.*)?$/i.test(id) ? id : '';
    return {
      key: id,
      where: `line ${line}`,
      text: row === undefined ? text.trim() || name : carriedText(row, text, xmlShown),
      row,
      language: Language.safeParse(values.get('language')?.trim()).data,
      comments: notes.filter((note) => note !== '' && note !== text.trim()).map((note) => ({ text: note })),
      ...this.stampOf(part),
    };
  }
}

/** The words on a node. */
export const textOf = (part: GraphmlPart): string =>
  valueOf(part, TEXT_NAMES) || labelIn(part, 'NodeLabel') || valueOf(part, NOTE_NAMES);
