// A card under the pointer, and where it would land.
import { useReactFlow, type Node } from '@xyflow/react';
import { useState, type MouseEvent as ReactMouseEvent } from 'react';
import { askFor } from '../open/askFor.ts';
import { dropAt, editOfDrop, type Drop } from './dropTarget.ts';
import type { CardNode, Dragged } from './mapToFlow.ts';
import { useOpenMap } from '../open/openMap.ts';
import type { Placed } from './useMapLayout.ts';

interface Drag extends Dragged {
  readonly drop: Drop | undefined;
}

type DragEvent = ReactMouseEvent | MouseEvent | TouchEvent;

export function useCardDrag({ layout, origin, map }: Placed) {
  const session = useOpenMap();
  const flow = useReactFlow();
  const [drag, setDrag] = useState<Drag | null>(null);

  const follow = (event: DragEvent, { id, position }: Node): void => {
    const at = flow.screenToFlowPosition(pointOf(event));
    setDrag({ id, position, drop: dropAt(layout, map, id, { x: at.x + origin.x, y: at.y + origin.y }) });
  };
  const finish = (): void => {
    setDrag(null);
    if (!drag?.drop) return;
    askFor(session, editOfDrop(map, drag.id, drag.drop), () => session.screen.getState().select(drag.id));
  };
  return {
    drag,
    handlers: {
      onNodeDrag: (event: DragEvent, node: CardNode) => follow(event, node),
      onNodeDragStop: finish,
    },
  };
}

function pointOf(event: DragEvent): { x: number; y: number } {
  const { clientX: x, clientY: y } =
    'touches' in event ? (event.touches[0] ?? { clientX: 0, clientY: 0 }) : event;
  return { x, y };
}
