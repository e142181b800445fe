import type { ChangeEvent } from 'react';

// Vertical tabs and separators of other systems mean a new line; a soft hyphen and other controls mean nothing to a reader.
const BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const UNSEEN = /\u00ad|(?![\n\t])[\p{Control}\p{Surrogate}]/gu;

/** The text without what nobody sees and no edit may hold, as it comes along with a copy out of a PDF. */
export const cleaned = (text: string): string => text.replace(BREAKS, '\n').replace(UNSEEN, '');

/** What stands in a field after a change; the field holds the same, and the caret stays behind what was pasted. */
export function clean({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): string {
  const { value } = target;
  // A password is what was typed, whatever that is.
  const text = target.type === 'password' ? value : cleaned(value);
  if (text === value) return value;
  const { selectionStart } = target;
  target.value = text;
  if (selectionStart === null) return text; // as of an e-mail address
  const caret = cleaned(value.slice(0, selectionStart)).length;
  target.setSelectionRange(caret, caret);
  return text;
}
