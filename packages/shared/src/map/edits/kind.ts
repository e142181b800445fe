import type { z } from 'zod';
import type { Result } from '../../result.ts';
import type { Edit } from '../edit.ts';
import type { ArgumentMap } from '../map.ts';
import type { Id } from '../id.ts';
import type { Patch } from '../patch.ts';

/** Who asks, when, and under which id; `by` is a participant, or null for the server. `at` is in ms since 1970. */
export interface Context {
  readonly id: Id;
  readonly by: Id | null;
  readonly at: number;
}

/** One kind of edit. Permission is decided before the rule is asked (permissions.ts). */
export interface EditKind<E> {
  readonly schema: z.ZodType<E>;
  /** The decision, pure and total: the patches of the change, or a refusal that leaves the map as it was. */
  rule(map: ArgumentMap, edit: E, context: Context): Result<readonly Patch[]>;
  /**
   * The edit that takes `edit` back, made at undo time from the map `before` it and the map `now`.
   * Undefined when the value is no longer the one that `edit` set, or when others built on it.
   */
  undo(edit: E, before: ArgumentMap, now: ArgumentMap): Edit | undefined;
}

/** For a rule that is only tried out. */
export const NOBODY: Context = { id: '', by: null, at: 0 };

export const stamp = ({ by, at }: Context): { by: Id | null; at: number } => ({ by, at });
