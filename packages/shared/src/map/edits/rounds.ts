import { z } from 'zod';
import { ok, refuse, type Result } from '../../result.ts';
import { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { put } from '../patch.ts';
import type { Finish } from '../tables/finishes.ts';
import { Labels, type Round } from '../tables/rounds.ts';
import { LONGEST, personText } from '../text.ts';
import { kind, stamp } from './kind.ts';
import { isFree } from './place.ts';

/** [B1] Has people mark one text, each without seeing the others' marks. */
export const BeginRound = z.object({
  kind: z.literal('begin-round'),
  round: Id.describe('id of the new round'),
  edition: Id,
  question: personText(LONGEST.question).describe('what the annotators are asked to do'),
  labels: Labels.describe('what passages can be marked as'),
});
export type BeginRound = z.infer<typeof BeginRound>;

/** [B4] Ends a round: everyone sees all its marks, and nobody makes any more. */
export const OpenRound = z.object({ kind: z.literal('open-round'), round: Id });
export type OpenRound = z.infer<typeof OpenRound>;

/** [B3] Says that one has finished a round, or that one goes on. */
export const FinishRound = z.object({
  kind: z.literal('finish'),
  finish: Id.describe('id of the new mark; of one’s own where there is one'),
  round: Id,
  finished: z.boolean(),
});
export type FinishRound = z.infer<typeof FinishRound>;

export const beginRound = kind({
  schema: BeginRound,
  act: () => null,
  verb: () => 'manage',
  rule(map, { round: id, edition, question, labels }, context) {
    if (!isFree(map, id)) return refuse('id-taken', 'The id of the new round is in use.');
    if (isTextGone(map, edition)) return refuse('removed', 'The source was removed or does not exist.');
    if (roundsOn(map, edition).some(({ opened }) => opened === null))
      return refuse('round-running', 'One round at a time runs on a text.');
    const begun = { question, labels, finished: 0, opened: null, removed: null };
    return ok([put('rounds', { id, edition, ...begun, ...stamp(context) })]);
  },
  // Whoever began it cannot see whether others have marked something since.
  undo: () => undefined,
  words: { of: ({ round }) => [round], none: { question: '', labels: [] }, on: ({ edition }) => [edition] },
});

export const openRound = kind({
  schema: OpenRound,
  act: () => null,
  verb: () => 'manage',
  rule(map, { round: id }, context) {
    const round = running(map, id);
    return round.ok ? ok([put('rounds', { ...round.value, opened: stamp(context) })]) : round;
  },
  // What everyone has seen is not closed again.
  undo: () => undefined,
});

export const finishRound = kind({
  schema: FinishRound,
  act: () => 'annotate',
  verb(map, { finish }, actor) {
    const known = map.finishes.get(finish);
    return !known || known.by === actor.id ? 'say' : 'never';
  },
  rule(map, { finish: id, round: of, finished }, context) {
    const round = running(map, of);
    if (!round.ok) return round;
    const known = map.finishes.get(id) ?? finishOf(map, of, context.by);
    if (known && known.round !== of) return refuse('id-taken', 'The id of the new mark is in use.');
    if ((known?.finished ?? false) === finished) return refuse('no-change', 'It is so already.');
    if (!known && !isFree(map, id)) return refuse('id-taken', 'The id of the new mark is in use.');
    const count = round.value.finished + (finished ? 1 : -1);
    const mark: Finish = { id: known?.id ?? id, round: of, finished, by: known?.by ?? context.by, at: context.at }; // prettier-ignore
    return ok([put('finishes', mark), put('rounds', { ...round.value, finished: Math.max(0, count) })]);
  },
  undo({ finish, round, finished }, _before, now) {
    return now.finishes.get(finish)?.finished === finished
      ? { kind: 'finish', finish, round, finished: !finished }
      : undefined;
  },
});

/** A round that still takes marks, or why there is none. */
export function running(map: ArgumentMap, id: Id): Result<Round> {
  const round = map.rounds.get(id);
  if (!round) return refuse('not-found', 'There is no such round.');
  if (round.removed || isTextGone(map, round.edition)) return refuse('removed', 'The round was removed.');
  return round.opened ? refuse('round-opened', 'The round was opened: it takes no more marks.') : ok(round);
}

const isTextGone = (map: ArgumentMap, edition: Id): boolean =>
  map.sources.get(map.editions.get(edition)?.source ?? '')?.removed !== null;

/** The rounds on a text, oldest first, without removed ones. */
export const roundsOn = (map: ArgumentMap, edition: Id): readonly Round[] =>
  (map.index.rounds.get(edition) ?? [])
    .flatMap((id) => {
      const round = map.rounds.get(id);
      return round && !round.removed ? round : [];
    })
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/** Whether a person has finished a round, as far as the map tells. */
export const finishOf = (map: ArgumentMap, round: Id, by: Id | null): Finish | undefined =>
  (map.index.finishes.get(round) ?? [])
    .map((id) => map.finishes.get(id))
    .find((one) => one !== undefined && one.by === by && by !== null);
