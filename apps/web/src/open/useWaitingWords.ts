import { useMemo } from 'react';
import { useStore } from 'zustand';
import { isPlaceGone, isSubjectGone } from './isPlaceGone.ts';
import { placeOfField } from './placesOfWords.ts';
import { useDoc, useOpenMap, useScreen } from './openMap.ts';
import { useNow } from '../ui/useNow.ts';
import type { Place, Typed } from './typedStore.ts';

export interface WaitingWords extends Typed {
  readonly place: Place;
  /** Why no field has it any more: what it was to be said of is gone, or it may not be said there. */
  readonly lost: 'subject' | 'field' | null;
}

/** All that was typed and not sent, but for what stands in an open field. */
export function useWaitingWords(): readonly WaitingWords[] {
  const { typed } = useOpenMap();
  const all = useStore(typed);
  const view = useDoc((state) => state.view);
  const participant = useDoc((state) => state.participant);
  const role = useDoc((state) => state.role);
  const open = useScreen(placeOfField);
  const now = useNow();
  return useMemo(() => {
    const seen = { view, participant, role };
    return [...all]
      .map(([place, one]): WaitingWords => {
        const lost = isSubjectGone(seen, one) ? 'subject' : isPlaceGone(seen, place, now) ? 'field' : null;
        return { ...one, place, lost };
      })
      .filter(({ place, lost }) => lost !== null || place !== open);
  }, [all, view, participant, role, open, now]);
}
