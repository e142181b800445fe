// The keyboard on the canvas. It is one tab stop: keys mean the map only after an arrow, a click or Enter; Escape gives Tab back (U-04).
import type { Id, Point } from '@counterpoint/shared';
import { useRef, type FocusEvent, type KeyboardEvent } from 'react';
import { runOnCard, type CardCommand } from '../open/cardCommands.ts';
import type { Camera } from './camera.ts';
import { commandOf, type Command } from '../open/keys.ts';
import type { MapSession } from '../open/mapSession.ts';
import { neighbour, type Direction4 } from './navigate.ts';
import { useOpenMap } from '../open/openMap.ts';
import { isOn } from '../open/preferences.ts';
import type { Placed } from './useMapLayout.ts';
import { startNew } from '../open/writing.ts';

interface Canvas {
  readonly placed: Placed;
  readonly camera: Camera;
  readonly writable: boolean;
  readonly openMenu: (at: Point & { readonly id: string }) => void;
}

export function useCanvasKeys(canvas: Canvas) {
  const session = useOpenMap();
  /** Whether Tab makes a claim instead of leaving. */
  const inside = useRef(false);
  return {
    enter: () => {
      inside.current = true;
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
      if (event.target !== event.currentTarget) return;
      const command = commandOf(event.nativeEvent, isOn('letterKeys'));
      if (!command || (command === 'child' && !inside.current)) return;
      inside.current = command !== 'leave';
      if (run(session, canvas, command)) event.preventDefault();
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

/** Answers whether the key was ours. */
function run(session: MapSession, canvas: Canvas, command: Command): boolean {
  const { placed, camera } = canvas;
  const { selected, select, ask } = session.screen.getState();
  switch (command) {
    case 'left':
    case 'right':
    case 'up':
    case 'down':
      go(session, canvas, command);
      return true;
    case 'search':
      ask({ for: 'search' });
      return true;
    case 'help':
      ask({ for: 'keys' });
      return true;
    case 'zoomIn':
      camera.zoomBy(1.25);
      return true;
    case 'zoomOut':
      camera.zoomBy(0.8);
      return true;
    case 'actualSize':
      camera.actualSize();
      return true;
    case 'fit':
      camera.fit(placed);
      return true;
    case 'leave':
      select(null);
      return true;
    default:
      if (selected !== null) runOnSelected(session, canvas, command, selected);
      else if (command === 'sibling' && canvas.writable) startNew(session, 'thesis', null);
      return selected !== null || command === 'sibling';
  }
}

function go({ screen }: MapSession, { placed, camera }: Canvas, towards: Direction4): void {
  const { selected, select } = screen.getState();
  const next =
    selected === null ? placed.layout.cards[0]?.id : neighbour(placed.layout, placed.map, selected, towards);
  if (next === undefined) return;
  select(next);
  camera.reveal(placed, next);
}

function runOnSelected(
  session: MapSession,
  canvas: Canvas,
  command: CardCommand | 'child' | 'menu',
  selected: Id,
): void {
  if (command === 'menu') {
    const here = document.getElementById(`card-${selected}`)?.getBoundingClientRect();
    canvas.openMenu({ id: selected, x: here?.left ?? 200, y: here?.bottom ?? 200 });
    return;
  }
  const asked = command === 'child' ? 'support' : command;
  if (canvas.writable || asked === 'fold') runOnCard(session, asked, selected);
}
