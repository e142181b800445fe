// A page for tests of one feature: a map by the real rules, one person who looks at it, and others who edit around them.
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { applyEdit, applyPatches, ok, UndoStack, type ArgumentMap, type Edit, type Id, type Result } from '@counterpoint/shared'; // prettier-ignore
import i18next from 'i18next';
import type { ReactElement } from 'react';
import { createStore } from 'zustand/vanilla';
import type { MapBuilder } from '../../../packages/shared/testing/aMap.ts';
import '../src/i18n/i18n.ts';
import { keepFields } from '../src/open/placesOfWords.ts';
import { HouseContext, type House } from '../src/open/house.ts';
import type { MapSession } from '../src/open/mapSession.ts';
import type { MapState } from '../src/open/mapStore.ts';
import { createNews } from '../src/open/newsStore.ts';
import { OpenMapContext } from '../src/open/openMap.ts';
import { createPeopleStore } from '../src/open/peopleStore.ts';
import { foldingProposals } from '../src/open/proposals.ts';
import { Said } from '../src/open/Said.tsx';
import { createScreenStore } from '../src/open/screenStore.ts';
import { createTypedStore } from '../src/open/typedStore.ts';
import { TypedContext } from '../src/open/useTyped.ts';
import { aHouse } from './aHouse.tsx';
import './patience.ts';

// jsdom lays nothing out and has nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

/** Draws what `draw` answers; edits of this person (`as`) and of others (`screen.others`) show as they do in the product. */
export function aScreen(
  builder: MapBuilder,
  as: Id,
  draw: () => ReactElement,
  language: 'en' | 'zh' = 'en',
  house: House = aHouse(),
) {
  void i18next.changeLanguage(language);
  const session = aSession(builder, as);
  const page = () => (
    <OpenMapContext value={session}>
      <TypedContext value={session.typed}>
        <HouseContext value={house}>
          {draw()}
          <Said />
        </HouseContext>
      </TypedContext>
    </OpenMapContext>
  );
  const { rerender } = render(page());
  return {
    session,
    user: userEvent.setup({ delay: null }),
    get selected() {
      return session.screen.getState().selected;
    },
    select: (id: Id | null) => act(() => session.screen.getState().select(id)),
    /** Draws anew what `draw` answers now. */
    again: () => rerender(page()),
    /** Somebody else edits meanwhile. */
    others: (edit: Edit, by: Id) =>
      act(() => {
        const result = session.apply(edit, by);
        if (!result.ok) throw new Error(result.refusal.message);
      }),
  };
}

/** An open map without a server: what an edit does is there at once. */
function aSession(builder: MapBuilder, as: Id): MapSession & { apply: (edit: Edit, by: Id) => Result<Id> } {
  const history = new UndoStack();
  const folded = foldingProposals();
  let clock = 1_700_000_000_000;
  type Done = { edit: Edit; before: ArgumentMap; id: Id };
  const apply = (edit: Edit, by: Id, remember: (done: Done) => void = () => undefined): Result<Id> => {
    const [id, before] = [builder.newId(), builder.map];
    const result = applyEdit(before, edit, { id, by, at: ++clock });
    if (!result.ok) return result;
    builder.map = applyPatches(before, result.value);
    remember({ edit, before, id });
    doc.setState(shown());
    return ok(id);
  };
  const taken = (edit: Result<Edit>, remember: (done: Done) => void): Result<Id> => {
    const result = edit.ok ? apply(edit.value, as, remember) : edit;
    doc.setState(shown());
    return result;
  };
  const shown = () => ({
    ...folded(builder.map),
    confirmed: builder.map,
    role: builder.map.participants.get(as)?.role ?? null,
    canUndo: history.canUndo,
    canRedo: history.canRedo,
  });
  const doc = createStore<MapState>(() => ({
    ...shown(),
    version: 1,
    status: 'live',
    refusal: undefined,
    ended: null,
    pending: 0,
    unsent: [],
    tray: [],
    participant: as,
    mine: false,
    edit: (edit) => apply(edit, as, (done) => history.did(done)),
    undo: () => taken(history.toUndo(builder.map), (done) => history.undid(done)),
    redo: () => taken(history.toRedo(builder.map), (done) => history.redid(done)),
    did: () => undefined,
    dismiss: () => undefined,
    retry: () => ok(''),
  }));
  const screen = createScreenStore();
  const typed = createTypedStore({ person: as, map: '' }, undefined);
  keepFields('', screen, typed);
  return {
    id: '',
    doc: { ...doc, refresh: () => undefined, end: () => undefined },
    screen,
    people: createPeopleStore(() => undefined),
    news: createNews(),
    typed,
    show: () => undefined,
    close: () => undefined,
    apply,
  };
}
