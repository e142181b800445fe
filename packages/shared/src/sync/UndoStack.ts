import type { Edit } from '../map/edit.ts';
import type { Withdraw } from '../map/edits/decide.ts';
import type { ArgumentMap } from '../map/map.ts';
import type { Id } from '../map/id.ts';
import { ok, refuse, type Result } from '../result.ts';
import { stepOf, undoOfStep, type Done, type Step } from './step.ts';

/** What can be taken back and brought back, oldest first. */
export interface Steps {
  readonly undos: readonly Step[];
  readonly redos: readonly Step[];
}

const LONGEST = 100;

/**
 * Undo and redo of one person's own edits. The inverse is done at undo time against the present map, so that it only
 * takes back what still is mine; redo is the inverse of the undo, so that n undos and n redos change nothing.
 */
export class UndoStack implements Steps {
  undos: readonly Step[];
  redos: readonly Step[];

  /** Goes on with what a page before kept. */
  constructor({ undos, redos }: Steps = { undos: [], redos: [] }) {
    this.undos = undos.slice(-LONGEST);
    this.redos = redos.slice(-LONGEST);
  }

  get canUndo(): boolean {
    return this.undos.length > 0;
  }

  get canRedo(): boolean {
    return this.redos.length > 0;
  }

  did(done: Done): void {
    if (!isUndoable(done.edit)) return;
    this.undos = [...this.undos, stepOf(done)].slice(-LONGEST);
    this.redos = [];
  }

  /** What an undo or a redo would ask for now, before it is asked for. */
  next(which: 'undo' | 'redo', now: ArgumentMap): Result<Edit> {
    return inverse((which === 'undo' ? this.undos : this.redos).at(-1), now);
  }

  /** The edit that undoes the last step. A step that can no longer be undone is dropped, with the refusal. */
  toUndo(now: ArgumentMap): Result<Edit> {
    const edit = this.next('undo', now);
    this.undos = this.undos.slice(0, -1);
    return edit;
  }

  undid(done: Done): void {
    this.redos = [...this.redos, stepOf(done)].slice(-LONGEST);
  }

  toRedo(now: ArgumentMap): Result<Edit> {
    const edit = this.next('redo', now);
    this.redos = this.redos.slice(0, -1);
    return edit;
  }

  redid(done: Done): void {
    this.undos = [...this.undos, stepOf(done)].slice(-LONGEST);
  }

  /** The server refused the edit: there is nothing to undo. */
  forget(id: Id): void {
    this.undos = this.undos.filter((step) => step.id !== id);
    this.redos = this.redos.filter((step) => step.id !== id);
  }
}

/** [U6] */
const FINAL: readonly Edit['kind'][] = ['withdraw', 'purge', 'look'];
const isUndoable = (edit: Edit): boolean => !FINAL.includes(edit.kind);

function withdrawn({ proposal: id }: Withdraw, now: ArgumentMap): Edit | undefined {
  const proposal = now.proposals.get(id);
  if (!proposal) return undefined;
  // [D14] What was kept back, or offered, is so once more: it is never asked for by itself.
  const to = proposal.state !== 'dropped' ? 'moderators' : proposal.side === null ? 'self' : 'side';
  return { kind: 'propose', proposal: id, to, edit: proposal.edit };
}

function inverse(step: Step | undefined, now: ArgumentMap): Result<Edit> {
  if (!step) return refuse('no-change', 'There is nothing to take back.');
  if (now.proposals.get(step.id)?.state === 'pending') return ok({ kind: 'withdraw', proposal: step.id });
  const edit = step.edit.kind === 'withdraw' ? withdrawn(step.edit, now) : undoOfStep(step, now);
  return edit ? ok(edit) : refuse('stale', 'Others have changed it since.');
}
