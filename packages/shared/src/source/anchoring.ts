// Where a passage of an earlier edition stands in a later one.
import { z } from 'zod';
import { Id } from '../map/id.ts';

/**
 * exact: the same words in the same place; moved: the same words elsewhere; typographic: other marks, spaces or forms
 * of letters only; changed: other words, which a person has to look at; orphaned: its words are gone.
 */
export const AnchorStatus = z.enum(['exact', 'moved', 'typographic', 'changed', 'orphaned']);
export type AnchorStatus = z.infer<typeof AnchorStatus>;

/** In code points of the later edition, `end` excluded; an orphaned one has both where its words were. */
export const Anchor = z.object({ status: AnchorStatus, start: z.int().min(0), end: z.int().min(0) });
export type Anchor = Readonly<z.infer<typeof Anchor>>;

/** `kept`: a person decided that the passage stays with its own edition. */
export const Anchoring = Anchor.extend({ edition: Id, status: z.enum([...AnchorStatus.options, 'kept']) });
export type Anchoring = Readonly<z.infer<typeof Anchoring>>;
