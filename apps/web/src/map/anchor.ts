// Which card must stay where it is on the screen while the map is laid out anew around it.
import {
  anchorShift,
  type Box,
  type CardBox,
  type Id,
  type MapLayout,
  type Point,
} from '@counterpoint/shared';

interface Seen {
  readonly selected: Id | null;
  /** Of React Flow: x, y and zoom of the view. */
  readonly transform: readonly [number, number, number];
  readonly width: number;
  readonly height: number;
}

interface Drawn {
  readonly layout: MapLayout;
  readonly origin: Point;
}

/** The selected card when it is in sight, else the one nearest to the centre; it must stand in the next layout too. */
export function anchorCard(
  { layout, origin }: Drawn,
  seen: Seen,
  next: MapLayout = layout,
): CardBox | undefined {
  const { selected, transform: [x, y, zoom], width, height } = seen; // prettier-ignore
  const sight: Box = {
    x: -x / zoom + origin.x,
    y: -y / zoom + origin.y,
    width: width / zoom,
    height: height / zoom,
  };
  const stay = new Set(next.cards.map((card) => card.id));
  const chosen = layout.cards.find((card) => card.id === selected);
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

/** The origin that keeps the anchor where it was. */
export function originAfter({ layout, origin }: Drawn, next: MapLayout, anchor: CardBox | undefined): Point {
  if (!anchor) return origin;
  const { dx, dy } = anchorShift(layout, next, anchor.id);
  return dx === 0 && dy === 0 ? origin : { x: origin.x + dx, y: origin.y + dy };
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && a.x + a.width > b.x && a.y < b.y + b.height && a.y + a.height > b.y;
