import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { useOpenMap } from '../open/openMap.ts';
import { placeOfReason } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { fits } from '../ui/room.ts';

/** A rejection needs a reason, and its author reads it. */
export function RejectDialog({ asking: { id: proposal }, onClose }: DialogProps<'reject'>) {
  const { t } = useTranslation('relation');
  const session = useOpenMap();
  const [typed, keep] = useTyped(placeOfReason(proposal));
  const reason = typed?.text ?? '';
  const reject = (): void => {
    const edit = { kind: 'decide', proposal, verdict: 'rejected', reason: reason.trim() } as const;
    if (reason.trim() === '' || !fits(reason, ROOM.reason) || !askFor(session, edit)) return;
    keep(undefined);
    onClose();
  };
  return (
    <Dialog
      title={t('rejectTitle')}
      about={t('rejectAbout')}
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          reject();
        }}
      >
        <TextAreaField
          label={t('reason')}
          placeholder={t('reasonExample')}
          room={ROOM.reason}
          value={reason}
          onChange={({ target: { value } }) => keep(value === '' ? undefined : { text: value })}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="solid" disabled={!reason.trim()}>
            {t('rejectDo')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
