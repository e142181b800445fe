import { TOO_LONG, type ArgumentMap } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useScreen } from '../open/openMap.ts';
import { inWait, medianWait } from '../open/waits.ts';
import { useNow } from '../ui/useNow.ts';
import { QueueFilters } from './QueueFilters.tsx';
import { QueueRows, type RowsProps } from './QueueRows.tsx';
import type { Filter, Item } from './queue.ts';

interface QueueListProps extends RowsProps {
  queue: readonly Item[];
  filter: Filter;
  view: ArgumentMap;
  onFilter: (filter: Filter) => void;
}

/** The queue with its filters; what is ticked is decided on together. */
export function QueueList({
  queue,
  shown,
  filter,
  view,
  at,
  chosen,
  onFilter,
  onGo,
  onChoose,
}: QueueListProps) {
  const { t } = useTranslation('review');
  return (
    <nav className="review-queue" aria-label={t('queue')}>
      <QueueFilters {...{ queue, filter, view, onFilter }} />
      <Waits queue={queue} view={view} />
      <ShowPolicy />
      <QueueRows {...{ shown, at, chosen, onGo, onChoose }} />
    </nav>
  );
}

function ShowPolicy() {
  const { t } = useTranslation('review');
  const ask = useScreen((state) => state.ask);
  return (
    <button type="button" className="review-policy" onClick={() => ask({ for: 'policy' })}>
      {t('policy.title')}
    </button>
  );
}

function Waits({ queue, view }: Pick<QueueListProps, 'queue' | 'view'>) {
  const { t } = useTranslation('review');
  const now = useNow();
  const median = medianWait(view);
  const oldest = queue[0] ? now - queue[0].at : 0;
  if (median === null && oldest < TOO_LONG) return null;
  return (
    <p className="review-waits">
      {median !== null && <span>{t('median', { time: inWait(median) })}</span>}
      {oldest >= TOO_LONG && <b>{t('oldest', { time: inWait(oldest) })}</b>}
    </p>
  );
}
