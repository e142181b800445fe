// Which claims a person has folded in a map, on this device. Each tab has its own while it is open; the next one begins with
// those of whoever folded last.
import { Id } from '@counterpoint/shared';
import { z } from 'zod';
import type { MapStore } from './mapStore.ts';
import type { Owner } from './outbox.ts';
import type { ScreenStore } from './screenStore.ts';
import type { Shelf } from './typedStore.ts';

/** Some 80 kB; a map with more folds opens where the rest was folded. */
const MOST = 2_000;
const Folds = z.array(Id).max(MOST);

/** Folds as they were left, before anything is drawn, and keeps them from then on. */
export function keepFolds(
  { person, map }: Owner,
  { screen, doc }: { readonly screen: ScreenStore; readonly doc: MapStore },
  shelf: Pick<Shelf, 'getItem' | 'setItem'> | undefined,
): void {
  const key = `folds:${person}:${map}`;
  const kept = read(shelf, key);
  if (kept) screen.getState().foldAll(kept);
  screen.subscribe(({ folded }, before) => {
    const { view, version } = doc.getState();
    if (folded === before.folded || version === null) return;
    const there = [...folded].filter((claim) => view.claims.has(claim));
    try {
      shelf?.setItem(key, JSON.stringify(there.slice(-MOST)));
    } catch {
      // The next page folds anew.
    }
  });
}

function read(shelf: Pick<Shelf, 'getItem'> | undefined, key: string): readonly Id[] | undefined {
  try {
    return Folds.parse(JSON.parse(shelf?.getItem(key) ?? ''));
  } catch {
    return undefined; // nothing was kept, or another version kept it
  }
}
