// [S-26] The past is an open map in which nothing can be changed: canvas and outline show it as they show any.
import { refuse, type ArgumentMap, type Result } from '@counterpoint/shared';
import { createStore } from 'zustand/vanilla';
import type { MapSession } from '../open/mapSession.ts';
import type { MapState, MapStore } from '../open/mapStore.ts';
import { isThere } from '../open/branches.ts';
import { createPeopleStore } from '../open/peopleStore.ts';
import type { ReadingState, ReadingStore } from '../open/readingStore.ts';
import { createScreenStore } from '../open/screenStore.ts';
import { createStrengthStore } from '../open/strengthStore.ts';

export interface PastSession extends MapSession {
  readonly turnTo: (map: ArgumentMap, version: number) => void;
}

const nothing = (): void => undefined;
const never = (): Result<never> => refuse('not-allowed', 'The past cannot be changed.');

/** What is typed for the map as it is now stays where it is. */
export function pastSession({ id, news, typed }: MapSession, map: ArgumentMap, version: number): PastSession {
  const doc: MapStore = { ...createStore<MapState>(() => stateOf(map, version)), refresh: nothing, end: nothing }; // prettier-ignore
  // A branch that was folded for want of room would hide what comes in it.
  const screen = createScreenStore({ hasFolded: true });
  return {
    id,
    news,
    typed,
    doc,
    screen,
    people: createPeopleStore(() => undefined),
    reading: noReading(),
    strength: createStrengthStore(),
    show: nothing,
    close: nothing,
    turnTo(next, at) {
      const { selected, select } = screen.getState();
      // It is not gone: one is at a moment when it was not there yet.
      if (selected !== null && !isThere(next, selected)) select(null);
      doc.setState({ view: next, confirmed: next, unfolded: next, version: at });
    },
  };
}

function stateOf(map: ArgumentMap, version: number): MapState {
  return {
    view: map,
    confirmed: map,
    unfolded: map,
    proposed: new Map(),
    version,
    current: true,
    status: 'live',
    refusal: undefined,
    ended: null,
    slow: null,
    silent: false,
    pending: 0,
    unsent: [],
    tray: [],
    // Nobody there may ask for anything.
    participant: null,
    role: null,
    undoes: null,
    canUndo: false,
    canRedo: false,
    mine: false,
    keeping: null,
    keep: nothing,
    edit: never,
    undo: never,
    redo: never,
    next: never,
    did: nothing,
    dismiss: nothing,
    retry: never,
  };
}

const noReading = (): ReadingStore => ({
  ...createStore<ReadingState>(() => ({ reading: null, told: 0, left: null })),
  open: nothing,
  readNotices: nothing,
  readAll: nothing,
  putAside: nothing,
  close: nothing,
});
