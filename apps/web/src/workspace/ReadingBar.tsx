import { isSample } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { useThisMap } from '../open/useThisMap.ts';
import { Button, IconButton } from '../ui/Button.tsx';

/** To who may read the map and no more: what it is, and how to have one of one's own. */
export function ReadingBar() {
  const { t } = useTranslation('map');
  const { id } = useOpenMap();
  const isReader = useDoc(({ role, version }) => role === null && version !== null);
  const [isClosed, close] = useState(false);
  const { use, isBusy } = useThisMap(id);
  if (!isReader || isClosed) return null;
  return (
    <section className="reading-bar" aria-label={t('reading.label')}>
      <p>
        <b>{t(isSample(id) ? 'reading.sample' : 'reading.map')}</b> <span>{t('reading.about')}</span>
      </p>
      <Button look="solid" busy={isBusy} onClick={() => use()}>
        {t('reading.use')}
      </Button>
      <IconButton icon="close" label={t('reading.close')} onClick={() => close(true)} />
    </section>
  );
}
