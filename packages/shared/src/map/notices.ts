// [M-09] What a person is told of: decisions on theirs, answers to theirs, their name, and what waits for them. Nothing of it
// is kept: it is read off the map as they see it, so it can neither tell more than the map does nor something else.
import type { Id } from './id.ts';
import { hasOtherReviewer, isOpenFlag } from './edits/flag.ts';
import { isChangedSince } from '../grading/grades.ts';
import { waiting } from './edit.ts';
import type { ArgumentMap } from './map.ts';
import { muteOf } from './mutes.ts';
import { mentionsOf } from './mentions.ts';
import { may } from './roles.ts';
import type { Direction } from './tables/arguments.ts';
import type { Comment } from './tables/comments.ts';
import type { Flag } from './tables/flags.ts';
import { isDecidedOn, type Proposal } from './tables/proposals.ts';
import { isLive, premisesOf, repliesTo, wentTo } from './tree.ts';
import type { Viewer } from './circles.ts';

export type Notice = {
  readonly id: string;
  readonly at: number;
  /** Who did it. */
  readonly by: Id | null;
  /** The claim to go to, or where one is used. */
  readonly about: Id | null;
} & (
  | { readonly kind: 'verdict' | 'repair' | 'appeal'; readonly proposal: Proposal }
  | { readonly kind: 'reply'; readonly relation: Direction | 'undercut'; readonly text: string }
  | { readonly kind: 'reworded' | 'merged' | 'comment' | 'talk' | 'mention'; readonly text: string }
  | { readonly kind: 'handed'; readonly proposal: Proposal }
  | { readonly kind: 'flag'; readonly flag: Flag }
  | { readonly kind: 'mute' | 'unmute'; readonly reason: string }
  | { readonly kind: 'revealed'; readonly text: string }
  | { readonly kind: 'graded' | 'regraded'; readonly text: string }
  | { readonly kind: 'waiting'; readonly count: number; readonly oldest: number }
);

/** [M-16] So long nobody should wait in a seminar, in ms. */
export const TOO_LONG = 10 * 60_000;

const MOST = 50;

/** [W4] [W5] The latest first; `now` is the moment by which something has waited too long. */
export function noticesFor(
  map: ArgumentMap,
  { participant: me, role }: Viewer,
  now: number,
): readonly Notice[] {
  if (me === null) return [];
  const forReviewers = may(role, 'review')
    ? [...waits(map, me, now), ...appeals(map, me), ...handed(map, me), ...flags(map, me)]
    : [];
  return [
    ...verdicts(map, me, now),
    ...replies(map, me),
    ...rewordings(map, me),
    ...mergers(map, me),
    ...comments(map, me),
    ...muting(map, me),
    ...reveals(map, me),
    ...graded(map, me),
    ...forReviewers,
  ]
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
}

/** The same list as long as nothing changed that it is made of: whoever asks often, asks one of these. */
export function keepingNotices(): typeof noticesFor {
  let known: readonly unknown[] = [];
  let notices: readonly Notice[] = [];
  return (map, viewer, now) => {
    const made = [map.claims, map.arguments, map.references, map.comments, map.mergers, map.proposals, map.flags, map.mutes, map.reveals, map.grades, map.participants, viewer.participant, viewer.role, now]; // prettier-ignore
    if (made.some((one, i) => one !== known[i])) notices = noticesFor(map, viewer, now);
    known = made;
    return notices;
  };
}

/** Nobody is told that theirs was taken for spam. What was sent back, and lies there for long, is told of once more. */
function verdicts(map: ArgumentMap, me: Id, now: number): Notice[] {
  return [...map.proposals.values()].flatMap((proposal): Notice[] => {
    const { id, by, state, decided } = proposal;
    if (by !== me || !decided || !isDecidedOn(proposal) || state === 'spam') return [];
    const about = aboutOf(proposal);
    const told = { by: decided.by, about: about && wentTo(map, about), proposal };
    const due = decided.at + TOO_LONG;
    return state === 'returned' && now >= due
      ? [{ kind: 'repair', id: `repair ${id}`, at: due, ...told }]
      : [{ kind: 'verdict', id, at: decided.at, ...told }];
  });
}

