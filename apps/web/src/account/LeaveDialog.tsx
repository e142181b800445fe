import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';

interface LeaveDialogProps {
  /** Of a guest, whom nobody but this browser knows. */
  guest: string | null;
  /** Whether the browser has faces in anonymous maps. */
  faces: boolean;
  onKeep: () => void;
  onLeave: () => void;
  onClose: () => void;
}

/** [S-11] Before a browser forgets who it is, as a guest or in anonymous maps: nobody can bring that back. */
export function LeaveDialog({ guest, faces, onKeep, onLeave, onClose }: LeaveDialogProps) {
  const { t } = useTranslation(['names', 'common', 'person']);
  const leave = (): void => {
    onClose();
    onLeave();
  };
  if (guest === null)
    return (
      <Dialog open title={t('leave.title')} about={t('leave.about')} onOpenChange={onClose}>
        <DialogActions>
          <Button onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
          <Button look="danger" onClick={leave}>
            {t('leave.do')}
          </Button>
        </DialogActions>
      </Dialog>
    );
  return (
    <Dialog
      open
      title={t('leave.title', { ns: 'person' })}
      about={t('leave.about', { ns: 'person', name: guest })}
      onOpenChange={onClose}
    >
      {faces && <p>{t('leave.faces', { ns: 'person' })}</p>}
      <DialogActions>
        <Button
          look="solid"
          onClick={() => {
            onClose();
            onKeep();
          }}
        >
          {t('leave.keep', { ns: 'person' })}
        </Button>
        <Button look="danger" onClick={leave}>
          {t('leave.do', { ns: 'person' })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
