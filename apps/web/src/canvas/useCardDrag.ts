// A card under the pointer or a finger, and where it would land. Escape, or a second finger, gives it up.
import type { Id, Point } from '@counterpoint/shared';
import { useReactFlow, type Node } from '@xyflow/react';
import { useEffect, useRef, useState, type MouseEvent as ReactMouseEvent } from 'react';
import { askWithUndo } from '../open/askFor.ts';
import { dropAt, editOfDrop, type Drop } from './dropTarget.ts';
import type { CardNode, Dragged } from './mapToFlow.ts';
import { useOpenMap } from '../open/openMap.ts';
import type { Placed } from './useMapLayout.ts';

interface Drag extends Dragged {
  readonly drop: Drop | undefined;
}

type DragEvent = ReactMouseEvent | MouseEvent | TouchEvent;

export interface CardDrag {
  readonly drag: Drag | null;
  /** The card stands at `position` of the canvas, the pointer at `at` of the screen. */
  readonly carry: (id: Id, position: Point, at: Point) => void;
  readonly drop: () => void;
  readonly giveUp: () => void;
  readonly handlers: {
    readonly onNodeDrag: (event: DragEvent, node: CardNode) => void;
    readonly onNodeDragStop: () => void;
  };
}

export function useCardDrag({ layout, origin, map }: Placed): CardDrag {
  const session = useOpenMap();
  const flow = useReactFlow();
  const [drag, setDrag] = useState<Drag | null>(null);
  /** The mouse goes on to tell of a drag that was given up, until its button is let go. */
  const gaveUp = useRef(false);

  const carry = (id: Id, position: Point, at: Point): void => {
    const { x, y } = flow.screenToFlowPosition(at);
    setDrag({ id, position, drop: dropAt(layout, map, id, { x: x + origin.x, y: y + origin.y }) });
  };
  const drop = (): void => {
    setDrag(null);
    if (!drag?.drop) return;
    askWithUndo(session, editOfDrop(map, drag.id, drag.drop), () =>
      session.screen.getState().select(drag.id),
    );
  };
  const isOn = drag !== null;
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      gaveUp.current = true;
      setDrag(null);
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [isOn]);

  return {
    drag,
    carry,
    drop,
    giveUp: () => setDrag(null),
    handlers: {
      onNodeDrag: (event: DragEvent, { id, position }: Node) => {
        if (!gaveUp.current) carry(id, position, pointOf(event));
      },
      onNodeDragStop: () => {
        gaveUp.current = false;
        drop();
      },
    },
  };
}

function pointOf(event: DragEvent): Point {
  const { clientX: x, clientY: y } =
    'touches' in event ? (event.touches[0] ?? { clientX: 0, clientY: 0 }) : event;
  return { x, y };
}
