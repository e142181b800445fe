import { expect, it } from '@jest/globals';
import { anId } from '../../../../packages/shared/testing/aMap.ts';
import { createTypedStore, type Shelf } from './typedStore.ts';

/** A storage of its own; `full` refuses what comes. */
function aShelf(full = false): Shelf & { readonly rows: Map<string, string> } {
  const rows = new Map<string, string>();
  return {
    rows,
    get length() {
      return rows.size;
    },
    key: (i) => [...rows.keys()][i] ?? null,
    getItem: (key) => rows.get(key) ?? null,
    setItem(key, value) {
      if (full) throw new Error('full');
      rows.set(key, value);
    },
    removeItem: (key) => void rows.delete(key),
  };
}

const OWNER = { person: anId(1), map: anId(2) };
const words = (store: ReturnType<typeof createTypedStore>) => Object.fromEntries(store.getState());

it('U-12 has the words of each place again after a reload, of this person and this map alone', () => {
  const shelf = aShelf();
  const store = createTypedStore(OWNER, shelf);
  store.keep('comment x', { text: '四百字', on: 'x' });
  store.keep('wording y', { text: 'new', was: 'old' });
  store.keep('comment z', { text: 'sent at last' });
  store.keep('comment z', undefined);
  expect(words(createTypedStore(OWNER, shelf))).toEqual({
    'comment x': { text: '四百字', on: 'x' },
    'wording y': { text: 'new', was: 'old' },
  });
  for (const other of [
    { ...OWNER, person: anId(3) },
    { ...OWNER, map: anId(3) },
  ])
    expect(words(createTypedStore(other, shelf))).toEqual({});
});

it('does not write over what another tab keeps elsewhere', () => {
  const shelf = aShelf();
  const [one, other] = [createTypedStore(OWNER, shelf), createTypedStore(OWNER, shelf)];
  one.keep('a', { text: 'A' });
  other.keep('b', { text: 'B' });
  expect(words(createTypedStore(OWNER, shelf))).toEqual({ a: { text: 'A' }, b: { text: 'B' } });
});

it('lives with a storage that is full, forbidden, or holds what it does not know', () => {
  const full = createTypedStore(OWNER, aShelf(true));
  full.keep('a', { text: 'A' });
  expect(words(full)).toEqual({ a: { text: 'A' } });
  const none = createTypedStore(OWNER, undefined);
  none.keep('a', { text: 'A' });
  expect(words(none)).toEqual({ a: { text: 'A' } });
  const shelf = aShelf();
  const above = `typed:${OWNER.person}:${OWNER.map}:`;
  for (const [i, junk] of ['{', 'null', '7', '{"text":7}', '{"text":"A","was":7}'].entries())
    shelf.rows.set(`${above}${i}`, junk);
  expect(words(createTypedStore(OWNER, shelf))).toEqual({ 4: { text: 'A' } });
});
