// Commands of the clipboard. Their keys are the browser's own: workspace/useClipboard.ts hears what it makes of them.
import { takeAway } from '@counterpoint/shared';
import i18next from 'i18next';
import { toast } from '../../ui/toast.ts';
import { copied, paste } from '../clipboard.ts';
import { allows, claimOf, command, type At, type Command } from '../command.ts';
import { copyText } from '../../ui/copyText.ts';

const mayTake = (at: At): boolean => at.id !== null && allows(at, takeAway(at.doc.view, at.id));

export const clipping: readonly Command[] = [
  command(
    'copy',
    { group: 'clip', icon: 'copy', keys: ['Mod+C'], event: 'copy' },
    (at) => claimOf(at) !== undefined,
    (at) => void copyText(copied(at)),
  ),
  command('cut', { group: 'clip', keys: ['Mod+X'], event: 'cut' }, mayTake, (at) => {
    at.screen.take(at.id);
    void copyText(copied(at));
  }),
  command(
    'paste',
    { group: 'clip', keys: ['Mod+V'], event: 'paste' },
    (at) =>
      allows(at, {
        kind: 'add-claim',
        claim: '',
        text: '…',
        language: 'zh',
        to: { at: 'thesis', order: 'a0' },
      }),
    (at) => {
      // Browsers that do not hand the clipboard to a button do so to the key.
      const read = 'clipboard' in navigator ? navigator.clipboard.readText() : Promise.reject(new Error());
      read.then(
        (text) => paste(at, text),
        () => toast(i18next.t('paste.byKey', { ns: 'commands' })),
      );
    },
  ),
];
