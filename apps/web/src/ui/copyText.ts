import i18next from 'i18next';
import { toast } from './toast.ts';

/** Puts a text on the clipboard; a page without a certificate has no other way than to select and copy it. */
export async function toClipboard(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand('copy');
    field.remove();
  }
}

/** The same, and says so. */
export async function copyText(text: string): Promise<void> {
  await toClipboard(text);
  toast(i18next.t('copied'));
}
