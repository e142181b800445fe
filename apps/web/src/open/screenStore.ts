// What one person looks at: never sent, never stored with the map. Presence tells others the selection alone.
import type { Id, Relation, Span } from '@counterpoint/shared';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Draft } from './drafts.ts';
import type { Hands } from './hands.ts';
import type { Keeping } from './keeping.ts';
import { RECORD_VIEW } from './links.ts';
import type { Aiming, Picked } from './picked.ts';

/** What is said with each thing that can be asked for; `id` is a premise's. */
interface About {
  /** `to` is the claim that it was suggested to hang on. */
  readonly move: { readonly id: Id; readonly to?: Id };
  readonly join: { readonly id: Id };
  /** Of a claim. */
  readonly merge: { readonly id: Id };
  readonly split: { readonly id: Id };
  readonly 'link-support': { readonly id: Id };
  readonly 'link-rebut': { readonly id: Id };
  /** The plan of the debate: of a new one, or of the one that takes place. */
  readonly debate: unknown;
  readonly 'end-debate': unknown;
  /** A point of order, in words. */
  readonly point: unknown;
  /** Of a branch, or null for the whole map. */
  readonly export: { readonly branch: Id | null };
  readonly import: unknown;
  /** What goes on paper. */
  readonly print: unknown;
  readonly share: unknown;
  /** Who may read the map, whose claims are changed directly, on whose pages it is shown. */
  readonly settings: unknown;
  /** The code of an invitation, as large as a room needs it. */
  readonly code: { readonly invite: Id };
  /** Who is on which side of the debate. */
  readonly sides: unknown;
  /** [D15] Drafts that are to be seen by all. */
  readonly publish: { readonly drafts: readonly Id[] };
  readonly removed: unknown;
  /** Of a proposal. */
  readonly reject: { readonly id: Id };
  readonly search: unknown;
  readonly palette: unknown;
  readonly keys: unknown;
  readonly tray: unknown;
  /** A claim or a comment that the moderators are to look at. */
  readonly flag: { readonly about: Id };
  /** How the map is moderated: to read, and to set. */
  readonly policy: unknown;
  readonly moderation: unknown;
  /** Polls, and who sees what came out of the votes. */
  readonly voting: unknown;
  /** What everyone is asked to contribute. */
  readonly tasks: unknown;
  /** [K1] By what people are graded, and [K5] the act that shows them their grades. */
  readonly rubric: unknown;
  readonly release: unknown;
  /** Small groups: to make them, and to see how they do. */
  readonly groups: unknown;
  /** How the strength of claims is counted. */
  readonly strength: unknown;
  /** Who may write now. */
  readonly hold: unknown;
  /** [S-26] To archive the map; of an archived one, its permanent link. */
  readonly archive: unknown;
  /** The same before the first proposal: `go` makes it; `over` is the dialog that asked for it. */
  readonly 'first-proposal': { readonly go: () => void; readonly over: Asking | null };
  /** People are to mark the text that is read, each on their own. */
  readonly round: unknown;
  /** What suggests an outline. */
  readonly rules: unknown;
  /** A new text; a new edition where a source is named. */
  readonly text: { readonly source: Id | null };
  /** A claim from a passage, where no map is in sight to point at. */
  readonly claim: {
    readonly picked: Picked;
    readonly relation: Relation;
    /** What it speaks for or against, where that is known. */
    readonly target?: Id | null;
  };
}

