import { debateOf } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { placeOfPoint } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { fits } from '../ui/room.ts';

/** [D10] Between its person and those who decide, until it is upheld. */
export function PointDialog({ onClose }: DialogProps<'point'>) {
  const { t } = useTranslation('debate');
  const session = useOpenMap();
  const debate = useDoc(({ view }) => debateOf(view)?.id ?? '');
  const [typed, keep] = useTyped(placeOfPoint(debate));
  const text = typed?.text ?? '';
  const isGood = text.trim() !== '' && fits(text, ROOM.reason);
  const send = (): void => {
    if (!isGood) return;
    if (!askFor(session, { kind: 'raise-hand', hand: newId(), debate, point: text.trim() })) return;
    keep(undefined);
    onClose();
  };
  return (
    <Dialog open title={t('point.ask')} about={t('point.about')} onOpenChange={(open) => !open && onClose()}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextAreaField
          label={t('point.words')}
          room={ROOM.reason}
          rows={2}
          value={text}
          onChange={({ target: { value } }) => keep(value === '' ? undefined : { text: value })}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="solid" disabled={!isGood}>
            {t('point.send')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
