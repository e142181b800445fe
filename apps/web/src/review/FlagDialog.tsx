import type { Reason } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { newId } from '../open/newId.ts';
import { useOpenMap } from '../open/openMap.ts';
import { placeOfFlag } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { fits } from '../ui/room.ts';
import { Reasons } from '../relation/Reasons.tsx';
import './review.css';

/** [M-10] Asks those who decide to look at a claim or a comment: only they will know. */
export function FlagDialog({ asking: { about }, onClose }: DialogProps<'flag'>) {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const [typed, keep] = useTyped(placeOfFlag(about));
  const [code, setCode] = useState<Reason | null>(null);
  const note = typed?.text ?? '';
  const text = note.trim() === '' ? null : note.trim();
  const isSaid = code !== null && (code !== 'other' || text !== null);
  const send = (): void => {
    if (!isSaid || !fits(note, ROOM.reason)) return;
    if (!askFor(session, { kind: 'flag', flag: newId(), about, code, text })) return;
    keep(undefined);
    onClose();
  };
  return (
    <Dialog
      title={t('flag.title')}
      about={t('flag.about')}
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <form
        className="flag-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Reasons code={code} onChoose={setCode} />
        <TextAreaField
          label={t('note')}
          room={ROOM.reason}
          rows={2}
          value={note}
          onChange={({ target: { value } }) => keep(value === '' ? undefined : { text: value })}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="solid" disabled={!isSaid}>
            {t('flag.send')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
