import type { Id } from '@counterpoint/shared';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor, undo } from '../open/askFor.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { isOn } from '../open/preferences.ts';
import { mayDecide } from '../open/proposals.ts';
import { isComposing } from '../ui/isComposing.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Bulk } from './Bulk.tsx';
import { Decision, type Way } from './Decision.tsx';
import { isDecision } from './decisions.ts';
import { OneItem } from './OneItem.tsx';
import { QueueList } from './QueueList.tsx';
import { acceptanceOf, afterIn, filtered, NO_FILTER, queueOf, type Item } from './queue.ts';
import { useTicks } from './useTicks.ts';
import './review.css';

const WAYS: Readonly<Record<string, Way>> = {
  E: 'change',
  R: 'returned',
  X: 'rejected',
  M: 'merge',
  P: 'move',
};

/** [M-02] [M-03] All that waits, one after the other: J and K go, a letter decides. */
export function ReviewView() {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const view = useDoc((state) => state.view);
  const unfolded = useDoc((state) => state.unfolded);
  // By the map as it is: what waits is folded on the view, and would hide what it is about.
  const queue = useMemo(() => queueOf(unfolded), [unfolded]);
  const [filter, setFilter] = useState(NO_FILTER);
  const [at, setAt] = useState<string | null>(null);
  const [way, setWay] = useState<Way | null>(null);
  const main = useRef<HTMLElement>(null);
  const all = useRef<HTMLDivElement>(null);
  const shown = filtered(queue, filter);
  const { ticked, chosen, tick, untickAll } = useTicks(shown);
  const item = shown.find(({ id }) => id === at) ?? shown[0];
  const here = item ? shown.indexOf(item) : -1;
  useLookingAt(item?.id ?? null);
  useKeysGoOn(item === undefined, all);
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
  const cleared = (): void => {
    untickAll();
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
    const asked = WAYS[key];
    if (key === 'J' || key === ' ') go(shown[here + 1] ?? item);
    else if (key === 'K') go(shown[Math.max(0, here - 1)]);
    else if (key === 'A') accept();
    else if (key === 'Z' && isDecision(session.doc.getState().undoes)) undo(session);
    else if (key === 'S' && item?.proposal && mayDecide(item.proposal, session.doc.getState())) tick(item.id);
    else if (asked && item?.proposal) setWay(asked);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const [first, ...rest] = chosen;
  return (
    <div ref={all} className="review" onKeyDown={handleKey} tabIndex={-1}>
      <QueueList
        {...{ queue, shown, filter, view }}
        at={item?.id ?? null}
        chosen={ticked}
        onFilter={setFilter}
        onGo={go}
        onChoose={tick}
      />
      {item ? (
        <section ref={main} className="review-main" aria-label={t('item')} tabIndex={0}>
          <OneItem
            key={item.id}
            item={item}
            place={[here + 1, shown.length]}
            onPrevious={() => go(shown[here - 1])}
            onNext={() => go(shown[here + 1])}
          />
          {first ? (
            <Bulk chosen={[first, ...rest]} way={way} onWay={setWay} onDone={cleared} />
          ) : (
            <Decision
              key={`${item.id} ${way}`}
              {...{ item, way }}
              onWay={(next) => (next ? setWay(next) : close())}
              onAccept={accept}
              onDone={gone}
            />
          )}
        </section>
      ) : (
        <EmptyState title={t('none')}>
          <p>{t(queue.length > 0 ? 'noneOfThese' : 'noneWords')}</p>
        </EmptyState>
      )}
    </div>
  );
}

/** The last that waited is decided, and its place had the focus: the keys go on, to undo it for one. */
function useKeysGoOn(isEmpty: boolean, all: RefObject<HTMLElement | null>): void {
  const wasEmpty = useRef(isEmpty);
  useEffect(() => {
    if (isEmpty && !wasEmpty.current && document.activeElement === document.body)
      all.current?.focus({ preventScroll: true });
    wasEmpty.current = isEmpty;
  }, [isEmpty, all]);
}

/** Tells the other moderators what I have before me. */
function useLookingAt(id: Id | null): void {
  const { show } = useOpenMap();
  useEffect(() => {
    show({ reviewing: id });
    return () => show({ reviewing: null });
  }, [show, id]);
}
