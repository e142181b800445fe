// Two kinds of edits that the product does not have, over a table it does not have either. Import this before all else of
// the domain: whatever handles tables and edits in general then handles these, and names neither.
import { OPEN } from './madeUpTable.ts';
import { z } from 'zod';
import { kind, stamp } from '../src/map/edits/kind.ts';
import { SINGLE } from '../src/map/edits/list.ts';
import { Id } from '../src/map/id.ts';
import { ok, refuse } from '../src/result.ts';

const writeNote = kind({
  schema: z.object({ kind: z.literal('note'), note: Id, claim: Id, text: z.string(), side: z.array(Id) }),
  act: () => 'comment',
  verb: () => 'say',
  rule(map, { note: id, claim, text, side }, context) {
    if (map.claims.get(claim)?.removed !== null) return refuse('removed', 'The claim was removed.');
    return ok([
      { table: 'notes', put: { id, claim, text, side, removed: null, ...stamp(context) } } as never,
    ]);
  },
  undo: ({ note: id }) => ({ kind: 'remove', id }),
  words: { of: ({ note }) => [note], none: { text: '' }, on: ({ claim }) => [claim] },
});

const openNotes = kind({
  schema: z.object({ kind: z.literal('open-notes'), open: z.boolean() }),
  act: () => null,
  verb: () => 'manage',
  rule: (map, { open }) => ok([{ table: 'info', put: { ...map.info, question: open ? OPEN : '' } }]),
  undo: ({ open }) => ({ kind: 'open-notes', open: !open }),
});

(SINGLE as unknown as unknown[]).push(writeNote, openNotes);

/** As edits of the product, for the compiler. */
export const note = (id: Id, claim: Id, text: string, side: readonly Id[]): never =>
  ({ kind: 'note', note: id, claim, text, side }) as never;
export const openAll = (open: boolean): never => ({ kind: 'open-notes', open }) as never;
export const NOTES = 'notes' as never;
