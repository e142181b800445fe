// From units to cards, frames and edges at their final places, in one pass from the theses to the right.
import type { Argument } from '../map/tables/arguments.ts';
import type { Id } from '../map/id.ts';
import {
  boundsOf,
  type ArgumentKind,
  type Box,
  type CardBox,
  type EdgePath,
  type GroupBox,
  type MapLayout,
  type Point,
} from './boxes.ts';
import { UNDERCUT_INDENT, type CardMeasures } from './card.ts';
import { columnX, GRID } from './grid.ts';
import { isBeside, type Drawn, type Placed, type Unit, type UnitCard } from './unit.ts';

/** A unit on its way to the canvas; its edge ends at `toX`, `toY`. */
interface Task {
  readonly unit: Unit;
  readonly y: number;
  readonly depth: number;
  readonly toX: number;
  readonly toY: number;
}

export function drawn(theses: readonly Placed[], measures: CardMeasures): MapLayout {
  const cards: CardBox[] = [];
  const groups: GroupBox[] = [];
  const edges: EdgePath[] = [];
  const tasks: Task[] = theses.map(({ unit, y }) => ({ unit, y, depth: 0, toX: 0, toY: 0 })).reverse();
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const picture = pictureOf(task, measures);
    for (const card of picture.cards) cards.push(card);
    if (picture.group) groups.push(picture.group);
    if (picture.edge) edges.push(picture.edge);
    pushBeneath(tasks, task, picture);
  }
  return { cards, groups, edges, bounds: boundsOf(cards, groups) };
}

/** Puts what hangs on a unit on the stack of tasks, the first to come on top. */
function pushBeneath(tasks: Task[], { unit, y, depth }: Task, { cards, edge }: Drawn): void {
  for (let i = unit.undercuts.length - 1; edge && i >= 0; i--) {
    const undercut = unit.undercuts[i];
    const { x: toX, y: toY } = edge.junction;
    if (undercut) tasks.push({ unit: undercut.unit, y: y + undercut.y, depth, toX, toY });
  }
  for (let i = unit.cards.length - 1; i >= 0; i--) {
    const replies = unit.cards[i]?.replies;
    const card = cards[i];
    if (!replies || !card) continue;
    const [toX, toY] = [card.x + card.width, middle(card)];
    for (let j = replies.length - 1; j >= 0; j--) {
      const reply = replies[j];
      if (reply) tasks.push({ unit: reply.unit, y: y + reply.y, depth: depth + 1, toX, toY });
    }
  }
}

function pictureOf({ unit, y, depth, toX, toY }: Task, measures: CardMeasures): Drawn {
  const x = columnX(depth, measures) + (isBeside(unit.argument) ? UNDERCUT_INDENT : 0);
  const last = unit.drawn;
  if (last && last.x === x && last.y === y && last.toX === toX && last.toY === toY) return last;
  const kind = unit.argument && kindOf(unit.argument);
  const cards = unit.cards.map((card) => cardBox(unit, card, { x, y, depth, kind: kind ?? 'thesis' }));
  const group = kind && unit.framed ? groupBox(unit, cards, { x, y, depth, kind }) : null;
  const box = group ?? cards[0];
  const edge = kind && box ? edgePath(unit, kind, box, { x, toX, toY }) : null;
  unit.drawn = { x, y, toX, toY, cards, group, edge };
  return unit.drawn;
}

const kindOf = ({ direction, target }: Argument): ArgumentKind =>
  target.kind === 'argument' && direction === 'rebut' ? 'undercut' : direction;

const middle = ({ y, height }: Box): number => y + Math.floor(height / 2);

interface Spot<Kind> extends Point {
  readonly depth: number;
  readonly kind: Kind;
}

function cardBox(unit: Unit, card: UnitCard, { x, y, depth, kind }: Spot<CardBox['kind']>): CardBox {
  const { width, height, lines, truncated } = card.size;
  return {
    id: card.id,
    claim: card.claim.id,
    argument: unit.argument?.id ?? null,
    kind,
    reference: card.reference,
    x,
    y: y + card.y,
    width,
    height,
    lines,
    language: card.claim.language,
    truncated,
    depth,
    beneath: card.beneath,
    hidden: card.hidden,
  };
}

function groupBox(
  unit: Unit,
  cards: readonly CardBox[],
  { x, y, depth, kind }: Spot<ArgumentKind>,
): GroupBox {
  const { paddingX } = GRID.group;
  const width = cards[0]?.width ?? 0;
  const strips = cards.slice(1).map((below, i) => {
    const above = cards[i] ?? below;
    const top = above.y + above.height;
    return { x, y: top, width, height: below.y - top };
  });
  return {
    id: unit.id,
    kind,
    x: x - paddingX,
    y,
    width: width + 2 * paddingX,
    height: unit.height,
    depth,
    strips,
  };
}

interface EdgeSpot {
  /** Left side of the argument's cards. */
  readonly x: number;
  readonly toX: number;
  readonly toY: number;
}

function edgePath(unit: Unit, kind: ArgumentKind, box: Box, { x, toX, toY }: EdgeSpot): EdgePath {
  const beside = isBeside(unit.argument);
  const from = { x: box.x, y: middle(box) };
  const junction = { x: beside ? besideJunction(x, from.x, toX) : x - GRID.junction, y: from.y };
  const attacked = unit.undercuts.length > 0;
  return new Edge({ id: unit.id, kind, from, to: { x: toX, y: toY }, junction, attacked }, beside);
}

/** An undercut of an undercut turns up in the lane of the first one's junction; its own stands a little nearer to it. */
function besideJunction(x: number, boxX: number, laneX: number): number {
  const { junction, corner, stub } = GRID.undercut;
  return Math.max(x - junction, Math.min(boxX - stub, laneX + corner));
}

/** The path itself is made when someone asks: most edges that move are out of view. */
class Edge implements EdgePath {
  readonly id: Id;
  readonly kind: ArgumentKind;
  readonly from: Point;
  readonly to: Point;
  readonly junction: Point;
  readonly attacked: boolean;
  readonly #beside: boolean;

  constructor(edge: Omit<EdgePath, 'd'>, beside: boolean) {
    this.id = edge.id;
    this.kind = edge.kind;
    this.from = edge.from;
    this.to = edge.to;
    this.junction = edge.junction;
    this.attacked = edge.attacked;
    this.#beside = beside;
  }

  get d(): string {
    return this.#beside ? lanePath(this) : curvePath(this);
  }
}

/** A cubic to the right side of a claim. */
function curvePath({ from, to, junction }: EdgePath): string {
  const half = (junction.x + to.x) / 2;
  return `M${from.x} ${from.y}H${junction.x}C${half} ${from.y} ${half} ${to.y} ${to.x} ${to.y}`;
}

/** Up along the lane of the junction that an undercut ends at. */
function lanePath({ from, to, junction }: EdgePath): string {
  const corner = Math.max(0, Math.min(GRID.undercut.corner, junction.x - to.x, from.y - to.y));
  const turn = `C${to.x} ${from.y} ${to.x} ${from.y} ${to.x} ${from.y - corner}`;
  return `M${from.x} ${from.y}H${to.x + corner}${turn}V${to.y}`;
}
