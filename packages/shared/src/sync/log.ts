// The port between the sequencer and whatever keeps the log: Postgres in the product, a simulated disk in tests.
import type { LoggedEdit } from '../map/edit.ts';
import type { ArgumentMap } from '../map/map.ts';
import type { Id } from '../map/id.ts';
import type { Change, Verdict } from './protocol.ts';

/** How many verdicts per client are remembered: as many as the numbers that a client's unsettled edits span at most. */
export const REMEMBERED = 64;

/** How far a client's edits have been decided, and the last verdicts, refusals too. */
export interface ClientMark {
  readonly client: Id;
  /** The one person this client belongs to. */
  readonly by: Id | null;
  readonly lastSeq: number;
  readonly verdicts: readonly Verdict[];
}

export type LoggedChange = Change & { readonly edit: LoggedEdit };

/** A client's mark as it moves in one write; `before` is what the log must still hold. */
export interface MarkMove {
  readonly before: number;
  readonly mark: ClientMark;
}

/** One group commit: all of it happens, or nothing. */
export interface Write {
  readonly map: Id;
  readonly from: number;
  readonly changes: readonly LoggedChange[];
  readonly marks: readonly MarkMove[];
}

export interface Loaded {
  readonly map: ArgumentMap;
  readonly version: number;
  readonly epoch: number;
}

export interface ChangeLog {
  load(map: Id): Promise<Loaded | undefined>;
  /** Changes after `version`, gapless and in order. */
  since(map: Id, version: number): Promise<readonly Change[]>;
  mark(map: Id, client: Id): Promise<ClientMark | undefined>;
  /**
   * Writes if the map is still at `write.from` and every mark still where it was; false when it is not (the fence).
   * Throws CommitFailed when the values themselves cannot be written, now or later: the culprit is then looked for and
   * refused. Any other error, a lost connection as well as a full disk, leaves the outcome unknown.
   */
  commit(write: Write): Promise<boolean>;
  /**
   * Locks the map, tells what was missed since `since` and the clients' marks, and writes what `decide` answers.
   * Throws as `commit` does, and MapGone.
   */
  commitLocked(
    map: Id,
    since: number,
    clients: readonly Id[],
    decide: (missed: readonly Change[], marks: ReadonlyMap<Id, ClientMark>) => Write,
  ): Promise<void>;
}

/** The write breaks a constraint or holds a value that cannot be stored; it surely left no trace. */
export class CommitFailed extends Error {}

/** [S3] An edit with one of these ids stands in the log already, from another client. */
export class IdTaken extends CommitFailed {}

/** The map was deleted: there is nothing to write to. */
export class MapGone extends Error {}
