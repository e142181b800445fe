// Where a dragged card would land: on the middle of a card beneath it, near its upper or lower edge beside it.
import {
  lineage,
  moveArgumentTo,
  moveUnder,
  orderAt,
  premisesOf,
  repliesTo,
  standpointOf,
  theses,
  type ArgumentMap,
  type CardBox,
  type Direction,
  type Edit,
  type Id,
  type MapLayout,
  type Ordered,
  type Point,
} from '@counterpoint/shared';
import { newId } from '../open/newId.ts';

export interface Drop {
  readonly where: 'under' | 'before' | 'after';
  readonly card: CardBox;
}

/** How much of a card's height at either end means "beside". */
const EDGE = 0.28;
/** Between two cards the nearer one counts, up to this many px away. */
const NEAR = 16;

export function dropAt(layout: MapLayout, map: ArgumentMap, dragged: Id, { x, y }: Point): Drop | undefined {
  const own = map.references.get(dragged)?.claim ?? dragged;
  const under = layout.cards.find(
    (card) =>
      x >= card.x && x <= card.x + card.width && y >= card.y - NEAR && y <= card.y + card.height + NEAR,
  );
  if (!under || under.id === dragged || hangsOn(map, under, own, dragged)) return undefined;
  const part = (y - under.y) / under.height;
  if (part < EDGE) return { where: 'before', card: under };
  return { where: part > 1 - EDGE ? 'after' : 'under', card: under };
}

/** Whether a card stands in the branch that is being dragged. */
function hangsOn(map: ArgumentMap, card: CardBox, claim: Id, dragged: Id): boolean {
  const argument = standpointOf(map, dragged)?.argument.id;
  const alone = argument !== undefined && premisesOf(map, argument).length === 1;
  for (const node of lineage(map, card.reference ? (card.argument ?? card.claim) : card.claim)) {
    if (node.value.id === claim || (alone && node.value.id === argument)) return true;
  }
  return false;
}

/** The edit of a drop: for or against as it was; undefined when it stands there already. */
export function editOfDrop(map: ArgumentMap, dragged: Id, { where, card }: Drop): Edit | undefined {
  const at = standpointOf(map, dragged);
  const direction: Direction = at?.argument.direction ?? 'support';
  if (where === 'under') {
    const here = at?.argument.target;
    if (here?.id === card.claim && at?.premises.length === 1) return undefined;
    return moveUnder(map, dragged, { direction, target: { kind: 'claim', id: card.claim } }, newId);
  }
  const row = rowOf(map, card.id);
  const mine = rowOf(map, dragged);
  const others = row.siblings.filter((other) => other.id !== mine.unit);
  const index = others.findIndex((other) => other.id === row.unit) + (where === 'after' ? 1 : 0);
  if (row.siblings.some((other) => other.id === mine.unit)) {
    const from = row.siblings.findIndex((other) => other.id === mine.unit);
    return from === index ? undefined : { kind: 'reorder', id: mine.unit, order: orderAt(others, index) };
  }
  return intoRow(map, dragged, card.id, orderAt(others, index), direction);
}

function intoRow(map: ArgumentMap, dragged: Id, beside: Id, order: string, direction: Direction): Edit {
  const row = standpointOf(map, beside);
  const at = standpointOf(map, dragged);
  if (!row) return { kind: 'move-claim', claim: dragged, to: { at: 'thesis', order } };
  if (row.premises.length > 1)
    return placed(map, dragged, { at: 'premise', argument: row.argument.id, order });
  const { target } = row.argument;
  const aim = { direction: target.kind === 'argument' ? ('rebut' as const) : direction, target };
  if (at?.premises.length === 1) return moveArgumentTo(at.argument, aim, order);
  return placed(map, dragged, { at: 'argument', argument: newId(), ...aim, order });
}

type PremisePlace = Extract<Edit, { kind: 'add-reference' }>['to'];

/** A reference has no move of its own: it is dropped here and made anew there. */
function placed(map: ArgumentMap, id: Id, to: PremisePlace): Edit {
  const reference = map.references.get(id);
  if (!reference) return { kind: 'move-claim', claim: id, to };
  const add = { kind: 'add-reference', reference: newId(), claim: reference.claim, to } as const;
  return { kind: 'batch', edits: [{ kind: 'drop-reference', reference: id }, add] };
}

/** What is ordered when a card moves: a thesis, a joint premise, or the argument of a sole premise. */
function rowOf(map: ArgumentMap, id: Id): { readonly unit: Id; readonly siblings: readonly Ordered[] } {
  const at = standpointOf(map, id);
  if (!at) return { unit: id, siblings: theses(map) };
  if (at.premises.length > 1) return { unit: id, siblings: at.premises };
  return { unit: at.argument.id, siblings: repliesTo(map, at.argument.target.id) };
}
