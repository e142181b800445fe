// Who else is in the map now, and where. Cursors move ten times a second and never pass through React: see `onCursors`.
import type { Id, Present, PresenceFrame } from '@counterpoint/shared';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Another tab in this map; `participant` is null for a guest who only reads. */
export type Person = Pick<Present, 'tab' | 'participant' | 'selected' | 'editing' | 'reviewing'>;

export interface PeopleState {
  readonly people: readonly Person[];
  /** Who has a claim selected or open. */
  readonly at: ReadonlyMap<Id, readonly Person[]>;
}

/** One person in two tabs has one colour; a guest who only reads has that of the tab. */
export const seedOf = ({ participant, tab }: Pick<Person, 'participant' | 'tab'>): string =>
  participant ?? `tab ${tab}`;

export type Cursor = { readonly x: number; readonly y: number };
export type Cursors = ReadonlyMap<number, { readonly participant: Id | null; readonly cursor: Cursor }>;

export interface PeopleStore extends StoreApi<PeopleState> {
  /** Tells the cursors at every frame; the answer stops it. */
  readonly onCursors: (listen: (cursors: Cursors) => void) => () => void;
  readonly receive: (frame: PresenceFrame) => void;
  /** The connection is gone, and with it all that was known. */
  readonly clear: () => void;
}

const nobody: PeopleState = { people: [], at: new Map() };

export function createPeopleStore(me: () => number | undefined): PeopleStore {
  const store = createStore<PeopleState>(() => nobody);
  const here = new Map<number, Present>();
  const listeners = new Set<(cursors: Cursors) => void>();
  const tell = () => {
    const cursors: Cursors = new Map(
      [...here.values()].flatMap(({ tab, participant, cursor }) =>
        cursor ? [[tab, { participant, cursor }] as const] : [],
      ),
    );
    for (const listen of listeners) listen(cursors);
  };
  return {
    ...store,
    onCursors(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    receive(frame) {
      let moved = false;
      for (const tab of frame.gone) moved = here.delete(tab) || moved;
      for (const present of frame.here) {
        if (present.tab === me()) continue;
        const was = here.get(present.tab);
        moved ||=
          was?.selected !== present.selected ||
          was.editing !== present.editing ||
          was.reviewing !== present.reviewing;
        here.set(present.tab, present);
      }
      if (moved) store.setState(stateOf([...here.values()]));
      tell();
    },
    clear() {
      here.clear();
      store.setState(nobody);
      tell();
    },
  };
}

function stateOf(present: readonly Present[]): PeopleState {
  const people = present.map(({ cursor: _, ...person }) => person);
  const at = new Map<Id, Person[]>();
  for (const person of people) {
    const claim = person.editing ?? person.selected;
    if (claim !== null) at.set(claim, [...(at.get(claim) ?? []), person]);
  }
  return { people, at };
}
