import { useTranslation } from 'react-i18next';
import type { DialogProps } from '../open/house.ts';
import { useScreen } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { PolicyWords } from './PolicyWords.tsx';

/** [P17] Once, before the first thing of a person's that waits: where it goes, and how it is decided. */
export function FirstProposalDialog({ asking, onClose }: DialogProps<'first-proposal'>) {
  const { t } = useTranslation('review');
  const readPolicy = useScreen((state) => state.readPolicy);
  const goOn = (): void => {
    readPolicy();
    onClose();
    asking.go();
  };
  return (
    <Dialog
      open
      title={t('first.title')}
      about={t('first.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      <PolicyWords short />
      <DialogActions>
        <Button onClick={onClose}>{t('first.notYet')}</Button>
        <Button look="solid" autoFocus onClick={goOn}>
          {t('first.go')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
