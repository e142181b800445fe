import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Place, Typed, TypedStore } from './typedStore.ts';

/** The keeper of the open map. */
export const TypedContext = createContext<TypedStore | null>(null);

export function useTypedStore(): TypedStore {
  const store = useContext(TypedContext);
  if (!store) throw new Error('nobody keeps words above this component');
  return store;
}

/** What stands at a place, and how to change it; undefined while nothing does. */
export function useTyped(place: Place): [Typed | undefined, (typed: Typed | undefined) => void] {
  const store = useTypedStore();
  const typed = useStore(store, (state) => state.get(place));
  return [typed, (next) => store.keep(place, next)];
}
