import { z } from 'zod';
import { compared } from '../../debate/poll.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { put, type Patch } from '../patch.ts';
import { FEWEST } from '../tables/tallies.ts';
import type { Compared, Poll } from '../tables/polls.ts';
import { LONGEST, personText } from '../text.ts';
import { ballotFor, votesIn } from '../voting.ts';
import { isFree } from './place.ts';
import { kind, stamp } from './kind.ts';

/** [C6] Asks everyone for or against. */
export const BeginPoll = z.object({
  kind: z.literal('begin-poll'),
  poll: Id.describe('id of the new poll'),
  question: personText(LONGEST.question),
  before: Id.nullable().describe('an earlier poll to compare it with'),
  live: z.boolean().describe('whether what comes out is shown while it runs'),
});
export type BeginPoll = z.infer<typeof BeginPoll>;

/** [C6] Ends a poll that runs, and shows what came out, with that of the poll before, or keeps it back. */
export const EndPoll = z.object({ kind: z.literal('end-poll'), poll: Id, show: z.boolean() });
export type EndPoll = z.infer<typeof EndPoll>;

export const beginPoll = kind({
  schema: BeginPoll,
  act: () => null,
  verb: () => 'manage',
  rule(map, { poll: id, question, before, live }, context) {
    if (!isFree(map, id)) return refuse('id-taken', 'The id of the new poll is in use.');
    if (pollsIn(map).some(({ ended }) => ended === null))
      return refuse('poll-running', 'One poll at a time runs in a map.');
    const earlier = before === null ? undefined : map.polls.get(before);
    if (before !== null && (!earlier || earlier.removed))
      return refuse('not-found', 'There is no such earlier poll.');
    if (live && map.info.faces === 'anonymous') return refuse('invalid', 'live: each single vote would show');
    const begun = { ended: null, shown: null, compared: null, removed: null };
    return ok([put('polls', { id, question, before, live, ...begun, ...stamp(context) })]);
  },
  undo: ({ poll }, _before, now) =>
    ballotFor(now, poll) || now.polls.get(poll)?.removed !== null ? undefined : { kind: 'remove', id: poll },
  words: { of: ({ poll }) => [poll], none: { question: '' } },
});

export const endPoll = kind({
  schema: EndPoll,
  act: () => null,
  verb: () => 'manage',
  rule(map, { poll: id, show }, context): Result<readonly Patch[]> {
    const poll = map.polls.get(id);
    if (!poll) return refuse('not-found', 'There is no such poll.');
    if (poll.removed) return refuse('removed', 'The poll was removed.');
    const isShowing = show && poll.shown === null;
    if (poll.ended && !isShowing) return refuse('no-change', 'The poll has ended already.');
    const mark = stamp(context);
    const earlier = poll.before === null ? undefined : map.polls.get(poll.before);
    const ended: Poll = { ...poll, ended: poll.ended ?? mark };
    if (!isShowing) return ok([put('polls', ended)]);
    const isBoth = earlier !== undefined && !earlier.removed;
    return ok([
      ...(isBoth && earlier.shown === null ? [put('polls', { ...earlier, ended: earlier.ended ?? mark, shown: mark })] : []), // prettier-ignore
      put('polls', { ...ended, shown: mark, compared: isBoth ? comparedIn(map, earlier.id, id) : null }),
    ]);
  },
  // What everyone has seen is not kept back again, and who was told to vote no more may be gone.
  undo: () => undefined,
});

/** The polls of a map that are there, oldest first. */
export const pollsIn = ({ polls }: Pick<ArgumentMap, 'polls'>): readonly Poll[] =>
  [...polls.values()]
    .filter(({ removed }) => removed === null)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/** [C7] Who voted in both; null on a page that does not know all votes. */
function comparedIn(map: ArgumentMap, before: Id, after: Id): Compared | null {
  const [first, second] = [ballotFor(map, before), ballotFor(map, after)].map((ballot) => {
    const votes = votesIn(map, ballot?.id ?? '').filter(({ value }) => value !== null);
    return votes.length === (ballot?.voted ?? 0) ? votes : undefined;
  });
  if (!first || !second) return null;
  const answers = new Map<Id | null, [number | null, number | null]>();
  for (const { by, value } of first) answers.set(by, [value, null]);
  for (const { by, value } of second) answers.set(by, [answers.get(by)?.[0] ?? null, value]);
  return compared([...answers.values()], map.info.faces === 'anonymous' ? FEWEST : 1);
}
