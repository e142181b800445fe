import { MapInfo } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { SelectField } from '../ui/Field.tsx';

type Hold = MapInfo['hold'];
/** To archive is another thing, and asked for elsewhere. */
const HOLDS = MapInfo.shape.hold.exclude(['archived']).options;
/** Seconds between two contributions that are offered; what a map has besides is offered too. */
const SLOW = [0, 10, 30, 60, 300];

/** [P23] [P24] [Z-22] Who may write now, for whoever manages the map. */
export function HoldDialog({ onClose }: DialogProps<'hold'>) {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const info = useDoc(({ view }) => view.info);
  const [hold, setHold] = useState<Hold>(info.hold);
  const [slow, setSlow] = useState(info.slow);
  const isSame = hold === info.hold && slow === info.slow;
  const told = (seconds: number): string => {
    if (seconds === 0) return t('hold.off');
    return seconds % 60 === 0
      ? t('hold.minutes', { count: seconds / 60 })
      : t('hold.seconds', { count: seconds });
  };
  const steps = [...new Set([...SLOW, info.slow])].sort((a, b) => a - b);
  return (
    <Dialog open title={t('hold.title')} about={t('hold.about')} onOpenChange={(open) => !open && onClose()}>
      <Choices
        legend={t('hold.who')}
        choices={HOLDS.map((one) => ({ value: one, name: t(`hold.${one}`), about: t(`hold.${one}About`) }))}
        value={hold}
        onChoose={setHold}
        isFirst
      />
      <SelectField
        label={t('hold.slow')}
        hint={t('hold.slowAbout')}
        value={String(slow)}
        onChange={({ target }) => setSlow(Number(target.value))}
      >
        {steps.map((seconds) => (
          <option key={seconds} value={seconds}>
            {told(seconds)}
          </option>
        ))}
      </SelectField>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          look="solid"
          disabled={isSame}
          onClick={() => askFor(session, { kind: 'set-hold', hold, slow }, onClose)}
        >
          {t('hold.set')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
