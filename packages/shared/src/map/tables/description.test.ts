import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Id } from '../id.ts';
import type { Table } from '../table.ts';
import { everyone } from './audience.ts';
import { tables } from '../map.ts';
import { table } from './description.ts';
import { TABLES, type TableName } from './tables.ts';

const Vote = z.object({ id: Id, poll: Id });
const rest = { schema: Vote, file: Vote, words: {}, needs: {}, under: {}, loss: null, copied: false };
type Polls = { readonly polls: Table<{ readonly open: boolean }> };
const byPoll = ({ poll }: z.infer<typeof Vote>, { polls }: Polls) =>
  polls.get(poll)?.open ? (['everyone'] as const) : [];

describe('a table', () => {
  it('[V1] that does not say who sees it does not compile', () => {
    // @ts-expect-error: `sees` is left out
    expect(table(rest)).toBe(rest);
    expect(table({ ...rest, sees: everyone }).sees).toBe(everyone);
  });

  it('[V7] whose audience hangs on others, and that does not tell on which, does not compile', () => {
    // @ts-expect-error: `decidedBy` is left out
    expect(table({ ...rest, sees: byPoll }).decidedBy).toBeUndefined();
    // @ts-expect-error: `polls` is left out
    expect(table({ ...rest, sees: byPoll, decidedBy: {} }).decidedBy).toEqual({});
    expect(table({ ...rest, sees: byPoll, decidedBy: { polls: true } }).decidedBy).toEqual({ polls: true });
  });

  it('[V7] hangs on nothing that some do not see: else those could not tell what closed for them', () => {
    for (const name of TABLES)
      for (const by of Object.keys(tables[name].decidedBy ?? {}))
        expect([name, by, by === 'info' || tables[by as TableName].sees === everyone]).toEqual([
          name,
          by,
          true,
        ]);
  });
});
