// Keys as people read them, and whether a press is one. A letter counts by what it types, and by its place on the keyboard
// where it types no Latin letter (Russian, Greek) or a mark of Chinese: P is the key of P in every layout.

/** Modifiers and a key, joined by "+": "P", "Alt+ArrowUp", "Mod+Shift+Z". Mod is Ctrl, on a Mac ⌘. */
export type Key = string;

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/** Marks of one character: they are typed with or without Shift, as the layout has them. */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  '.': ['Period'],
  '/': ['Slash'],
  '?': ['Shift+Slash'],
  '+': ['Shift+Equal', 'Equal', 'NumpadAdd'],
  '-': ['Minus', 'NumpadSubtract'],
  '*': ['Shift+Digit8', 'NumpadMultiply'],
};

const isMark = (name: string): boolean => name.length === 1 && !/[A-Z0-9]/.test(name);

/** Of a single character, which a person may switch off (WCAG 2.1.4). */
export const isLetter = (key: Key): boolean => key.length === 1;

export function isPress(press: Press, key: Key): boolean {
  const { mods, name } = parted(key);
  const mod = press.ctrlKey || press.metaKey;
  if (mod !== mods.includes('Mod') || press.altKey !== mods.includes('Alt')) return false;
  if (isMark(name)) return press.key === name || (!isAscii(press.key) && isAtMark(press, name));
  if (press.shiftKey !== mods.includes('Shift')) return false;
  if (name.length > 1) return press.key === (name === 'Space' ? ' ' : name);
  if (isAscii(press.key)) return press.key.toUpperCase() === name;
  return press.code === (/[0-9]/.test(name) ? `Digit${name}` : `Key${name}`);
}

const isAtMark = ({ code, shiftKey }: Press, name: string): boolean =>
  MARKS[name]?.includes(shiftKey ? `Shift+${code}` : code) ?? false;

/** One character that a Latin keyboard types; the names of other keys are longer. */
const isAscii = (key: string): boolean => /^[!-~]$/.test(key);

function parted(key: Key): { readonly mods: readonly string[]; readonly name: string } {
  if (key === '+') return { mods: [], name: key };
  const parts = key.split('+');
  return { mods: parts.slice(0, -1), name: parts.at(-1) ?? '' };
}

const SHOWN: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page ↑',
  PageDown: 'Page ↓',
  Escape: 'Esc',
  Delete: 'Del',
  '-': '−',
};

/** As a keyboard has it printed. */
export function shown(key: Key): string {
  const { mods, name } = parted(key);
  const isMac = navigator.platform.startsWith('Mac');
  return [...mods.map((mod) => (mod === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : mod)), SHOWN[name] ?? name].join(
    '+',
  );
}

/** As aria-keyshortcuts spells it. */
export const spelled = (key: Key): string => key.replace('Mod', 'Control');

export const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable="true"]') !== null;
