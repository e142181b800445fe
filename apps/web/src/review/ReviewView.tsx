import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { isOn } from '../open/preferences.ts';
import { isComposing } from '../ui/isComposing.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Decision, type Way } from './Decision.tsx';
import { OneItem } from './OneItem.tsx';
import { QueueList } from './QueueList.tsx';
import { acceptanceOf, afterIn, filtered, queueOf, type Filter, type Item } from './queue.ts';
import './review.css';

const NO_FILTER: Filter = { kind: null, by: null };
const WAYS: Readonly<Record<string, Way>> = { E: 'change', R: 'returned', X: 'rejected', M: 'merge' };

/** [M-02] [M-03] All that waits, one after the other: J and K go, a letter decides. */
export function ReviewView() {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const view = useDoc((state) => state.view);
  const confirmed = useDoc((state) => state.confirmed);
  // By the map as it is: what waits is folded on the view, and would hide what it is about.
  const queue = useMemo(() => queueOf(confirmed), [confirmed]);
  const [filter, setFilter] = useState(NO_FILTER);
  const [at, setAt] = useState<string | null>(null);
  const [way, setWay] = useState<Way | null>(null);
  const main = useRef<HTMLElement>(null);
  const shown = filtered(queue, filter);
  const item = shown.find(({ id }) => id === at) ?? shown[0];
  const go = (next: Item | undefined): void => {
    if (!next) return;
    setWay(null);
    setAt(next.id);
  };
  /** The field that had the focus is gone: the keys go on. */
  const close = (): void => {
    setWay(null);
    main.current?.focus({ preventScroll: true });
  };
  const gone = (): void => {
    if (item) go(afterIn(shown, item.id));
    close();
  };
  const accept = (): void => {
    const edit = item && acceptanceOf(item);
    if (edit && askFor(session, edit)) gone();
  };
  const handleKey = (event: KeyboardEvent<HTMLElement>): void => {
    const { target } = event;
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey || !isOn('letterKeys')) return;
    if (target instanceof Element && target.closest('input, textarea, select, [role="dialog"]')) return;
    const key = event.key.toUpperCase();
    const here = shown.findIndex(({ id }) => id === item?.id);
    const asked = WAYS[key];
    if (key === 'J' || key === ' ') go(shown[here + 1] ?? item);
    else if (key === 'K') go(shown[Math.max(0, here - 1)]);
    else if (key === 'A') accept();
    else if (asked && item?.proposal) setWay(asked);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="review" onKeyDown={handleKey} tabIndex={-1}>
      <QueueList {...{ queue, shown, filter, view }} at={item?.id ?? null} onFilter={setFilter} onGo={go} />
      {item ? (
        <section ref={main} className="review-main" aria-label={t('item')} tabIndex={0}>
          <OneItem key={item.id} item={item} place={[shown.indexOf(item) + 1, shown.length]} />
          <Decision
            key={`${item.id} ${way}`}
            {...{ item, way }}
            onWay={(next) => (next ? setWay(next) : close())}
            onAccept={accept}
            onDone={gone}
            onNext={() => go(shown[shown.indexOf(item) + 1])}
          />
        </section>
      ) : (
        <EmptyState title={t('none')}>
          <p>{t(queue.length > 0 ? 'noneOfThese' : 'noneWords')}</p>
        </EmptyState>
      )}
    </div>
  );
}
