// Where the arrow keys lead: left to what a claim replies to, right to its replies, up and down in the column.
import { standpointOf, type ArgumentMap, type CardBox, type Id, type MapLayout } from '@counterpoint/shared';

export type Direction4 = 'left' | 'right' | 'up' | 'down';

export function neighbour(layout: MapLayout, map: ArgumentMap, id: Id, towards: Direction4): Id | undefined {
  const from = layout.cards.find((card) => card.id === id);
  if (!from) return layout.cards[0]?.id;
  switch (towards) {
    case 'left':
      return parentOf(layout, map, id)?.id;
    case 'right':
      return nearest(
        from,
        layout.cards.filter((card) => isReply(map, card, from.claim)),
      )?.id;
    case 'up':
      return nearest(
        from,
        layout.cards.filter((card) => card.depth === from.depth && card.y < from.y),
      )?.id;
    case 'down':
      return nearest(
        from,
        layout.cards.filter((card) => card.depth === from.depth && card.y > from.y),
      )?.id;
  }
}

/** The card of the claim that a premise replies to; for an undercut the first premise of the argument it attacks. */
export function parentOf(layout: MapLayout, map: ArgumentMap, id: Id): CardBox | undefined {
  const target = standpointOf(map, id)?.argument.target;
  if (!target) return undefined;
  const isIt = (card: CardBox): boolean =>
    target.kind === 'claim' ? card.id === target.id : card.argument === target.id;
  return layout.cards.find(isIt);
}

/** Replies to a claim and undercuts of the argument it is in stand to its right and beneath it. */
function isReply(map: ArgumentMap, card: CardBox, claim: Id): boolean {
  return card.argument !== null && map.arguments.get(card.argument)?.target.id === claim;
}

function nearest(from: CardBox, cards: readonly CardBox[]): CardBox | undefined {
  const middle = (card: CardBox): number => card.y + card.height / 2;
  let found: CardBox | undefined;
  for (const card of cards) {
    if (!found || Math.abs(middle(card) - middle(from)) < Math.abs(middle(found) - middle(from)))
      found = card;
  }
  return found;
}
