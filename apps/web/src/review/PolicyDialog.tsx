import { may } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import type { DialogProps } from '../open/house.ts';
import { useDoc, useScreen } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { PolicyWords } from './PolicyWords.tsx';

/** [P17] How this map is moderated, for everyone who reads it. */
export function PolicyDialog({ onClose }: DialogProps<'policy'>) {
  const { t } = useTranslation('review');
  const maySet = useDoc(({ role }) => may(role, 'manage'));
  const ask = useScreen((state) => state.ask);
  return (
    <Dialog
      open
      wide
      title={t('policy.title')}
      about={t('policy.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      <PolicyWords />
      <DialogActions>
        {maySet && (
          <Button icon="settings" onClick={() => ask({ for: 'moderation' })}>
            {t('policy.setIt')}
          </Button>
        )}
        <Button look="solid" onClick={onClose}>
          {t('policy.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
