import type { Point } from '@counterpoint/shared';
import { ViewportPortal } from '@xyflow/react';
import type { Drop } from './dropTarget.ts';

/** A ring around the card that would be replied to, or a bar where the card would stand. */
export function DropMark({ drop: { where, card }, origin }: { drop: Drop; origin: Point }) {
  const height = where === 'under' ? card.height : 0;
  const top = where === 'after' ? card.y + card.height + 9 : where === 'before' ? card.y - 11 : card.y;
  return (
    <ViewportPortal>
      <div
        className={`drop-mark ${where}`}
        style={{
          transform: `translate(${card.x - origin.x}px, ${top - origin.y}px)`,
          width: card.width,
          height,
        }}
      />
    </ViewportPortal>
  );
}
