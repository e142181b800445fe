import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, fileMark, Stamp } from '../stamp.ts';
import { LONGEST, optionalText } from '../text.ts';
import type { Audience, Circle } from './audience.ts';
import { table } from './description.ts';
import { MOST_CRITERIA } from './rubrics.ts';

/** The level of one criterion that was met. */
export const ChosenLevel = z.object({ criterion: Id, level: Id });
export type ChosenLevel = Readonly<z.infer<typeof ChosenLevel>>;

export const ChosenLevels = z
  .array(ChosenLevel)
  .max(MOST_CRITERIA)
  .refine((levels) => new Set(levels.map(({ criterion }) => criterion)).size === levels.length, {
    error: 'each criterion once',
  })
  .readonly();

/** [K3] What one marker makes of a person's work, as a whole or of one contribution; one with nothing in it was taken back. */
export const Grade = Stamp.extend({
  id: Id,
  /** Whose work it is. */
  participant: Id,
  /** A claim, also one that was merged into another since, or a comment; null for all that the person did. */
  on: Id.nullable(),
  levels: z.array(ChosenLevel).readonly(),
  feedback: z.string(),
  /** [K5] Who showed it to the person; null for what the markers keep. */
  released: Stamp.nullable(),
}).meta({ id: 'Grade' });
export type Grade = Readonly<z.infer<typeof Grade>>;

/** As much of a map as tells who marked what. */
export interface Graded {
  readonly grades: { get(id: Id): Grade | undefined; values(): Iterable<Grade> };
}

export const isGiven = ({ levels, feedback }: Pick<Grade, 'levels' | 'feedback'>): boolean =>
  levels.length > 0 || feedback !== '';

export const grades = table({
  schema: Grade,
  file: Grade.extend({
    levels: ChosenLevels,
    feedback: optionalText(LONGEST.comment),
    released: fileMark,
    ...fileAt,
  }),
  // Feedback may be empty, and is the marker's own: it goes with its map.
  words: {},
  needs: { participant: ['participants'], on: ['claims', 'comments', 'mergers'] },
  // Beneath nothing: who may not see a grade would find by what they may take away that there is one.
  under: {},
  sees(grade: Grade, map: Graded): Audience {
    const { by, participant, released } = grade;
    const author: Circle[] = by === null ? [] : [`person:${by}`];
    if (released) return ['reviewers', `person:${participant}`, ...author];
    // [K4] One that was taken back says so to those who had seen it.
    return [...author, ...markersOf(map, grade)];
  },
  decidedBy: { grades: (grade, changed) => changed.id !== grade.id && thingOf(changed) === thingOf(grade) },
  unsigned: true,
  loss: 'grades',
  copied: false,
  recorded: true,
  later: true,
});

const thingOf = ({ participant, on }: Grade): string => `${participant} ${on}`;

const marking = new WeakMap<Graded['grades'], ReadonlyMap<string, readonly Circle[]>>();

/** [K4] Those who marked the same work, each blind until then. */
function markersOf({ grades }: Graded, grade: Grade): readonly Circle[] {
  const known = marking.get(grades) ?? markersIn(grades);
  marking.set(grades, known);
  return known.get(thingOf(grade)) ?? [];
}

function markersIn(grades: Graded['grades']): ReadonlyMap<string, readonly Circle[]> {
  const markers = new Map<string, Circle[]>();
  for (const grade of grades.values()) {
    if (grade.by === null || !isGiven(grade)) continue;
    const others = markers.get(thingOf(grade));
    if (others) others.push(`person:${grade.by}`);
    else markers.set(thingOf(grade), [`person:${grade.by}`]);
  }
  return markers;
}
