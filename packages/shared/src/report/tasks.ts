// [S-16] What everyone is asked to contribute, and how far somebody is.
import { may } from '../map/roles.ts';
import { TASKS, type Tasks } from '../map/tasks.ts';
import type { PersonPart } from './parts.ts';

export interface Progress {
  readonly task: (typeof TASKS)[number];
  readonly target: number;
  /** Null where the reader may not know. */
  readonly done: number | null;
}

/** Each task that there is for who does not decide, in the order of TASKS. */
export const progressIn = (tasks: Tasks, part: PersonPart): Progress[] =>
  TASKS.flatMap((task) => {
    const target = tasks[task];
    return target === 0 || may(part.person.role, 'review')
      ? []
      : [{ task, target, done: task === 'votes' ? part.voted : part[task] }];
  });

/**
 * [H6] Which part of all tasks is done, 0 to 1: each kind counts up to its target and no further, so that six replies and no
 * claim are half of three and three. Null where there is no task, or where one may not know.
 */
export function doneOf(progress: readonly Progress[]): number | null {
  let [sum, all] = [0, 0];
  for (const { target, done } of progress) {
    if (done === null) return null;
    sum += Math.min(done, target);
    all += target;
  }
  return all === 0 ? null : sum / all;
}
