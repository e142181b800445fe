import { z } from 'zod';
import { StoredEdit } from './edit.ts';
import { Id, Stamp } from './map.ts';

/** An edit that waits for a moderator, and what became of it. */
export const Proposal = Stamp.extend({
  id: Id,
  edit: StoredEdit,
  state: z.enum(['pending', 'accepted', 'rejected', 'withdrawn']),
  reason: z.string().nullable(),
  decided: Stamp.nullable(),
});
export type Proposal = Readonly<z.infer<typeof Proposal>>;
