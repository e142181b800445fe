// Which lines show how strong the claims of a map were, and where their names stand.
import { strengthOver, type ArgumentMap, type How, type Id, type Relation, type Shown } from '@counterpoint/shared'; // prettier-ignore
import type { Log } from '../open/fetchLog.ts';
import { inSlices } from '../ui/inSlices.ts';
import { branchesOf, type Branch } from './branches.ts';
import { thinned } from './figures.ts';

/** Lines that can still be told apart, each by its own dash. */
export const LINE_DASHES = ['none', '7 3', '2 3', '9 3 2 3', '4 2'] as const;
/** Each is counted anew, so there are no more than can be seen. */
const MOST_POINTS = 60;

export interface StrengthLine {
  readonly id: Id;
  readonly relation: Relation;
}

/** The thesis and its largest branches; of several theses the largest. */
export function strengthLines(map: ArgumentMap): StrengthLine[] {
  const largest = (all: readonly Branch[]): Branch[] => [...all].sort((a, b) => b.count - a.count);
  const roots = largest(branchesOf(map));
  const [thesis] = roots;
  if (!thesis) return [];
  const lines = roots.length > 1 ? roots : [thesis, ...largest(thesis.branches)];
  return lines.slice(0, LINE_DASHES.length).map(({ id, relation }) => ({ id, relation }));
}

export interface StrengthPoint {
  readonly at: number;
  /** Of each line; undefined while its claim does not stand in the map. */
  readonly shown: readonly (Shown | undefined)[];
}

/** From when one of them was there; a little at a time, for the page goes on meanwhile. */
export async function strengthPoints(
  { past, story }: Log,
  lines: readonly StrengthLine[],
  asked: { how: How; viewer: Id | null },
): Promise<StrengthPoint[]> {
  const moments = thinned(story.moments, MOST_POINTS);
  const points: StrengthPoint[] = [];
  const at = new Map(moments.map((moment) => [moment.version, moment.at]));
  const then = strengthOver(past, [...at.keys()], { ...asked, claims: lines.map(({ id }) => id) });
  function* kept(): Generator<void> {
    for (const { version, shown } of then) {
      if (points.length > 0 || shown.some((one) => one)) points.push({ at: at.get(version) ?? 0, shown });
      yield;
    }
  }
  await inSlices(kept());
  return points;
}

export const valueOf = (shown: Shown | undefined): number | null =>
  shown?.kind === 'settled' ? shown.value : null;

/** Places for names at their values, all from 0 to 1 and none nearer to the next than `least`, in the order of the values. */
export function apart(values: readonly number[], least: number): number[] {
  const places = [...values];
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  let floor = 0;
  for (const i of order) {
    places[i] = Math.max(places[i] ?? 0, floor);
    floor = places[i] + least;
  }
  let ceiling = 1;
  for (const i of order.reverse()) {
    places[i] = Math.min(places[i] ?? 0, ceiling);
    ceiling = places[i] - least;
  }
  return places;
}
