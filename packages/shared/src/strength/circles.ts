// Claims that in the end support themselves.
import type { Id } from '../map/id.ts';
import type { ArgumentMap } from '../map/map.ts';
import { components } from './components.ts';
import { Graph, isClaim } from './graph.ts';

/** Each claim supports the next one by the argument at its place, the last one the first. */
export interface Circle {
  readonly claims: readonly Id[];
  readonly arguments: readonly Id[];
}

interface Support {
  readonly to: number;
  readonly argument: Id;
}

/** [G11] One circle at least through every claim that supports itself, the shortest there is; found alike wherever it is asked. */
export function circlesIn(map: ArgumentMap): Circle[] {
  const graph = new Graph(map);
  const points = [...graph.all()];
  const claims = points.filter(isClaim).map(({ id }) => id).sort(); // prettier-ignore
  const places = new Map(claims.map((id, place) => [id, place]));
  const supports: Support[][] = claims.map(() => []);
  for (const point of points) {
    const to = isClaim(point) || point.direction === 'rebut' ? undefined : places.get(point.target.id);
    if (to === undefined) continue;
    for (const premise of graph.inputs(point).premises)
      supports[places.get(premise) ?? -1]?.push({ to, argument: point.id });
  }
  for (const list of supports) list.sort((a, b) => (a.argument < b.argument ? -1 : 1));
  const told = new Set<number>();
  const component = new Map<number, number>();
  for (const [n, members] of components(claims.length, (at) =>
    (supports[at] ?? []).map(({ to }) => to),
  ).entries())
    for (const member of members) component.set(member, n);
  return claims.flatMap((_, place) => {
    if (told.has(place)) return [];
    const way = shortest(supports, place, (to) => component.get(to) === component.get(place));
    for (const { from } of way) told.add(from);
    return way.length === 0
      ? []
      : [
          {
            claims: way.map(({ from }) => claims[from] ?? ''),
            arguments: way.map(({ argument }) => argument),
          },
        ];
  });
}

interface Stride {
  readonly from: number;
  readonly argument: Id;
}

/** From the claim back to itself; empty where no way leads. */
function shortest(
  supports: readonly (readonly Support[])[],
  start: number,
  isNear: (place: number) => boolean,
): Stride[] {
  const came = new Map<number, Stride>();
  const queue = [start];
  for (const from of queue) {
    for (const { to, argument } of supports[from] ?? []) {
      if (came.has(to) || !isNear(to)) continue;
      came.set(to, { from, argument });
      queue.push(to);
    }
    if (came.has(start)) break;
  }
  const way: Stride[] = [];
  for (let last = came.get(start); last; last = last.from === start ? undefined : came.get(last.from))
    way.unshift(last);
  return way;
}
