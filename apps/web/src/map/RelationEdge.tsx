// One argument's line to what it speaks for or against; an undercut ends at the junction of the argument it attacks.
import type { EdgePath } from '@counterpoint/shared';
import { memo } from 'react';
import { useDoc } from './openMap.ts';

export const RelationEdge = memo(function RelationEdge({ edge }: { edge: EdgePath }) {
  const waiting = useDoc((state) => state.proposed.has(edge.id));
  return (
    <g data-relation={waiting ? 'pending' : edge.kind} data-kind={edge.kind}>
      <path className="edge" d={edge.d} />
      {edge.attacked && <circle className="junction" cx={edge.junction.x} cy={edge.junction.y} r={4} />}
    </g>
  );
});
