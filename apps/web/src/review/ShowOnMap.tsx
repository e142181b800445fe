import type { Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useHouse } from '../open/house.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { useShowClaim } from '../open/showClaim.ts';
import { Button } from '../ui/Button.tsx';

/** Leads to a claim on the map, where it is there. */
export function ShowOnMap({ claim }: { claim: Id | null }) {
  const { t } = useTranslation('review');
  const { screen } = useOpenMap();
  const { views } = useHouse();
  const goTo = useShowClaim();
  const isThere = useDoc(({ confirmed }) => claim !== null && confirmed.claims.has(claim));
  if (!isThere || claim === null) return null;
  const show = (): void => {
    screen.getState().show(views[0].id);
    goTo(claim);
  };
  return (
    <Button icon="focus" onClick={show}>
      {t('show')}
    </Button>
  );
}
