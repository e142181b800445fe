// What others did, as sentences to be: for the polite announcements and for the two notices about my own wording.
import {
  isAside,
  type Change,
  type Frame,
  type Id,
  type Pending,
  type SyncClient,
} from '@counterpoint/shared';
import { deedOfChange, type Deed } from './describe.ts';

export type News =
  /** My wording and another's were merged: the claim now says neither exactly. */
  | { readonly kind: 'merged'; readonly claim: Id }
  /** Two wordings collided; one stands beside the other until someone settles it. */
  | { readonly kind: 'collided'; readonly claim: Id; readonly mine: boolean }
  | Changed;

/** Someone else did something. */
export interface Changed {
  readonly kind: 'changed';
  readonly deed: Deed;
  readonly by: Id | null;
}

export interface NewsStore {
  /** Every edit of mine passes here before it is sent, so that its outcome can be held against it. */
  readonly wrote: (pending: Pending) => void;
  readonly read: (frame: Frame, client: SyncClient) => void;
  readonly listen: (listener: (news: readonly News[]) => void) => () => void;
}

export function createNews(): NewsStore {
  const listeners = new Set<(news: readonly News[]) => void>();
  const wordings = new Map<Id, string>();
  return {
    wrote({ id, edit }) {
      if (edit.kind === 'reword') wordings.set(id, edit.text);
    },
    read(frame, { client, participant }) {
      const news = frame.changes.flatMap((change) => {
        const mine = change.client === client;
        const sent = wordings.get(change.id);
        wordings.delete(change.id);
        return [...wordingNews(change, participant, sent), ...(mine ? [] : othersNews(change))];
      });
      if (news.length > 0) for (const listener of listeners) listener(news);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function wordingNews({ kind, patches }: Change, me: Id | null, sent: string | undefined): News[] {
  if (kind !== 'reword') return [];
  return patches.flatMap((patch): News[] => {
    if (patch.table !== 'claims' || !('put' in patch)) return [];
    const { id: claim, beside } = patch.put;
    const displaced = beside.at(-1);
    if (patch.mergedWith !== undefined) {
      return sent !== undefined || (me !== null && patch.mergedWith === me)
        ? [{ kind: 'merged', claim }]
        : [];
    }
    const mine = sent !== undefined;
    return displaced && (mine || (me !== null && displaced.by === me))
      ? [{ kind: 'collided', claim, mine }]
      : [];
  });
}

function othersNews(change: Change): News[] {
  const { kind, by, patches } = change;
  return kind === 'hidden' || patches.length === 0 || isAside(patches)
    ? []
    : [{ kind: 'changed', deed: deedOfChange(change), by }];
}
