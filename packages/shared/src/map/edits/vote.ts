import { z } from 'zod';
import { ok, refuse, type Refused } from '../../result.ts';
import { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { put, type Patch } from '../patch.ts';
import { ANSWERS } from '../tables/polls.ts';
import type { Ballot } from '../tables/ballots.ts';
import type { Tally } from '../tables/tallies.ts';
import { HIGHEST_VOTE, type Vote as Cast } from '../tables/votes.ts';
import { isLive, nodeAt } from '../tree.ts';
import { ballotFor, judgedIn, voteOf, votesIn } from '../voting.ts';
import { goneRefused, isFree } from './place.ts';
import { kind } from './kind.ts';

/** [C1] Votes on a claim, an argument or a poll; another vote takes the place of the one before. */
export const Vote = z.object({
  kind: z.literal('vote'),
  vote: Id.describe('id of the new vote; of one’s own where there is one'),
  on: Id.describe('the claim, the argument or the poll'),
  ballot: Id.describe('id for the ballot, where this is its first vote'),
  judged: z
    .string()
    .max(40)
    .nullable()
    .describe('the mark of what was judged, as its ballot has it; null for what stands there now'),
  value: z
    .int()
    .min(0)
    .max(HIGHEST_VOTE)
    .nullable()
    .describe('0 to 4; of a poll 0 against, 1 undecided, 2 for; null takes it back'),
});
export type Vote = z.infer<typeof Vote>;

export const vote = kind({
  schema: Vote,
  act: (map, { on }) => (map.polls.has(on) ? null : 'vote'),
  verb(map, { vote: id }, actor) {
    const known = map.votes.get(id);
    return !known || known.by === actor.id ? 'say' : 'never';
  },
  rule(map, { vote: id, on, ballot: fresh, judged: asked, value }, context) {
    const { at } = context;
    // A rule that is only tried out, for an undo, asks for whoever cast it.
    const by = context.by ?? map.votes.get(id)?.by ?? null;
    if (by === null) return refuse('not-allowed', 'Nobody votes.');
    const refused = closedFor(map, on, value);
    if (refused) return refused;
    const now = judgedIn(map, on);
    const judged = asked ?? now ?? '';
    // [C2] Who still looks at the earlier wording votes on that, where somebody did before.
    const known = ballotFor(map, on, judged);
    if (!known && judged !== now) return refuse('stale', 'It was changed since: look at it again.');
    const mine = voteOf(map, known?.id, by);
    if ((mine?.value ?? null) === value) return refuse('no-change', 'You voted so already.');
    const taken = (!mine && !isFree(map, id)) || (!known && (fresh === id || !isFree(map, fresh)));
    if (taken) return refuse('id-taken', 'The id of the new vote is in use.');
    const before: Ballot = known ?? { id: fresh, on, judged, voted: 0, at };
    const voted = before.voted + (value === null ? 0 : 1) - ((mine?.value ?? null) === null ? 0 : 1);
    const ballot: Ballot = { ...before, voted: Math.max(0, voted) };
    const cast: Cast = { id: mine?.id ?? id, ballot: ballot.id, value, by, at };
    const tally = counted(map, ballot, cast);
    return ok([
      put('ballots', ballot),
      put('votes', cast),
      ...(tally ? [put('tallies', tally)] : []),
    ] satisfies Patch[]);
  },
  undo({ vote: id, on, value }, before, now) {
    const mine = now.votes.get(id);
    // [C2] On what it was about, whatever stands there by now.
    const ballot = now.ballots.get(mine?.ballot ?? '');
    if (!mine || !ballot || mine.value !== value) return undefined;
    const was = before.votes.get(id)?.value ?? null;
    return { kind: 'vote', vote: id, on, ballot: ballot.id, judged: ballot.judged, value: was };
  },
});

/** Why nothing can be voted there now; undefined where it can. */
function closedFor(map: ArgumentMap, on: Id, value: number | null): Refused | undefined {
  const poll = map.polls.get(on);
  if (poll) {
    if (poll.removed) return refuse('removed', 'The poll was removed.');
    if (poll.ended) return refuse('vote-closed', 'The poll has ended.');
    return value !== null && value >= ANSWERS.length
      ? refuse('invalid', `value: a poll has ${ANSWERS.length} answers`)
      : undefined;
  }
  if (!nodeAt(map, on)) return map.mergers.has(on) ? goneRefused(map, on) : refuse('not-found', 'There is nothing to vote on.'); // prettier-ignore
  if (!isLive(map, on)) return refuse('removed', 'It was removed.');
  const { votes, faces } = map.info;
  // [C5] What comes out after each single vote would tell what that was.
  return votes === 'off' || (votes === 'open' && faces === 'anonymous')
    ? refuse('vote-closed', 'This map is not voted on now.')
    : undefined;
}

/** [C4] What has come out with this vote; undefined for who does not know all votes, and cannot count them. */
function counted(map: ArgumentMap, { id, on, voted }: Ballot, cast: Cast): Tally | undefined {
  const others = votesIn(map, id).filter((vote) => vote.id !== cast.id);
  const values = [...others, cast].flatMap(({ value }) => value ?? []);
  if (values.length !== voted) return undefined;
  const poll = map.polls.get(on);
  const isSecret = map.info.faces === 'anonymous';
  const cells = Array.from({ length: poll ? ANSWERS.length : HIGHEST_VOTE + 1 }, (_, one) => values.filter((value) => value === one).length); // prettier-ignore
  const sum = values.reduce((all, value) => all + value, 0);
  return { id, on, votes: voted, sum, counts: isSecret && !poll ? [] : cells };
}
