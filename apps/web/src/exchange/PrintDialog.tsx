import { useTranslation } from 'react-i18next';
import type { DialogProps } from '../open/house.ts';
import { switchTo, usePreference } from '../open/preferences.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Switch } from '../ui/Switch.tsx';

/** What goes on paper besides the claims; the keys of the browser print the same. */
export function PrintDialog({ onClose }: DialogProps<'print'>) {
  const { t } = useTranslation(['exchange', 'common']);
  const quotations = usePreference('printQuotations');
  const talk = usePreference('printTalk');
  const print = (): void => {
    onClose();
    // After the dialog has gone, or it would be on the paper.
    setTimeout(() => window.print());
  };
  return (
    <Dialog
      open
      title={t('print.title')}
      about={t('print.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="export-options">
        <Switch
          label={t('print.quotations')}
          checked={quotations}
          onChange={(on) => switchTo('printQuotations', on)}
        />
        <Switch label={t('print.talk')} checked={talk} onChange={(on) => switchTo('printTalk', on)} />
      </div>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
        <Button look="solid" onClick={print}>
          {t('print.do')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
