// Random places in a map, and what may be taken away from them and put back.
import type { Place } from '../src/map/edits/place.ts';
import type { Id } from '../src/map/id.ts';
import type { ArgumentMap } from '../src/map/map.ts';
import { orderAt, type Ordered } from '../src/map/order.ts';
import type { Target } from '../src/map/tables/arguments.ts';
import { premisesOf, repliesTo, theses } from '../src/map/tree.ts';
import { OWNER, type MapBuilder } from './aMap.ts';

export function place(builder: MapBuilder, b: number, c: number, flag: boolean): Place {
  const { map } = builder;
  const all = [...map.arguments.keys()];
  if (b % 5 === 0) return { at: 'thesis', order: orderAmong(theses(map), c) };
  if (b % 5 === 1 && all.length > 0) {
    const argument = all[c % all.length] ?? builder.newId();
    return { at: 'premise', argument, order: orderAmong(premisesOf(map, argument), b) };
  }
  const target = targetOf(map, c);
  const direction = flag && target.kind === 'claim' ? 'support' : 'rebut';
  return {
    at: 'argument',
    argument: builder.newId(),
    direction,
    target,
    order: orderAmong(repliesTo(map, target.id), b),
  };
}

export function targetOf(map: ArgumentMap, n: number): Target {
  const claims = [...map.claims.keys()];
  const all = [...claims, ...map.mergers.keys(), ...map.arguments.keys()];
  const id = all[n % Math.max(1, all.length)] ?? OWNER;
  return { kind: map.arguments.has(id) ? 'argument' : 'claim', id };
}

export const orderAmong = (siblings: readonly Ordered[], n: number): string =>
  orderAt(siblings, n % (siblings.length + 1));

export const sayings = (map: ArgumentMap): Id[] => [
  ...map.comments.keys(),
  ...map.quotations.keys(),
  ...map.sources.keys(),
  ...map.flags.keys(),
  ...map.annotations.keys(),
  ...map.rounds.keys(),
  ...map.mergers.keys(),
];

export const removed = (map: ArgumentMap): Id[] =>
  [
    map.claims,
    map.arguments,
    map.comments,
    map.sources,
    map.quotations,
    map.flags,
    map.annotations,
    map.rounds,
    map.mergers,
  ].flatMap((table) => [...table.values()].flatMap(({ id, removed }) => (removed ? [id] : [])));
