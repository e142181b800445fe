// An open map in a page of somebody else's: live, without what its reader alone may see, and nothing in it can be changed.
import { refuse, type Result } from '@counterpoint/shared';
import { createStore } from 'zustand/vanilla';
import type { MapSession } from './mapSession.ts';
import type { MapState } from './mapStore.ts';
import { createPeopleStore } from './peopleStore.ts';
import { createScreenStore } from './screenStore.ts';

const nothing = (): void => undefined;
const never = (): Result<never> => refuse('not-allowed', 'A map in another page cannot be changed there.');

/** Not closed by itself: that is the session's to do. */
export function lookedAt(session: MapSession): MapSession {
  const doc = createStore<MapState>(() => asReader(session.doc.getState()));
  session.doc.subscribe((state) => doc.setState(asReader(state)));
  return {
    ...session,
    doc: { ...doc, refresh: nothing, end: nothing },
    screen: createScreenStore(),
    people: createPeopleStore(() => undefined),
    show: nothing,
  };
}

/** Whoever it is: the page around may be on a wall. What waits for somebody is left out. */
const asReader = (state: MapState): MapState => ({
  ...state,
  view: state.confirmed,
  unfolded: state.confirmed,
  proposed: new Map(),
  participant: null,
  role: null,
  pending: 0,
  unsent: [],
  tray: [],
  undoes: null,
  canUndo: false,
  canRedo: false,
  keeping: null,
  keep: nothing,
  edit: never,
  undo: never,
  redo: never,
  next: never,
  did: nothing,
  dismiss: nothing,
  retry: never,
});
