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
import { useSyncExternalStore, type ReactElement } from 'react';
import type { MapBuilder } from '../../../packages/shared/testing/aMap.ts';
import i18next from 'i18next';
import '../src/i18n/i18n.ts';
import './patience.ts';
import { foldProposals } from '../src/open/proposals.ts';
import { createTypedStore } from '../src/open/typedStore.ts';
import { TypedContext } from '../src/open/useTyped.ts';

// jsdom lays nothing out and has nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

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

/** Draws what `draw` answers, and again after every edit, of this person (`as`) or of others (`screen.others`). */
export function aScreen(
  builder: MapBuilder,
  as: Id,
  draw: (props: ScreenProps) => ReactElement,
  language: 'en' | 'zh' = 'en',
) {
  void i18next.changeLanguage(language);
  const history = new UndoStack();
  let clock = 1_700_000_000_000;
  let looks = { selected: null as Id | null, folded: new Set<Id>() as ReadonlySet<Id>, map: builder.map };
  const typed = createTypedStore({ person: as, map: '' }, undefined);
  const listeners = new Set<() => void>();
  const show = (more: Partial<typeof looks>) => {
    looks = { ...looks, ...more };
    for (const listener of listeners) listener();
  };
  const apply = (
    edit: Edit,
    by: Id,
    remember: (step: { edit: Edit; before: ArgumentMap; id: Id }) => void,
  ): Result<Id> => {
    const [id, before] = [builder.newId(), builder.map];
    const result = applyEdit(before, edit, { id, by, at: ++clock });
    if (!result.ok) return result;
    builder.map = applyPatches(before, result.value);
    remember({ edit, before, id });
    show({ map: builder.map });
    return ok(id);
  };
  const screen: Omit<ScreenProps, 'view' | 'proposed' | 'me' | 'selected' | 'folded'> = {
    select: (selected) => show({ selected }),
    fold: (id, hide) =>
      show({ folded: new Set([...looks.folded].filter((one) => one !== id).concat(hide ? id : [])) }),
    foldAll: (ids) => show({ folded: new Set(ids) }),
    edit: (edit) => apply(edit, as, (step) => history.did(step)),
    undo() {
      const edit = history.toUndo(builder.map);
      return edit.ok ? apply(edit.value, as, (step) => history.undid(step)) : edit;
    },
    redo() {
      const edit = history.toRedo(builder.map);
      return edit.ok ? apply(edit.value, as, (step) => history.redid(step)) : edit;
    },
    newId: () => builder.newId(),
  };
  function Page() {
    const { map, ...rest } = useSyncExternalStore((listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    }, () => looks); // prettier-ignore
    const me = { participant: as, role: map.participants.get(as)?.role ?? null };
    return (
      <TypedContext value={typed}>{draw({ ...foldProposals(map), ...rest, ...screen, me })}</TypedContext>
    );
  }
  render(<Page />);
  return {
    ...screen,
    user: userEvent.setup({ delay: null }),
    get selected() {
      return looks.selected;
    },
    /** Somebody else edits meanwhile. */
    others: (edit: Edit, by: Id) =>
      act(() => {
        const result = apply(edit, by, () => undefined);
        if (!result.ok) throw new Error(result.refusal.message);
      }),
  };
}
