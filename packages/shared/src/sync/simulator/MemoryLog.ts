// The log of one map in memory, with the exact semantics of log.ts: the model that Postgres and the simulated disk follow.
import type { ArgumentMap, MapContent } from '../../map/map.ts';
import type { Id } from '../../map/id.ts';
import { applyPatches, contentPatches } from '../../map/patch.ts';
import { emptyMap } from '../../map/map.ts';
import {
  CommitFailed,
  IdTaken,
  MapGone,
  type ChangeLog,
  type ClientMark,
  type Loaded,
  type LoggedChange,
  type Write,
} from '../log.ts';
import type { Change } from '../protocol.ts';
import { goneIn, scrubbed } from '../scrubbed.ts';

/** Makes a value as it comes back from a wire or a JSON column: nothing shared, nothing that JSON cannot say. */
export const overWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export class MemoryLog implements ChangeLog {
  changes: LoggedChange[] = [];
  readonly marks = new Map<Id, ClientMark>();
  private readonly keys = new Set<string>();
  /** The projection after every version, kept by patches alone; the last is what the tables hold. */
  states: ArgumentMap[] = [emptyMap];
  /** All that was ever purged, and the last version that purged something. */
  readonly gone = new Set<Id>();
  purgedAt = 0;
  /** The map's row was deleted. */
  isGone = false;
  /** A change that breaks a constraint: the whole write then fails. */
  isUnstorable: (change: LoggedChange) => boolean = () => false;

  constructor(
    readonly id: Id,
    content: MapContent,
    readonly epoch = 1,
  ) {
    const founding = { version: 1, at: 0, by: null, id, client: id, seq: 1, kind: 'found' } as const;
    const founded = {
      ...founding,
      patches: contentPatches(content),
      edit: { kind: 'found', content },
    } as const;
    this.write({ map: id, from: 0, changes: [founded], marks: [] });
  }

  get version(): number {
    return this.changes.length;
  }

  get tables(): ArgumentMap {
    return this.states.at(-1) ?? emptyMap;
  }

  load(map: Id): Promise<Loaded | undefined> {
    const { tables, version, epoch } = this;
    return Promise.resolve(map === this.id && !this.isGone ? { map: tables, version, epoch } : undefined);
  }

  since(_map: Id, version: number): Promise<readonly Change[]> {
    return Promise.resolve(this.after(version));
  }

  mark(_map: Id, client: Id): Promise<ClientMark | undefined> {
    return Promise.resolve(this.marks.get(client));
  }

  async commit(write: Write): Promise<boolean> {
    return this.write(overWire(write));
  }

  async commitLocked(
    _map: Id,
    since: number,
    clients: readonly Id[],
    decide: Parameters<ChangeLog['commitLocked']>[3],
  ): Promise<void> {
    if (this.isGone) throw new MapGone();
    const known = clients.flatMap((client) => this.marks.get(client) ?? []);
    const write = decide(this.after(since), new Map(known.map((mark) => [mark.client, mark])));
    if (!this.write(overWire(write))) throw new Error('fenced under the lock of the map');
  }

  private after(version: number): Change[] {
    return this.changes.slice(version).map(({ edit: _edit, ...change }) => change);
  }

  /** All or nothing; false when the fence does not hold. */
  private write({ from, changes, marks }: Write): boolean {
    const moved = marks.some(({ before, mark }) => (this.marks.get(mark.client)?.lastSeq ?? 0) !== before);
    if (from !== this.version || moved || this.isGone) return false;
    const keys = new Set<string>();
    for (const [i, change] of changes.entries()) {
      if (this.isUnstorable(change)) throw new CommitFailed('a value that the tables cannot hold');
      if (change.version !== from + 1 + i)
        throw new CommitFailed(`version ${change.version} follows ${from + i}`);
      if (keys.has(keyOf(change)) || this.keys.has(keyOf(change)))
        throw new CommitFailed('client and seq are in the log already');
      if (keys.has(change.id) || this.keys.has(change.id))
        throw new IdTaken('an edit of this id is in the log');
      keys.add(keyOf(change)).add(change.id);
    }
    this.scrub(changes);
    for (const change of changes) {
      this.changes.push(change);
      this.keys.add(keyOf(change)).add(change.id);
      this.states.push(applyPatches(this.tables, change.patches));
    }
    for (const { mark } of marks) this.marks.set(mark.client, mark);
    return true;
  }

  /** [S15] The log before this write loses the words of what the write purges. */
  private scrub(purging: readonly LoggedChange[]): void {
    const gone = goneIn(purging);
    if (gone.size === 0) return;
    for (const id of gone) this.gone.add(id);
    this.purgedAt = purging.at(-1)?.version ?? 0;
    this.changes = this.changes.map((change) => scrubbed(change, gone));
    this.states = [emptyMap];
    for (const { patches } of this.changes) this.states.push(applyPatches(this.tables, patches));
  }
}

const keyOf = ({ client, seq }: LoggedChange): string => `${client} ${seq}`;
