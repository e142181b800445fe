// The stores of one open map, and how components reach them. mapSession.ts opens them; canvas, outline and panel read.
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { MapSession } from './mapSession.ts';
import type { MapState } from './mapStore.ts';
import type { PeopleState } from './peopleStore.ts';
import type { ScreenState } from './screenStore.ts';

export const OpenMapContext = createContext<MapSession | null>(null);

export function useOpenMap(): MapSession {
  const open = useContext(OpenMapContext);
  if (!open) throw new Error('no map is open above this component');
  return open;
}

/** Reads the document; the component renders again only when what it selects is another value. */
export const useDoc = <T>(select: (state: MapState) => T): T => useStore(useOpenMap().doc, select);
export const useScreen = <T>(select: (state: ScreenState) => T): T => useStore(useOpenMap().screen, select);
export const usePeople = <T>(select: (state: PeopleState) => T): T => useStore(useOpenMap().people, select);
