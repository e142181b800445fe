// How strong each claim and each argument of a map is, from votes and links; counted anew only where something changed.
import type { Id } from '../map/id.ts';
import type { ArgumentMap } from '../map/map.ts';
import { Table } from '../map/table.ts';
import { components } from './components.ts';
import { Graph, type Point } from './graph.ts';
import { networkOf } from './network.ts';
import { settle } from './settle.ts';
import { USUAL, type How, type Votes } from './votes.ts';

export type Strength = { readonly kind: 'settled'; readonly value: number } | { readonly kind: 'unsettled' };

/** Immutable, as the map that it belongs to. */
export interface Strengths {
  readonly graph: Graph;
  readonly votes: Votes;
  readonly how: How;
  /** Of every claim and every argument that counts. */
  readonly byId: Table<Strength>;
}

/** @param map Without what waits or is kept back: what is folded on a view would count as if it were accepted [G4]. */
export function strengthsOf(map: ArgumentMap, votes: Votes, how = USUAL): Strengths {
  const graph = new Graph(map);
  return { graph, votes, how, byId: Table.of(counted(graph, graph.all(), votes, how, () => NaN)) };
}

/**
 * The same as from nothing, at the cost of what depends on the difference.
 * @param voted Of what the votes are others than before, beside those that the maps themselves tell of.
 */
export function strengthsAfter(
  before: Strengths,
  map: ArgumentMap,
  votes: Votes,
  voted: Iterable<Id> = [],
): Strengths {
  const { how } = before;
  // Who may know what came of votes is another matter then [C4].
  if (before.graph.map.info.votes !== map.info.votes) return strengthsOf(map, votes, how);
  const graph = new Graph(map);
  const stale = withAllAbove(graph, [...voted, ...changedIn(before.graph, graph)]);
  const inside = [...stale].flatMap((id) => graph.at(id) ?? []);
  const known = (id: Id): number => numberOf(before.byId.get(id));
  let byId = before.byId;
  for (const id of stale) if (!graph.at(id)) byId = byId.without(id);
  for (const [id, strength] of counted(graph, inside, votes, how, known))
    if (!isAlike(strength, byId.get(id))) byId = byId.with(id, strength);
  return { graph, votes, how, byId };
}

/** How strong the claim would be if the argument or the other claim were not there. */
export function strengthWithout(from: Strengths, claim: Id, without: Id): Strength | undefined {
  const graph = new Graph(from.graph.map, without);
  const stale = withAllAbove(graph, graph.dependents(without));
  if (!stale.has(claim) || claim === without) return claim === without ? undefined : from.byId.get(claim);
  const inside = [...stale].flatMap((id) => graph.at(id) ?? []);
  const known = (id: Id): number => numberOf(from.byId.get(id));
  for (const [id, strength] of counted(graph, inside, from.votes, from.how, known))
    if (id === claim) return strength;
  return undefined;
}

/** NaN where it has no number. */
export const numberOf = (strength: Strength | undefined): number =>
  strength?.kind === 'settled' ? strength.value : NaN;

const UNSETTLED: Strength = { kind: 'unsettled' };

/** [G7] A number that rests on one that is unsettled is unsettled itself. */
function* counted(
  graph: Graph,
  points: Iterable<Point>,
  votes: Votes,
  how: How,
  known: (id: Id) => number,
): Generator<[Id, Strength]> {
  const network = networkOf(graph, points, votes, how, known);
  const { nodes, values } = network;
  for (const component of components(nodes.length, network.inputs)) {
    const [only = 0, ...others] = component;
    if (others.length > 0) settle(network, component);
    else values[only] = network.counted(only);
  }
  for (const [place, { id, kind }] of nodes.entries()) {
    const value = values[place] ?? NaN;
    if (kind !== 'given') yield [id, Number.isNaN(value) ? UNSETTLED : { kind: 'settled', value }];
  }
}

function withAllAbove(graph: Graph, ids: Iterable<Id>): Set<Id> {
  const all = new Set(ids);
  for (const id of all) for (const above of graph.dependents(id)) all.add(above);
  return all;
}

/** What is no longer made of the same: which other things count, or act on it. */
function changedIn(before: Graph, after: Graph): Set<Id> {
  const [was, is] = [before.map, after.map];
  const found = new Set<Id>();
  const changed = (id: Id): void => {
    const both = [before, after];
    for (const graph of both) for (const above of graph.dependents(id)) found.add(above);
    found.add(id);
    if (before.isLive(id) === after.isLive(id)) return;
    for (const below of beneath(both, id)) {
      found.add(below);
      for (const graph of both) for (const above of graph.dependents(below)) found.add(above);
    }
  };
  for (const id of was.claims.changed(is.claims)) {
    const [old, now] = [was.claims.get(id), is.claims.get(id)];
    // [C2] Other words are voted on anew. Another place among its siblings changes no number.
    if (
      old?.home !== now?.home ||
      old?.text !== now?.text ||
      !old?.removed !== !now?.removed ||
      !old !== !now
    )
      changed(id);
  }
  for (const id of was.arguments.changed(is.arguments)) changed(id);
  for (const id of was.references.changed(is.references))
    for (const map of [was, is]) found.add(map.references.get(id)?.argument ?? id);
  for (const id of was.ballots.changed(is.ballots))
    for (const map of [was, is]) found.add(map.ballots.get(id)?.on ?? id);
  for (const id of was.tallies.changed(is.tallies))
    for (const map of [was, is]) found.add(map.tallies.get(id)?.on ?? id);
  return found;
}

/** All that hangs beneath in either map, whether it counts or not. */
function beneath(graphs: readonly Graph[], id: Id): Set<Id> {
  const all = new Set<Id>([id]);
  for (const at of all)
    for (const { map } of graphs)
      for (const index of [map.index.home, map.index.replies])
        for (const below of index.get(at) ?? []) all.add(below);
  return all;
}

const isAlike = (one: Strength, other: Strength | undefined): boolean =>
  one.kind === other?.kind && Object.is(numberOf(one), numberOf(other));
