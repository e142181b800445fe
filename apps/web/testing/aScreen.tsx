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
  type Proposal,
  type Result,
  type Role,
} from '@counterpoint/shared';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { MapBuilder } from '../../../packages/shared/testing/aMap.ts';
import i18next from 'i18next';
import '../src/i18n/i18n.ts';
import './patience.ts';
import type { MapSession } from '../src/open/mapSession.ts';
import type { MapState } from '../src/open/mapStore.ts';
import { createNews } from '../src/open/newsStore.ts';
import { OpenMapContext } from '../src/open/openMap.ts';
import { createPeopleStore } from '../src/open/peopleStore.ts';
import { foldProposals } from '../src/open/proposals.ts';
import { createScreenStore } from '../src/open/screenStore.ts';
import { createTypedStore } from '../src/open/typedStore.ts';
import { TypedContext } from '../src/open/useTyped.ts';

// jsdom lays nothing out and has nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

export const SCREEN_MAP = 'm1';

export interface ScreenProps {
  readonly view: ArgumentMap;
  readonly proposed: ReadonlyMap<Id, readonly Proposal[]>;
  readonly me: { readonly participant: Id; readonly role: Role | null };
  readonly selected: Id | null;
  readonly folded: ReadonlySet<Id>;
  readonly select: (id: Id | null) => void;
  readonly fold: (id: Id, folded: boolean) => void;
  readonly foldAll: (ids: Iterable<Id>) => void;
  readonly edit: (edit: Edit) => Result<Id>;
  readonly undo: () => Result<Id>;
  readonly redo: () => Result<Id>;
  readonly newId: () => Id;
}

/** A session whose every edit is decided at once by the real rules, and kept in the builder's map. */
export function aSessionOf(builder: MapBuilder, as: Id) {
  const history = new UndoStack();
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
  const again = (edit: Result<Edit>, remember: (step: Step) => void): Result<Id> =>
    edit.ok ? apply(edit.value, as, remember) : edit;
  const shown = () => ({
    ...foldProposals(builder.map),
    confirmed: builder.map,
    role: builder.map.participants.get(as)?.role ?? null,
    canUndo: history.canUndo,
    canRedo: history.canRedo,
  });
  const nothing = (): never => {
    throw new Error('nothing is refused by a server here');
  };
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
    edit: (edit) => apply(edit, as, (step) => history.did(step)),
    undo: () => again(history.toUndo(builder.map), (step) => history.undid(step)),
    redo: () => again(history.toRedo(builder.map), (step) => history.redid(step)),
    did: (step) => history.did(step),
    dismiss: nothing,
    retry: nothing,
  }));
  const session: MapSession = {
    id: SCREEN_MAP,
    doc: { ...doc, refresh: () => undefined, end: (ended) => doc.setState({ ended }) },
    screen: createScreenStore(),
    people: createPeopleStore(() => undefined),
    news: createNews(),
    typed: createTypedStore({ person: as, map: SCREEN_MAP }, undefined),
    show: () => undefined,
    close: () => undefined,
  };
  return { session, apply };
}

/** Draws what `draw` answers, and again after every edit, of this person (`as`) or of others (`screen.others`). */
export function aScreen(
  builder: MapBuilder,
  as: Id,
  draw: (props: ScreenProps) => ReactElement,
  language: 'en' | 'zh' = 'en',
) {
  void i18next.changeLanguage(language);
  const { session, apply } = aSessionOf(builder, as);
  const { edit, undo, redo } = session.doc.getState();
  const { select, fold, foldAll } = session.screen.getState();
  const screen = { select, fold, foldAll, edit, undo, redo, newId: () => builder.newId() };
  function Page() {
    const { view, proposed, role } = useStore(session.doc);
    const { selected, folded } = useStore(session.screen);
    return draw({ view, proposed, selected, folded, ...screen, me: { participant: as, role } });
  }
  render(
    <OpenMapContext value={session}>
      <TypedContext value={session.typed}>
        <Page />
      </TypedContext>
    </OpenMapContext>,
  );
  return {
    ...screen,
    session,
    user: userEvent.setup({ delay: null }),
    get selected() {
      return session.screen.getState().selected;
    },
    /** Somebody else edits meanwhile. */
    others: (edit: Edit, by: Id) =>
      act(() => {
        const result = apply(edit, by);
        if (!result.ok) throw new Error(result.refusal.message);
      }),
  };
}
