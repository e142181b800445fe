// The stores of one open map, and how components reach them. mapSession.ts opens them; canvas, outline and panel read.
import { standing, type ArgumentMap, type Claim, type Edit, type Id } from '@counterpoint/shared';
import { createContext, useContext, useState } from 'react';
import { useStore } from 'zustand';
import { shallow } from 'zustand/shallow';
import { useNow } from '../ui/useNow.ts';
import { asKept, type Keeper } from './keeping.ts';
import type { MapSession } from './mapSession.ts';
import type { MapState } from './mapStore.ts';
import type { PeopleState } from './peopleStore.ts';
import type { ReadingState } from './readingStore.ts';
import type { ScreenState } from './screenStore.ts';
import { serverNow } from './serverTime.ts';
import type { Counted } from './strengthStore.ts';

export const OpenMapContext = createContext<MapSession | null>(null);

export function useOpenMap(): MapSession {
  const open = useContext(OpenMapContext);
  if (!open) throw new Error('no map is open above this component');
  return open;
}

/** Reads the document; the component renders again only when what it selects is another value. */
export const useDoc = <T>(select: (state: MapState) => T): T => useStore(useOpenMap().doc, select);
export const useScreen = <T>(select: (state: ScreenState) => T): T => useStore(useOpenMap().screen, select);
export const useReading = <T>(select: (state: ReadingState) => T): T =>
  useStore(useOpenMap().reading, select);
export const useStrengths = <T>(select: (counted: Counted | null) => T): T =>
  useStore(useOpenMap().strength, ({ counted }) => select(counted));
export const usePeople = <T>(select: (state: PeopleState) => T): T => useStore(useOpenMap().people, select);

/** Reads a list, whose items may be made on the way: it is another value only when one of them is. */
export function useDocList<T>(select: (state: MapState) => readonly T[]): readonly T[] {
  const [keep] = useState(keepingList<T>);
  return useDoc((state) => keep(select(state)));
}

function keepingList<T>(): (next: readonly T[]) => readonly T[] {
  let last: readonly T[] = [];
  return (next) => {
    const isSame = next.length === last.length && next.every((item, i) => shallow(item, last[i]));
    if (!isSame) last = next;
    return last;
  };
}

/** What an edit of mine would be now: a change, a proposal, or nothing that I may ask for. */
export function useStanding(edit: Edit): ReturnType<typeof standing> {
  useNow(); // time alone may end it
  return useDoc((doc) => standingOf(doc, edit, serverNow()));
}

/** As it would go out. A visitor is nobody yet: to ask as nobody would be to ask as the server, who may everything. */
export const standingOf = (me: Keeper, edit: Edit, now: number): ReturnType<typeof standing> =>
  me.participant === null ? 'refused' : standing(me.view, asKept(me, edit, now), me.participant, now);

export interface Selected {
  readonly claim: Claim;
  /** By which it was selected: the claim itself, or a reference to it. */
  readonly premise: Id;
}

export function useSelected(): Selected | null {
  const premise = useScreen((state) => state.selected);
  const claim = useDoc(({ view }) => claimOf(view, premise));
  return premise !== null && claim ? { claim, premise } : null;
}

const claimOf = (view: ArgumentMap, premise: Id | null): Claim | undefined =>
  premise === null ? undefined : view.claims.get(view.references.get(premise)?.claim ?? premise);
