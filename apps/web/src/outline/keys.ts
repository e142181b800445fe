// What a key means on a row. In a field none of this applies: there the keys belong to the text.
import type { KeyboardEvent } from 'react';
import type { Command } from './commands.ts';

export type Step =
  'next' | 'previous' | 'first' | 'last' | 'pageDown' | 'pageUp' | 'in' | 'out' | 'unfoldSiblings';
export type Meaning =
  | { readonly does: 'command'; readonly command: Command }
  | { readonly does: 'step'; readonly step: Step }
  | { readonly does: 'menu' }
  | { readonly does: 'find'; readonly character: string };

/** Single letters act on focus only and can be switched off (WCAG 2.1.4); then every letter finds a row. */
const LETTERS: Readonly<Record<string, Command>> = { p: 'support', c: 'rebut', u: 'undercut', '.': 'fold' };

const STEPS: Readonly<Record<string, Step>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
  ArrowRight: 'in',
  ArrowLeft: 'out',
  '*': 'unfoldSiblings',
};

const COMMANDS: Readonly<Record<string, Command>> = {
  Enter: 'sibling',
  F2: 'edit',
  ' ': 'edit',
  Delete: 'remove',
  Backspace: 'remove',
};

const WITH_ALT: Readonly<Record<string, Command>> = { ArrowUp: 'up', ArrowDown: 'down' };
const WITH_ALT_SHIFT: Readonly<Record<string, Command>> = { ArrowRight: 'indent', ArrowLeft: 'outdent' };

/** `finding` is true while letters are being typed one after the other to find a row. */
export function meaningOf(
  event: KeyboardEvent,
  { letters, finding }: { letters: boolean; finding: boolean },
): Meaning | undefined {
  const { key, altKey, shiftKey } = event;
  if (event.ctrlKey || event.metaKey)
    return altKey ? undefined : command(controlled(key.toLowerCase(), shiftKey));
  if (altKey) return command((shiftKey ? WITH_ALT_SHIFT : WITH_ALT)[key]);
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return { does: 'menu' };
  const step = STEPS[key];
  if (step) return { does: 'step', step };
  if (key === ' ' && finding) return { does: 'find', character: key };
  if (COMMANDS[key]) return shiftKey ? undefined : command(COMMANDS[key]);
  if (letters && !finding && key === 'm') return { does: 'menu' };
  if (letters && !finding && LETTERS[key.toLowerCase()]) return command(LETTERS[key.toLowerCase()]);
  return /^[\p{L}\p{N}]$/u.test(key) ? { does: 'find', character: key } : undefined;
}

function controlled(key: string, shift: boolean): Command | undefined {
  if (key === 'z') return shift ? 'redo' : 'undo';
  return key === 'y' ? 'redo' : undefined;
}

const command = (found: Command | undefined): Meaning | undefined =>
  found && { does: 'command', command: found };
