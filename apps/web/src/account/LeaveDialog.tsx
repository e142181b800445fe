import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';

/** [S-11] Before a browser forgets who it is in anonymous maps: nobody can bring that back. */
export function LeaveDialog({ onLeave, onClose }: { onLeave: () => void; onClose: () => void }) {
  const { t } = useTranslation(['names', 'common']);
  return (
    <Dialog open title={t('leave.title')} about={t('leave.about')} onOpenChange={onClose}>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
        <Button
          look="danger"
          onClick={() => {
            onClose();
            onLeave();
          }}
        >
          {t('leave.do')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
