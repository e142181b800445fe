import { useRef, type PointerEvent } from 'react';

const LONG_MS = 550;
/** A finger trembles; further is a drag. */
const STILL_PX = 10;

interface Pressed {
  readonly x: number;
  readonly y: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Tells of a finger that stays where it is. Most touch screens then ask for a menu by themselves; those of iOS do not. */
export function useLongPress(act: (target: Element, at: { readonly x: number; readonly y: number }) => void) {
  const pressed = useRef<Pressed | null>(null);
  const end = (): void => {
    clearTimeout(pressed.current?.timer);
    pressed.current = null;
  };
  return {
    onPointerDown: ({ target, pointerType, clientX: x, clientY: y }: PointerEvent): void => {
      end();
      if (pointerType !== 'touch' || !(target instanceof Element)) return;
      const timer = setTimeout(() => {
        end();
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
    /** The screen asks for the menu itself. */
    onContextMenuCapture: end,
  };
}
