// The pure heart of the sequencer: a map, what clients sent, and out come the numbered changes and the verdicts.
import { applyEdit } from '../map/applyEdit.ts';
import type { LoggedEdit } from '../map/edit.ts';
import type { ArgumentMap } from '../map/map.ts';
import type { Id } from '../map/id.ts';
import { applyPatches, type Patch } from '../map/patch.ts';
import type { Folds } from '../map/pending.ts';
import { refuse, type Refused, type Result } from '../result.ts';
import { goneIn, scrubbed } from './scrubbed.ts';
import { REMEMBERED, type ClientMark, type LoggedChange, type MarkMove } from './log.ts';
import type { Asked, PushReply, Verdict } from './protocol.ts';

/** Edits one client sent together, in order. */
export interface Job {
  readonly client: Id;
  readonly by: Id | null;
  readonly edits: readonly Asked[];
}

export interface Sequenced {
  readonly map: ArgumentMap;
  readonly version: number;
  readonly changes: readonly LoggedChange[];
  readonly marks: readonly MarkMove[];
  /** One answer per job, in the order of the jobs. */
  readonly replies: readonly (PushReply | Refused)[];
}

export interface Setting {
  readonly map: ArgumentMap;
  readonly version: number;
  readonly marks: ReadonlyMap<Id, ClientMark>;
  /** ms since 1970, for all changes of this round. */
  readonly at: number;
  /** Why the log could not store an edit, by its id: refused without asking the rule. */
  readonly poisoned: ReadonlyMap<Id, Refused>;
  /** What was folded for earlier rounds; only saves time. */
  readonly folds?: Folds;
  readonly onBug: (error: unknown, edit: LoggedEdit) => void;
}

/** [S1] [S3] [S4] Gives every edit its verdict: the remembered one, or the next number, or a refusal. */
export function sequence(setting: Setting, jobs: readonly Job[]): Sequenced {
  let { map, version } = setting;
  const changes: LoggedChange[] = [];
  const marks = new Map<Id, ClientMark>();
  const decideOne = (job: Job, asked: Asked): Verdict => {
    if ('refusal' in asked) return asked;
    const { seq, id, edit } = asked;
    const result = decided({ ...setting, map }, edit, { id, by: job.by });
    if (!result.ok) return { seq, id, refusal: result.refusal };
    map = applyPatches(map, result.value);
    version += 1;
    const { client, by } = job;
    changes.push({
      version,
      at: setting.at,
      by,
      id,
      client,
      seq,
      kind: edit.kind,
      patches: result.value,
      edit,
    });
    return { seq, id, version };
  };
  const replies = jobs.map((job) => {
    const mark = marks.get(job.client) ??
      setting.marks.get(job.client) ?? { client: job.client, by: job.by, lastSeq: 0, verdicts: [] };
    if (mark.by !== job.by) return refuse('not-allowed', 'This client id belongs to someone else.');
    const { reply, moved } = answer(job, mark, (edit) => decideOne(job, edit));
    if (moved.lastSeq > mark.lastSeq) marks.set(job.client, moved);
    return reply;
  });
  const moves = [...marks.values()].map((mark) => ({
    before: setting.marks.get(mark.client)?.lastSeq ?? 0,
    mark,
  }));
  // [S15] What is purged must not stand in a change of the same commit.
  const gone = goneIn(changes);
  const told = gone.size === 0 ? changes : changes.map((change) => scrubbed(change, gone));
  return { map, version, changes: told, marks: moves, replies };
}

const forgotten = refuse('stale', 'This edit was decided so long ago that its verdict is no longer kept.');

function answer(
  job: Job,
  mark: ClientMark,
  decide: (edit: Asked) => Verdict,
): { reply: PushReply; moved: ClientMark } {
  let moved = mark;
  const verdicts: Verdict[] = [];
  for (const edit of job.edits) {
    const { seq, id } = edit;
    const remembered = moved.verdicts.find((verdict) => verdict.seq === seq);
    // A tab that was copied, or storage that lost an edit, can give one number to two edits.
    const isTaken = remembered !== undefined && remembered.id !== id;
    if (seq > moved.lastSeq + 1 || isTaken)
      return { reply: { ok: true, verdicts, expected: moved.lastSeq + 1 }, moved };
    if (seq <= moved.lastSeq) {
      verdicts.push(remembered ?? { seq, id, refusal: forgotten.refusal });
      continue;
    }
    const verdict = decide(edit);
    verdicts.push(verdict);
    moved = { ...moved, lastSeq: edit.seq, verdicts: [...moved.verdicts, verdict].slice(-REMEMBERED) };
  }
  return { reply: { ok: true, verdicts }, moved };
}

/** A bug in one rule must not stop the others: it refuses its own edit and is reported. */
function decided(
  setting: Setting,
  edit: LoggedEdit,
  { id, by }: { id: Id; by: Id | null },
): Result<readonly Patch[]> {
  const poisoned = setting.poisoned.get(id);
  if (poisoned) return poisoned;
  try {
    return applyEdit(setting.map, edit, { id, by, at: setting.at }, setting.folds);
  } catch (error) {
    setting.onBug(error, edit);
    return refuse('internal', 'The edit could not be decided.');
  }
}
