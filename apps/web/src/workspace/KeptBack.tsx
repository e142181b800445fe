// [S-10] One line over the map while what one writes is not for all: for whom it is, and how to change that.
import { isInPhase, sideNamed, sideOf } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useView } from '../open/house.ts';
import { A_CLAIM, goesTo, type Keeping } from '../open/keeping.ts';
import { PREPARATION_VIEW } from '../open/links.ts';
import { useDoc, useScreen } from '../open/openMap.ts';
import { serverNow } from '../open/serverTime.ts';
import { SideTag } from '../open/SideTag.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { isNarrow } from '../ui/isNarrow.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { useNow } from '../ui/useNow.ts';

const KEEPINGS: readonly Keeping[] = ['self', 'side', 'all'];

export function KeptBack() {
  const { t } = useTranslation('side');
  useNow(); // the phase may end it
  const to = useDoc((doc) => goesTo(doc, A_CLAIM, serverNow()));
  const chosen = useDoc((state) => state.keeping);
  const keep = useDoc((state) => state.keep);
  const side = useDoc(({ view, participant }) => sideNamed(view, sideOf(view, participant)));
  const openSide = useScreen((state) => state.openSide);
  const show = useScreen((state) => state.show);
  const isOpen = useDoc(({ view, participant }) => isInPhase(view, A_CLAIM, participant, serverNow()));
  const view = useView();
  if (to === 'all' && chosen === null) return null;
  const open = (): void => (isNarrow() ? show(PREPARATION_VIEW) : openSide(true, PREPARATION_VIEW));
  const options = KEEPINGS.filter((one) => (one !== 'side' || side) && (one !== 'all' || isOpen));
  return (
    <section className="map-line kept-back" data-to={to} aria-label={t('kept.label')}>
      <p role="status">
        {to === 'all' ? (
          <b>{t('kept.open')}</b>
        ) : (
          <>
            <Icon name="lock" /> <b>{t(chosen === null ? 'kept.claims' : 'kept.before')}</b>{' '}
            {to === 'side' && side ? <SideTag side={side} /> : t('kept.you')}
            {t('kept.after')}
          </>
        )}
      </p>
      <div>
        <Segmented
          label={t('kept.whom')}
          value={to}
          options={options.map((value) => ({ value, text: t(`kept.${value}`) }))}
          onChange={keep}
        />
        {view.id !== PREPARATION_VIEW && (
          <Button look="plain" onClick={open}>
            {t('kept.drafts')}
          </Button>
        )}
      </div>
    </section>
  );
}
