// Which key asks for what on the canvas. The help dialog and the menus read the same table.
import { isComposing } from '../ui/isComposing.ts';

export const COMMANDS = [
  'left', 'right', 'up', 'down', 'edit', 'sibling', 'child', 'support', 'rebut', 'undercut', 'andAlso', 'remove',
  'moveUp', 'moveDown', 'fold', 'search', 'help', 'menu', 'zoomIn', 'zoomOut', 'actualSize', 'fit', 'leave',
] as const; // prettier-ignore
export type Command = (typeof COMMANDS)[number];

/** As shown to people; the first of each is also what menus show. */
export const KEYS: Readonly<Record<Command, readonly string[]>> = {
  left: ['←'],
  right: ['→'],
  up: ['↑'],
  down: ['↓'],
  edit: ['F2', 'Space'],
  sibling: ['Enter'],
  child: ['Tab'],
  support: ['P'],
  rebut: ['C'],
  undercut: ['U'],
  andAlso: ['A'],
  remove: ['Delete'],
  moveUp: ['Alt+↑'],
  moveDown: ['Alt+↓'],
  fold: ['.'],
  search: ['/'],
  help: ['?'],
  menu: ['Shift+F10'],
  zoomIn: ['+'],
  zoomOut: ['−'],
  actualSize: ['0'],
  fit: ['F'],
  leave: ['Esc'],
};

const PLAIN: Readonly<Record<string, Command>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  F2: 'edit',
  ' ': 'edit',
  Enter: 'sibling',
  Tab: 'child',
  p: 'support',
  c: 'rebut',
  u: 'undercut',
  a: 'andAlso',
  Delete: 'remove',
  Backspace: 'remove',
  '.': 'fold',
  '/': 'search',
  '?': 'help',
  ContextMenu: 'menu',
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '0': 'actualSize',
  f: 'fit',
  Escape: 'leave',
};

/** `letters` is false for a person who switched off keys of a single character. */
export function commandOf(event: KeyboardEvent, letters = true): Command | undefined {
  if (isComposing(event)) return undefined;
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
  if (ctrlKey || metaKey) return undefined;
  if (altKey) return key === 'ArrowUp' ? 'moveUp' : key === 'ArrowDown' ? 'moveDown' : undefined;
  if (shiftKey && key === 'F10') return 'menu';
  if (shiftKey && key === 'Tab') return undefined;
  if (!letters && key.length === 1 && key !== ' ') return undefined;
  return PLAIN[key.length === 1 ? key.toLowerCase() : key];
}

/** Undo and redo work anywhere on the page but in a text field, which has its own. */
export function historyOf(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (isComposing(event) || !(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'y' && !event.shiftKey) return 'redo';
  return key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : undefined;
}

export const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable="true"]') !== null;
