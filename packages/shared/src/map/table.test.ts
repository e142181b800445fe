import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anId } from '../../testing/aMap.ts';
import { Table } from './table.ts';

const keys = [
  '',
  'a',
  'b',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  anId(1),
  anId(2),
  anId(1, 1),
];
const steps = fc.array(
  fc.record({ key: fc.constantFrom(...keys), put: fc.option(fc.integer(), { nil: undefined }) }),
  { maxLength: 60 },
);

describe('Table', () => {
  it('[M5] agrees with a Map after any writes, and every older table stays as it was', () => {
    fc.assert(
      fc.property(steps, (writes) => {
        const model = new Map<string, number>();
        let table: Table<number> = Table.empty;
        const past: (readonly [Table<number>, [string, number][]])[] = [];
        for (const { key, put } of writes) {
          past.push([table, [...model]]);
          table = put === undefined ? table.without(key) : table.with(key, put);
          if (put === undefined) model.delete(key);
          else model.set(key, put);
        }
        for (const [then, entries] of [...past, [table, [...model]] as const]) {
          expect(then.size).toBe(entries.length);
          expect([...then.keys()].sort()).toEqual(entries.map(([key]) => key).sort());
          expect([...then.values()].sort()).toEqual(entries.map(([, value]) => value).sort());
          const held = new Map(entries);
          for (const key of keys)
            expect([then.get(key), then.has(key)]).toEqual([held.get(key), held.has(key)]);
        }
      }),
    );
  });

  it('[M5] made at once from entries is the same, and the last of two with one key wins', () => {
    const table = Table.of([
      ['a', 1],
      ['b', 2],
      ['a', 3],
    ]);
    expect([table.size, table.get('a'), table.get('b')]).toEqual([2, 3, 2]);
  });

  it('[M5] spreads 10,000 ids over its buckets: a write copies a handful of entries', () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => anId(i));
    let table: Table<number> = Table.empty;
    for (const [i, id] of ids.entries()) table = table.with(id, i);
    expect(ids.every((id, i) => table.get(id) === i)).toBe(true);
    expect(table.without(anId(20_000))).toBe(table);
  });
});