function aboutOf(proposal: Proposal): Id | null {
  const edit = waiting(proposal);
  const [first] = edit.kind === 'batch' ? edit.edits : [edit];
  return first && 'claim' in first ? first.claim : null;
}

/** [E18] Those that I wrote, and those into which one of mine was merged. */
function claimsOf(map: ArgumentMap, me: Id): ReadonlySet<Id> {
  const mine = new Set<Id>();
  for (const { id, by } of map.claims.values()) if (by === me) mine.add(id);
  for (const { into, by } of map.mergers.values()) if (by === me) mine.add(into);
  return mine;
}

/** What others put beneath a claim of mine, or against an argument of mine. */
function replies(map: ArgumentMap, me: Id): Notice[] {
  const found: Notice[] = [];
  for (const id of claimsOf(map, me)) found.push(...answersTo(map, id, me));
  for (const { id, by } of map.arguments.values()) if (by === me) found.push(...answersTo(map, id, me));
  return found;
}

function* answersTo(map: ArgumentMap, mine: Id, me: Id): Generator<Notice> {
  const replies = map.index.replies.get(mine);
  if (!replies || !isLive(map, mine)) return;
  for (const argument of repliesTo(map, mine)) {
    const relation = argument.target.kind === 'argument' ? 'undercut' : argument.direction;
    for (const { id, claim, reference } of premisesOf(map, argument.id)) {
      const { at, by } = reference ?? claim;
      if (by !== me) yield { kind: 'reply', id, at, by, about: id, relation, text: claim.text };
    }
  }
}

function rewordings(map: ArgumentMap, me: Id): Notice[] {
  const found: Notice[] = [];
  for (const { id, by, text, reworded } of map.claims.values())
    if (by === me && reworded && reworded.by !== me && isLive(map, id))
      found.push({
        kind: 'reworded',
        id: `reworded ${id}`,
        at: reworded.at,
        by: reworded.by,
        about: id,
        text,
      });
  return found;
}

/** [E18] Where what I wrote is now. */
function mergers(map: ArgumentMap, me: Id): Notice[] {
  return [...map.mergers.values()].flatMap(({ id, by, into, merged, removed }): Notice[] => {
    const claim = map.claims.get(into);
    if (by !== me || merged.by === me || removed || !claim || !isLive(map, into)) return [];
    return [
      { kind: 'merged', id: `merged ${id}`, at: merged.at, by: merged.by, about: into, text: claim.text },
    ];
  });
}

/** [W6] One that names me is a mention, wherever it stands; others count where the claim is mine, or where I spoke before. */
function comments(map: ArgumentMap, me: Id): Notice[] {
  const find = mentionsOf(map.participants.values());
  const mine = claimsOf(map, me);
  const spoken = new Map<Id, number>();
  for (const { by, claim, at, removed } of map.comments.values())
    if (by === me && !removed) spoken.set(claim, Math.min(at, spoken.get(claim) ?? Infinity));
  const kindOf = ({ text, claim, at }: Comment): 'mention' | 'comment' | 'talk' | undefined => {
    if (text.includes('@') && find(text).some(({ who }) => who.includes(me))) return 'mention';
    if (mine.has(claim)) return 'comment';
    return at > (spoken.get(claim) ?? Infinity) ? 'talk' : undefined;
  };
  const found: Notice[] = [];
  for (const comment of map.comments.values()) {
    const { id, at, by, claim, text } = comment;
    const kind = by === me || comment.removed ? undefined : kindOf(comment);
    if (kind && isLive(map, claim)) found.push({ kind, id, at, by, about: claim, text });
  }
  return found;
}

/** [P25] That one may not write any more, and why, or may again. */
const muting = (map: ArgumentMap, me: Id): Notice[] =>
  [...map.mutes.values()].flatMap(({ id, participant, reason, by, at, lifted }): Notice[] => {
    if (participant !== me) return [];
    return [lifted ? { kind: 'unmute', id: `unmute ${id}`, ...lifted, about: null, reason } : { kind: 'mute', id, by, at, about: null, reason }]; // prettier-ignore
  });

