// What is drawn: the cards in sight with a margin, or, far out, none of them and one overview canvas instead.
import type { Box, CardBox, EdgePath, GroupBox, Id } from '@counterpoint/shared';
import { useStore, type ReactFlowState } from '@xyflow/react';
import { useMemo } from 'react';
import { overlaps } from './anchor.ts';
import type { Placed } from './useMapLayout.ts';

/** Below this zoom no text can be read, and no browser pans that many cards. */
export const OVERVIEW_ZOOM = 0.35;
/** More cards in sight than this are too many for the page at any zoom. */
const MOST_CARDS = 320;
/** Of the screen, in px; the sight moves on in steps of it, so that a pan renders seldom. */
const STEP = 320;

export interface InSight {
  readonly overview: boolean;
  /** What may be seen before the next step, in the coordinates of the layout. */
  readonly box: Box;
  readonly cards: readonly CardBox[];
  readonly groups: readonly GroupBox[];
  readonly edges: readonly EdgePath[];
}

const nothing: InSight = {
  overview: true,
  box: { x: 0, y: 0, width: 0, height: 0 },
  cards: [],
  groups: [],
  edges: [],
};

export function useInSight({ layout, origin }: Placed, keep: readonly (Id | null)[]): InSight {
  const step = useStore(stepOf);
  const [left, top, right, bottom] = keep;
  return useMemo(() => {
    const [x = 0, y = 0, zoom = 1, width = 0, height = 0] = step.split(' ').map(Number);
    if (zoom < OVERVIEW_ZOOM || width === 0) return nothing;
    const margin = (STEP * 1.25) / zoom;
    const sight: Box = {
      x: x / zoom + origin.x - margin,
      y: y / zoom + origin.y - margin,
      width: width / zoom + 2 * margin,
      height: height / zoom + 2 * margin,
    };
    const kept = new Set([left, top, right, bottom]);
    const cards = layout.cards.filter(
      (card) => overlaps(card, sight) || kept.has(card.id) || kept.has(card.claim),
    );
    if (cards.length > MOST_CARDS && zoom < 0.6) return nothing;
    return {
      overview: false,
      box: sight,
      cards,
      groups: layout.groups.filter((group) => overlaps(group, sight)),
      edges: layout.edges.filter((edge) => overlaps(spanOf(edge), sight)),
    };
  }, [layout, origin, step, left, top, right, bottom]);
}

/** The view in steps, as one comparable word: left, top, zoom, width, height. */
function stepOf({ transform: [x, y, zoom], width, height }: ReactFlowState): string {
  const rough = Math.round(zoom * 20) / 20;
  const exact = zoom < OVERVIEW_ZOOM ? Math.min(rough, OVERVIEW_ZOOM - 0.01) : Math.max(rough, OVERVIEW_ZOOM);
  const scale = exact / zoom;
  return [snap(-x * scale), snap(-y * scale), exact, width, height].join(' ');
}

const snap = (at: number): number => Math.round(at / STEP) * STEP;

function spanOf({ from, to }: EdgePath): Box {
  const x = Math.min(from.x, to.x);
  const y = Math.min(from.y, to.y);
  return { x, y, width: Math.abs(from.x - to.x) + 1, height: Math.abs(from.y - to.y) + 1 };
}
