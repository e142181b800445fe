import type { Id } from '@counterpoint/shared';
import { useStore } from 'zustand';
import { useOpenMap, useScreen } from './openMap.ts';
import { draftAt, placeOfField, placeOfWording } from './placesOfWords.ts';
import { startEditing, startNew } from './writing.ts';

/** Opens the field again in which words about a premise wait; undefined while none do, or they stand in an open field. */
export function useUnsent(id: Id): (() => void) | undefined {
  const session = useOpenMap();
  const open = useScreen(placeOfField);
  const place = useStore(session.typed, (all) =>
    [...all.keys()].find(
      (one) => one !== open && (one === placeOfWording(id, 'map') || draftAt(one)?.anchor === id),
    ),
  );
  if (place === undefined) return undefined;
  return () => {
    session.screen.getState().select(id);
    const draft = draftAt(place);
    if (draft) startNew(session, draft);
    else startEditing(session, id);
  };
}
