// A grade that was begun and not saved, as it lies on the device.
import { ChosenLevels, type Grade, type Rubric } from '@counterpoint/shared';

export type Given = Pick<Grade, 'levels' | 'feedback'>;

/** Without levels that the rubric has no more. */
export function keptGrade(text: string, rubric: Rubric | undefined): Given {
  const kept = parsed(text);
  const levels = ChosenLevels.safeParse(kept.levels).data ?? [];
  const isThere = ({ criterion, level }: (typeof levels)[number]): boolean =>
    rubric?.criteria.some(({ id, levels }) => id === criterion && levels.some((one) => one.id === level)) ??
    false;
  return { levels: levels.filter(isThere), feedback: typeof kept.feedback === 'string' ? kept.feedback : '' };
}

function parsed(text: string): { readonly levels?: unknown; readonly feedback?: unknown } {
  try {
    return { ...(JSON.parse(text) as object) };
  } catch {
    return {};
  }
}
