// A table that the product does not have: what one side notes about a claim, until all notes are opened. Import it before
// all else of the domain, with its edits: madeUp.ts.
import { z } from 'zod';
import { Id } from '../src/map/id.ts';
import { type MapInfo } from '../src/map/info.ts';
import { Removal, Stamp } from '../src/map/stamp.ts';
import type { Circle } from '../src/map/tables/audience.ts';
import { table } from '../src/map/tables/description.ts';
import { DESCRIPTIONS, TABLES } from '../src/map/tables/tables.ts';

export const OPEN = 'The notes are open.';

const Note = Stamp.extend({
  id: Id,
  claim: Id,
  text: z.string(),
  side: z.array(Id),
  removed: Removal.nullable(),
}).meta({ id: 'Note' });
type Note = z.infer<typeof Note>;

const notes = table({
  schema: Note,
  file: Note,
  words: { text: '' },
  needs: { claim: ['claims', 'mergers'] },
  under: { notes: ({ claim }: Note) => claim },
  sees: ({ side }: Note, { info }: { readonly info: MapInfo }): Circle[] =>
    info.question === OPEN ? ['everyone'] : side.map((person) => `person:${person}` as const),
  decidedBy: { info: true },
  loss: 'comments',
  copied: true,
  recorded: false,
  later: true,
});

Object.assign(DESCRIPTIONS, { notes });
(TABLES as string[]).push('notes');
