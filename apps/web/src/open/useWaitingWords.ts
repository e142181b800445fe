import { useMemo } from 'react';
import { useStore } from 'zustand';
import { isThere } from './branches.ts';
import { placeOfField } from './placesOfWords.ts';
import { useDoc, useOpenMap, useScreen } from './openMap.ts';
import type { Place, Typed } from './typedStore.ts';

export interface WaitingWords extends Typed {
  readonly place: Place;
  /** What it was to be said of is no longer in the map. */
  readonly isLost: boolean;
}

/** All that was typed and not sent, but for what stands in an open field. */
export function useWaitingWords(): readonly WaitingWords[] {
  const { typed } = useOpenMap();
  const all = useStore(typed);
  const view = useDoc((state) => state.view);
  const open = useScreen(placeOfField);
  return useMemo(
    () =>
      [...all]
        .map(([place, one]) => ({ ...one, place, isLost: one.on !== undefined && !isThere(view, one.on) }))
        .filter(({ place, isLost }) => isLost || place !== open),
    [all, view, open],
  );
}
