// How far the view may zoom out, and how near the whole comes.
import { CARD, type Box } from '@counterpoint/shared';
import type { Viewport } from '@xyflow/react';

export const MIN_ZOOM = 0.002;
/** Below this a card cannot be read: its words are drawn at 13 px. */
export const READABLE = 13 / CARD.claim.size;
export const EDGE = 48;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function fitted(bounds: Box, { width, height }: Size, edge = EDGE): Viewport {
  const most = Math.min(
    (width - 2 * edge) / Math.max(1, bounds.width),
    (height - 2 * edge) / Math.max(1, bounds.height),
  );
  const zoom = Math.max(MIN_ZOOM, Math.min(1, most));
  return {
    x: width / 2 - (bounds.x + bounds.width / 2) * zoom,
    y: height / 2 - (bounds.y + bounds.height / 2) * zoom,
    zoom,
  };
}
