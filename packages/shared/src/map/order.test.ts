import { describe, expect, it } from '@jest/globals';
import { byOrder, FIRST_ORDER, orderAt, OrderKey, orderLast } from './order.ts';

const keyed = (...orders: string[]) => orders.map((order, i) => ({ id: String(i), order }));
const accepts = (key: string): boolean => OrderKey.safeParse(key).success;

describe('orderAt', () => {
  it('[O1] answers a key before, between and behind the siblings', () => {
    expect(orderAt([], 0)).toBe(FIRST_ORDER);
    const siblings = keyed('a0', 'a1');
    expect([0, 1, 2].map((index) => orderAt(siblings, index))).toEqual(['Zz', 'a0V', 'a2']);
    expect(orderLast(siblings)).toBe('a2');
  });

  it('[O3] falls behind all siblings that share the key before it', () => {
    const siblings = keyed('a0', 'a1', 'a1', 'a1', 'a2');
    expect([1, 2, 3, 4].map((index) => orderAt(siblings, index))).toEqual(['a0V', 'a1V', 'a1V', 'a1V']);
    expect(orderAt(keyed('a1', 'a1'), 1)).toBe('a2');
  });

  it('[O5] answers the key of a neighbour where no valid key is left', () => {
    const lowest = `A${'0'.repeat(25)}1`;
    const longest = 'z'.repeat(500);
    expect([lowest, longest].map(accepts)).toEqual([true, true]);
    expect(orderAt(keyed(lowest), 0)).toBe(lowest);
    expect(orderAt(keyed(longest), 1)).toBe(longest);
  });
});

describe('byOrder', () => {
  it('[O2] compares by code unit, and equal keys by id', () => {
    const rows = [
      { id: 'b', order: 'a0' },
      { id: 'a', order: 'a0' },
      { id: 'c', order: 'Zz' },
      { id: 'd', order: 'a0V' },
      { id: 'e', order: 'Z0' },
    ];
    expect([...rows].sort(byOrder).map(({ id }) => id)).toEqual(['e', 'c', 'a', 'b', 'd']);
    const same = { id: 'a', order: 'a0' };
    expect(byOrder(same, { ...same })).toBe(0);
  });
});

describe('OrderKey', () => {
  it('[M4] refuses what is no key of base 62', () => {
    const bad = [
      '',
      'a',
      '0',
      'a00',
      'b0',
      'a-',
      'a0 ',
      ' a0',
      'a0中',
      'a0é',
      'a\u0000',
      'a0\u0000b',
      `A${'0'.repeat(26)}`,
    ];
    expect(bad.filter(accepts)).toEqual([]);
    expect(accepts('a0'.padEnd(501, '1'))).toBe(false);
    expect([1, null, undefined, {}, ['a0']].filter((value) => OrderKey.safeParse(value).success)).toEqual([]);
  });
});
