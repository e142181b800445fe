import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ok } from '../../result.ts';
import { EDIT_KINDS, kindOf, type LoggedEdit } from '../edit.ts';
import { kind } from './kind.ts';

const schema = z.object({ kind: z.literal('vote') });
const rest = { schema, act: () => null, rule: () => ok([]), undo: () => undefined };

describe('a kind of edit', () => {
  it('[P2] that does not say whose say it is does not compile', () => {
    // @ts-expect-error: `verb` is left out
    expect(kind(rest)).toBe(rest);
    // @ts-expect-error: there is no such verb
    expect(kind({ ...rest, verb: () => 'vote' }).schema).toBe(schema);
    expect(kind({ ...rest, verb: () => 'say' }).schema).toBe(schema);
  });

  it('[D2] that does not say which phases allow it does not compile', () => {
    const { act: _, ...less } = { ...rest, verb: () => 'say' as const };
    // @ts-expect-error: `act` is left out
    expect(kind(less)).toBe(less);
  });

  it('[P2] says so, each of them', () => {
    for (const name of EDIT_KINDS) expect(typeof kindOf({ kind: name } as LoggedEdit).verb).toBe('function');
  });
});
