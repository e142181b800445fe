// What fingers do on the canvas: a swipe moves the view, wherever it starts; a card is carried only after the finger rested on
// it; one that rested and was lifted asks for the menu. A second finger gives the card up.
import type { Id, Point } from '@counterpoint/shared';
import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { useLongPress } from '../ui/useLongPress.ts';
import { useMedia } from '../ui/useMedia.ts';
import type { CardDrag } from './useCardDrag.ts';

/** A finger that rests trembles; further is a way. */
const STILL_PX = 10;

interface Held {
  readonly id: Id;
  readonly pointer: number;
  /** Where the finger rested. */
  readonly at: Point;
  /** Where the card stood. */
  readonly from: Point;
  moved: boolean;
}

interface Fingers {
  readonly drag: CardDrag;
  /** Whether cards may be carried. */
  readonly mayCarry: boolean;
  /** A finger rested on a card: false where that means nothing now. */
  readonly rested: (card: Id) => boolean;
  readonly openMenu: (card: Id, at: Point) => void;
}

export function useFingers(frame: RefObject<HTMLElement | null>, fingers: Fingers) {
  const [byTouch, setByTouch] = useByTouch();
  const pointer = useRef(0);
  const held = useHeld(frame, fingers);
  const press = useLongPress((target, at) => {
    const id = target.closest('.card:not(.drafted)')?.id.replace(/^card-/, '');
    if (id !== undefined && fingers.rested(id)) held.hold(id, pointer.current, at);
  });
  return {
    byTouch,
    handlers: {
      ...press,
      onPointerDownCapture: ({ pointerType }: PointerEvent): void => setByTouch(pointerType === 'touch'),
      onPointerDown: (event: PointerEvent): void => {
        held.giveUp();
        if (!event.isPrimary) return;
        pointer.current = event.pointerId;
        press.onPointerDown(event);
      },
      onPointerMove: (event: PointerEvent): void => {
        press.onPointerMove(event);
        held.carry(event);
      },
      onPointerUp: (event: PointerEvent): void => {
        press.onPointerUp();
        held.letGo(event);
      },
      onPointerCancel: (): void => {
        press.onPointerCancel();
        held.giveUp();
      },
    },
  };
}

/** The card that a finger holds. */
function useHeld(frame: RefObject<HTMLElement | null>, { drag, mayCarry, openMenu }: Fingers) {
  const flow = useReactFlow();
  const held = useRef<Held | null>(null);

  // React Flow began to move the view with the first touch: while a card is held, it hears of no further.
  useEffect(() => {
    const element = frame.current;
    const hush = (event: TouchEvent): void => {
      if (held.current) event.stopPropagation();
    };
    element?.addEventListener('touchmove', hush, true);
    return () => element?.removeEventListener('touchmove', hush, true);
  }, [frame]);

  return {
    hold(id: Id, pointer: number, at: Point): void {
      const node = flow.getNode(id);
      if (!node) return;
      held.current = { id, pointer, at, from: node.position, moved: false };
      // It is seen to be lifted before it goes anywhere.
      if (mayCarry) drag.carry(id, node.position, at);
    },
    carry({ pointerId, clientX, clientY }: PointerEvent): void {
      const now = held.current;
      if (!now || now.pointer !== pointerId || !mayCarry) return;
      const [dx, dy] = [clientX - now.at.x, clientY - now.at.y];
      now.moved ||= Math.hypot(dx, dy) > STILL_PX;
      const zoom = flow.getZoom();
      const position = { x: now.from.x + dx / zoom, y: now.from.y + dy / zoom };
      if (now.moved) drag.carry(now.id, position, { x: clientX, y: clientY });
    },
    letGo({ pointerId }: PointerEvent): void {
      const now = held.current;
      if (!now || now.pointer !== pointerId) return;
      held.current = null;
      if (now.moved) {
        drag.drop();
        return;
      }
      drag.giveUp();
      openMenu(now.id, now.at);
    },
    giveUp(): void {
      if (held.current) drag.giveUp();
      held.current = null;
    },
  };
}

/** Known before React Flow hears of the touch: a pointer is told of first. */
function useByTouch() {
  const coarse = useMedia('(pointer: coarse)');
  const [last, setLast] = useState<boolean | null>(null);
  return [last ?? coarse, setLast] as const;
}
