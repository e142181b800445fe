import { z } from 'zod';
import { Id, Language } from '../id.ts';
import { OrderKey } from '../order.ts';
import { fileAt, fileMark, fileRemoved, Removal, Stamp } from '../stamp.ts';
import { LONGEST, personText } from '../text.ts';
import { everyone } from './audience.ts';
import { table, TOP } from './description.ts';

export const Wording = Stamp.extend({ text: z.string() });
export type Wording = Readonly<z.infer<typeof Wording>>;

export const Claim = Stamp.extend({
  id: Id,
  text: z.string(),
  language: Language,
  /** The argument this claim hangs in; null for a thesis. */
  home: Id.nullable(),
  order: OrderKey,
  /** [D13] The side that its author was on when it was made. */
  side: Id.nullable(),
  /** Who last changed the wording, if anyone did. */
  reworded: Stamp.nullable(),
  /** Wordings that lost a race against the present one and wait for a person to settle it. */
  beside: z.array(Wording).readonly(),
  removed: Removal.nullable(),
}).meta({ id: 'Claim' });
export type Claim = Readonly<z.infer<typeof Claim>>;

const ClaimText = personText(LONGEST.claim);
/** More than a claim ever has, see reword.ts. */
export const MOST_BESIDE = 64;

export const claims = table({
  schema: Claim,
  file: Claim.extend({
    text: ClaimText,
    side: Id.nullable().default(null),
    reworded: fileMark,
    beside: z.array(Wording.extend({ text: ClaimText, ...fileAt })).max(MOST_BESIDE),
    ...fileAt,
    ...fileRemoved,
  }),
  words: { text: '', reworded: null, beside: [] },
  needs: { home: ['arguments'] },
  under: { home: ({ home }: Claim) => home ?? TOP },
  sees: everyone,
  loss: null,
  copied: true,
  older: (row) => ({ ...row, side: (row.side as Id | undefined) ?? null }),
  recorded: true,
});
