// A part of the graph in numbers: what is counted is counted here, place by place.
import type { Id } from '../map/id.ts';
import { isClaim, type Graph, type Point } from './graph.ts';
import { METHODS } from './semantics.ts';
import { baseOf, relevanceOf, type How, type Votes } from './votes.ts';

/** One claim or argument; inputs are places in the same network. */
interface Node {
  readonly id: Id;
  readonly kind: 'claim' | 'argument' | 'given';
  readonly premises: readonly number[];
  readonly supports: readonly number[];
  readonly attacks: readonly number[];
}

const NONE: readonly number[] = [];

export interface Network {
  readonly nodes: readonly Node[];
  /** Of a claim what its votes say; of an argument how relevant it is. */
  readonly bases: Float64Array;
  /** The strength of each, once it was counted; NaN where there is no number. */
  readonly values: Float64Array;
  /** All that it is counted from. */
  readonly inputs: (place: number) => number[];
  /** What it would be by what its inputs are now. */
  readonly counted: (place: number) => number;
}

/** What acts on itself: claims, whose strengths flow, and the arguments between them, undercuts before what they are aimed at. */
export interface Knot {
  readonly claims: readonly number[];
  readonly args: readonly number[];
}

/** @param known The strength of what acts on `points` and is not among them; NaN where it has none. */
export function networkOf(
  graph: Graph,
  points: Iterable<Point>,
  votes: Votes,
  how: How,
  known: (id: Id) => number,
): Network {
  const inside = [...points];
  const places = new Map(inside.map(({ id }, place) => [id, place]));
  const given: Node[] = [];
  const placeOf = (id: Id): number => {
    const place = places.get(id) ?? inside.length + given.length;
    if (place === inside.length + given.length) {
      places.set(id, place);
      given.push({ id, kind: 'given', premises: NONE, supports: NONE, attacks: NONE });
    }
    return place;
  };
  const placesOf = (of: readonly Id[]): readonly number[] => (of.length === 0 ? NONE : of.map(placeOf));
  const own = inside.map((point): Node => {
    const { premises, supports, attacks } = graph.inputs(point);
    const kind = isClaim(point) ? 'claim' : 'argument';
    return { id: point.id, kind, premises: placesOf(premises), supports: placesOf(supports), attacks: placesOf(attacks) }; // prettier-ignore
  });
  const nodes = own.concat(given);
  const [bases, values] = [new Float64Array(nodes.length), new Float64Array(nodes.length).fill(NaN)];
  for (const [place, { id, kind }] of nodes.entries()) {
    if (kind === 'claim') bases[place] = baseOf(votes.truth(id), how);
    else if (kind === 'argument') bases[place] = relevanceOf(votes.relevance(id), how);
    else values[place] = known(id);
  }
  const inputs = (place: number): number[] => {
    const { premises = NONE, supports = NONE, attacks = NONE } = nodes[place] ?? {};
    return premises.length + supports.length + attacks.length === 0 ? [] : premises.concat(supports, attacks);
  };
  return { nodes, bases, values, inputs, counted: counter(nodes, bases, values, how) };
}

/** [G3] [G5] A joint argument is as strong as its premises together allow: its base is its relevance times their strengths. */
function counter(
  nodes: readonly Node[],
  bases: Float64Array,
  values: Float64Array,
  { method }: How,
): (place: number) => number {
  const { aggregation, influence } = METHODS[method];
  const at = (place: number): number => values[place] ?? NaN;
  return (place) => {
    const node = nodes[place];
    if (!node || node.kind === 'given') return at(place);
    const base = node.premises.reduce((product, premise) => product * at(premise), bases[place] ?? NaN);
    if (node.supports.length + node.attacks.length === 0) return base;
    return influence(base, aggregation(node.supports.map(at), node.attacks.map(at)));
  };
}
