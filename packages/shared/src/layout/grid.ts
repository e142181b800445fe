// Distances between cards, in CSS px.
import { CARD } from './card.ts';
import type { Gap } from './contour.ts';

/** Between columns: room for edges, their junctions and the frames of joint premises. */
const GUTTER = 64;

export const GRID = {
  /** Undercuts stand a little further right than what they attack, up to `mostIndent`. */
  indent: 12,
  mostIndent: 24,
  /** From the left side of an argument's cards back to its junction; for an undercut the lane is narrower. */
  junction: 20,
  undercutJunction: 16,
  /** Radius of the corner where an undercut's edge turns up to the junction it ends at. */
  corner: 12,
  group: { paddingX: 10, paddingY: 10, strip: 22, empty: 44 },
} as const;

export const GAP = {
  siblings: { near: 20, far: 28 },
  undercut: { near: 14, far: 28 },
  premises: { near: 28, far: 28 },
  theses: { near: 56, far: 56 },
} as const satisfies Record<string, Gap>;

/** Left side of the cards in a column. */
export const columnX = (depth: number): number =>
  depth === 0 ? 0 : CARD.thesis.width + GUTTER + (depth - 1) * (CARD.claim.width + GUTTER);
