import { expect, it } from '@jest/globals';
import { emptyMap, TABLES, type LoggedChange, type Patch } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { commitStatement } from './commit-statement.ts';

/** A statement with parts that no other number has. */
function statementOf(number: number) {
  const patches = TABLES.flatMap((table, place): Patch[] => {
    if (!(number & (1 << place))) return [];
    return [{ table, put: { id: uuidv7() } } as unknown as Patch];
  });
  const id = uuidv7();
  const change = { version: 1, at: 1, by: null, id, client: id, seq: 1, kind: 'batch', patches } as const;
  const info: Patch = { table: 'info', put: emptyMap.info };
  const changes = [{ ...change, patches: [info, ...patches] } as unknown as LoggedChange];
  return commitStatement({ map: uuidv7(), from: 0, changes, marks: [] });
}

it('names a statement for each combination of parts, but not more than a connection can keep', () => {
  const names = Array.from({ length: 300 }, (_, number) => statementOf(number).name);
  const kept = names.filter((name) => name !== undefined);
  expect(new Set(kept).size).toBe(100);
  expect(names.slice(0, 100)).toEqual(kept);
  expect(Array.from({ length: 300 }, (_, number) => statementOf(number).name)).toEqual(names);
});
