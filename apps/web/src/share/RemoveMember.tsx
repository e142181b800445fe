import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';

export function RemoveMember({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation(['share', 'common']);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <IconButton icon="close" label={t('remove', { name })} onClick={() => setAsking(true)} />
      <Dialog
        title={t('removeTitle', { name })}
        about={t('removeText')}
        open={asking}
        onOpenChange={setAsking}
      >
        <DialogActions>
          <Button onClick={() => setAsking(false)}>{t('cancel', { ns: 'common' })}</Button>
          <Button
            look="danger"
            onClick={() => {
              setAsking(false);
              onRemove();
            }}
          >
            {t('removeAction')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
