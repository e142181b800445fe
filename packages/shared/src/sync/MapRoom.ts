// One sequencer per map: queue in, one commit for all that gathered, one frame out, then the answers.
import type { LoggedEdit } from '../map/edit.ts';
import type { ArgumentMap } from '../map/map.ts';
import type { Id } from '../map/id.ts';
import { applyPatches, contentOf } from '../map/patch.ts';
import { Folds } from '../map/pending.ts';
import { toldContent, toldPatches } from '../map/words.ts';
import { refuse, type Refused } from '../result.ts';
import { CommitFailed, IdTaken, MapGone, type ChangeLog, type ClientMark, type Loaded, type Write } from './log.ts'; // prettier-ignore
import { PIECE, type Asked, type Change, type Frame, type PushReply } from './protocol.ts';
import { isTooLong, pieces, Recent, sum } from './Recent.ts';
import { goneIn } from './scrubbed.ts';
import { sequence, type Job, type Sequenced } from './sequence.ts';
import { Turns } from './turns.ts';

/** Most edits in one commit, and most that may wait. */
const BATCH = 256;
const QUEUE = 4_000;
/** Marks kept in memory; beyond, they are read again when needed. */
const MOST_MARKS = 5_000;
/** Clients that said hello and have no mark yet. */
const MOST_BOUND = 5_000;
/** The length of the whole map is measured again after this many changes. */
const MEASURED_FOR = 100;
/** Failures in a row after which those who wait are sent away, to come back later. */
const PATIENCE = 8;

export interface RoomHost {
  now(): number;
  /** Committed changes in pieces, in order and without gaps; called before the answers to those who asked for them. */
  onFrame(frame: Frame): void;
  /** The map was deleted, here or by another process: the room answers nothing more. */
  onGone?(): void;
  onBug(error: unknown, edit?: LoggedEdit): void;
  /** Waits before the log is asked again after it failed; rejects when the room should give up. */
  pause(attempt: number): Promise<void>;
}

interface Waiting extends Job {
  readonly answer: (reply: PushReply | Refused) => void;
}

export class MapRoom {
  readonly id: Id;
  readonly epoch: number;
  private map: ArgumentMap;
  private at: number;
  private readonly marks = new Map<Id, ClientMark>();
  private readonly log: ChangeLog;
  private readonly host: RoomHost;
  private readonly recent = new Recent();
  private readonly turns = new Turns();
  private readonly folds = new Folds();
  /** Whose a client is that has sent nothing yet. */
  private readonly bound = new Map<Id, Id>();
  private measured = { version: -Infinity, size: 0 };
  private gone = false;
  private queue: Waiting[] = [];
  private queued = 0;
  private working: Promise<void> | undefined;
  private heard: number;

  private constructor(id: Id, { map, version, epoch }: Loaded, log: ChangeLog, host: RoomHost) {
    this.id = id;
    this.epoch = epoch;
    this.map = map;
    this.at = version;
    this.heard = version;
    this.log = log;
    this.host = host;
  }

  static async open(id: Id, log: ChangeLog, host: RoomHost): Promise<MapRoom | undefined> {
    const loaded = await log.load(id);
    return loaded && new MapRoom(id, loaded, log, host);
  }

  /** By the clock that edits are decided by. */
  get now(): number {
    return this.host.now();
  }

  get current(): { readonly map: ArgumentMap; readonly version: number } {
    return { map: this.map, version: this.at };
  }

  get isGone(): boolean {
    return this.gone;
  }

  get isIdle(): boolean {
    return this.working === undefined;
  }

  /** Decides edits of one client in order. Answers after the commit, never before. */
  push(client: Id, by: Id | null, edits: readonly Asked[]): Promise<PushReply | Refused> {
    if (this.gone) return Promise.resolve(NO_MAP);
    if (this.queued + edits.length > QUEUE)
      return Promise.resolve(busy('Too many edits are waiting for this map.'));
    return new Promise((answer) => {
      this.queued += edits.length;
      this.queue.push({ client, by, edits, answer });
      this.work();
    });
  }

  /** The doorbell: another process has committed up to `version`. */
  hear(version: number): void {
    if (version <= this.heard) return;
    this.heard = version;
    this.work();
  }

  /** [S5] [S13] The first piece of what a client at `since` missed; undefined when it must take the snapshot. */
  frameSince(since: number): Frame | undefined {
    const changes = since > this.at ? undefined : this.keptSince(since);
    if (!changes || this.isLongerThanMap(sum(changes))) return undefined;
    const [piece] = pieces({ from: since, to: this.at, changes });
    if (!piece) return { from: since, to: this.at, changes };
    return isTooLong(piece) ? undefined : piece;
  }

  /** All changes after a version; undefined when some of them are no longer kept. */
  keptSince(since: number): readonly Change[] | undefined {
    return this.recent.since(since, this.at);
  }

