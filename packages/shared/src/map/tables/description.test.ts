import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Id } from '../id.ts';
import type { Table } from '../table.ts';
import { everyone } from './audience.ts';
import { table } from './description.ts';

const Vote = z.object({ id: Id, poll: Id });
const rest = { schema: Vote, file: Vote, words: {}, needs: {}, under: {}, copied: false };
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
});
