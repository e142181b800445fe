import { z } from 'zod';
import { Id } from './id.ts';

/** Who did something and when; `by` is a participant, null the server itself. `at` is in ms since 1970, by the server. */
export const Stamp = z.object({ by: Id.nullable(), at: z.int() });
export type Stamp = Readonly<z.infer<typeof Stamp>>;

/** The mark of what was removed. */
export const Removal = Stamp.extend({
  /** [E16] Its words were deleted for good: it has none any more, and never comes back. */
  purged: Stamp.optional(),
});
export type Removal = Readonly<z.infer<typeof Removal>>;

/** The last moment that a Date can hold. */
const LAST_MOMENT = 8.64e15;

/** Moments and marks as a file may bring them. */
const At = z.int().min(0).max(LAST_MOMENT);
export const fileAt = { at: At };
export const fileMark = Stamp.extend(fileAt).nullable();
export const fileRemoved = { removed: fileMark };
