// One sequencer per map (DESIGN section 4): queue in, one commit for all that gathered, one frame out, then the answers.
import type { LoggedEdit } from '../map/edit.ts';
import type { ArgumentMap, Id } from '../map/map.ts';
import { applyPatches } from '../map/patch.ts';
import { refuse, type Refused } from '../result.ts';
import { CommitFailed, type ChangeLog, type ClientMark, type Loaded, type Write } from './log.ts';
import type { Change, Envelope, Frame, PushReply } from './protocol.ts';
import { markAfter, sequence, type Job, type Sequenced } from './sequence.ts';

/** Most edits in one commit, and most that may wait. */
const BATCH = 256;
const QUEUE = 4_000;
/** Marks kept in memory; beyond, they are read again when needed. */
const MOST_MARKS = 5_000;
/** Recent changes kept in memory for catch-up. */
const RECENT = 1_000;

export interface RoomHost {
  now(): number;
  /** Committed changes, in order and without gaps; called before the answers to those who asked for them. */
  onFrame(frame: Frame): void;
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
  private recent: Change[] = [];
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

  get current(): { readonly map: ArgumentMap; readonly version: number } {
    return { map: this.map, version: this.at };
  }

  get isIdle(): boolean {
    return this.working === undefined;
  }

  /** Decides edits of one client in order. Answers after the commit, never before. */
  push(client: Id, by: Id | null, edits: readonly Envelope[] | Job['edits']): Promise<PushReply | Refused> {
    if (this.queued + edits.length > QUEUE) {
      const busy = refuse('busy', 'Too many edits are waiting for this map.');
      return Promise.resolve({ ...busy, refusal: { ...busy.refusal, retryAfterMs: 500 } });
    }
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

  /** [S5] What a client at `since` missed; undefined when it must take the snapshot. */
  framesSince(since: number): Frame | undefined {
    if (since > this.at) return undefined;
    const first = this.recent[0]?.version ?? this.at + 1;
    if (since < this.at && since + 1 < first) return undefined;
    return { from: since, to: this.at, changes: this.recent.filter((change) => change.version > since) };
  }

  /** Forgets a client's mark, so that it is read afresh: the client may have spoken to another process meanwhile. */
  forget(client: Id): void {
    this.marks.delete(client);
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
    for (let failures = 0; this.queue.length > 0 || this.heard > this.at; ) {
      const jobs = this.take();
      try {
        if (jobs.length > 0) await this.decide(jobs, new Set());
        else this.absorb(await this.log.since(this.id, this.at));
        failures = 0;
      } catch (error) {
        this.host.onBug(error);
        failures += 1;
        this.putBack(jobs);
        if (!(await this.retry(failures))) return;
      }
    }
  }

  private take(): Waiting[] {
    const jobs: Waiting[] = [];
    for (let edits = 0, next = this.queue[0]; next && (jobs.length === 0 || edits + next.edits.length <= BATCH); next = this.queue[0]) {
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

  /** [S11] After an unknown outcome the log is asked what it holds; the same edits then find their own verdicts. */
  private async retry(failures: number): Promise<boolean> {
    try {
      await this.host.pause(failures);
      const missed = await this.log.since(this.id, this.at);
      this.marks.clear();
      this.absorb(missed);
      return true;
    } catch (error) {
      this.host.onBug(error);
      if (failures < 8) return this.retry(failures + 1);
      for (const job of this.take()) job.answer(refuse('busy', 'The map cannot be written at the moment.'));
      this.heard = this.at;
      return false;
    }
  }

  private async decide(jobs: readonly Waiting[], poisoned: ReadonlySet<Id>): Promise<void> {
    await this.knowMarks(jobs);
    try {
      this.conclude(jobs, await this.commit(jobs, poisoned));
    } catch (error) {
      if (!(error instanceof CommitFailed)) throw error;
      this.host.onBug(error);
      await this.decideApart(jobs, poisoned);
    }
  }

  /** One edit that cannot be stored must not take the others along: each is tried alone, and the culprit refused. */
  private async decideApart(jobs: readonly Waiting[], poisoned: ReadonlySet<Id>): Promise<void> {
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
      await this.decide(jobs, new Set([...poisoned, ...only.edits.map((edit) => edit.id)]));
    }
  }

  /** [S10] One statement; when another process was faster, once more under the map's lock. */
  private async commit(jobs: readonly Job[], poisoned: ReadonlySet<Id>): Promise<Sequenced> {
    const decideNow = (marks: ReadonlyMap<Id, ClientMark>): Sequenced =>
      sequence(
        { map: this.map, version: this.at, marks, at: this.host.now(), poisoned, onBug: (error, edit) => this.host.onBug(error, edit) },
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
    const frame: Frame = { from: this.at, to: sequenced.version, changes: sequenced.changes.map(withoutEdit) };
    this.map = sequenced.map;
    for (const { mark } of sequenced.marks) this.marks.set(mark.client, mark);
    this.tell(frame);
    for (const [i, job] of jobs.entries()) job.answer(sequenced.replies[i] ?? refuse('internal', 'No answer was found.'));
  }

  /** Changes that others committed, or that were committed while the answer was lost. */
  private absorb(missed: readonly Change[]): void {
    const last = missed.at(-1);
    if (!last) return;
    this.map = applyPatches(this.map, missed.flatMap((change) => change.patches));
    for (const change of missed) {
      const mark = this.marks.get(change.client);
      if (mark) this.marks.set(change.client, markAfter(mark, change));
    }
    this.tell({ from: this.at, to: last.version, changes: missed });
  }

  private tell(frame: Frame): void {
    if (frame.to === frame.from) return;
    this.at = frame.to;
    this.heard = Math.max(this.heard, frame.to);
    this.recent = [...this.recent, ...frame.changes].slice(-RECENT);
    this.host.onFrame(frame);
  }

  private async knowMarks(jobs: readonly Job[]): Promise<void> {
    if (this.marks.size > MOST_MARKS) this.marks.clear();
    const unknown = new Set(jobs.map((job) => job.client).filter((client) => !this.marks.has(client)));
    for (const client of unknown) {
      const mark = await this.log.mark(this.id, client);
      if (mark) this.marks.set(client, mark);
    }
  }
}

function withoutEdit({ edit: _edit, ...change }: Change & { edit?: unknown }): Change {
  return change;
}

function joined(a: PushReply | Refused, b: PushReply | Refused): PushReply | Refused {
  return a.ok && b.ok ? { ...b, verdicts: [...a.verdicts, ...b.verdicts] } : a.ok ? b : a;
}
