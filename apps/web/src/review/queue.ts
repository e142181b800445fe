// What waits for a moderator, whatever it is, oldest first.
import {
  isBareProposal,
  isLive,
  isOpenFlag,
  muteOf,
  waiting,
  waitingFor,
  type ArgumentMap,
  type Edit,
  type Id,
  type Proposal,
  type Quotation,
  type SingleEdit,
} from '@counterpoint/shared';
import { unsettledIn } from '../open/unsettled.ts';

export const KINDS = [
  'appeal', 'flag', 'claim', 'wording', 'merger', 'place', 'quotation', 'passage', 'text', 'removal', 'comment', 'other',
] as const; // prettier-ignore
export type Kind = (typeof KINDS)[number];

export type Item = {
  readonly id: Id;
  readonly kind: Kind;
  readonly by: Id | null;
  /** Since when it waits. */
  readonly at: number;
} & (
  | { readonly proposal: Proposal; readonly quotation?: undefined; readonly flagged?: undefined }
  | { readonly quotation: Quotation; readonly proposal?: undefined; readonly flagged?: undefined }
  /** A claim or a comment, with all flags about it. */
  | { readonly flagged: Id; readonly proposal?: undefined; readonly quotation?: undefined }
);

const KIND: { readonly [K in SingleEdit['kind']]?: Kind } = {
  'add-claim': 'claim',
  reword: 'wording',
  'move-claim': 'place',
  'move-argument': 'place',
  turn: 'place',
  reorder: 'place',
  'add-reference': 'place',
  'drop-reference': 'place',
  'merge-claim': 'merger',
  'unmerge-claim': 'merger',
  'split-claim': 'merger',
  'move-quotation': 'quotation',
  quote: 'quotation',
  requote: 'quotation',
  gloss: 'quotation',
  'add-source': 'text',
  'add-edition': 'text',
  remove: 'removal',
  restore: 'removal',
  comment: 'comment',
};

/** A claim with its quotation is a claim. */
function kindOf(proposal: Proposal): Kind {
  if (proposal.appeal) return 'appeal';
  const edit = waiting(proposal);
  const kinds = (edit.kind === 'batch' ? edit.edits : [edit]).map((part) => KIND[part.kind] ?? 'other');
  return KINDS.find((kind) => kinds.includes(kind)) ?? 'other';
}

export function queueOf(view: ArgumentMap): readonly Item[] {
  const proposals = waitingFor(view, null).flatMap((proposal): Item[] => {
    if (isBareProposal(proposal)) return [];
    const { id, by, at } = proposal;
    return [{ id, by, at: proposal.appeal?.at ?? at, kind: kindOf(proposal), proposal }];
  });
  const passages = unsettledIn(view).map((quotation): Item => {
    const edition = view.editions.get(quotation.stands?.edition ?? '');
    return {
      id: quotation.id,
      by: edition?.by ?? null,
      at: edition?.at ?? quotation.at,
      kind: 'passage',
      quotation,
    };
  });
  return [...proposals, ...passages, ...flaggedIn(view)].sort(
    (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
  );
}

/** [F3] A thing for which a flag is open, once however many there are, since the first of these. */
function flaggedIn(view: ArgumentMap): readonly Item[] {
  const first = new Map<Id, Item>();
  for (const flag of view.flags.values()) {
    const { about, by, at } = flag;
    if (
      !isOpenFlag(flag) ||
      muteOf(view, by) ||
      !isThere(view, about) ||
      (first.get(about)?.at ?? Infinity) <= at
    )
      continue;
    first.set(about, { id: about, by, at, kind: 'flag', flagged: about });
  }
  return [...first.values()];
}

const isThere = (view: ArgumentMap, id: Id): boolean => {
  const comment = view.comments.get(id);
  const merger = view.mergers.get(id);
  if (merger) return !merger.removed && isLive(view, merger.into);
  return comment ? !comment.removed && isLive(view, comment.claim) : isLive(view, id);
};

export interface Filter {
  readonly kind: Kind | null;
  readonly by: Id | null;
  /** Of whom it was asked to look at it. */
  readonly assigned: string | null;
  /** Only what waits since before this moment. */
  readonly before: number | null;
  readonly latestFirst: boolean;
}

export const NOBODY = 'nobody';
export const NO_FILTER: Filter = { kind: null, by: null, assigned: null, before: null, latestFirst: false };

export function filtered(queue: readonly Item[], filter: Filter): readonly Item[] {
  const { kind, by, assigned, before, latestFirst } = filter;
  const isAsked = (item: Item): boolean => {
    const of = item.proposal?.assigned ?? null;
    return assigned === NOBODY ? of === null : of === assigned;
  };
  const found = queue.filter(
    (item) =>
      (kind === null || item.kind === kind) &&
      (by === null || item.by === by) &&
      (assigned === null || isAsked(item)) &&
      (before === null || item.at < before),
  );
  return latestFirst ? found.reverse() : found;
}

/** How many of each kind, without those that there are none of. */
export const countsOf = (queue: readonly Item[]): readonly (readonly [Kind, number])[] =>
  KINDS.map((kind) => [kind, queue.filter((item) => item.kind === kind).length] as const).filter(
    ([, count]) => count > 0,
  );

/** The one that is looked at next when this one has gone. */
export const afterIn = (queue: readonly Item[], id: Id): Item | undefined => {
  const at = queue.findIndex((item) => item.id === id);
  return queue[at + 1] ?? queue[at - 1];
};

/** What says yes to it; nothing, where there is more than one way to settle it. */
export function acceptanceOf({ proposal, flagged }: Item): Edit | undefined {
  if (flagged !== undefined) return { kind: 'close-flags', about: flagged };
  return (
    proposal && {
      kind: 'decide',
      proposal: proposal.id,
      verdict: 'accepted',
      reason: null,
      seen: proposal.at,
    }
  );
}
