import { debateOf, standAt } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { useOpenMap } from '../open/openMap.ts';
import { serverNow } from '../open/serverTime.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';

/** [D4] There is no way back: it is asked once more. */
export function EndDialog({ onClose }: DialogProps<'end-debate'>) {
  const { t } = useTranslation('debate');
  const session = useOpenMap();
  const end = (): void => {
    const debate = debateOf(session.doc.getState().view);
    const phase = debate && (standAt(debate, serverNow()).phase?.id ?? null);
    if (!debate || phase === undefined) onClose();
    else askFor(session, { kind: 'clock', debate: debate.id, phase, deed: { what: 'end' } }, onClose);
  };
  return (
    <Dialog open title={t('end.title')} about={t('end.about')} onOpenChange={(open) => !open && onClose()}>
      <DialogActions>
        <Button onClick={onClose}>{t('end.goOn')}</Button>
        <Button look="danger" onClick={end}>
          {t('end.end')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
