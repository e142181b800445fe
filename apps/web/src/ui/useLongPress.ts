import { useRef, type MouseEvent, type PointerEvent } from 'react';

const LONG_MS = 550;
/** A finger trembles; further is a drag. */
const STILL_PX = 10;

interface Pressed {
  readonly x: number;
  readonly y: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Tells of a finger that stays where it is. */
export function useLongPress(act: (target: Element, at: { readonly x: number; readonly y: number }) => void) {
  const pressed = useRef<Pressed | null>(null);
  /** Whether the finger that is down was told of already. */
  const acted = useRef(false);
  const end = (): void => {
    clearTimeout(pressed.current?.timer);
    pressed.current = null;
  };
  return {
    onPointerDown: ({ target, pointerType, clientX: x, clientY: y }: PointerEvent): void => {
      end();
      acted.current = false;
      if (pointerType !== 'touch' || !(target instanceof Element)) return;
      const timer = setTimeout(() => {
        end();
        acted.current = true;
        act(target, { x, y });
      }, LONG_MS);
      pressed.current = { x, y, timer };
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent): void => {
      const was = pressed.current;
      if (was && Math.hypot(clientX - was.x, clientY - was.y) > STILL_PX) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
    /** The screen asks for a menu by itself: it waits for ours, so that the finger may still carry what it rests on. */
    onContextMenuCapture: (event: MouseEvent): void => {
      if (!pressed.current && !acted.current) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
