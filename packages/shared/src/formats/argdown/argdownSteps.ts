// What a premise-conclusion structure comes to: its inferences with what they use, the name of their rules, its premises.
import { LONGEST_SCHEME } from '../../map/tables/arguments.ts';
import { isVisible, storable } from '../../map/text.ts';
import type { Telling } from './argdownTelling.ts';
import { isFields, type Fields } from './argdownData.ts';
import type { ArgdownArgument, Inference, Statement, Step } from './argdownModel.ts';
import { shownText } from './argdownText.ts';

export interface Inferred {
  readonly inference: Inference;
  readonly premises: readonly Step[];
  readonly conclusion: Step;
}

/** An inference uses what its data name, or all since the conclusion before it, with that. */
export function inferencesOf({ steps }: ArgdownArgument): Inferred[] {
  let before = 0;
  return steps.flatMap((conclusion, at) => {
    const { inference, member } = conclusion;
    if (!inference) return [];
    const premises = named(steps, at, [inference.data, member.data]) ?? steps.slice(before, at);
    before = at;
    return [{ inference, premises, conclusion }];
  });
}

/** `uses` or `from`: a list of numbers, from 1 on; undefined where it is none. */
function named(steps: readonly Step[], at: number, data: readonly unknown[]): Step[] | undefined {
  for (const list of data.flatMap((one) => (isFields(one) ? [one['uses'], one['from']] : []))) {
    if (!Array.isArray(list) || list.length === 0) continue;
    const known = list.flatMap((n: unknown) =>
      typeof n === 'number' && n !== at + 1 ? (steps[n - 1] ?? []) : [],
    );
    if (known.length === list.length) return known;
  }
  return undefined;
}

export function premisesIn({ steps }: ArgdownArgument): Set<Statement> {
  return new Set(steps.flatMap(({ statement, inference }) => (inference ? [] : [statement])));
}

/** As with claims: the words that rode along, as long as the file shows what they come to. */
export function schemeOf(
  { rules, start }: Inference,
  row: Fields | undefined,
  { where, losses }: Telling,
): string | undefined {
  const seen = rules.filter(Boolean).join(', ');
  const carried = row?.['scheme'];
  if (typeof carried === 'string' && shownText(carried) === seen) return carried;
  const points = [...storable(seen)];
  if (points.length > LONGEST_SCHEME) losses.add('truncated', where(start));
  const scheme = points.slice(0, LONGEST_SCHEME).join('');
  return isVisible(scheme) ? scheme : undefined;
}
