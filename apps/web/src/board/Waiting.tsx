import { waitingFor } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { lasting } from '../i18n/inWords.ts';
import { REVIEW_VIEW } from '../open/links.ts';
import { useDocList, useOpenMap } from '../open/openMap.ts';
import { isNarrow } from '../ui/isNarrow.ts';
import { useNow } from '../ui/useNow.ts';

/** Proposals that wait, and for how long; the line opens the review. */
export function Waiting() {
  const { t } = useTranslation('board');
  const { screen } = useOpenMap();
  const now = useNow();
  const proposals = useDocList(({ unfolded, participant }) => waitingFor(unfolded, participant));
  const longest = Math.max(0, ...proposals.map(({ at }) => now - at));
  const open = (): void => {
    const { show, openPanel } = screen.getState();
    show(REVIEW_VIEW);
    if (isNarrow()) openPanel(false);
  };
  return (
    <section>
      <h2>{t('waits.title')}</h2>
      {proposals.length === 0 ? (
        <p className="board-quiet">{t('waits.none')}</p>
      ) : (
        <button type="button" className="board-line board-waits" onClick={open}>
          <span>{t('waits.proposals', { count: proposals.length, time: lasting(longest) })}</span>
          <small>{t('waits.review')}</small>
        </button>
      )}
    </section>
  );
}
