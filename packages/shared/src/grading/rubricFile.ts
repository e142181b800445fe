// [S-22] A rubric as a file of its own: what is made for one map is used in the next.
import { z } from 'zod';
import { ok, refuse, type Result } from '../result.ts';
import type { Id } from '../map/id.ts';
import { Criteria, Criterion, Level, Rubric, type Rubric as Kept } from '../map/tables/rubrics.ts';

const FORMAT = 'counterpoint-rubric';

const Written = z.object({
  format: z.literal(FORMAT),
  name: Rubric.shape.name,
  criteria: z
    .array(Criterion.omit({ id: true }).extend({ levels: z.array(Level.omit({ id: true })).max(100) }))
    .max(100),
});

export type RubricContent = Pick<Kept, 'name' | 'criteria'>;

/** Without ids: they are made anew wherever it is read. */
export function rubricFile({ name, criteria }: RubricContent): string {
  const plain = criteria.map(({ name, levels }) => ({
    name,
    levels: levels.map(({ name, points }) => ({ name, points })),
  }));
  return `${JSON.stringify({ format: FORMAT, name, criteria: plain }, null, 2)}\n`;
}

export function readRubric(text: string, newId: () => Id): Result<RubricContent> {
  const read = Written.safeParse(parsed(text.replace(/^\ufeff/, '')));
  if (!read.success) return refuse('invalid', 'This file holds no rubric.');
  const { name, criteria } = read.data;
  const made = Criteria.safeParse(
    criteria.map(({ name, levels }) => ({
      id: newId(),
      name,
      levels: levels.map((level) => ({ id: newId(), ...level })),
    })),
  );
  return made.success
    ? ok({ name, criteria: made.data })
    : refuse('invalid', 'A rubric has 1 to 12 criteria, and each of them 2 to 8 levels.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
