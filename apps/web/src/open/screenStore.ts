// What one person looks at: never sent, never stored with the map. Presence tells others the selection alone.
import type { Id } from '@counterpoint/shared';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Draft } from './drafts.ts';

export type PanelTab = 'claim' | 'discussion' | 'history' | 'review';

/** Dialogs that canvas, outline and panel open in the same way; the page shows them. `id` is a premise's. */
export type Asking =
  | { readonly for: 'move' | 'join' | 'link-support' | 'link-rebut'; readonly id: Id }
  | { readonly for: 'keys' | 'tray' | 'search' | 'import' }
  /** Of a branch, or null for the whole map. */
  | { readonly for: 'export'; readonly branch: Id | null };

export interface ScreenState {
  /** One of the workspace's views; null for the first. */
  readonly view: string | null;
  /** A premise by its own id: a claim's where it is at home, a reference's where it is used once more. */
  readonly selected: Id | null;
  /** What was last pressed: it stays in its place on the screen when the map is laid out anew around it. */
  readonly anchor: Id | null;
  /** The claim whose wording is open in a field, on the card or in the outline. */
  readonly editing: Id | null;
  readonly draft: Draft | null;
  /** What stands in the field of the draft or of the claim under editing. */
  readonly typed: string;
  /** The wording that a rewording began from; empty for a draft. */
  readonly was: string;
  /** Claims whose replies are hidden. */
  readonly folded: ReadonlySet<Id>;
  /** Whether anyone has folded yet, here or before: if not, the canvas folds what has no room. */
  readonly hasFolded: boolean;
  /** Only this claim's branch is shown. */
  readonly focus: Id | null;
  /** The right pane, and what of a claim it shows. */
  readonly panelOpen: boolean;
  readonly panelTab: PanelTab;
  readonly asking: Asking | null;
  /** Where the canvas was left: a card, its place on the screen, the zoom; null before it was first shown.
   *  `seen` is what it had been asked to reveal by then. */
  readonly left: Readonly<{ id: Id; x: number; y: number; zoom: number; seen: ScreenState['reveal'] }> | null;
  /** Raised by whoever wants a premise in sight; the canvas and the outline go there. */
  readonly reveal: { readonly id: Id; readonly count: number } | null;

  readonly show: (view: string) => void;
  readonly select: (id: Id | null) => void;
  /** `was` is the wording of the claim, `typed` what the field begins with: words that waited. */
  readonly startEditing: (claim: Id, was: string, typed?: string) => void;
  readonly startDraft: (draft: Draft, typed?: string) => void;
  readonly type: (text: string) => void;
  /** Ends editing or drafting, whichever is on. */
  readonly stopEditing: () => void;
  readonly fold: (claim: Id, folded: boolean) => void;
  readonly foldAll: (claims: Iterable<Id>) => void;
  readonly focusOn: (claim: Id | null) => void;
  readonly openPanel: (open: boolean) => void;
  readonly showTab: (tab: PanelTab) => void;
  readonly ask: (asking: Asking | null) => void;
  readonly leave: (at: NonNullable<ScreenState['left']>) => void;
  /** Selects a premise and brings it into sight. */
  readonly goTo: (id: Id) => void;
}

export type ScreenStore = StoreApi<ScreenState>;

export const createScreenStore = (
  start: Partial<Pick<ScreenState, 'view' | 'panelOpen' | 'folded' | 'hasFolded'>> = {},
): ScreenStore =>
  createStore((set) => ({
    view: null,
    selected: null,
    anchor: null,
    editing: null,
    draft: null,
    typed: '',
    was: '',
    folded: new Set(),
    hasFolded: false,
    focus: null,
    panelOpen: true,
    panelTab: 'claim',
    asking: null,
    left: null,
    reveal: null,
    ...start,
    show: (view) => set({ view }),
    select: (selected) => set((now) => (now.selected === selected ? now : { selected, anchor: selected })),
    startEditing: (editing, was, typed = was) => set({ editing, was, typed, selected: editing, draft: null }),
    startDraft: (draft, typed = '') => set({ draft, typed, was: '', editing: null }),
    type: (typed) => set({ typed }),
    stopEditing: () => set({ editing: null, draft: null, typed: '', was: '' }),
    fold: (claim, hide) =>
      set(({ folded }) => {
        const next = new Set(folded);
        if (hide) next.add(claim);
        else next.delete(claim);
        return { folded: next, hasFolded: true, anchor: claim };
      }),
    foldAll: (claims) => set({ folded: new Set(claims), hasFolded: true }),
    focusOn: (focus) => set({ focus }),
    openPanel: (panelOpen) => set({ panelOpen }),
    showTab: (panelTab) => set({ panelTab }),
    ask: (asking) => set({ asking }),
    leave: (left) => set({ left }),
    goTo: (id) =>
      set(({ reveal }) => ({ selected: id, anchor: id, reveal: { id, count: (reveal?.count ?? 0) + 1 } })),
  }));
