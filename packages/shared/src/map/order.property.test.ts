import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byOrder, orderAt, OrderKey, type Ordered } from './order.ts';

/** Siblings that came in one by one, each at a place drawn at random. */
const siblings = fc.array(fc.noBias(fc.nat()), { maxLength: 60 }).map((places) =>
  places.reduce<Ordered[]>((list, place, i) => {
    const index = place % (list.length + 1);
    return list.toSpliced(index, 0, { id: String(i), order: orderAt(list, index) });
  }, []),
);

function grown(place: (length: number) => number): number {
  const list: Ordered[] = [];
  for (let i = 0; i < 2_000; i++) {
    const index = place(list.length);
    list.splice(index, 0, { id: String(i), order: orderAt(list, index) });
  }
  const orders = list.map(({ order }) => order);
  expect(orders).toEqual([...new Set(orders)].sort());
  return Math.max(...orders.map((order) => order.length));
}

describe('order keys', () => {
  it('[O1] lie strictly between their neighbours, and the schema accepts them', () => {
    fc.assert(
      fc.property(siblings, fc.noBias(fc.nat()), (list, place) => {
        const index = place % (list.length + 1);
        const order = orderAt(list, index);
        const [before, after] = [list[index - 1]?.order, list[index]?.order];
        if (before !== undefined) expect(before < order).toBe(true);
        if (after !== undefined) expect(order < after).toBe(true);
        expect(OrderKey.safeParse(order).success).toBe(true);
      }),
    );
  });

  it('[O2] sort as the bytes of UTF-8 do, which is what COLLATE "C" compares', () => {
    fc.assert(
      fc.property(siblings, (list) => {
        const byBytes = (a: Ordered, b: Ordered) =>
          Buffer.compare(Buffer.from(a.order), Buffer.from(b.order));
        expect(list.toSorted(byOrder)).toEqual(list.toSorted(byBytes));
        expect(list.toSorted(byOrder)).toEqual(list);
      }),
    );
  });

  it('[O4] need at most 4 characters for 2,000 things at either end, 420 for 2,000 in one gap', () => {
    expect(grown((length) => length)).toBeLessThanOrEqual(4);
    expect(grown(() => 0)).toBeLessThanOrEqual(4);
    expect(grown((length) => Math.min(1, length))).toBeLessThanOrEqual(420);
    expect(grown((length) => Math.max(0, length - 1))).toBeLessThanOrEqual(420);
    expect(grown((length) => length >> 1)).toBeLessThanOrEqual(420);
  });

  it('[O5] can always be made between keys that the schema accepts', () => {
    const anyKey = fc
      .string({
        unit: fc.constantFrom('A', 'B', 'Z', 'a', 'b', 'z', '0', '1', '9', 'V'),
        minLength: 2,
        maxLength: 500,
        size: 'max',
      })
      .filter((key) => OrderKey.safeParse(key).success);
    fc.assert(
      fc.property(fc.array(anyKey, { minLength: 1, maxLength: 4 }), fc.nat(), (orders, place) => {
        const list = orders.sort().map((order, i) => ({ id: String(i), order }));
        const index = place % (list.length + 1);
        expect(OrderKey.safeParse(orderAt(list, index)).success).toBe(true);
      }),
    );
  });
});