  /** [S14] Whether `by` may speak as this client; from the first time on, nobody else may. */
  async belongs(client: Id, by: Id): Promise<boolean> {
    const mark = this.marks.get(client) ?? (await this.log.mark(this.id, client));
    const owner = mark ? mark.by : (this.bound.get(client) ?? by);
    if (owner !== by) return false;
    if (mark) return true;
    for (const [oldest] of this.bound.size < MOST_BOUND ? [] : this.bound) {
      this.bound.delete(oldest);
      break;
    }
    this.bound.set(client, by);
    return true;
  }

  /** The map was deleted: whoever waits is told so. */
  close(): void {
    if (this.gone) return;
    this.gone = true;
    for (const job of this.queue.splice(0)) job.answer(NO_MAP);
    this.queued = 0;
    this.heard = this.at;
    this.host.onGone?.();
  }

  /** Roots beneath which words opened or closed within a frame of this room [V7]. */
  rootsIn(frame: Frame): readonly Id[] {
    return this.turns.rootsIn(frame, this.keptSince(frame.from) ?? frame.changes);
  }

  /** Resolves when all that was pushed so far has been answered. */
  async drained(): Promise<void> {
    while (this.working) await this.working;
  }

  private work(): void {
    this.working ??= this.run().finally(() => {
      this.working = undefined;
      if (this.queue.length > 0 || this.heard > this.at) this.work();
    });
  }

  private async run(): Promise<void> {
    await Promise.resolve(); // what arrives in this turn of the loop joins the first batch
    for (let failures = 0; this.queue.length > 0 || this.heard > this.at;) {
      const jobs = this.take();
      try {
        if (failures > 0) await this.askLog();
        if (jobs.length > 0) await this.decide(jobs, new Map());
        else await this.listen();
        failures = 0;
      } catch (error) {
        this.putBack(jobs);
        if (error instanceof MapGone) {
          this.close();
          return;
        }
        this.host.onBug(error);
        failures += 1;
        const goesOn = failures <= PATIENCE && (await this.host.pause(failures).then(always, never));
        if (!goesOn) this.giveUp();
      }
    }
  }

  /** [S11] After an unknown outcome the log is asked what it holds; the same edits then find their own verdicts. */
  private async askLog(): Promise<void> {
    const missed = await this.log.since(this.id, this.at);
    this.marks.clear();
    this.absorb(missed);
  }

  private async listen(): Promise<void> {
    const { heard } = this;
    this.absorb(await this.log.since(this.id, this.at));
    // A ring for what the log does not hold must not be followed for ever.
    if (this.heard === heard) this.heard = this.at;
  }

  /** Whoever waits comes back later, and the next ring is heard. */
  private giveUp(): void {
    for (const job of this.queue.splice(0)) job.answer(busy('The map cannot be written at the moment.'));
    this.queued = 0;
    this.heard = this.at;
  }

  private take(): Waiting[] {
    const jobs: Waiting[] = [];
    for (
      let edits = 0, next = this.queue[0];
      next && (jobs.length === 0 || edits + next.edits.length <= BATCH);
      next = this.queue[0]
    ) {
      edits += next.edits.length;
      jobs.push(next);
      this.queue.shift();
    }
    this.queued -= jobs.reduce((sum, job) => sum + job.edits.length, 0);
    return jobs;
  }

  private putBack(jobs: Waiting[]): void {
    this.queue.unshift(...jobs);
    this.queued += jobs.reduce((sum, job) => sum + job.edits.length, 0);
  }

  private async decide(jobs: readonly Waiting[], poisoned: ReadonlyMap<Id, Refused>): Promise<void> {
    await this.knowMarks(jobs);
    try {
      this.conclude(jobs, await this.commit(jobs, poisoned));
    } catch (error) {
      if (!(error instanceof CommitFailed)) throw error;
      this.host.onBug(error);
      await this.decideApart(jobs, poisoned, error);
    }
  }

  /** One edit that cannot be stored must not take the others along: each is tried alone, and the culprit refused. */
  private async decideApart(
    jobs: readonly Waiting[],
    poisoned: ReadonlyMap<Id, Refused>,
    failed: CommitFailed,
  ): Promise<void> {
    const [only] = jobs;
    if (!only) return;
    if (jobs.length > 1) {
      for (const job of jobs) await this.decide([job], poisoned);
    } else if (only.edits.length > 1) {
      const replies: (PushReply | Refused)[] = [];
      for (const edit of only.edits) {
        await this.decide([{ ...only, edits: [edit], answer: (reply) => replies.push(reply) }], poisoned);
      }
      only.answer(replies.reduce(joined));
    } else {
      const culprits = only.edits.map((edit) => edit.id).filter((id) => !poisoned.has(id));
      // Not even its refusal could be stored: then the edit is not to blame.
      if (culprits.length === 0) throw new Error('the log stores nothing', { cause: failed });
      const refused =
        failed instanceof IdTaken
          ? refuse('id-taken', 'The id of the edit is in use.')
          : refuse('internal', 'The edit could not be stored.');
      await this.decide(jobs, new Map([...poisoned, ...culprits.map((id) => [id, refused] as const)]));
    }
  }

