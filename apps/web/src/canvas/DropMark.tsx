import { standpointOf, type Id } from '@counterpoint/shared';
import { ViewportPortal } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import type { Drop } from './dropTarget.ts';
import type { Placed } from './useMapLayout.ts';

interface DropMarkProps {
  drop: Drop;
  /** What is carried. */
  id: Id;
  placed: Placed;
}

/** A ring around the card that would be replied to, or a bar where the card would stand; and what a drop would do, in words. */
export function DropMark({ drop: { where, card }, id, placed: { origin, map } }: DropMarkProps) {
  const { t } = useTranslation('map');
  const height = where === 'under' ? card.height : 0;
  const top = where === 'after' ? card.y + card.height + 9 : where === 'before' ? card.y - 11 : card.y;
  const direction = standpointOf(map, id)?.argument.direction ?? 'support';
  return (
    <ViewportPortal>
      <div
        className={`drop-mark ${where}`}
        style={{
          transform: `translate(${card.x - origin.x}px, ${top - origin.y}px)`,
          width: card.width,
          height,
        }}
      >
        <span>{t(where === 'under' ? `drop.${direction}` : `drop.${where}`)}</span>
      </div>
    </ViewportPortal>
  );
}
