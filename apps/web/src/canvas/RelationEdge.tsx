// One argument's line to what it speaks for or against; an undercut ends at the junction of the argument it attacks.
import type { Box, EdgePath } from '@counterpoint/shared';
import { memo } from 'react';
import { visiblePath } from './longEdge.ts';
import { useDoc } from '../open/openMap.ts';

/** `sight` is given for long lines only, so that the others stay as they are when the view moves. */
export const RelationEdge = memo(function RelationEdge({
  edge,
  sight,
}: {
  edge: EdgePath;
  sight: Box | undefined;
}) {
  const waits = useDoc(({ proposed }) => proposed.get(edge.id)?.[0]?.state);
  return (
    <g
      data-relation={waits === 'pending' ? 'pending' : edge.kind}
      data-kind={edge.kind}
      data-draft={waits === 'draft' || undefined}
    >
      <path className="edge" d={sight ? visiblePath(edge, sight) : edge.d} />
      {edge.attacked && <circle className="junction" cx={edge.junction.x} cy={edge.junction.y} r={4} />}
    </g>
  );
});
