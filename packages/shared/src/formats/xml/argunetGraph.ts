// Argunet's nodes, propositions and edges as a graph. A proposition has one id wherever it stands, so a conclusion that
// is a thesis, and a thesis that is a premise, are one claim; edges that only say so again add nothing.
import type { Graph, GraphArgument, GraphClaim, GraphComment } from '../graph/graph.ts';
import type { Graphml, GraphmlEdge, GraphmlPart } from './graphmlParts.ts';
import type { Losses } from '../loss.ts';
import { attributeOf, childrenOf, localName, type XmlElement } from './xml.ts';

interface Making extends GraphClaim {
  text: string;
  comments: GraphComment[];
}

/** What a node of the map stands for. */
interface Standing {
  /** What it says: of an argument, its conclusion. */
  readonly says: string | undefined;
  /** What is hit by what speaks to it: of an argument, its only premise or itself. */
  readonly hit: string;
  /** Premises that lead to no conclusion but what edges point at. */
  readonly open: readonly string[] | undefined;
}

interface Reference {
  readonly element: XmlElement;
  readonly proposition: string;
  readonly isPremise: boolean;
}

export class ArgunetGraph {
  private readonly claims = new Map<string, Making>();
  private readonly arguments: GraphArgument[] = [];
  private readonly standing = new Map<string, Standing>();
  private readonly references: Reference[] = [];
  /** Pairs of claims between which something is said. */
  private readonly said = new Set<string>();
  private readonly spent = new Set<string>();

  constructor(
    { nodes, edges, groups }: Graphml,
    private readonly losses: Losses,
  ) {
    for (const node of nodes) {
      const [element] = node.elements.filter((one) => ['thesis', 'argument'].includes(localName(one)));
      if (element && localName(element) === 'thesis') this.addThesis(node, element);
      else if (element) this.addArgument(node, element);
      else if (groups.has(node.id) || node.elements.some((one) => localName(one) === 'group'))
        losses.add('groups', `line ${node.line}`);
      else losses.add('unknown', `line ${node.line}`);
    }
    for (const edge of edges) this.addEdge(edge);
    for (const reference of this.references) this.addReference(reference);
  }

  graph(): Graph {
    for (const [node, { open, hit }] of this.standing) {
      const where = this.claims.get(open?.[0] ?? '')?.where ?? '';
      if (open && !this.spent.has(node))
        this.arguments.push({ key: hit, where, direction: 'support', premises: open, targets: [] });
    }
    return { claims: [...this.claims.values()], arguments: this.arguments };
  }

  private addThesis(node: GraphmlPart, element: XmlElement): void {
    const key = this.addClaim(attributeOf(element, 'id') ?? `node ${node.id}`, element, ['content', 'title']);
    this.standing.set(node.id, { says: key, hit: key, open: undefined });
  }

  private addArgument(node: GraphmlPart, element: XmlElement): void {
    const propositions = childrenOf(element, 'proposition');
    if (propositions.length > 0) {
      this.standing.set(node.id, this.workedOut(element, propositions, `argument ${node.id}`));
      return;
    }
    const key = this.addClaim(`argument ${node.id}`, element, ['description', 'title']);
    this.standing.set(node.id, { says: key, hit: key, open: undefined });
  }

  /** Each conclusion follows from what stands above it, up to the conclusion before, which is a premise too. */
  private workedOut(element: XmlElement, propositions: readonly XmlElement[], key: string): Standing {
    let above: string[] = [];
    let begun: readonly string[] | undefined;
    let made: (GraphArgument & { premises: string[] }) | undefined;
    for (const proposition of propositions) {
      const isPremise = attributeOf(proposition, 'type') === 'premise';
      const claim = this.addClaim(
        attributeOf(proposition, 'id') ?? `proposition ${proposition.line}`,
        proposition,
        ['content'],
      );
      for (const one of proposition.children)
        if (/Reference$/.test(one.name))
          this.references.push({ element: one, proposition: claim, isPremise });
      if (isPremise) above.push(claim);
      else {
        if (above.length === 0)
          above.push(this.addClaim(`${key} premise`, element, ['description', 'title']));
        const own = made ? `${key} to ${claim}` : key;
        made = {
          key: own,
          where: `line ${element.line}`,
          direction: 'support',
          premises: above,
          targets: [claim],
        };
        this.arguments.push(made);
        for (const premise of above) this.said.add(pair(premise, claim));
        begun ??= above;
        above = [claim];
      }
    }
    if (made) for (const more of above.slice(1)) made.premises.push(more);
    const [first = ''] = begun ?? above;
    this.entitle(first, element);
    const all = made ? made.premises : above;
    return {
      says: made?.targets[0],
      hit: all.length === 1 && made?.key === key ? first : (made?.key ?? key),
      open: made ? undefined : above,
    };
  }

