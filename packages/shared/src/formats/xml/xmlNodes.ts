// What GraphML and OPML say of a map beside what they show: short names instead of ids, and the rows that ride along.
import type { Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Id } from '../../map/id.ts';
import { byOrder } from '../../map/order.ts';
import { rowOf } from '../graph/carried.ts';
import { isClaim, type ShownTree } from '../shownTree.ts';
import { xmlShown } from './xmlText.ts';

export interface NamedNodes {
  /** The tree in order. Claims that only references lead to, since nothing is shown of where they are at home, stand
   *  between theses by their keys: so a reader finds what has no home in the file in order. */
  readonly nodes: readonly (Claim | Argument)[];
  readonly has: (id: Id) => boolean;
  /** n1 for a claim, i1 for an argument, numbered in order. */
  readonly nameOf: (id: Id) => string;
}

export function namedNodes({ inOrder, premisesOf, has }: ShownTree): NamedNodes {
  const used = inOrder.flatMap((node) =>
    isClaim(node) ? [] : premisesOf(node.id).map(({ claim }) => claim),
  );
  const borrowed = [...new Set(used.filter(({ id }) => !has(id)))].sort(byOrder);
  const nodes: (Claim | Argument)[] = [];
  let at = 0;
  for (const node of inOrder) {
    const isThesis = isClaim(node) && node.home === null;
    for (let next = borrowed[at]; isThesis && next && byOrder(next, node) < 0; next = borrowed[++at])
      nodes.push(next);
    nodes.push(node);
  }
  for (const claim of borrowed.slice(at)) nodes.push(claim);
  const names = new Map<Id, string>();
  let claims = 0;
  let inferences = 0;
  for (const node of nodes) names.set(node.id, isClaim(node) ? `n${++claims}` : `i${++inferences}`);
  return { nodes, has: (id) => names.has(id), nameOf: (id) => names.get(id) ?? '' };
}

/**
 * A row as it rides along in XML, see rowOf: without empty fields, and without what the file says in any case. Whole
 * rows make the file of a map of 10,000 claims too large to be read.
 */
export function leanRow(node: Claim | Argument): Record<string, unknown> {
  const row = rowOf(node, 'text' in node ? xmlShown(node.text) : undefined);
  for (const [name, value] of Object.entries(row)) {
    if (value === null || (Array.isArray(value) && value.length === 0)) delete row[name];
  }
  delete row['direction'];
  delete row['target'];
  return row;
}

/** The whole row again. Direction and target only have to be there: grow.ts takes those that the file shows. */
export function fullRow(lean: unknown): unknown {
  if (typeof lean !== 'object' || lean === null || Array.isArray(lean)) return lean;
  const row: Record<string, unknown> = { direction: 'support', home: null, by: null, reworded: null, beside: [], removed: null, scheme: null }; // prettier-ignore
  Object.assign(row, lean);
  row['target'] ??= { kind: 'claim', id: row['id'] };
  return row;
}

/** The scheme that a file shows, unless it is the one that rode along, or none. */
export function schemeIn(row: unknown, seen: string): string | undefined {
  const scheme = typeof row === 'object' && row !== null && 'scheme' in row ? row.scheme : undefined;
  const isCarried = typeof scheme === 'string' && xmlShown(scheme) === seen;
  return isCarried || seen.trim() === '' ? undefined : seen;
}
