import { describe, expect, it } from '@jest/globals';
import { COMMANDS } from './commands/list.ts';
import { isPress, shown } from './keys.ts';

const press = (key: string, code: string, mods: Partial<Record<'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey', true>> = {}) => ({ key, code, altKey: false, shiftKey: false, ctrlKey: false, metaKey: false, ...mods }); // prettier-ignore
const meant = (pressed: ReturnType<typeof press>) =>
  COMMANDS.filter(({ keys }) => keys.some((key) => isPress(pressed, key))).map(({ id }) => id);

describe('keys', () => {
  it.each([
    ['p on a Latin keyboard', press('p', 'KeyP'), ['support']],
    ['with Caps Lock', press('P', 'KeyP'), ['support']],
    ['the key of P in Russian', press('з', 'KeyP'), ['support']],
    ['the key of C in Greek', press('ψ', 'KeyC'), ['rebut']],
    ['P where Dvorak has it', press('p', 'KeyR'), ['support']],
    ['the key of P where Dvorak has L', press('l', 'KeyP'), []],
    ['the full stop of Chinese', press('。', 'Period'), ['fold']],
    ['the slash that types a Chinese comma', press('、', 'Slash'), ['search']],
    ['the question mark of Chinese', press('？', 'Slash', { shiftKey: true }), ['keys']],
    ['the question mark where it needs no Shift', press('?', 'KeyM'), ['keys']],
    ['a key that an input method has taken', press('Process', 'KeyU'), ['undercut']],
    ['Ctrl+Z', press('z', 'KeyZ', { ctrlKey: true }), ['undo']],
    ['Ctrl+Z in Russian', press('я', 'KeyZ', { ctrlKey: true }), ['undo']],
    ['⌘⇧Z', press('z', 'KeyZ', { metaKey: true, shiftKey: true }), ['redo']],
    ['Ctrl+K in Greek', press('κ', 'KeyK', { ctrlKey: true }), ['palette']],
    ['Alt+↑', press('ArrowUp', 'ArrowUp', { altKey: true }), ['moveUp']],
    ['Alt+Shift+→', press('ArrowRight', 'ArrowRight', { altKey: true, shiftKey: true }), ['indent']],
    ['↑', press('ArrowUp', 'ArrowUp'), ['up']],
    ['Shift+P, which is a letter and no command', press('P', 'KeyP', { shiftKey: true }), []],
    ['Ctrl+P, which prints', press('p', 'KeyP', { ctrlKey: true }), []],
    ['+ with Shift', press('+', 'Equal', { shiftKey: true }), ['zoomIn']],
    ['+ of the number pad', press('+', 'NumpadAdd'), ['zoomIn']],
    ['* with Shift', press('*', 'Digit8', { shiftKey: true }), ['unfoldSiblings']],
  ] as const)('[U-03] are known by letter and by place: %s', (_, pressed, commands) => {
    expect(meant(pressed)).toEqual(commands);
  });

  it('are shown as a keyboard has them printed', () => {
    expect(['Alt+ArrowUp', 'Mod+Shift+Z', '-', '+', 'Delete'].map(shown)).toEqual(['Alt+↑', 'Ctrl+Shift+Z', '−', '+', 'Del']); // prettier-ignore
  });

  it('no two commands share a key, nor a name', () => {
    const keys = COMMANDS.flatMap((command) => command.keys);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    const ids = COMMANDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
