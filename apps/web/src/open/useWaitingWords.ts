import { isLive, type ArgumentMap, type Id } from '@counterpoint/shared';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { placeOfCard } from './placesOfWords.ts';
import { useDoc, useOpenMap, useScreen } from './openMap.ts';
import type { Place, Typed } from './typedStore.ts';

export interface WaitingWords extends Typed {
  readonly place: Place;
  /** What it was to be said of is no longer in the map. */
  readonly isLost: boolean;
}

/** All that was typed and not sent, but for what stands in an open card. */
export function useWaitingWords(): readonly WaitingWords[] {
  const { typed } = useOpenMap();
  const all = useStore(typed);
  const view = useDoc((state) => state.view);
  const open = useScreen(placeOfCard);
  return useMemo(
    () =>
      [...all]
        .map(([place, one]) => ({ ...one, place, isLost: one.on !== undefined && isGone(view, one.on) }))
        .filter(({ place, isLost }) => isLost || place !== open),
    [all, view, open],
  );
}

const isGone = (view: ArgumentMap, id: Id): boolean => !isLive(view, view.references.get(id)?.claim ?? id);
