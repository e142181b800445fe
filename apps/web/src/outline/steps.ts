import type { Step } from './keys.ts';
import type { Row } from './outlineRows.ts';

const PAGE = 10;

/** The row that a step leads to; undefined at the end of the tree. */
export function rowAfter(rows: readonly Row[], index: number, step: Step): Row | undefined {
  const row = rows[index];
  switch (step) {
    case 'next':
      return rows[index + 1];
    case 'previous':
      return rows[index - 1];
    case 'first':
      return rows[0];
    case 'last':
      return rows.at(-1);
    case 'pageDown':
      return rows[Math.min(index + PAGE, rows.length - 1)];
    case 'pageUp':
      return rows[Math.max(index - PAGE, 0)];
    case 'in':
      return row && row.children.length > 0 ? rows[index + 1] : undefined;
    case 'out':
      return row?.parent ?? undefined;
    case 'unfoldSiblings':
      return row;
  }
}
