import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoc, useScreen } from '../open/openMap.ts';
import { SideTag } from '../open/SideTag.tsx';
import { teamsOf } from '../open/teams.ts';
import { Button } from '../ui/Button.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

/** [S-09] The sides of the debate and how many are on each; behind it, who. */
export function SideCounts() {
  const { t } = useTranslation('side');
  const ask = useScreen((state) => state.ask);
  const debates = useDoc(({ view }) => view.debates);
  const participants = useDoc(({ view }) => view.participants);
  const teams = teamsOf({ debates, participants });
  if (teams.length === 0) return null;
  const shown = teams.map(({ side, people }) => ({ side, count: people.length }));
  return (
    <Button look="plain" className="side-counts" aria-haspopup="dialog" onClick={() => ask({ for: 'sides' })}>
      <VisuallyHidden>{t('label')}</VisuallyHidden>
      {shown.map(
        ({ side, count }) =>
          (side !== null || count > 0) && (
            <Fragment key={side?.id ?? 'none'}>
              <span className="side-count">
                {side ? <SideTag side={side} /> : <small>{t('none')}</small>}{' '}
                <small>{t('count', { count })}</small>
              </span>{' '}
            </Fragment>
          ),
      )}
    </Button>
  );
}