/** A dialog that canvas, outline and panes open in the same way; the page shows it. */
export type Asking<K extends keyof About = keyof About> = {
  readonly [F in K]: { readonly for: F } & About[F];
}[K];

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
  /** Who was to see what is typed when the field was opened: it goes to no more, whatever the phase is by then. */
  readonly goes: Keeping;
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
  /** The side of the map, and which of its panes is chosen there; null for the first. */
  readonly panelOpen: boolean;
  readonly panelTab: string | null;
  /** What was cut and waits to be pasted; until then it stays where it is. */
  readonly cut: Id | null;
  readonly asking: Asking | null;
  /** Where the canvas was left: a card, its place on the screen, the zoom; null before it was first shown.
   *  `seen` is what it had been asked to reveal by then. */
  readonly left: Readonly<{ id: Id; x: number; y: number; zoom: number; seen: ScreenState['reveal'] }> | null;
  /** Raised by whoever wants a premise in sight; the canvas and the outline go there. */
  readonly reveal: { readonly id: Id; readonly count: number } | null;

  /** The column of the text beside the map; null until one opens or closes it. */
  readonly sideOpen: boolean | null;
  /** Which of what stands there is shown, by its view; null for the first. */
  readonly sideTab: string | null;
  /** The text that is read; null for the latest edition of the first source. */
  readonly edition: Id | null;
  /** Another edition that is read beside it. */
  readonly compared: Id | null;
  /** Raised by whoever wants a passage in sight. */
  readonly passage: (Omit<Picked, 'exact'> & { readonly count: number }) | null;
  /** A passage that looks for the claim it speaks for or against. */
  readonly aiming: Aiming | null;
  /** A quotation that looks for another passage. */
  readonly requoting: Id | null;

  /** Whether this person's view goes to what the moderator shows. */
  readonly following: boolean;
  /** What the other sides said steps back; null for nothing. */
  readonly onlySide: Id | null;

  /** The claim that the record is about; null for the whole map. */
  readonly recorded: Id | null;
  /** [S-26] The version that the replay shows; null for the last one. */
  readonly replayed: number | null;

  /** Of the shown view; null while none is shown. */
  readonly hands: Hands | null;
  /** Whether this person has read, on this device, how the map is moderated. */
  readonly policyRead: boolean;
  /** What was done last, for those who hear the page. */
  readonly said: string;

  readonly show: (view: string) => void;
  /** The record, of one claim or of all. */
  readonly showRecord: (claim: Id | null) => void;
  readonly replay: (version: number | null) => void;
  readonly follow: (following: boolean) => void;
  readonly showSide: (side: Id | null) => void;
  readonly select: (id: Id | null) => void;
  /** `was` is the wording of the claim, `typed` what the field begins with: words that waited. */
  readonly startEditing: (claim: Id, was: string, typed?: string, goes?: Keeping) => void;
  readonly startDraft: (draft: Draft, typed?: string, goes?: Keeping) => void;
  readonly type: (text: string) => void;
  /** Ends editing or drafting, whichever is on. */
  readonly stopEditing: () => void;
  readonly fold: (claim: Id, folded: boolean) => void;
  readonly foldAll: (claims: Iterable<Id>) => void;
  readonly focusOn: (claim: Id | null) => void;
  readonly openPanel: (open: boolean) => void;
  readonly showTab: (pane: string) => void;
  readonly take: (cut: Id | null) => void;
  readonly ask: (asking: Asking | null) => void;
  readonly lend: (hands: Hands | null) => void;
  readonly readPolicy: () => void;
  readonly say: (text: string) => void;
  readonly leave: (at: NonNullable<ScreenState['left']>) => void;
  readonly openSide: (open: boolean, tab?: string) => void;
  readonly read: (edition: Id | null, passage?: Span) => void;
  readonly compare: (edition: Id | null, passage?: Span) => void;
  readonly aim: (aiming: Aiming | null) => void;
  readonly requote: (quotation: Id | null) => void;
  /** Selects a premise and brings it into sight. */
  readonly goTo: (id: Id) => void;
}

export type ScreenStore = StoreApi<ScreenState>;

/** A page on which nothing was done yet. */
const CLOSED = {
  view: null,
  selected: null,
  anchor: null,
  editing: null,
  draft: null,
  goes: 'all',
  typed: '',
  was: '',
  folded: new Set(),
  hasFolded: false,
  focus: null,
  panelOpen: true,
  panelTab: null,
  cut: null,
  asking: null,
  left: null,
  reveal: null,
  sideOpen: null,
  sideTab: null,
  edition: null,
  compared: null,
  passage: null,
  aiming: null,
  requoting: null,
  following: true,
  onlySide: null,
  recorded: null,
  replayed: null,
  hands: null,
  policyRead: false,
  said: '',
} as const satisfies Partial<ScreenState>;

export const createScreenStore = (
  start: Partial<Pick<ScreenState, 'view' | 'panelOpen' | 'folded' | 'hasFolded'>> = {},
): ScreenStore =>
  createStore((set) => ({
    ...CLOSED,
    ...start,
    show: (view) => set({ view }),
    showRecord: (recorded) => set({ view: RECORD_VIEW, recorded }),
    replay: (replayed) => set({ replayed }),
    follow: (following) => set({ following }),
    showSide: (onlySide) => set({ onlySide }),
    select: (selected) => set((now) => (now.selected === selected ? now : { selected, anchor: selected })),
    startEditing: (editing, was, typed = was, goes = 'all') =>
      set({ editing, was, typed, goes, selected: editing, draft: null }),
    startDraft: (draft, typed = '', goes = 'all') => set({ draft, typed, goes, was: '', editing: null }),
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
    take: (cut) => set({ cut }),
    ask: (asking) => set({ asking }),
    lend: (hands) => set({ hands }),
    readPolicy: () => set({ policyRead: true }),
    // A sentence said twice is read twice only when it differs.
    say: (said) => set((now) => ({ said: now.said === said && said !== '' ? `${said}\u00a0` : said })),
    leave: (left) => set({ left }),
    openSide: (sideOpen, tab) => set(tab === undefined ? { sideOpen } : { sideOpen, sideTab: tab }),
    read: (edition, span) => set((now) => ({ edition, passage: passageAt(now, edition, span) })),
    compare: (compared, span) => set((now) => ({ compared, passage: passageAt(now, compared, span) })),
    aim: (aiming) => set({ aiming }),
    requote: (requoting) => set({ requoting }),
    goTo: (id) =>
      set(({ reveal }) => ({ selected: id, anchor: id, reveal: { id, count: (reveal?.count ?? 0) + 1 } })),
  }));

const passageAt = (
  { passage }: ScreenState,
  edition: Id | null,
  span: Span | undefined,
): ScreenState['passage'] =>
  span && edition !== null
    ? { edition, start: span.start, end: span.end, count: (passage?.count ?? 0) + 1 }
    : null;
