import { generateKeyBetween } from 'fractional-indexing';
import { z } from 'zod';

/** Enough for 2,000 things put one by one into the same gap (some 400). */
const LONGEST_ORDER = 500;

/** Sibling order as a fractional key in base 62 (Greenspan, "Implementing Fractional Indexing"): compare by code unit,
 *  in Postgres with COLLATE "C". Two siblings may hold one key; ties go by id. */
export const OrderKey = z.string().max(LONGEST_ORDER).refine(isOrderKey, { error: 'not an order key' });
export type OrderKey = z.infer<typeof OrderKey>;

export interface Ordered {
  readonly id: string;
  readonly order: OrderKey;
}

export const FIRST_ORDER: OrderKey = generateKeyBetween(null, null);

export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * A key that puts something at `index` among sorted `siblings` (0 = first, siblings.length = last).
 * Siblings that share one key cannot be parted; the key then falls behind the whole run of equals. Where no valid key
 * is left between two others, it is that of a neighbour: the place is then a matter of ids, but never refused.
 */
export function orderAt(siblings: readonly Ordered[], index: number): OrderKey {
  const before = siblings[index - 1]?.order ?? null;
  const after =
    siblings.slice(index).find((sibling) => before === null || sibling.order > before)?.order ?? null;
  const key = generateKeyBetween(before, after);
  return isOrderKey(key) ? key : (before ?? after ?? FIRST_ORDER);
}

export const orderLast = (siblings: readonly Ordered[]): OrderKey => orderAt(siblings, siblings.length);

function isOrderKey(key: string): boolean {
  if (key.length > LONGEST_ORDER || !/^[0-9A-Za-z]+$/.test(key)) return false;
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}
