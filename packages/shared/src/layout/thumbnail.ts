// A map as a picture the size of a stamp: its upper levels as rectangles and lines, for lists of maps.
import { z } from 'zod';
import type { ArgumentMap } from '../map/map.ts';
import type { Id } from '../map/id.ts';
import { premisesOf, repliesTo, theses } from '../map/tree.ts';
import type { ArgumentKind, CardBox, Point } from './boxes.ts';
import { thesisUnit } from './build.ts';
import { LayoutCache } from './cache.ts';
import { CARD } from './card.ts';
import { stackedTheses } from './tree.ts';

const EdgeKind = z.enum(['support', 'rebut', 'undercut']) satisfies z.ZodType<ArgumentKind>;
const BoxKind = z.enum(['thesis', ...EdgeKind.options]) satisfies z.ZodType<CardBox['kind']>;
const size = { width: z.number(), height: z.number() };

export const Thumbnail = z.object({
  ...size,
  boxes: z.array(z.object({ kind: BoxKind, x: z.number(), y: z.number(), ...size })).readonly(),
  edges: z.array(z.object({ kind: EdgeKind, d: z.string().describe('an SVG path') })).readonly(),
});
export type Thumbnail = Readonly<z.infer<typeof Thumbnail>>;

export interface ThumbnailOptions {
  readonly width: number;
  readonly height: number;
  /** At most so many boxes. */
  readonly most?: number;
}

/** So small, a map of one card does not fill the picture. */
const LARGEST_SCALE = 0.25;

/** The two directions are scaled apart, so that a tall tree fills the picture, too. */
export function thumbnail(map: ArgumentMap, { width, height, most = 60 }: ThumbnailOptions): Thumbnail {
  const shown = theses(map).slice(0, most);
  const only = upperLevels(map, { from: shown.map(({ id }) => id), room: most - shown.length });
  const manner = { measures: CARD };
  const scope = { map, cache: new LayoutCache(), folded: new Set<Id>(), only, manner };
  const { cards, edges, bounds } = stackedTheses(
    shown.map((thesis) => thesisUnit(scope, thesis)),
    CARD,
  );
  const scaleX = Math.min(LARGEST_SCALE, width / Math.max(1, bounds.width));
  const scaleY = Math.min(LARGEST_SCALE, height / Math.max(1, bounds.height));
  const x = (value: number): number => rounded((value - bounds.x - bounds.width / 2) * scaleX + width / 2);
  const y = (value: number): number => rounded((value - bounds.y - bounds.height / 2) * scaleY + height / 2);
  const boxes = cards.map((card) => ({
    kind: card.kind,
    x: x(card.x),
    y: y(card.y),
    width: rounded(card.width * scaleX),
    height: rounded(card.height * scaleY),
  }));
  const lines = edges.map(({ kind, from, to }) => ({ kind, d: curve(at(from), at(to)) }));
  return { width, height, boxes, edges: lines };

  function at(point: Point): Point {
    return { x: x(point.x), y: y(point.y) };
  }
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

function curve(from: Point, to: Point): string {
  const half = rounded((from.x + to.x) / 2);
  return `M${from.x} ${from.y}C${half} ${from.y} ${half} ${to.y} ${to.x} ${to.y}`;
}

/** The arguments nearest to the theses, level by level, while their premises find room. */
function upperLevels(map: ArgumentMap, { from, room }: { from: readonly Id[]; room: number }): Set<Id> {
  const chosen = new Set<Id>();
  const level = [...from]; // grows while it is read
  for (const id of level) {
    for (const argument of repliesTo(map, id)) {
      const premises = premisesOf(map, argument.id);
      if (premises.length > room) return chosen;
      room -= premises.length;
      chosen.add(argument.id);
      level.push(argument.id);
      for (const premise of premises) if (!premise.reference) level.push(premise.id);
    }
  }
  return chosen;
}
