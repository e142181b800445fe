import { z } from 'zod';
import { Id } from '../id.ts';
import { fileAt, Stamp } from '../stamp.ts';
import { LONGEST, personText } from '../text.ts';
import { everyone } from './audience.ts';
import { table } from './description.ts';

export const MOST_CRITERIA = 12;
export const FEWEST_LEVELS = 2;
export const MOST_LEVELS = 8;
/** Of one level. */
export const MOST_POINTS = 100;

const Name = personText(LONGEST.title);

/** How far a piece of work meets a criterion, and what that is worth. */
export const Level = z.object({ id: Id, name: Name, points: z.int().min(0).max(MOST_POINTS) });
export type Level = Readonly<z.infer<typeof Level>>;

export const Criterion = z.object({
  id: Id,
  name: Name,
  levels: z.array(Level).min(FEWEST_LEVELS).max(MOST_LEVELS).readonly(),
});
export type Criterion = Readonly<z.infer<typeof Criterion>>;

/** [K1] */
export const Criteria = z
  .array(Criterion)
  .min(1)
  .max(MOST_CRITERIA)
  .refine(
    (criteria) => isOnce(criteria.flatMap(({ id, levels }) => [id, ...levels.map((level) => level.id)])),
    {
      error: 'each id once',
    },
  )
  .readonly();

const isOnce = (ids: readonly Id[]): boolean => new Set(ids).size === ids.length;

/** [K1] By what contributions are graded: everyone reads it before they are. A map has one at most. */
export const Rubric = Stamp.extend({ id: Id, name: Name, criteria: Criteria }).meta({ id: 'Rubric' });
export type Rubric = Readonly<z.infer<typeof Rubric>>;

export const rubrics = table({
  schema: Rubric,
  file: Rubric.extend(fileAt),
  words: {},
  needs: {},
  under: {},
  sees: everyone,
  loss: 'grades',
  copied: true,
  recorded: true,
  later: true,
});
