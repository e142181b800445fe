// Lines and frames beneath the cards, in the coordinates of the layout.
import { ViewportPortal } from '@xyflow/react';
import { ArgumentGroup } from './ArgumentGroup.tsx';
import { isLong } from './longEdge.ts';
import { RelationEdge } from './RelationEdge.tsx';
import type { InSight } from './useInSight.ts';
import type { Placed } from './useMapLayout.ts';

export function Underlay({ sight, origin }: { sight: InSight; origin: Placed['origin'] }) {
  if (sight.overview) return null;
  return (
    <ViewportPortal>
      <div className="underlay" style={{ transform: `translate(${-origin.x}px, ${-origin.y}px)` }}>
        {sight.groups.map((group) => (
          <ArgumentGroup key={group.id} group={group} />
        ))}
        <svg width="1" height="1" aria-hidden="true">
          {sight.edges.map((edge) => (
            <RelationEdge key={edge.id} edge={edge} sight={isLong(edge) ? sight.box : undefined} />
          ))}
        </svg>
      </div>
    </ViewportPortal>
  );
}
