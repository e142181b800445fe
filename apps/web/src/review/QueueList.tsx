import { TOO_LONG, waiting, type ArgumentMap, type Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { timeAgo } from '../i18n/inWords.ts';
import { describe } from '../open/describe.ts';
import { flaggedText } from '../open/flags.ts';
import { mayDecide } from '../open/proposals.ts';
import { useDoc, useScreen } from '../open/openMap.ts';
import { inMinutes, medianWait } from '../open/waits.ts';
import { useNow } from '../ui/useNow.ts';
import { LookedAt } from './LookedAt.tsx';
import { QueueFilters } from './QueueFilters.tsx';
import type { Filter, Item } from './queue.ts';

interface QueueListProps {
  queue: readonly Item[];
  shown: readonly Item[];
  filter: Filter;
  view: ArgumentMap;
  at: string | null;
  chosen: ReadonlySet<Id>;
  onFilter: (filter: Filter) => void;
  onGo: (item: Item) => void;
  onChoose: (id: Id) => void;
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
  const me = useDoc(({ participant }) => participant);
  const role = useDoc((state) => state.role);
  const nameOf = (by: string | null): string => view.participants.get(by ?? '')?.name ?? t('someone');
  return (
    <nav className="review-queue" aria-label={t('queue')}>
      <QueueFilters {...{ queue, filter, view, onFilter }} />
      <Waits queue={queue} view={view} />
      <ShowPolicy />
      <ol>
        {shown.map((item) => (
          <li key={item.id} data-chosen={chosen.has(item.id) || undefined}>
            <button type="button" aria-current={item.id === at || undefined} onClick={() => onGo(item)}>
              <Waiting item={item} name={nameOf(item.by)} />
              <Words item={item} />
            </button>
            {item.proposal && mayDecide(item.proposal, { participant: me, role }) && (
              <input
                type="checkbox"
                aria-label={t('choose')}
                checked={chosen.has(item.id)}
                onChange={() => onChoose(item.id)}
              />
            )}
          </li>
        ))}
      </ol>
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
      {median !== null && <span>{t('median', { time: inMinutes(median) })}</span>}
      {oldest >= TOO_LONG && <b>{t('oldest', { time: inMinutes(oldest) })}</b>}
    </p>
  );
}

function Waiting({ item, name }: { item: Item; name: string }) {
  const { t } = useTranslation('review');
  const now = useNow();
  return (
    <small>
      <b data-kind={item.kind}>{t(`kind.${item.kind}`)}</b>
      <span>{name}</span>
      <LookedAt id={item.id} />
      <time dateTime={new Date(item.at).toISOString()}>{timeAgo(item.at, now)}</time>
    </small>
  );
}

function Words({ item }: { item: Item }) {
  const { t } = useTranslation('edits');
  const view = useDoc((state) => state.view);
  if (item.quotation) return <span>{item.quotation.exact}</span>;
  if (item.flagged !== undefined) return <FlaggedWords about={item.flagged} />;
  const told = describe(t, view, waiting(item.proposal));
  // Of a merger or a split, what is done to which claims says more than the words that there would be.
  const words = item.kind === 'merger' ? null : told.rewording?.after;
  return <span>{words ?? told.text ?? told.sentence}</span>;
}

function FlaggedWords({ about }: { about: Id }) {
  const text = useDoc((doc) => flaggedText(doc, about));
  return <span>{text}</span>;
}
