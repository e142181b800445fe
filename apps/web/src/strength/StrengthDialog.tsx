import { MapInfo } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import './strength.css';

const METHODS = MapInfo.shape.strength.options;

/** [E-02] Whether the map shows how strong claims are, and by which method; for whoever manages it. */
export function StrengthDialog({ onClose }: DialogProps<'strength'>) {
  const { t } = useTranslation('strength');
  const { t: common } = useTranslation('common');
  const session = useOpenMap();
  const { strength: set, votes } = useDoc(({ view }) => view.info);
  const [method, setMethod] = useState(set);
  return (
    <Dialog open title={t('set.title')} about={t('set.about')} onOpenChange={(open) => !open && onClose()}>
      <Choices
        legend={t('method')}
        choices={METHODS.map((one) => ({
          value: one,
          name: t(`methods.${one}.name`),
          about: t(`methods.${one}.about`),
        }))}
        value={method}
        onChoose={setMethod}
        isFirst
      />
      {method !== 'off' && votes === 'off' && <p className="hint">{t('set.noVotes')}</p>}
      <DialogActions>
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button
          look="solid"
          disabled={method === set}
          onClick={() => askFor(session, { kind: 'change-settings', set: { strength: method } }, onClose)}
        >
          {t('set.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
