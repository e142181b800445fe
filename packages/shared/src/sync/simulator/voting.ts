// Votes and polls, for the simulator's writer.
import type { SingleEdit } from '../../map/edit.ts';
import type { Id } from '../../map/id.ts';
import type { ArgumentMap } from '../../map/map.ts';
import { may } from '../../map/roles.ts';
import type { Viewer } from '../../map/circles.ts';
import type { Random } from './random.ts';

const VOTING = ['vote', 'begin-poll', 'end-poll'] as const;
type Voting = (typeof VOTING)[number];
export const isVoting = (kind: SingleEdit['kind']): kind is Voting =>
  (VOTING as readonly SingleEdit['kind'][]).includes(kind);

interface Making {
  newId(): Id;
  text(): string;
}

/** Undefined where there is nothing that this person could vote on. */
export function voting(
  kind: Voting,
  map: ArgumentMap,
  me: Viewer,
  random: Random,
  making: Making,
): SingleEdit | undefined {
  const poll = random.pick([...map.polls.keys()]);
  if (kind === 'end-poll') return poll === undefined ? undefined : { kind, poll, show: random.chance(0.7) };
  if (kind === 'begin-poll')
    return { kind, poll: making.newId(), question: making.text(), before: random.chance(0.5) ? (poll ?? null) : null, live: random.chance(0.3) }; // prettier-ignore
  // Who may opens and closes what comes out, now and then.
  if (may(me.role, 'review') && (map.info.votes === 'off' || random.chance(0.1)))
    return { kind: 'change-settings', set: { votes: random.pick(['hidden', 'own', 'open'] as const) ?? 'own' } }; // prettier-ignore
  const on = random.chance(0.3) ? poll : random.pick([...map.claims.keys(), ...map.arguments.keys()]);
  if (on === undefined) return undefined;
  const mine = [...map.votes.values()].find(
    ({ by, ballot }) => by === me.participant && map.ballots.get(ballot)?.on === on,
  );
  const judged = random.chance(0.2) ? (random.pick([...map.ballots.values()])?.judged ?? null) : null;
  const value = random.chance(0.1) ? null : random.int(0, 4);
  return { kind, vote: mine && random.chance(0.5) ? mine.id : making.newId(), on, ballot: making.newId(), judged, value }; // prettier-ignore
}