  /** Title and description of an argument, which a map has no other place for, go to its first premise. */
  private entitle(claim: string, element: XmlElement): void {
    const text = ['title', 'description']
      .map((name) => textIn(element, name))
      .filter(Boolean)
      .join('\n');
    const made = this.claims.get(claim);
    if (made && text !== '' && made.text !== text) made.comments.push({ text });
  }

  /** The first of these that is there are the words; a title beside them is kept as a comment. */
  private addClaim(key: string, element: XmlElement, names: readonly string[]): string {
    const [text = '', ...more] = names.map((name) => textIn(element, name)).filter(Boolean);
    const comments = more.filter((one) => one !== text).map((one) => ({ text: one }));
    const known = this.claims.get(key);
    if (known) {
      known.text ||= text;
      known.comments.push(...comments);
    } else this.claims.set(key, { key, where: `line ${element.line}`, text, comments });
    return key;
  }

  private addEdge({ source, target, line, elements }: GraphmlEdge): void {
    const where = `line ${line}`;
    const [from, to] = [this.standing.get(source), this.standing.get(target)];
    if (!from || !to) {
      this.losses.add('dangling', where);
      return;
    }
    const [edge] = elements.filter((one) => localName(one) === 'edge');
    const type = (edge && attributeOf(edge, 'type')) ?? '';
    if (!/support|attack|contra/i.test(type)) this.losses.add('edges', where);
    const direction = /attack|contra/i.test(type) ? 'rebut' : 'support';
    const proposition = (name: string): string | undefined => {
      const id = edge && attributeOf(edge, name);
      return id !== undefined && this.claims.has(id) ? id : undefined;
    };
    const hit = proposition('targetPropositionId') ?? to.hit;
    if (from.open) {
      const key = this.spent.has(source) ? `argument ${source} to ${hit} ${line}` : `argument ${source}`;
      this.spent.add(source);
      this.arguments.push({ key, where, direction, premises: from.open, targets: [hit] });
      return;
    }
    const says = proposition('sourcePropositionId') ?? from.says ?? '';
    this.relate(says, hit, direction, where);
  }

  private relate(says: string, hit: string, direction: 'support' | 'rebut', where: string): void {
    if (says === hit && direction === 'support') return;
    this.said.add(pair(says, hit));
    const key = `edge ${this.arguments.length}`;
    this.arguments.push({ key, where, direction, premises: [says], targets: [hit] });
  }

  /** Premises name what speaks to them, conclusions what they speak to; as a rule an edge says the same. */
  private addReference({ element, proposition, isPremise }: Reference): void {
    const id = attributeOf(element, 'refersToProposition') ?? '';
    const other = this.claims.has(id)
      ? id
      : this.standing.get(attributeOf(element, 'refersToNode') ?? '')?.says;
    const where = `line ${element.line}`;
    if (other === undefined) this.losses.add('dangling', where);
    if (other === undefined || other === proposition || this.said.has(pair(other, proposition))) return;
    const direction = /attack|contra/i.test(localName(element)) ? 'rebut' : 'support';
    const [says, hit] = isPremise ? [other, proposition] : [proposition, other];
    this.relate(says, hit, direction, where);
  }
}

const textIn = (element: XmlElement, name: string): string => childrenOf(element, name)[0]?.text.trim() ?? '';

const pair = (one: string, other: string): string => JSON.stringify([one, other].sort());
