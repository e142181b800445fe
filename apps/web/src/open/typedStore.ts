// Words that were typed and not sent. They lie by their place, on this device, until they are sent or thrown away on purpose:
// a reload, another tab of the panel, another view or a session that ended leave them where they were.
import type { Id } from '@counterpoint/shared';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Owner } from './outbox.ts';

/** Where words stand that were not sent: a field of which there is one in a map. */
export type Place = string;

export interface Typed {
  readonly text: string;
  /** The wording that its writer began from, where it replaces one. */
  readonly was?: string;
  /** The claim or argument it cannot be without. */
  readonly on?: Id;
}

export type TypedState = ReadonlyMap<Place, Typed>;

export interface TypedStore extends StoreApi<TypedState> {
  readonly map: Id;
  /** What stands at the place from now on; undefined when it was sent or thrown away. */
  readonly keep: (place: Place, typed: Typed | undefined) => void;
}

/** As much of a Storage as this needs; it may throw, be full, or hold what another version wrote. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Without a shelf the words outlive their field and not the page. */
export function createTypedStore({ person, map }: Owner, shelf: Shelf | undefined): TypedStore {
  const above = `typed:${person}:${map}:`;
  const store = createStore<TypedState>(() => new Map(kept(shelf, above)));
  return {
    ...store,
    map,
    keep(place, typed) {
      const next = new Map(store.getState());
      if (typed) next.set(place, typed);
      else next.delete(place);
      store.setState(next, true);
      try {
        // A key for each place: two tabs do not write over each other's words.
        if (typed) shelf?.setItem(above + place, JSON.stringify(typed));
        else shelf?.removeItem(above + place);
      } catch {
        // The words stand in their field; only a reload would lose them.
      }
    },
  };
}

function* kept(shelf: Shelf | undefined, above: string): Generator<[Place, Typed]> {
  const keys = Array.from({ length: shelf?.length ?? 0 }, (_, i) => shelf?.key(i) ?? '');
  for (const key of keys.filter((one) => one.startsWith(above))) {
    const typed = read(shelf?.getItem(key) ?? null);
    if (typed) yield [key.slice(above.length), typed];
  }
}

function read(json: string | null): Typed | undefined {
  try {
    const { text, was, on } = JSON.parse(json ?? '{}') as Record<string, unknown>;
    const rest = Object.entries({ was, on }).filter(([, value]) => typeof value === 'string');
    return typeof text === 'string' ? { text, ...Object.fromEntries(rest) } : undefined;
  } catch {
    return undefined;
  }
}

/** Of the device, or of this tab alone. */
export function shelfOf(what: 'local' | 'session' = 'local'): Shelf | undefined {
  try {
    return what === 'local' ? globalThis.localStorage : globalThis.sessionStorage;
  } catch {
    return undefined; // storage may be forbidden
  }
}
