import { z } from 'zod';
import { Language } from './id.ts';
import { LONGEST, optionalText, personText } from './text.ts';

/** Settings and heading of a map. */
export const MapInfo = z.object({
  title: personText(LONGEST.title),
  question: optionalText(LONGEST.question),
  about: optionalText(LONGEST.about),
  language: Language,
  /** Who may read: members only, or anyone with the address. */
  access: z.enum(['members', 'anyone']),
  /** Whose claims participants may change directly: everyone's, or only their own (others' become proposals). */
  editing: z.enum(['all', 'own']),
  /** Origins whose pages may show the map in a frame, parted by spaces as in a CSP; empty for none. */
  embeds: z
    .string()
    .max(2_000)
    .regex(/^(https?:\/\/[a-z0-9.-]+(:\d{1,5})?( (?=\S)|$))*$/),
});
export type MapInfo = z.infer<typeof MapInfo>;