  /** [S10] One statement; when another process was faster, once more under the map's lock. */
  private async commit(jobs: readonly Job[], poisoned: ReadonlyMap<Id, Refused>): Promise<Sequenced> {
    const decideNow = (marks: ReadonlyMap<Id, ClientMark>): Sequenced =>
      sequence(
        {
          map: this.map,
          version: this.at,
          marks,
          at: this.host.now(),
          poisoned,
          folds: this.folds,
          onBug: (error, edit) => this.host.onBug(error, edit),
        },
        jobs,
      );
    let sequenced = decideNow(this.marks);
    if (sequenced.marks.length === 0 || (await this.log.commit(this.write(sequenced)))) return sequenced;
    const clients = [...new Set(jobs.map((job) => job.client))];
    await this.log.commitLocked(this.id, this.at, clients, (missed, marks) => {
      this.absorb(missed);
      for (const client of clients) this.marks.delete(client);
      for (const mark of marks.values()) this.marks.set(mark.client, mark);
      sequenced = decideNow(this.marks);
      return this.write(sequenced);
    });
    return sequenced;
  }

  private write({ changes, marks }: Sequenced): Write {
    return { map: this.id, from: this.at, changes, marks };
  }

  /** [S2] Only now, after the commit, the room moves on, everyone hears, and the askers get their answers. */
  private conclude(jobs: readonly Waiting[], sequenced: Sequenced): void {
    const frame: Frame = {
      from: this.at,
      to: sequenced.version,
      changes: sequenced.changes.map((change) => told(withoutEdit(change))),
    };
    this.turns.note(this.map, frame.changes);
    this.map = sequenced.map;
    for (const { mark } of sequenced.marks) this.marks.set(mark.client, mark);
    this.tell(frame, goneIn(sequenced.changes));
    for (const [i, job] of jobs.entries())
      job.answer(sequenced.replies[i] ?? refuse('internal', 'No answer was found.'));
  }

  /** Changes that others committed, or that were committed while the answer was lost. */
  private absorb(missed: readonly Change[]): void {
    const last = missed.at(-1);
    if (!last) return;
    const changes = missed.map(told);
    this.turns.note(this.map, changes);
    this.map = applyPatches(
      this.map,
      missed.flatMap((change) => change.patches),
    );
    // Between these changes there may have been refusals: the marks of their clients are read again when needed.
    for (const { client } of missed) this.marks.delete(client);
    this.tell({ from: this.at, to: last.version, changes }, goneIn(missed));
  }

  private tell(frame: Frame, gone: ReadonlySet<Id>): void {
    if (frame.to === frame.from) return;
    this.at = frame.to;
    this.heard = Math.max(this.heard, frame.to);
    if (gone.size > 0) this.recent.scrub(gone, (was, is) => this.turns.follow(was, is));
    this.recent.add(frame.changes);
    for (const piece of pieces(frame)) this.host.onFrame(piece);
  }

  /** Only a long tail is held against the map: measuring costs as much as making the snapshot. */
  private isLongerThanMap(size: number): boolean {
    if (size <= 4 * PIECE) return false;
    if (this.at - this.measured.version > MEASURED_FOR)
      this.measured = { version: this.at, size: JSON.stringify(toldContent(contentOf(this.map))).length };
    return size > this.measured.size;
  }

  private async knowMarks(jobs: readonly Job[]): Promise<void> {
    if (this.marks.size > MOST_MARKS) this.marks.clear();
    const unknown = new Set(jobs.filter((job) => this.isUnknown(job)).map((job) => job.client));
    for (const client of unknown) {
      const mark = await this.log.mark(this.id, client);
      if (!mark) continue;
      this.marks.set(client, mark);
      // A verdict from another process may be ahead of this room: its frame must not wait for the doorbell.
      for (const verdict of mark.verdicts)
        if ('version' in verdict) this.heard = Math.max(this.heard, verdict.version);
    }
  }

  /** A client that is further than its mark has spoken to another process meanwhile. */
  private isUnknown({ client, edits }: Job): boolean {
    const mark = this.marks.get(client);
    return !mark || (edits[0]?.seq ?? 0) > mark.lastSeq + 1;
  }
}

function busy(message: string): Refused {
  const { refusal } = refuse('busy', message);
  return { ok: false, refusal: { ...refusal, retryAfterMs: 500 } };
}

const NO_MAP = refuse('not-found', 'There is no such map, or it is not open to you.');

const always = (): boolean => true;
const never = (): boolean => false;

function withoutEdit({ edit: _edit, ...change }: Change & { edit?: unknown }): Change {
  return change;
}

/** [V9] Nobody is told what is long, so it is not kept for anybody. */
function told(change: Change): Change {
  const patches = toldPatches(change.patches);
  return patches === change.patches ? change : { ...change, patches };
}

function joined(a: PushReply | Refused, b: PushReply | Refused): PushReply | Refused {
  return a.ok && b.ok ? { ...b, verdicts: [...a.verdicts, ...b.verdicts] } : a.ok ? b : a;
}
