// The document as the screens read it: one store per open map, fed by the SyncClient. What is selected is not here (screenStore.ts).
import {
  namesApart,
  type ArgumentMap,
  type Done,
  type Edit,
  type Goodbye,
  type Id,
  type Pending,
  type Refusal,
  type Result,
  type Role,
  type Status,
  type SyncClient,
  type TrayEntry,
} from '@counterpoint/shared';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Slow } from './mapConnection.ts';
import { serverNow } from './serverTime.ts';
import { asKept, type Keeping } from './keeping.ts';
import { foldingProposals, type Folded, type Proposed } from './proposals.ts';

export interface MapState {
  /** What this person sees: the confirmed map, their unsent edits on top, then the proposals they may see. */
  readonly view: ArgumentMap;
  /** What the server has said; patches only. */
  readonly confirmed: ArgumentMap;
  /** The confirmed map with one's own unsent edits on top, and no proposal: the map as a moderator decides on it. */
  readonly unfolded: ArgumentMap;
  /** Pending proposals by the id of each thing they touch in `view`. */
  readonly proposed: Proposed;
  /** Null until the map is here. */
  readonly version: number | null;
  /** Whether the map is all that the server has told of: what is not in it now is not there. */
  readonly current: boolean;
  readonly status: Status;
  /** Why the server would not have us, when status is 'refused'. */
  readonly refusal: Refusal | undefined;
  /** Set while nothing is heard by itself. */
  readonly slow: Slow | null;
  /** The line is there, and nothing comes by it. */
  readonly silent: boolean;
  /** Why the server sent us away for good. */
  readonly ended: Goodbye['reason'] | null;
  /** How many of my edits the server has not confirmed yet. */
  readonly pending: number;
  /** Those edits, oldest first. */
  readonly unsent: readonly Pending[];
  /** Refused edits, oldest first. */
  readonly tray: readonly TrayEntry[];
  readonly participant: Id | null;
  readonly role: Role | null;
  /** What an undo would take back, and whether there is anything to redo. */
  readonly undoes: Edit | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Whether the last change of `view` was this person's own doing, just now. */
  readonly mine: boolean;
  /** [S-10] Who is to see what this person writes; null for as the phase has it. */
  readonly keeping: Keeping | null;

  readonly keep: (keeping: Keeping | null) => void;
  /** Shows the edit at once and sends it, as a draft where it is kept back; a refusal by the shared rules comes back without a trip to the server. */
  readonly edit: (edit: Edit) => Result<Id>;
  readonly undo: () => Result<Id>;
  readonly redo: () => Result<Id>;
  /** What an undo or a redo would ask for. */
  readonly next: (which: 'undo' | 'redo') => Result<Edit>;
  /** Takes up an edit that this person made by another way, so that it can be undone here. */
  readonly did: (done: Done) => void;
  /** Throws a refused edit away. */
  readonly dismiss: (entry: TrayEntry) => void;
  /** Asks for a refused edit once more, as a new one: itself, or what it became. */
  readonly retry: (entry: TrayEntry, edit?: Edit) => Result<Id>;
}

/** A line by which nothing comes is as good as none. */
export const statusNow = ({ status, silent }: Pick<MapState, 'status' | 'silent'>): Status =>
  silent && status === 'live' ? 'offline' : status;

export interface MapStore extends StoreApi<MapState> {
  /** Brings the store up to date with its client. */
  readonly refresh: () => void;
  readonly end: (reason: Goodbye['reason']) => void;
}

export function createMapStore(client: SyncClient): MapStore {
  const folded = foldingProposals(() => client.participant);
  const show = (mine: boolean): void =>
    store.setState((now) => {
      const shown = read(client, folded);
      return { ...shown, mine: now.view === shown.view ? now.mine : mine };
    });
  const told = <T>(result: T): T => {
    show(true);
    return result;
  };
  const store = createStore<MapState>(() => ({
    ...read(client, folded),
    ended: null,
    slow: null,
    silent: false,
    mine: false,
    keeping: null,
    keep: (keeping) => store.setState({ keeping }),
    edit: (edit): Result<Id> => told(client.edit(asKept(store.getState(), edit, serverNow()))),
    undo: () => told(client.undo()),
    redo: () => told(client.redo()),
    next: (which) => client.history.next(which, client.view),
    did(done) {
      client.history.did(done);
      show(true);
    },
    dismiss(entry) {
      client.dismiss(entry.id);
      show(true);
    },
    retry(entry, edit = entry.edit as Edit) {
      const result = client.edit(edit); // which holds it against the schema
      if (result.ok) client.dismiss(entry.id);
      return told(result);
    },
  }));
  return { ...store, refresh: () => show(false), end: (ended) => store.setState({ ended }) };
}

type Shown = Omit<
  MapState,
  | 'ended'
  | 'slow'
  | 'silent'
  | 'mine'
  | 'keeping'
  | 'keep'
  | 'edit'
  | 'undo'
  | 'redo'
  | 'next'
  | 'did'
  | 'dismiss'
  | 'retry'
>;

function read(client: SyncClient, folded: (map: ArgumentMap) => Folded): Shown {
  const { confirmed, version, isCurrent, status, refusal, participant, role, tray, history } = client;
  const { view, proposed } = folded(client.view);
  return {
    view: namesApart(view),
    proposed,
    confirmed: namesApart(confirmed),
    unfolded: namesApart(client.view),
    version,
    current: isCurrent,
    status,
    refusal,
    pending: client.pending.length,
    unsent: client.pending,
    tray,
    participant,
    role,
    undoes: history.undos.at(-1)?.edit ?? null,
    canUndo: history.canUndo,
    canRedo: history.canRedo,
  };
}
