// What this person can vote on, and what they may know of it.
import {
  ballotFor,
  earlierBallots,
  may,
  pollsIn,
  standpointOf,
  tallyFor,
  voteOf,
  type ArgumentMap,
  type Ballot,
  type Edit,
  type Id,
  type Poll,
  type Tally,
} from '@counterpoint/shared';
import { newId } from './newId.ts';
import type { MapState } from './mapStore.ts';
import { standingOf } from './openMap.ts';
import { serverNow } from './serverTime.ts';

type Me = Pick<MapState, 'view' | 'participant' | 'keeping'>;

/** A thing that is voted on, as one person sees it. */
export interface Rated {
  readonly ballot: Ballot | undefined;
  /** My vote; null where I have none. */
  readonly mine: number | null;
  /** What came out, where I may know it. */
  readonly tally: Tally | undefined;
  /** How many voted on it before it was reworded or moved. */
  readonly earlier: number;
  /** Whether I did, and not on how it is now. */
  readonly isAskedAnew: boolean;
}

export function ratedIn({ view, participant }: Pick<Me, 'view' | 'participant'>, on: Id): Rated {
  const ballot = ballotFor(view, on);
  const before = earlierBallots(view, on);
  const mine = voteOf(view, ballot?.id, participant)?.value ?? null;
  return {
    ballot,
    mine,
    tally: tallyFor(view, ballot?.id, participant),
    earlier: before.reduce((all, { voted }) => all + voted, 0),
    isAskedAnew:
      mine === null && before.some(({ id }) => (voteOf(view, id, participant)?.value ?? null) !== null),
  };
}

/** My vote as an edit; to give the same value again takes it back. */
export function voteEdit(
  { view, participant }: Pick<Me, 'view' | 'participant'>,
  on: Id,
  value: number | null,
): Edit {
  const ballot = ballotFor(view, on);
  const mine = voteOf(view, ballot?.id, participant);
  return { kind: 'vote', vote: mine?.id ?? newId(), on, ballot: ballot?.id ?? newId(), judged: ballot?.judged ?? null, value }; // prettier-ignore
}

/** Whether I may vote on it now: the map is voted on, and the phase that runs lets me. */
export const mayVoteOn = (me: Me, on: Id): boolean =>
  (me.view.polls.has(on) || isVotedOn(me.view)) &&
  standingOf(me, voteEdit(me, on, 0), serverNow()) === 'change';

/** [C1] [C5] */
export const isVotedOn = ({ info }: Pick<ArgumentMap, 'info'>): boolean =>
  info.votes !== 'off' && !(info.votes === 'open' && info.faces === 'anonymous');

/** How many people may vote. */
export function electorate({ participants }: Pick<ArgumentMap, 'participants'>): number {
  let all = 0;
  for (const { role } of participants.values()) if (may(role, 'edit')) all += 1;
  return all;
}

/** The argument that a premise stands in; null for a thesis. */
export const argumentIn = (view: ArgumentMap, premise: Id): Id | null =>
  standpointOf(view, premise)?.argument.id ?? null;

/** The poll that runs. */
export const runningPoll = (view: ArgumentMap): Poll | undefined =>
  pollsIn(view).find(({ ended }) => ended === null);

/** Whether there are claims that this person may vote on now. */
export function mayVote(doc: Me): boolean {
  if (!isVotedOn(doc.view)) return false;
  const [first] = doc.view.claims.keys();
  return first !== undefined && mayVoteOn(doc, first);
}
