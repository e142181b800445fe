import i18next from 'i18next';
import { toast } from './toast.ts';

/** Puts a text on the clipboard. A page that came over plain http may only select and copy; where not even that, the text is shown to be copied by hand. */
export async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (copiedBySelecting(text)) return true;
    prompt(i18next.t('copyByHand'), text); // the browser's own field, with all of it selected
    return false;
  }
}

/** What keeps the focus inside itself would take it from a field elsewhere. */
const HOLDS_FOCUS = '[role="dialog"], [role="alertdialog"], [role="menu"]';

function copiedBySelecting(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true; // no keyboard slides up on a phone
  field.className = 'copied-from';
  (before?.closest(HOLDS_FOCUS) ?? document.body).append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way without https
  const isCopied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return isCopied;
}

/** The same, and says so. */
export async function copyText(text: string): Promise<void> {
  if (await toClipboard(text)) toast(i18next.t('copied'));
}
