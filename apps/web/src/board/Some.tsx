import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useOpenMap } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { shownIn } from './parts.ts';

const FIRST = 6;

interface SomeProps<T> {
  /** Its name, by which it is remembered that all of it is shown. */
  list: string;
  items: readonly T[];
  draw: (item: T) => ReactNode;
}

/** The first of a list, and the rest by a press. */
export function Some<T>({ list, items, draw }: SomeProps<T>) {
  const { t } = useTranslation('board');
  const shown = shownIn(useOpenMap());
  const isWhole = useStore(shown, ({ whole }) => whole.has(list));
  const rest = items.length - FIRST;
  return (
    <>
      <ul className="board-list" aria-label={list}>
        {(isWhole ? items : items.slice(0, FIRST)).map(draw)}
      </ul>
      {!isWhole && rest > 0 && (
        <Button
          look="plain"
          onClick={() => shown.setState(({ whole }) => ({ whole: new Set([...whole, list]) }))}
        >
          {t('unanswered.more', { count: rest })}
        </Button>
      )}
    </>
  );
}
