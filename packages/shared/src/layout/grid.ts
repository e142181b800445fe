// Distances between cards, in CSS px.
import type { CardMeasures } from './card.ts';
import type { Gap } from './contour.ts';

/** Between columns: room for edges, their junctions and the frames of joint premises. */
const GUTTER = 64;

export const GRID = {
  /** From the left side of an argument's cards back to its junction. */
  junction: 20,
  /** The same for an undercut; from the lane it turns up in to its own junction; and from there to its box at least. */
  undercut: { junction: 16, corner: 10, stub: 6 },
  group: { paddingX: 10, paddingY: 10 },
} as const;

export const GAP = {
  siblings: { near: 20, far: 28 },
  undercut: { near: 14, far: 28 },
  premises: { near: 28, far: 28 },
  theses: { near: 56, far: 56 },
} as const satisfies Record<string, Gap>;

/** Between two joint premises: a row of small words. */
export const stripHeight = ({ claim }: CardMeasures): number => claim.kicker + 4;

/** Left side of the cards in a column. */
export function columnX(depth: number, { thesis, claim }: CardMeasures): number {
  return depth === 0 ? 0 : thesis.width + GUTTER + (depth - 1) * (claim.width + GUTTER);
}
