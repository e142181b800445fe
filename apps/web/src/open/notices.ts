// [M-09] What a person would want to be told of: verdicts on theirs, answers to theirs, and their name. Nothing of it is kept:
// it is read off the map, as they see it.
import {
  isLive,
  waiting,
  wentTo,
  type ArgumentMap,
  type Claim,
  type Id,
  type Proposal,
} from '@counterpoint/shared';

export type Notice = {
  readonly id: string;
  readonly at: number;
  /** Who did it. */
  readonly by: Id | null;
  /** The claim to go to. */
  readonly about: Id | null;
} & (
  | {
      readonly kind: 'verdict';
      readonly proposal: Proposal;
      /** What it was merged into, where it was. */
      readonly into: string | null;
    }
  | { readonly kind: 'reply' | 'comment' | 'mention'; readonly text: string }
);

const MOST = 50;

/** The latest first. */
export function noticesFor(view: ArgumentMap, me: Id | null): readonly Notice[] {
  if (me === null) return [];
  const name = view.participants.get(me)?.name ?? '';
  return [...verdicts(view, me), ...replies(view, me), ...comments(view, me, name)]
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
}

/** Nobody is told that theirs was taken for spam (M-09). */
function verdicts(view: ArgumentMap, me: Id): Notice[] {
  return [...view.proposals.values()].flatMap((proposal): Notice[] => {
    const { id, by, state, decided } = proposal;
    if (by !== me || !decided || state === 'withdrawn' || state === 'spam') return [];
    const claim = aboutOf(proposal);
    const about = claim === null ? null : wentTo(view, claim);
    const into = about === claim ? null : (view.claims.get(about ?? '')?.text ?? null);
    return [{ kind: 'verdict', id, at: decided.at, by: decided.by, about, proposal, into }];
  });
}

function aboutOf(proposal: Proposal): Id | null {
  const edit = waiting(proposal);
  const [first] = edit.kind === 'batch' ? edit.edits : [edit];
  return first && 'claim' in first ? first.claim : null;
}

function replies(view: ArgumentMap, me: Id): Notice[] {
  return [...view.claims.values()].flatMap((claim): Notice[] => {
    if (claim.by === me || claim.home === null || !isLive(view, claim.id)) return [];
    const target = view.arguments.get(claim.home)?.target;
    const answered = target?.kind === 'claim' ? view.claims.get(target.id) : undefined;
    return answered?.by === me ? [noticeOf('reply', claim, claim)] : [];
  });
}

/** A comment that names one is a mention, wherever it stands. */
function comments(view: ArgumentMap, me: Id, name: string): Notice[] {
  return [...view.comments.values()].flatMap((comment): Notice[] => {
    const claim = view.claims.get(comment.claim);
    if (comment.by === me || comment.removed || !claim || !isLive(view, claim.id)) return [];
    if (name !== '' && comment.text.includes(`@${name}`)) return [noticeOf('mention', comment, claim)];
    return claim.by === me ? [noticeOf('comment', comment, claim)] : [];
  });
}

const noticeOf = (
  kind: 'reply' | 'comment' | 'mention',
  { id, at, by, text }: Pick<Claim, 'id' | 'at' | 'by' | 'text'>,
  about: Claim,
): Notice => ({ kind, id, at, by, about: about.id, text });

const keyOf = (map: Id, me: Id): string => `told:${map}:${me}`;

/** Until when this person has looked, on this device, in ms; 0 where nothing is known. */
export function toldUntil(map: Id, me: Id): number {
  try {
    return Number(localStorage.getItem(keyOf(map, me))) || 0;
  } catch {
    return 0; // storage may be forbidden
  }
}

export function tellUntil(map: Id, me: Id, at: number): void {
  try {
    localStorage.setItem(keyOf(map, me), String(at));
  } catch {
    // told again with the next page
  }
}
