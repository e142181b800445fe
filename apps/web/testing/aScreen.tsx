// A page for tests of one feature: a map by the real rules, one person who looks at it, and others who edit around them.
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  applyEdit,
  applyPatches,
  ok,
  UndoStack,
  type ArgumentMap,
  type Edit,
  type Id,
  type Result,
  namesApart,
} from '@counterpoint/shared';
import type { ReactElement } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MapBuilder } from '../../../packages/shared/testing/aMap.ts';
import i18next from 'i18next';
import './patience.ts';
import { HOUSE } from '../src/MapRoute.tsx';
import { HouseContext } from '../src/open/house.ts';
import { keepFields } from '../src/open/placesOfWords.ts';
import { Said } from '../src/open/Said.tsx';
import { MapDialogs } from '../src/workspace/MapDialogs.tsx';
import { asKept } from '../src/open/keeping.ts';
import type { MapSession } from '../src/open/mapSession.ts';
import type { MapState } from '../src/open/mapStore.ts';
import { createNews } from '../src/open/newsStore.ts';
import { OpenMapContext } from '../src/open/openMap.ts';
import { createPeopleStore } from '../src/open/peopleStore.ts';
import { foldingProposals } from '../src/open/proposals.ts';
import { createReading } from '../src/open/readingStore.ts';
import { createScreenStore } from '../src/open/screenStore.ts';
import { createStrengthStore } from '../src/open/strengthStore.ts';
import { serverNow } from '../src/open/serverTime.ts';
import { createTypedStore } from '../src/open/typedStore.ts';
import { TypedContext } from '../src/open/useTyped.ts';
import { fetched, type Load } from '../src/ui/fetched.ts';

// As in a page a while after it was opened: all scripts are here.
const loads = [...HOUSE.panes, ...HOUSE.views, ...HOUSE.onClaim].map(({ load }) => load);
for (const load of [...loads, HOUSE.whileWriting, ...Object.values(HOUSE.dialogs)])
  await fetched(load as Load<never>);

// jsdom lays nothing out and has nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

export const SCREEN_MAP = 'm1';

/** A session whose every edit is decided at once by the real rules, and kept in the builder's map. */
export function aSessionOf(builder: MapBuilder, as: Id) {
  const history = new UndoStack();
  const folded = foldingProposals();
  let clock = 1_700_000_000_000;
  type Step = { edit: Edit; before: ArgumentMap; id: Id };
  const apply = (edit: Edit, by: Id, remember?: (step: Step) => void): Result<Id> => {
    const [id, before] = [builder.newId(), builder.map];
    const result = applyEdit(before, edit, { id, by, at: ++clock });
    if (!result.ok) return result;
    builder.map = applyPatches(before, result.value);
    remember?.({ edit, before, id });
    doc.setState(shown());
    return ok(id);
  };
  const again = (edit: Result<Edit>, remember: (step: Step) => void): Result<Id> => {
    const result = edit.ok ? apply(edit.value, as, remember) : edit;
    doc.setState(shown()); // a step that cannot be taken is gone
    return result;
  };
  const shown = () => {
    const { view, proposed } = folded(builder.map);
    return {
      view: namesApart(view),
      proposed,
      confirmed: namesApart(builder.map),
      unfolded: namesApart(builder.map),
      role: builder.map.participants.get(as)?.role ?? null,
      undoes: history.undos.at(-1)?.edit ?? null,
      canUndo: history.canUndo,
      canRedo: history.canRedo,
    };
  };
  const nothing = (): never => {
    throw new Error('nothing is refused by a server here');
  };
  const doc: StoreApi<MapState> = createStore<MapState>(() => ({
    ...shown(),
    version: 1,
    current: true,
    status: 'live',
    refusal: undefined,
    ended: null,
    slow: null,
    silent: false,
    pending: 0,
    unsent: [],
    tray: [],
    participant: as,
    mine: false,
    keeping: null,
    keep: (keeping) => doc.setState({ keeping }),
    edit: (edit): Result<Id> =>
      apply(asKept(doc.getState(), edit, serverNow()), as, (step) => history.did(step)),
    undo: () => again(history.toUndo(builder.map), (step) => history.undid(step)),
    redo: () => again(history.toRedo(builder.map), (step) => history.redid(step)),
    next: (which) => history.next(which, builder.map),
    did: (step) => history.did(step),
    dismiss: nothing,
    retry: nothing,
  }));
  const [store, screen] = [
    { ...doc, refresh: () => undefined, end: (ended: MapState['ended']) => doc.setState({ ended }) },
    createScreenStore(),
  ];
  const session: MapSession = {
    id: SCREEN_MAP,
    doc: store,
    screen,
    reading: createReading(store, screen, async (read) => apply({ kind: 'look', ...read }, as).ok),
    people: createPeopleStore(() => undefined),
    news: createNews(),
    strength: createStrengthStore(),
    typed: createTypedStore({ person: as, map: SCREEN_MAP }, undefined),
    show: () => undefined,
    close: () => undefined,
  };
  keepFields(session.id, session.screen, session.typed);
  return { session, apply };
}

/** Draws what `draw` answers in a page with its dialogs; edits of this person (`as`) and of others show as they do there. */
export function aScreen(builder: MapBuilder, as: Id, draw: () => ReactElement, language: 'en' | 'zh' = 'en') {
  void i18next.changeLanguage(language);
  const { session, apply } = aSessionOf(builder, as);
  const page = () => (
    <OpenMapContext value={session}>
      <TypedContext value={session.typed}>
        <HouseContext value={HOUSE}>
          {draw()}
          <MapDialogs />
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
    select: (id: Id | null): void => {
      act(() => session.screen.getState().select(id));
    },
    /** Draws anew what `draw` answers now. */
    again: () => rerender(page()),
    /** Somebody else edits meanwhile. */
    others: (edit: Edit, by: Id) =>
      act(() => {
        const result = apply(edit, by);
        if (!result.ok) throw new Error(result.refusal.message);
      }),
  };
}
