// From units to cards, frames and edges at their final places, in one pass from the theses to the right.
import type { Argument } from '../map/map.ts';
import { boundsOf, type ArgumentKind, type Box, type CardBox, type EdgePath, type GroupBox, type MapLayout, type Point } from './boxes.ts';
import { CARD } from './card.ts';
import { columnX, GRID } from './grid.ts';
import type { Placed, Unit } from './unit.ts';

/** A unit on its way to the canvas. */
interface Task {
  readonly unit: Unit;
  readonly y: number;
  readonly depth: number;
  readonly indent: number;
  /** Where its edge ends; null for a thesis. */
  readonly to: Point | null;
}

export function drawn(theses: readonly Placed[]): MapLayout {
  const cards: CardBox[] = [];
  const groups: GroupBox[] = [];
  const edges: EdgePath[] = [];
  const tasks: Task[] = theses.map(({ unit, y }) => ({ unit, y, depth: 0, indent: 0, to: null })).reverse();
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const picture = pictureOf(task);
    for (const card of picture.cards) cards.push(card);
    if (picture.group) groups.push(picture.group);
    if (picture.edge) edges.push(picture.edge);
    pushBeneath(tasks, task, picture);
  }
  return { cards, groups, edges, bounds: boundsOf([...cards, ...groups]) };
}
