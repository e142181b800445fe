import { z } from 'zod';

/** [H6] What of each kind everyone is asked to contribute; 0 for none. */
export const TASKS = ['claims', 'replies', 'sources', 'comments', 'votes'] as const;
const Target = z.int().min(0).max(100);

export const Tasks = z
  .object({ claims: Target, replies: Target, sources: Target, comments: Target, votes: Target })
  .readonly();
export type Tasks = z.infer<typeof Tasks>;

export const NO_TASKS: Tasks = { claims: 0, replies: 0, sources: 0, comments: 0, votes: 0 };
