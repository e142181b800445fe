import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useLongPress } from './useLongPress.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const told: string[] = [];

function Page() {
  const press = useLongPress((target, { x }) => told.push(`${target.textContent} ${x}`));
  return (
    <div {...press}>
      <p>claim</p>
    </div>
  );
}

/** jsdom has no pointer events of its own. */
function point(type: 'pointerdown' | 'pointermove' | 'pointerup', clientX: number, pointerType = 'touch') {
  const event = new MouseEvent(type, { bubbles: true, clientX, clientY: 5 });
  fireEvent(screen.getByText('claim'), Object.assign(event, { pointerType }));
}

it('U-11 a finger that stays asks for the menu; one that moves, leaves or is a mouse does not', () => {
  told.length = 0;
  render(<Page />);
  point('pointerdown', 5);
  point('pointermove', 9);
  jest.runAllTimers();
  expect(told).toEqual(['claim 5']);
  point('pointerdown', 5);
  point('pointermove', 30);
  jest.runAllTimers();
  point('pointerdown', 5);
  point('pointerup', 5);
  jest.runAllTimers();
  point('pointerdown', 5, 'mouse');
  jest.runAllTimers();
  expect(told).toHaveLength(1);
  // The menu that a screen asks for by itself waits for that of the page; that of a mouse does not.
  expect(fireEvent.contextMenu(screen.getByText('claim'))).toBe(true);
  point('pointerdown', 5);
  expect(fireEvent.contextMenu(screen.getByText('claim'))).toBe(false);
  jest.runAllTimers();
  expect(told).toHaveLength(2);
  expect(fireEvent.contextMenu(screen.getByText('claim'))).toBe(false);
});
