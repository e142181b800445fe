// Rubrics and grades, for the simulator's writer and for random stories.
import { isGradable, rubricOf } from '../../grading/grades.ts';
import type { SingleEdit } from '../../map/edit.ts';
import type { Id } from '../../map/id.ts';
import type { ArgumentMap } from '../../map/map.ts';
import type { Random } from './random.ts';

const GRADING = ['set-rubric', 'grade', 'release-grades'] as const;
type Grading = (typeof GRADING)[number];
export const isGrading = (kind: SingleEdit['kind']): kind is Grading =>
  (GRADING as readonly SingleEdit['kind'][]).includes(kind);

interface Making {
  newId(): Id;
  text(): string;
}

/** Undefined where there is nobody to grade. */
export function grading(
  kind: Grading,
  map: ArgumentMap,
  random: Random,
  making: Making,
): SingleEdit | undefined {
  if (kind === 'set-rubric') return setRubric(map, random, making);
  const people = [...map.participants.values()].filter((one) => isGradable(one) || random.chance(0.05));
  const person = random.pick(people)?.id;
  if (kind === 'release-grades') return { kind, participants: person === undefined || random.chance(0.3) ? null : [person] }; // prettier-ignore
  if (person === undefined) return undefined;
  const own = [...map.claims.values(), ...map.comments.values(), ...map.mergers.values()].filter(({ by }) => by === person); // prettier-ignore
  const on = random.chance(0.5) ? null : (random.pick(own)?.id ?? null);
  const levels = (rubricOf(map)?.criteria ?? []).flatMap(({ id, levels }) => {
    const level = random.chance(0.8) ? random.pick(levels) : undefined;
    return level ? [{ criterion: id, level: level.id }] : [];
  });
  const isNothing = random.chance(0.1);
  return { kind, grade: making.newId(), participant: person, on, levels: isNothing ? [] : levels, feedback: isNothing ? '' : making.text() }; // prettier-ignore
}

/** With another criterion, or another name. */
function setRubric(map: ArgumentMap, random: Random, making: Making): SingleEdit {
  const level = (points: number) => ({ id: making.newId(), name: making.text(), points });
  const more = { id: making.newId(), name: making.text(), levels: [level(0), level(random.int(1, 9))] };
  const kept = random.chance(0.7) ? (rubricOf(map)?.criteria ?? []).slice(0, 3) : [];
  return { kind: 'set-rubric', rubric: making.newId(), name: making.text(), criteria: [...kept, more] };
}
