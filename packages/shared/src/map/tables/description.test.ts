import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Id } from '../id.ts';
import type { Table } from '../table.ts';
import { everyone } from './audience.ts';
import { fieldsThatGo } from '../edits/going.ts';
import { linksOf, tables } from '../map.ts';
import { table } from './description.ts';
import { TABLES, type TableName } from './tables.ts';

const Vote = z.object({ id: Id, poll: Id });
const rest = {
  schema: Vote,
  file: Vote,
  words: {},
  needs: {},
  under: {},
  loss: null,
  copied: false,
  recorded: false,
};
type Polls = { readonly polls: Table<{ readonly open: boolean }> };
const byPoll = ({ poll }: z.infer<typeof Vote>, { polls }: Polls) =>
  polls.get(poll)?.open ? (['everyone'] as const) : [];

function keyWith(keyOf: (entity: never) => string, entity: object): string[] {
  try {
    return [keyOf(entity as never)];
  } catch {
    return [];
  }
}

describe('a table', () => {
  it('[V1] that does not say who sees it does not compile', () => {
    // @ts-expect-error: `sees` is left out
    expect(table(rest)).toBe(rest);
    expect(table({ ...rest, sees: everyone }).sees).toBe(everyone);
  });

  it('[M-08] that does not say whether the record tells of it does not compile', () => {
    const { recorded: _, ...unsaid } = rest;
    // @ts-expect-error: `recorded` is left out
    expect(table({ ...unsaid, sees: everyone }).recorded).toBeUndefined();
  });

  it('[V7] whose audience hangs on others, and that does not tell on which, does not compile', () => {
    // @ts-expect-error: `decidedBy` is left out
    expect(table({ ...rest, sees: byPoll }).decidedBy).toBeUndefined();
    // @ts-expect-error: `polls` is left out
    expect(table({ ...rest, sees: byPoll, decidedBy: {} }).decidedBy).toEqual({});
    expect(table({ ...rest, sees: byPoll, decidedBy: { polls: true } }).decidedBy).toEqual({ polls: true });
  });

  it('[E18] hangs beneath the claim that it names, to go over with it when it is merged', () => {
    const claim = '01920000-0000-7000-8000-000000000001';
    for (const name of TABLES)
      for (const field of fieldsThatGo(name)) {
        // A target names what it is besides.
        const entities = [{ [field]: claim }, { [field]: { id: claim } }];
        const keys = linksOf[name].flatMap(([, keyOf]) =>
          entities.flatMap((entity) => keyWith(keyOf, entity)),
        );
        expect([name, field, keys.includes(claim)]).toEqual([name, field, true]);
      }
  });

  it('[E18] that not everyone sees stays with the words it is about: it may name what was merged', () => {
    for (const name of TABLES)
      if (tables[name].sees !== everyone) expect([name, fieldsThatGo(name)]).toEqual([name, []]);
  });

  it('[V7] hangs on nothing that some do not see: else those could not tell what closed for them', () => {
    for (const name of TABLES)
      for (const by of Object.keys(tables[name].decidedBy ?? {}))
        // Of its own table only a row of theirs closes anything for a person: [K4].
        expect([name, by, by === 'info' || by === name || tables[by as TableName].sees === everyone]).toEqual(
          [name, by, true],
        );
  });
});
