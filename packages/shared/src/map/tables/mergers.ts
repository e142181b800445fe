import { z } from 'zod';
import { Id, Language } from '../id.ts';
import { OrderKey } from '../order.ts';
import { fileAt, fileMark, fileRemoved, Removal, Stamp } from '../stamp.ts';
import { LONGEST, personText } from '../text.ts';
import { everyone } from './audience.ts';
import { MOST_BESIDE, Wording } from './claims.ts';
import { table } from './description.ts';

/**
 * [E18] A claim that was merged into another, under its own id: its words and who wrote them, which are an earlier wording
 * of the other, and what it takes to part them again.
 */
export const Merger = Stamp.extend({
  id: Id,
  into: Id,
  text: z.string(),
  language: Language,
  reworded: Stamp.nullable(),
  beside: z.array(Wording).readonly(),
  /** Where it stood: the argument that was its home, and its key there. */
  home: Id.nullable(),
  order: OrderKey,
  side: Id.nullable(),
  /** The other one in its place; there is none where it was a thesis, or where the other one stood already. */
  reference: Id,
  /** What went over with it. */
  moved: z.array(Id).readonly(),
  /** Arguments that said nothing any more, and were put away. */
  emptied: z.array(Id).readonly(),
  merged: Stamp,
  removed: Removal.nullable(),
}).meta({ id: 'Merger' });
export type Merger = Readonly<z.infer<typeof Merger>>;

const ClaimText = personText(LONGEST.claim);

export const mergers = table({
  schema: Merger,
  file: Merger.extend({
    text: ClaimText,
    side: Id.nullable().default(null),
    reworded: fileMark,
    beside: z.array(Wording.extend({ text: ClaimText, ...fileAt })).max(MOST_BESIDE),
    merged: Stamp.extend(fileAt),
    ...fileAt,
    ...fileRemoved,
  }),
  words: { text: '', reworded: null, beside: [] },
  needs: { into: ['claims'] },
  under: { mergers: ({ into }: Merger) => into },
  sees: everyone,
  loss: 'mergers',
  copied: true,
  recorded: true,
  later: true,
  older: (row) => ({ ...row, side: (row.side as Id | undefined) ?? null }),
});
