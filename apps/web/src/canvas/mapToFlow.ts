// From boxes to React Flow's nodes, with sizes known beforehand: none is measured in the page.
import type { CardBox, Id, Point } from '@counterpoint/shared';
import type { Node } from '@xyflow/react';

export type CardNode = Node<{ readonly card: CardBox }, 'card'>;

const made = new WeakMap<CardBox, { readonly origin: Point; readonly node: CardNode }>();

/** A card that did not move is the same node as before, so that React Flow leaves it alone. */
export function nodeOf(card: CardBox, origin: Point): CardNode {
  const known = made.get(card);
  if (known?.origin === origin) return known.node;
  const { id, x, y, width, height } = card;
  const node: CardNode = {
    id,
    type: 'card',
    position: { x: x - origin.x, y: y - origin.y },
    data: { card },
    width,
    height,
    measured: { width, height },
    handles: [],
    // The card inside has a role and a name of its own.
    domAttributes: { 'aria-roledescription': undefined },
  };
  made.set(card, { origin, node });
  return node;
}

export interface Dragged {
  readonly id: Id;
  readonly position: Point;
}

export function mapToFlow(cards: readonly CardBox[], origin: Point, dragged: Dragged | null): CardNode[] {
  return cards.map((card) => {
    const node = nodeOf(card, origin);
    return dragged?.id === card.id
      ? { ...node, position: dragged.position, zIndex: 10, className: 'dragged' }
      : node;
  });
}