/** [A4] Whoever is looked behind for is told by whom and why. */
const reveals = (map: ArgumentMap, me: Id): Notice[] =>
  [...map.reveals.values()].flatMap(({ id, participant, reason, by, at }): Notice[] =>
    participant === me ? [{ kind: 'revealed', id, at, by, about: null, text: reason }] : [],
  );

/** [K7] One for all that were shown at once, and one for each that was changed since. */
function graded(map: ArgumentMap, me: Id): Notice[] {
  const shown = [...map.grades.values()].filter((one) => one.participant === me && one.released !== null);
  const releases = new Map(
    shown.flatMap(({ released }) => (released ? [[released.at, released] as const] : [])),
  );
  return [
    ...[...releases.values()].map(({ by, at }): Notice => ({
      kind: 'graded',
      id: `graded ${at}`,
      by,
      at,
      about: null,
      text: '',
    })),
    ...shown.filter(isChangedSince).map(({ id, by, at, on, feedback }): Notice => {
      const about = on === null ? null : wentTo(map, map.comments.get(on)?.claim ?? on);
      return { kind: 'regraded', id: `regraded ${id}`, by, at, about, text: feedback };
    }),
  ];
}

/** One for all that wait too long. It is new again when one more does. */
function waits(map: ArgumentMap, me: Id, now: number): Notice[] {
  const late = [...map.proposals.values()].filter(
    (one) => one.state === 'pending' && one.by !== me && since(one) + TOO_LONG <= now && mayDecideOn(one, me) && !muteOf(map, one.by), // prettier-ignore
  );
  if (late.length === 0) return [];
  const times = late.map(since);
  const oldest = Math.min(...times);
  return [{ kind: 'waiting', id: 'waiting', at: Math.max(...times) + TOO_LONG, by: null, about: null, count: late.length, oldest }]; // prettier-ignore
}

/** Since when it waits: an appeal anew. */
const since = ({ at, appeal }: Proposal): number => Math.max(at, appeal?.at ?? 0);

/** [P16] Whoever decided before does not look at an appeal. [P22] What one was asked to look at, the others need not. */
const mayDecideOn = ({ appeal, answered, assigned }: Proposal, me: Id): boolean =>
  (!appeal || answered?.by !== me) && (assigned === null || assigned === me);

function appeals(map: ArgumentMap, me: Id): Notice[] {
  return [...map.proposals.values()].flatMap((proposal): Notice[] => {
    const { id, by, state, appeal } = proposal;
    if (!appeal || state !== 'pending' || by === me || !mayDecideOn(proposal, me) || muteOf(map, by)) return []; // prettier-ignore
    return [{ kind: 'appeal', id: `appeal ${id}`, at: appeal.at, by, about: aboutOf(proposal), proposal }];
  });
}

/** [P22] What I was asked to look at. */
const handed = (map: ArgumentMap, me: Id): Notice[] =>
  [...map.proposals.values()].flatMap((proposal): Notice[] => {
    const { id, by, state, assigned, handed: asked } = proposal;
    if (!asked || assigned !== me || asked.by === me || state !== 'pending' || muteOf(map, by)) return [];
    return [{ kind: 'handed', id: `handed ${id}`, at: asked.at, by: asked.by, about: aboutOf(proposal), proposal }]; // prettier-ignore
  });

/** [F3] Of one's own things another one looks at the flags, if there is one. */
function flags(map: ArgumentMap, me: Id): Notice[] {
  return [...map.flags.values()].flatMap((flag): Notice[] => {
    const { id, at, by, about } = flag;
    const comment = map.comments.get(about);
    const flagged = comment ?? map.claims.get(about) ?? map.mergers.get(about);
    if (!isOpenFlag(flag) || by === me || muteOf(map, by) || !flagged || flagged.removed) return [];
    if (flagged.by === me && hasOtherReviewer(map, me)) return [];
    const claim = comment ? comment.claim : wentTo(map, about);
    return isLive(map, claim) ? [{ kind: 'flag', id, at, by, about: claim, flag }] : [];
  });
}
