// Who else is in the map now, and where. Cursors move ten times a second and never pass through React: see `onCursors`.
import type { Id, Present, PresenceFrame } from '@counterpoint/shared';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Another tab in this map; `participant` is null for a guest who only reads. */
export type Person = Pick<Present, 'client' | 'participant' | 'selected' | 'editing'>;

export interface PeopleState {
  readonly people: readonly Person[];
  /** Who has a claim selected or open. */
  readonly at: ReadonlyMap<Id, readonly Person[]>;
}

export type Cursor = { readonly x: number; readonly y: number };
export type Cursors = ReadonlyMap<Id, { readonly participant: Id | null; readonly cursor: Cursor }>;

export interface PeopleStore extends StoreApi<PeopleState> {
  /** Tells the cursors at every frame; the answer stops it. */
  readonly onCursors: (listen: (cursors: Cursors) => void) => () => void;
  readonly receive: (frame: PresenceFrame) => void;
  /** The connection is gone, and with it all that was known. */
  readonly clear: () => void;
}

const nobody: PeopleState = { people: [], at: new Map() };

export function createPeopleStore(me: () => Id): PeopleStore {
  const store = createStore<PeopleState>(() => nobody);
  const here = new Map<Id, Present>();
  const listeners = new Set<(cursors: Cursors) => void>();
  const tell = () => {
    const cursors: Cursors = new Map(
      [...here.values()].flatMap(({ client, participant, cursor }) =>
        cursor ? [[client, { participant, cursor }] as const] : [],
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
      for (const client of frame.gone) moved = here.delete(client) || moved;
      for (const present of frame.here) {
        if (present.client === me()) continue;
        const was = here.get(present.client);
        moved ||= was?.selected !== present.selected || was.editing !== present.editing;
        here.set(present.client, present);
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
  const people = present.map(({ client, participant, selected, editing }) => ({
    client,
    participant,
    selected,
    editing,
  }));
  const at = new Map<Id, Person[]>();
  for (const person of people) {
    const claim = person.editing ?? person.selected;
    if (claim !== null) at.set(claim, [...(at.get(claim) ?? []), person]);
  }
  return { people, at };
}
