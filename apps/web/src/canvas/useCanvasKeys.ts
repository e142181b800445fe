// The keyboard on the canvas. It is one tab stop: keys mean the map only after an arrow, a click or Enter; Escape gives Tab back (U-04).
import { useRef, type FocusEvent, type KeyboardEvent } from 'react';
import { at, pressed, run } from '../open/command.ts';
import { useCommands } from '../open/house.ts';
import { useOpenMap } from '../open/openMap.ts';

export function useCanvasKeys() {
  const session = useOpenMap();
  const commands = useCommands();
  /** Whether Tab makes a claim instead of leaving. */
  const inside = useRef(false);
  return {
    enter: () => {
      inside.current = true;
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
      if (event.target !== event.currentTarget || (event.key === 'Tab' && !inside.current)) return;
      const { selected } = session.screen.getState();
      const command = pressed(event.nativeEvent, commands, at(session, selected));
      if (!command) return;
      inside.current = command.id !== 'leave';
      event.preventDefault();
      event.stopPropagation();
      run(command, session, selected);
    },
    /** A field on a card is inside: when it closes, the keys go on. */
    onFocus: (event: FocusEvent<HTMLElement>): void => {
      if (event.target !== event.currentTarget) inside.current = true;
    },
    onBlur: (event: FocusEvent<HTMLElement>): void => {
      if (!event.currentTarget.contains(event.relatedTarget)) inside.current = false;
    },
  };
}
