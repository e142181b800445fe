// Refused edits: why, what was in them, and what can be done. Nobody's words are lost.
import { Edit, type TrayEntry } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { refusalText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { toast } from '../ui/toast.ts';
import { deedOf, wordsOf } from '../open/describe.ts';
import { useDoc } from '../open/openMap.ts';

export function TrayDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('map');
  const tray = useDoc((state) => state.tray);
  return (
    <Dialog
      open
      wide
      title={t('tray.title')}
      about={t('tray.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      <ul className="tray">
        {tray.map((entry) => (
          <Entry key={entry.id} entry={entry} onDone={() => tray.length === 1 && onClose()} />
        ))}
      </ul>
    </Dialog>
  );
}

/** `onDone` is called when nothing is left to do about it. */
function Entry({ entry, onDone }: { entry: TrayEntry; onDone: () => void }) {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  const { t: edits } = useTranslation('edits');
  const dismiss = useDoc((state) => state.dismiss);
  const retry = useDoc((state) => state.retry);
  const words = wordsOf(entry.edit);
  const isReadable = Edit.safeParse(entry.edit).success;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(words);
    toast(common('copied'));
  };
  const again = (): void => {
    const result = retry(entry);
    if (result.ok) onDone();
    else toast(refusalText(result.refusal));
  };
  const throwAway = (): void => {
    dismiss(entry);
    onDone();
  };
  return (
    <li>
      <p className="tray-reason">
        <b>{edits(`headline.${deedOf(entry.edit)}`)}</b>{' '}
        {isReadable ? refusalText(entry.refusal) : t('tray.otherVersion')}
      </p>
      {words !== '' && <blockquote>{words}</blockquote>}
      <div className="tray-actions">
        {words !== '' && (
          <Button icon="copy" onClick={() => void copy()}>
            {common('copy')}
          </Button>
        )}
        {isReadable && <Button onClick={again}>{t('tray.again')}</Button>}
        <Button look="plain" onClick={throwAway}>
          {t('tray.dismiss')}
        </Button>
      </div>
    </li>
  );
}
