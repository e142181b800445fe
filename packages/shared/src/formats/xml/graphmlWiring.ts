// The edges of a GraphML file, put together to arguments.
import { CARRIED } from '../graph/carried.ts';
import type { GraphArgument } from '../graph/graph.ts';
import { textOf, type GraphmlNodes, type Inference } from './graphmlNodes.ts';
import { labelIn, valueOf, type GraphmlEdge } from './graphmlParts.ts';
import { namesScheme, relationIn, RELATION_NAMES, sideOf, type EdgeRelation } from './graphmlWords.ts';
import type { Losses } from '../loss.ts';
import { fullRow, schemeIn } from './xmlNodes.ts';
import { jsonIn } from './xmlText.ts';

interface Link {
  readonly to: string;
  readonly order: number;
  readonly relation?: EdgeRelation | undefined;
}

interface Placed {
  readonly argument: GraphArgument;
  /** Among what speaks to the same. */
  readonly order: number;
}

export class GraphmlWiring {
  private readonly premises = new Map<string, Link[]>();
  private readonly targets = new Map<string, Link[]>();
  /** Arguments without a node of their own. */
  private readonly plain: Placed[] = [];

  constructor(
    private readonly nodes: GraphmlNodes,
    private readonly losses: Losses,
  ) {}

  add(edge: GraphmlEdge): void {
    const { source, target, line } = edge;
    const { nodes } = this;
    if (!nodes.has(source) || !nodes.has(target)) {
      this.losses.add('dangling', `line ${line}`);
      return;
    }
    const relation = relationOfEdge(edge);
    const order = orderOf(edge);
    const [fromInference, toInference] = [nodes.inferences.has(source), nodes.inferences.has(target)];
    if (fromInference && relation === 'premise') linked(this.premises, source, { to: target, order });
    else if (fromInference) linked(this.targets, source, { to: target, order, relation });
    else if (toInference && relation === 'conclusion') linked(this.targets, target, { to: source, order });
    else if (toInference && sideOf(relation) !== 'rebut')
      linked(this.premises, target, { to: source, order });
    else this.addPlain(edge, relation ?? nodes.sides.get(source));
  }

  arguments(): GraphArgument[] {
    const inferences = [...this.nodes.inferences].flatMap(([key, inference]) =>
      this.inference(key, inference),
    );
    return [...inferences, ...this.plain].sort(byOrder).map(({ argument }) => argument);
  }

  /** From a claim straight to what it speaks to. */
  private addPlain(edge: GraphmlEdge, relation: EdgeRelation | undefined): void {
    const { id, source, target, line } = edge;
    const where = `line ${line}`;
    if (relation === undefined) this.losses.add('edges', where);
    if (relation === 'undercut' && !this.nodes.inferences.has(target)) this.losses.add('undercuts', where);
    const argument: GraphArgument = {
      key: `edge ${id || this.plain.length + 1}`,
      where,
      direction: sideOf(relation) ?? 'support',
      premises: [source],
      targets: [target],
      ...this.nodes.stampOf(edge),
    };
    this.plain.push({ argument, order: orderOf(edge) });
  }

  /** One argument for what it supports and one for what it attacks, should a node do both. */
  private inference(key: string, { part, side }: Inference): Placed[] {
    const premises = (this.premises.get(key) ?? []).sort(byOrder).map(({ to }) => to);
    const links = (this.targets.get(key) ?? []).sort(byOrder);
    const directions = new Set(links.map(({ relation }) => sideOf(relation) ?? side));
    if (directions.size === 0) directions.add(side);
    const row = fullRow(jsonIn(part.values.get(CARRIED)));
    const label = textOf(part).trim();
    const scheme = schemeIn(row, part.values.get('scheme') ?? (namesScheme(label) ? label : ''));
    return [...directions].map((direction, i) => {
      const own = links.filter(({ relation }) => (sideOf(relation) ?? side) === direction);
      const argument: GraphArgument = {
        key: i === 0 ? key : `${key} ${direction}`,
        where: `line ${part.line}`,
        direction,
        premises,
        targets: own.map(({ to }) => to),
        row: i === 0 ? row : undefined,
        scheme,
        ...this.nodes.stampOf(part),
      };
      return { argument, order: own[0]?.order ?? 0 };
    });
  }
}

const byOrder = (a: { readonly order: number }, b: { readonly order: number }): number => a.order - b.order;

function orderOf({ values }: GraphmlEdge): number {
  const order = Number(values.get('order'));
  return Number.isFinite(order) ? order : 0;
}

function linked(lists: Map<string, Link[]>, key: string, link: Link): void {
  const list = lists.get(key);
  if (list) list.push(link);
  else lists.set(key, [link]);
}

function relationOfEdge(edge: GraphmlEdge): EdgeRelation | undefined {
  const word = valueOf(edge, RELATION_NAMES, (one) => relationIn(one) !== undefined);
  return relationIn(word) ?? relationIn(labelIn(edge, 'EdgeLabel'));
}
