// What grades say, read off the map as its reader sees it. Nothing here judges: points are those of the levels that people chose.
import type { ArgumentMap } from '../map/map.ts';
import type { Id } from '../map/id.ts';
import { may } from '../map/roles.ts';
import { isGiven, type Grade, type ChosenLevel } from '../map/tables/grades.ts';
import type { Participant } from '../map/tables/participants.ts';
import type { Criterion, Level, Rubric } from '../map/tables/rubrics.ts';

type Rubrics = Pick<ArgumentMap, 'rubrics'>;
type Grades = Pick<ArgumentMap, 'grades'>;

/** [K1] The rubric of a map. Where files brought several, the one that is named last. */
export function rubricOf({ rubrics }: Rubrics): Rubric | undefined {
  let found: Rubric | undefined;
  for (const rubric of rubrics.values()) if (!found || rubric.id > found.id) found = rubric;
  return found;
}

/** [K2] Whose work is graded: who writes, and does not decide. */
export const isGradable = ({ role }: Pick<Participant, 'role'>): boolean =>
  may(role, 'edit') && !may(role, 'review');

/** Given ones about a person, as a whole first, then as they were made. */
export const gradesOf = ({ grades }: Grades, participant: Id): readonly Grade[] =>
  [...grades.values()]
    .filter((grade) => grade.participant === participant && isGiven(grade))
    .sort((a, b) => Number(a.on !== null) - Number(b.on !== null) || (a.id < b.id ? -1 : 1));

/** The grade that one marker keeps of a piece of work; also one that was taken back. */
export function gradeBy(
  { grades }: Grades,
  by: Id | null,
  participant: Id,
  on: Id | null,
): Grade | undefined {
  for (const grade of grades.values())
    if (grade.by === by && grade.participant === participant && grade.on === on) return grade;
  return undefined;
}

/** Whether it was changed after the person could read it. */
export const isChangedSince = ({ released, at }: Grade): boolean => released !== null && at > released.at;

export const levelOf = ({ id, levels }: Criterion, chosen: readonly ChosenLevel[]): Level | undefined => {
  const found = chosen.find(({ criterion }) => criterion === id);
  return levels.find((level) => level.id === found?.level);
};

/** The points of the levels that were chosen, added up; undefined where none was. */
export function sumOf(rubric: Rubric, chosen: readonly ChosenLevel[]): number | undefined {
  const points = rubric.criteria.flatMap((criterion) => levelOf(criterion, chosen)?.points ?? []);
  return points.length === 0 ? undefined : points.reduce((sum, one) => sum + one, 0);
}

export const mostPoints = (levels: readonly Level[]): number =>
  levels.reduce((most, { points }) => Math.max(most, points), 0);

/** What a person can reach at most. */
export const mostOf = ({ criteria }: Pick<Rubric, 'criteria'>): number =>
  criteria.reduce((sum, { levels }) => sum + mostPoints(levels), 0);

/** [K4] Criteria that two markers judge differently, with the level that each chose. */
export function differences(
  { criteria }: Rubric,
  one: readonly ChosenLevel[],
  other: readonly ChosenLevel[],
): { criterion: Criterion; one: Level | undefined; other: Level | undefined }[] {
  return criteria
    .map((criterion) => ({ criterion, one: levelOf(criterion, one), other: levelOf(criterion, other) }))
    .filter(({ one, other }) => one?.id !== other?.id);
}
