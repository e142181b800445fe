import type { ClipboardEvent } from 'react';
import { mended } from './mended.ts';

type WordsField = HTMLInputElement | HTMLTextAreaElement;

/** Puts what is pasted into its field without the line ends of the page it was copied from. */
export function pasteMended(event: ClipboardEvent<WordsField>): void {
  const pasted = event.clipboardData.getData('text/plain');
  const text = mended(pasted);
  if (text === pasted || event.currentTarget.type === 'password') return;
  event.preventDefault();
  insertAtCaret(event.currentTarget, text);
}

/** As if it had been typed: what was selected goes, and the browser's own undo takes it back. */
export function insertAtCaret(field: WordsField, text: string): void {
  field.focus({ preventScroll: true });
  // There is no other way into the undo of the field.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if ('execCommand' in document && document.execCommand('insertText', false, text)) return;
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}
