import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createTypedStore, shelfOf, type Place, type Typed } from './typedStore.ts';

/** No map has this name. */
const NO_MAP = 'no-map';

/**
 * What stands at a place of a page that shows no map, and how to change it. Who is not signed in shares the device with
 * others who are not: what they type outlives a reload and not the tab.
 */
export function useTypedOnPage(
  person: string | null,
  place: Place,
): [string, (text: string | undefined) => void] {
  const store = useMemo(
    () =>
      createTypedStore({ person: person ?? 'anyone', map: NO_MAP }, shelfOf(person ? 'local' : 'session')),
    [person],
  );
  const typed: Typed | undefined = useStore(store, (state) => state.get(place));
  return [typed?.text ?? '', (text) => store.keep(place, text ? { text } : undefined)];
}
