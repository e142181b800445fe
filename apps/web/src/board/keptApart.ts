// What a person said is no matter for the tidy list, on this device: two claims that are not the same, a claim that belongs
// where it is. It is their own reading of the list, and changes nothing for anybody else.
import type { Id } from '@counterpoint/shared';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MapSession } from '../open/mapSession.ts';
import { shelfOf } from '../open/typedStore.ts';

/** The latest so many are kept. */
const MOST = 500;

export interface Apart extends StoreApi<ReadonlySet<string>> {
  readonly keep: (what: string) => void;
}

const stores = new WeakMap<MapSession, Apart>();

export function apartIn(session: MapSession): Apart {
  const store = stores.get(session) ?? createApart(session.doc.getState().participant ?? '', session.id);
  stores.set(session, store);
  return store;
}

function createApart(person: Id, map: Id): Apart {
  const [key, shelf] = [`apart:${person}:${map}`, shelfOf()];
  const store = createStore<ReadonlySet<string>>(() => new Set(read(shelf, key)));
  return {
    ...store,
    keep(what) {
      const kept = [...store.getState(), what].slice(-MOST);
      store.setState(new Set(kept), true);
      try {
        shelf?.setItem(key, JSON.stringify(kept));
      } catch {
        // The next page asks once more.
      }
    },
  };
}

function read(shelf: ReturnType<typeof shelfOf>, key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(shelf?.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
