import type { Reason } from '@counterpoint/shared';
import { useState } from 'react';
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
import { Reasons } from './Reasons.tsx';

/** A rejection needs a reason, and its author reads it. */
export function RejectDialog({ asking: { id: proposal }, onClose }: DialogProps<'reject'>) {
  const { t } = useTranslation('relation');
  const session = useOpenMap();
  const [typed, keep] = useTyped(placeOfReason(proposal));
  const [code, setCode] = useState<Reason | null>(null);
  const note = typed?.text ?? '';
  const reason = note.trim() === '' ? null : note.trim();
  const isSaid = reason !== null || (code !== null && code !== 'other');
  const reject = (): void => {
    const edit = { kind: 'decide', proposal, verdict: 'rejected', code, reason } as const;
    if (!isSaid || !fits(note, ROOM.reason) || !askFor(session, edit)) return;
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
        className="reject-form"
        onSubmit={(event) => {
          event.preventDefault();
          reject();
        }}
      >
        <Reasons code={code} onChoose={setCode} />
        <TextAreaField
          label={t('reason')}
          placeholder={t('reasonExample')}
          room={ROOM.reason}
          value={note}
          onChange={({ target: { value } }) => keep(value === '' ? undefined : { text: value })}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="solid" disabled={!isSaid}>
            {t('rejectDo')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
