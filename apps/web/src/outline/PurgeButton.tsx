import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';

/** Asks before words are deleted for good: nothing brings them back. */
export function PurgeButton({ words, onPurge }: { words: string; onPurge: () => void }) {
  const { t } = useTranslation(['outline', 'common']);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <IconButton
        icon="trash"
        label={t('purgeNamed', { text: words })}
        side="left"
        onClick={() => setAsking(true)}
      />
      <Dialog title={t('purgeTitle')} about={t('purgeAbout')} open={asking} onOpenChange={setAsking}>
        <blockquote className="purge-words">{words}</blockquote>
        <ul className="purge-means">
          <li>{t('purgeEverywhere')}</li>
          <li>{t('purgeKeeps')}</li>
          <li>{t('purgeFiles')}</li>
        </ul>
        <DialogActions>
          <Button onClick={() => setAsking(false)}>{t('cancel', { ns: 'common' })}</Button>
          <Button
            look="danger"
            onClick={() => {
              setAsking(false);
              onPurge();
            }}
          >
            {t('purge')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
