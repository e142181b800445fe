// Which card must stay where it is on the screen while the map is laid out anew around it.
import {
  anchorShift,
  standpointOf,
  type ArgumentMap,
  type Box,
  type CardBox,
  type Id,
  type MapLayout,
  type Point,
} from '@counterpoint/shared';
import { aboveOf } from '../open/branches.ts';

interface Seen {
  /** The card that should stay, if it is in sight. */
  readonly anchor: Id | null;
  /** Of React Flow: x, y and zoom of the view. */
  readonly transform: readonly [number, number, number];
  readonly width: number;
  readonly height: number;
}

interface Drawn {
  readonly layout: MapLayout;
  readonly origin: Point;
}

/** The wanted card when it is in sight, else the one nearest to the centre; it must stand in the next layout too. */
export function anchorCard(
  { layout, origin }: Drawn,
  seen: Seen,
  next: MapLayout = layout,
): CardBox | undefined {
  const { anchor, transform: [x, y, zoom], width, height } = seen; // prettier-ignore
  const sight: Box = {
    x: -x / zoom + origin.x,
    y: -y / zoom + origin.y,
    width: width / zoom,
    height: height / zoom,
  };
  const stay = new Set(next.cards.map((card) => card.id));
  const chosen = layout.cards.find((card) => card.id === anchor);
  if (chosen && stay.has(chosen.id) && overlaps(chosen, sight)) return chosen;
  const centre = { x: sight.x + sight.width / 2, y: sight.y + sight.height / 2 };
  let nearest: CardBox | undefined;
  let least = Infinity;
  for (const card of layout.cards) {
    const distance =
      Math.abs(card.x + card.width / 2 - centre.x) + Math.abs(card.y + card.height / 2 - centre.y);
    if (distance < least && stay.has(card.id)) [nearest, least] = [card, distance];
  }
  return nearest;
}

export const onScreen = (card: Box, origin: Point, [x, y, zoom]: Seen['transform']) => ({
  x: (card.x - origin.x) * zoom + x,
  y: (card.y - origin.y) * zoom + y,
  zoom,
});

/** A card that this person moves does move: what stays then is what it hangs on. Others' moves leave it in its place. */
export function stayingCard(before: ArgumentMap, now: ArgumentMap, id: Id | null, mine: boolean): Id | null {
  if (id === null || !mine || hangs(before, id) === hangs(now, id)) return id;
  return aboveOf(now, id);
}

/** Where a card hangs and in which order, as one comparable word. */
function hangs(map: ArgumentMap, id: Id): string {
  const at = standpointOf(map, id);
  return at
    ? `${at.argument.target.id} ${at.argument.order} ${at.argument.id} ${at.premise.order}`
    : (map.claims.get(id)?.order ?? '');
}

/** The origin that keeps the anchor where it was. */
export function originAfter({ layout, origin }: Drawn, next: MapLayout, anchor: CardBox | undefined): Point {
  if (!anchor) return origin;
  const { dx, dy } = anchorShift(layout, next, anchor.id);
  return dx === 0 && dy === 0 ? origin : { x: origin.x + dx, y: origin.y + dy };
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
