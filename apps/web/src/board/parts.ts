// Which part of the board is shown, for as long as the map is open: a press on a line selects a claim, and the pane begins anew.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MapSession } from '../open/mapSession.ts';

export const BOARD_PANE = 'board';

export const PARTS = ['now', 'unanswered', 'tidy'] as const;
export type Part = (typeof PARTS)[number];

export interface Shown {
  readonly part: Part;
  /** Whose unanswered things are listed: a side, a leaning, or everybody's. */
  readonly whose: string;
  /** The lists of which all is shown. */
  readonly whole: ReadonlySet<string>;
}

const stores = new WeakMap<MapSession, StoreApi<Shown>>();

export function shownIn(session: MapSession): StoreApi<Shown> {
  const store =
    stores.get(session) ?? createStore<Shown>(() => ({ part: 'now', whose: '', whole: new Set() }));
  stores.set(session, store);
  return store;
}
