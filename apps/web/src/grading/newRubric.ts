// Rubrics to begin with, and one that was begun and not saved.
import type { Criterion, RubricContent } from '@counterpoint/shared';
import type { TFunction } from 'i18next';
import { newId } from '../open/newId.ts';

type T = TFunction<'grading'>;

const STEPS = [
  ['none', 0],
  ['some', 1],
  ['much', 2],
] as const;

export const newCriterion = (t: T, name: string): Criterion => ({
  id: newId(),
  name,
  levels: STEPS.map(([step, points]) => ({ id: newId(), name: t(`rubric.first.${step}`), points })),
});

export const firstRubric = (t: T): RubricContent => ({
  name: t('rubric.newName'),
  criteria: (['evidence', 'reply', 'language'] as const).map((one) =>
    newCriterion(t, t(`rubric.first.${one}`)),
  ),
});

/** As it was typed, sound or not; undefined for what another version kept. */
export function keptRubric(text: string): RubricContent | undefined {
  try {
    const kept = JSON.parse(text) as RubricContent;
    const isWhole = ({ id, name, levels }: Criterion): boolean =>
      typeof id === 'string' && typeof name === 'string' && Array.isArray(levels);
    return typeof kept.name === 'string' && kept.criteria.every(isWhole) ? kept : undefined;
  } catch {
    return undefined;
  }
}
