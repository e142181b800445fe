import { z } from 'zod';
import { ok, refuse, type Refused } from '../../result.ts';
import { gradeBy, isGradable, rubricOf } from '../../grading/grades.ts';
import { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { put } from '../patch.ts';
import { isGiven, ChosenLevels, type Grade, type ChosenLevel } from '../tables/grades.ts';
import { LONGEST, optionalText } from '../text.ts';
import { kind, stamp } from './kind.ts';
import { isFree } from './place.ts';

/** [K3] What one makes of a person's work; another takes the place of the one before, one with nothing in it takes it back. */
export const GradeEdit = z.object({
  kind: z.literal('grade'),
  grade: Id.describe('id of the new grade; where one’s own stands, that keeps its own'),
  participant: Id.describe('whose work it is'),
  on: Id.nullable().describe('a claim or a comment of theirs; null for all that they did'),
  levels: ChosenLevels.describe('levels of the rubric of the map'),
  feedback: optionalText(LONGEST.comment),
});
export type GradeEdit = z.infer<typeof GradeEdit>;

export const MOST_RELEASED = 1_000;

/** [K5] Shows people their grades, whoever gave them, for good. */
export const ReleaseGrades = z.object({
  kind: z.literal('release-grades'),
  participants: z
    .array(Id)
    .min(1)
    .max(MOST_RELEASED)
    .readonly()
    .nullable()
    .describe('whose grades; null for everyone’s'),
});
export type ReleaseGrades = z.infer<typeof ReleaseGrades>;

type Content = Pick<Grade, 'levels' | 'feedback'>;

const isSame = (a: Content, b: Content): boolean =>
  a.feedback === b.feedback && JSON.stringify(inOrder(a.levels)) === JSON.stringify(inOrder(b.levels));

const inOrder = (levels: readonly ChosenLevel[]): readonly ChosenLevel[] =>
  levels
    .map(({ criterion, level }) => ({ criterion, level }))
    .sort((a, b) => (a.criterion < b.criterion ? -1 : 1));

const NOTHING: Content = { levels: [], feedback: '' };

export const grade = kind({
  schema: GradeEdit,
  act: () => null,
  verb(map, { grade: id }, actor) {
    const known = map.grades.get(id);
    return !known || known.by === actor.id ? 'mark' : 'never';
  },
  rule(map, { grade: id, participant, on, levels, feedback }, context) {
    const known = map.grades.get(id);
    if (known && (known.participant !== participant || known.on !== on))
      return refuse('id-taken', 'The id of the new grade is in use.');
    const was = known ?? gradeBy(map, context.by, participant, on);
    const refused = ungradable(map, participant, on, context.by) ?? noSuchLevel(map, levels);
    if (refused) return refused;
    const next = { levels: inOrder(levels), feedback };
    if (isSame(was ?? NOTHING, next)) return refuse('no-change', 'The grade is so already.');
    if (was?.released && !isGiven(next))
      return refuse('invalid', 'levels, feedback: what was shown is not taken back, only changed');
    if (!was && !isFree(map, id)) return refuse('id-taken', 'The id of the new grade is in use.');
    const { by, at } = stamp(context);
    const made = { id: was?.id ?? id, participant, on, released: was?.released ?? null };
    return ok([put('grades', { ...made, ...next, by: was ? was.by : by, at })]);
  },
  undo({ grade: id, participant, on, levels, feedback }, before, now) {
    const is = now.grades.get(id);
    // What was seen was seen: it is changed anew, not taken back.
    if (!is || is.released || !isSame(is, { levels, feedback })) return undefined;
    const { levels: had, feedback: said } = before.grades.get(id) ?? NOTHING;
    return { kind: 'grade', grade: id, participant, on, levels: had, feedback: said };
  },
});

/** [K2] Why this is nothing to grade; undefined where it is. */
function ungradable(map: ArgumentMap, participant: Id, on: Id | null, by: Id | null): Refused | undefined {
  const person = map.participants.get(participant);
  if (!person) return refuse('not-found', 'There is no such participant in this map.');
  if (!isGradable(person) || participant === by)
    return refuse('not-gradable', 'Graded is who writes in the map and does not decide in it.');
  if (on === null) return undefined;
  const work = map.claims.get(on) ?? map.comments.get(on) ?? map.mergers.get(on);
  if (!work) return refuse('not-found', 'There is no such claim or comment.');
  if (work.by !== participant) return refuse('not-gradable', 'Somebody else wrote it.');
  return work.removed?.purged ? refuse('purged', 'Its words were deleted for good.') : undefined;
}

function noSuchLevel(map: ArgumentMap, levels: readonly ChosenLevel[]): Refused | undefined {
  const criteria = rubricOf(map)?.criteria ?? [];
  const isThere = ({ criterion, level }: ChosenLevel) =>
    criteria.some(({ id, levels }) => id === criterion && levels.some((one) => one.id === level));
  return levels.every(isThere) ? undefined : refuse('no-such-level', 'The rubric has no such level.');
}

export const releaseGrades = kind({
  schema: ReleaseGrades,
  act: () => null,
  verb: () => 'mark',
  rule(map, { participants }, context) {
    if (participants?.some((id) => !map.participants.has(id)))
      return refuse('not-found', 'There is no such participant in this map.');
    const whose = participants && new Set(participants);
    const kept = [...map.grades.values()].filter(
      (one) => isGiven(one) && !one.released && (!whose || whose.has(one.participant)),
    );
    if (kept.length === 0) return refuse('no-change', 'No grade waits to be released.');
    return ok(kept.map((one) => put('grades', { ...one, released: stamp(context) })));
  },
  // What was seen was seen.
  undo: () => undefined,
});
