// What is voted on, as it stands now, and what came of it. Votes stay with what they were about.
import type { Id } from './id.ts';
import { audienceOf, circlesOf, isAmong, viewerIn } from './circles.ts';
import type { ArgumentMap } from './map.ts';
import type { Ballot } from './tables/ballots.ts';
import type { Tally } from './tables/tallies.ts';
import type { Vote } from './tables/votes.ts';
import { premisesOf } from './tree.ts';

/**
 * [C2] A mark of what a vote on it is about: the same mark, the same thing to judge. Undefined for what nobody votes on.
 * It holds no words, for it outlives them.
 */
export function judgedIn(map: ArgumentMap, on: Id): string | undefined {
  const claim = map.claims.get(on);
  if (claim) return markOf(claim.text);
  const argument = map.arguments.get(on);
  if (argument) {
    const premises = premisesOf(map, on).map((premise) => premise.claim.id);
    return markOf([argument.direction, argument.target.id, ...premises.sort()].join());
  }
  return map.polls.has(on) ? '' : undefined;
}

/** Two 32-bit FNV-1a hashes of the text, one of them backwards, in hex. */
function markOf(text: string): string {
  let [forth, back] = [0x811c9dc5, 0x811c9dc5];
  for (let i = 0; i < text.length; i++) {
    forth = Math.imul(forth ^ text.charCodeAt(i), 0x01000193);
    back = Math.imul(back ^ text.charCodeAt(text.length - 1 - i), 0x01000193);
  }
  return [forth, back].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

const ballotsOn = (map: ArgumentMap, on: Id): Ballot[] =>
  (map.index.ballots.get(on) ?? []).flatMap((id) => map.ballots.get(id) ?? []);

/** The ballot on a thing as it was judged; undefined while nobody voted on it so. */
export const ballotFor = (map: ArgumentMap, on: Id, judged = judgedIn(map, on)): Ballot | undefined =>
  ballotsOn(map, on).find((ballot) => ballot.judged === judged);

/** [C2] Earlier ballots on a thing, latest first: from before it was reworded, or hung elsewhere. */
export const earlierBallots = (map: ArgumentMap, on: Id): Ballot[] => {
  const judged = judgedIn(map, on);
  return ballotsOn(map, on)
    .filter((ballot) => ballot.judged !== judged && ballot.voted > 0)
    .sort((a, b) => b.at - a.at);
};

export const votesIn = (map: ArgumentMap, ballot: Id): Vote[] =>
  (map.index.votes.get(ballot) ?? []).flatMap((id) => map.votes.get(id) ?? []);

/** What a person voted there, as far as the map tells; also one that was taken back. */
export const voteOf = (map: ArgumentMap, ballot: Id | undefined, by: Id | null): Vote | undefined =>
  ballot === undefined || by === null ? undefined : votesIn(map, ballot).find((vote) => vote.by === by);

/** [C4] What came out, where this person may know it; null is a visitor. */
export function tallyFor(map: ArgumentMap, ballot: Id | undefined, viewer: Id | null): Tally | undefined {
  const entity = ballot === undefined ? undefined : map.tallies.get(ballot);
  if (!entity) return undefined;
  const audience = audienceOf({ table: 'tallies', entity }, map);
  return isAmong(audience, circlesOf(viewerIn(map, viewer))) ? entity : undefined;
}
