import type { StepName } from '../open/hands.ts';
import type { Row } from './outlineRows.ts';

export const STEPS = [
  'left',
  'right',
  'up',
  'down',
  'first',
  'last',
  'pageUp',
  'pageDown',
  'unfoldSiblings',
] as const satisfies StepName[];

const PAGE = 10;

/** The row that a step leads to; undefined at the end of the tree, and where a step leads nowhere. */
export function rowAfter(rows: readonly Row[], index: number, step: StepName): Row | undefined {
  const row = rows[index];
  switch (step) {
    case 'down':
      return rows[index + 1];
    case 'up':
      return rows[index - 1];
    case 'first':
      return rows[0];
    case 'last':
      return rows.at(-1);
    case 'pageDown':
      return rows[Math.min(index + PAGE, rows.length - 1)];
    case 'pageUp':
      return rows[Math.max(index - PAGE, 0)];
    case 'right':
      return row && row.children.length > 0 ? rows[index + 1] : undefined;
    case 'left':
      return row?.parent ?? undefined;
    default:
      return undefined;
  }
}
