import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { rubricOf } from '../../grading/grades.ts';
import { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { put } from '../patch.ts';
import { Criteria, type Level, type Rubric } from '../tables/rubrics.ts';
import { LONGEST, personText } from '../text.ts';
import { kind, stamp } from './kind.ts';
import { isFree } from './place.ts';

/** [K1] Says by what people are graded; another rubric takes the place of the one before. */
export const SetRubric = z.object({
  kind: z.literal('set-rubric'),
  rubric: Id.describe('id of the new rubric; where the map has one, that keeps its own'),
  name: personText(LONGEST.title),
  criteria: Criteria.describe('a criterion or a level that stays keeps its id'),
});
export type SetRubric = z.infer<typeof SetRubric>;

const said = ({ name, criteria }: Pick<Rubric, 'name' | 'criteria'>) => ({ name, criteria });
const isSame = (a: Pick<Rubric, 'name' | 'criteria'>, b: typeof a): boolean =>
  JSON.stringify(said(a)) === JSON.stringify(said(b));

export const setRubric = kind({
  schema: SetRubric,
  act: () => null,
  verb: () => 'manage',
  rule(map, { rubric: id, ...next }, context) {
    const was = rubricOf(map);
    if (!was && !isFree(map, id)) return refuse('id-taken', 'The id of the new rubric is in use.');
    if (was && isSame(was, next)) return refuse('no-change', 'The rubric is so already.');
    if (was && isUsed(map, was, next.criteria))
      return refuse(
        'rubric-used',
        'A grade rests on a level that would go, or was shown with other points: it may be renamed.',
      );
    return ok([put('rubrics', { id: was?.id ?? id, ...said(next), ...stamp(context) })]);
  },
  undo({ name, criteria }, before, now) {
    const [was, is] = [rubricOf(before), rubricOf(now)];
    if (!was || !is || !isSame(is, { name, criteria })) return undefined;
    return { kind: 'set-rubric', rubric: is.id, ...said(was) };
  },
  unnamed(before) {
    const was = rubricOf(before);
    return was ? [was.id] : [];
  },
});

/** [K6] Whether a grade would lose its level, or points that were shown would become others. */
function isUsed(map: Pick<ArgumentMap, 'grades'>, was: Rubric, next: Rubric['criteria']): boolean {
  const kept = levelsIn(next);
  const before = levelsIn(was.criteria);
  for (const { levels, released } of map.grades.values())
    for (const { criterion, level } of levels) {
      const key = `${criterion} ${level}`;
      const [is, had] = [kept.get(key), before.get(key)];
      if (had && (!is || (released && is.points !== had.points))) return true;
    }
  return false;
}

const levelsIn = (criteria: Rubric['criteria']): ReadonlyMap<string, Level> =>
  new Map(
    criteria.flatMap(({ id, levels }) =>
      levels.map((level): [string, Level] => [`${id} ${level.id}`, level]),
    ),
  );
