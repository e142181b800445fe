// One tab's side of the sync: confirmed + pending = view. Hosts: the browser, the simulator, the bots.
import { viewerIn } from '../map/circles.ts';
import { applyEdit } from '../map/applyEdit.ts';
import { Edit } from '../map/edit.ts';
import { emptyMap, type ArgumentMap } from '../map/map.ts';
import type { Id } from '../map/id.ts';
import type { Role } from '../map/tables/participants.ts';
import { applyPatches, mapOf, type Patch } from '../map/patch.ts';
import { Folds } from '../map/pending.ts';
import { mayClose, visibleMap } from '../map/visibility.ts';
import { ok, refuse, type Refusal, type RefusalCode, type Result } from '../result.ts';
import type { Identity, Pending, SyncHost, TrayEntry } from './ports.ts';
import {
  AROUND,
  bytesOf,
  MOST_BYTES,
  MOST_EDITS,
  PROTOCOL,
  type Frame,
  type PushReply,
  type Welcome,
} from './protocol.ts';
import { UndoStack } from './UndoStack.ts';

export type Status = 'connecting' | 'live' | 'offline' | 'refused';

/** Refusals that say nothing about us: the same question may be answered a moment later. */
const PASSING: readonly RefusalCode[] = ['busy', 'too-many-requests', 'internal'];

export class SyncClient {
  readonly id: Id;
  readonly history: UndoStack;
  client: Id;
  status: Status = 'connecting';
  /** Why the server would not have us, when status is 'refused'. */
  refusal: Refusal | undefined;
  participant: Id | null = null;
  /** Under which the others see this tab; undefined before the first welcome. */
  tab: number | undefined;
  confirmed: ArgumentMap = emptyMap;
  /** Version of `confirmed`; null before the first snapshot. */
  version: number | null = null;
  view: ArgumentMap = emptyMap;
  pending: readonly Pending[];
  tray: readonly TrayEntry[];

  private readonly host: SyncHost;
  private epoch: number | null = null;
  /** Whose the pending edits are: whoever may have the browser by now. */
  private author: Id | undefined;
  private nextSeq: number;
  /** Counts connections: answers to an earlier one are ignored. */
  private generation = 0;
  private sending = false;
  private catching = false;
  /** The server waits for an edit that we do not hold. */
  private lacking = false;
  /** The newest version this connection has told of. */
  private heard = 0;
  /** Resolves when the outbox holds all that it was given. */
  private saved = Promise.resolve();
  private readonly folds = new Folds();
  /** Versions of accepted edits that the confirmed map does not hold yet, by edit id. */
  private readonly verdicts = new Map<Id, number>();

  constructor({ map, client, pending = [], lastSeq = 0, tray = [], steps }: Identity, host: SyncHost) {
    this.id = map;
    this.client = client;
    this.host = host;
    this.pending = [...pending].sort((a, b) => a.seq - b.seq);
    this.tray = tray;
    this.nextSeq = Math.max(lastSeq, this.pending.at(-1)?.seq ?? 0) + 1;
    this.history = new UndoStack(steps);
  }

  /** My role as the confirmed map has it; null for a guest of a map that anyone may read. */
  get role(): Role | null {
    return (this.participant !== null && this.confirmed.participants.get(this.participant)?.role) || null;
  }

  /** Whether the confirmed map holds all that this connection has told of: what is not in it now is not there. */
  get isCurrent(): boolean {
    return this.status === 'live' && this.version !== null && this.version >= this.heard;
  }

  /** Shows the edit at once and sends it, or refuses it when the shared rules already do. */
  edit(asked: Edit): Result<Id> {
    return this.submit(asked, (edit, before, id) => this.history.did({ edit, before, id }));
  }

  undo(): Result<Id> {
    return this.step(this.history.toUndo(this.view), (edit, before, id) =>
      this.history.undid({ edit, before, id }),
    );
  }

  redo(): Result<Id> {
    return this.step(this.history.toRedo(this.view), (edit, before, id) =>
      this.history.redid({ edit, before, id }),
    );
  }

  /** Throws a refused edit away; `id` is the edit's, for numbers repeat when a client starts anew. */
  dismiss(id: Id): void {
    const entry = this.tray.find((one) => one.id === id);
    if (!entry) return;
    this.tray = this.tray.filter((one) => one !== entry);
    this.save(this.host.outbox.forget(entry));
    this.host.onChange();
  }

  /** The host has a connection: say hello, take what was missed, send what waits. */
  async connected(): Promise<void> {
    const generation = ++this.generation;
    this.sending = false;
    this.catching = false;
    this.lacking = false;
    this.heard = 0;
    this.status = 'connecting';
    this.host.onChange();
    const { id: map, client, version, epoch, author: as } = this;
    try {
      const welcome = await this.host.transport.hello({
        protocol: PROTOCOL,
        map,
        client,
        version,
        epoch,
        as,
      });
      if (generation !== this.generation) return;
      if (welcome.ok) await this.welcomed(welcome, generation);
      else this.turnedAway(welcome.refusal);
    } catch {
      if (generation === this.generation) this.host.transport.reset();
    }
  }

  lost(): void {
    this.generation += 1;
    if (this.status !== 'refused') this.status = 'offline';
    this.host.onChange();
  }

  /** [S5] Applies a frame that follows, drops one already known, and asks for what is missing. */
  receive(frame: Frame): void {
    this.heard = Math.max(this.heard, frame.to);
    const { version } = this;
    if (version === null || frame.to <= version) return;
    if (frame.from > version) {
      void this.catchUp(this.generation);
      return;
    }
    const changes = frame.changes.filter((change) => change.version > version);
    this.apply(changes.flatMap((change) => change.patches));
    this.version = frame.to;
    const told = new Set(changes.map((change) => change.id));
    this.settle((pending) => told.has(pending.id) || this.isConfirmed(pending));
    this.refold();
    this.host.onFrame?.(frame);
    this.host.onChange();
    void this.send(this.generation);
  }

  private submit(asked: Edit, remember: (edit: Edit, before: ArgumentMap, id: Id) => void): Result<Id> {
    const parsed = Edit.safeParse(asked);
    if (!parsed.success)
      return refuse('invalid', parsed.error.issues.map((issue) => issue.message).join('; '));
    const pending: Pending = {
      seq: this.nextSeq,
      id: this.host.newId(),
      edit: parsed.data,
      at: this.host.now(),
    };
    if (bytesOf(pending) > MOST_BYTES - AROUND)
      return refuse('too-large', 'The edit does not fit into one message.');
    const predicted = applyEdit(
      this.view,
      pending.edit,
      {
        id: pending.id,
        by: this.participant,
        at: pending.at,
      },
      this.folds,
    );
    if (!predicted.ok) return predicted;
    this.nextSeq += 1;
    remember(pending.edit, this.view, pending.id);
    this.pending = [...this.pending, pending];
    this.save(this.host.outbox.put(this.client, pending));
    this.view = applyPatches(this.view, predicted.value);
    this.host.onChange();
    void this.send(this.generation);
    return ok(pending.id);
  }

  private step(edit: Result<Edit>, remember: (edit: Edit, before: ArgumentMap, id: Id) => void): Result<Id> {
    return edit.ok ? this.submit(edit.value, remember) : edit;
  }

  private async welcomed(welcome: Welcome, generation: number): Promise<void> {
    this.participant = welcome.participant;
    this.author = welcome.participant ?? this.author;
    this.tab = welcome.tab;
    this.heard = Math.max(this.heard, welcome.version);
    if (welcome.frame && welcome.epoch === this.epoch && this.version !== null) this.receive(welcome.frame);
    else if (!(await this.takeSnapshot(generation))) return;
    this.status = 'live';
    this.refusal = undefined;
    this.host.onChange();
    void this.catchUp(generation);
    void this.send(generation);
  }

  private turnedAway(refusal: Refusal): void {
    if (PASSING.includes(refusal.code)) {
      this.host.transport.reset();
      return;
    }
    this.status = 'refused';
    this.refusal = refusal;
    this.host.onChange();
  }

  private async takeSnapshot(generation: number): Promise<boolean> {
    const snapshot = await this.host.transport.snapshot();
    if (generation !== this.generation) return false;
    // A snapshot from a cache may be older than what frames told meanwhile; only another log may take us back.
    if (snapshot.epoch === this.epoch && this.version !== null && snapshot.version < this.version)
      return true;
    if (snapshot.epoch !== this.epoch) this.verdicts.clear(); // they named versions of a log that is gone
    this.confirmed = mapOf(snapshot.map);
    this.version = snapshot.version;
    this.epoch = snapshot.epoch;
    this.settle((pending) => this.isConfirmed(pending));
    this.refold();
    this.host.onChange();
    return true;
  }

  /** [S5] Asks until nothing is missing: while one answer is on its way, newer frames may pass. */
  private async catchUp(generation: number): Promise<void> {
    if (this.catching) return;
    this.catching = true;
    try {
      for (let since = this.version; since !== null && since < this.heard; since = this.version) {
        const reply = await this.host.transport.catchUp(since);
        if (generation !== this.generation) return;
        if (!reply.ok) {
          this.turnedAway(reply.refusal);
          return;
        }
        if (reply.frame) this.receive(reply.frame);
        else if (!(await this.takeSnapshot(generation))) return;
        if (this.version === since) throw new Error('The server told less than it had announced.');
      }
    } catch {
      if (generation === this.generation) this.host.transport.reset();
    } finally {
      if (generation === this.generation) this.catching = false;
    }
  }

  /** [S7] [S8] One push in flight; what is sent was stored before and is never altered after. */
  private async send(generation: number): Promise<void> {
    if (generation !== this.generation || this.sending || this.status !== 'live') return;
    if (this.lacking && this.verdicts.size === 0) {
      this.startAnew();
      return;
    }
    const edits = this.lacking ? [] : this.nextPush();
    if (edits.length === 0) return;
    this.sending = true;
    try {
      await this.saved;
      if (generation !== this.generation) return;
      const wire = edits.map(({ seq, id, edit }) => ({ seq, id, edit }));
      const reply = await this.host.transport.push({ client: this.client, edits: wire });
      if (generation !== this.generation) return;
      if (reply.ok) this.answered(edits, reply);
      else if (PASSING.includes(reply.refusal.code))
        await this.host.pause(reply.refusal.retryAfterMs ?? 1_000);
      else this.turnedAway(reply.refusal);
    } catch {
      if (generation === this.generation) this.host.transport.reset();
      return;
    } finally {
      if (generation === this.generation) this.sending = false;
    }
    void this.send(generation);
  }

  /** What fits into one message, within the span of numbers whose verdicts the server remembers. */
  private nextPush(): readonly Pending[] {
    const edits: Pending[] = [];
    let bytes = AROUND;
    const beyond = (this.pending[0]?.seq ?? 0) + MOST_EDITS;
    for (const pending of this.pending) {
      if (this.verdicts.has(pending.id)) continue;
      bytes += bytesOf(pending);
      if (pending.seq >= beyond || (bytes > MOST_BYTES && edits.length > 0)) break;
      edits.push(pending);
    }
    return edits;
  }

  private answered(edits: readonly Pending[], { verdicts, expected }: PushReply): void {
    // Without progress the same push would follow at once, for ever: a new connection comes with a pause.
    const progress =
      expected !== undefined || verdicts.some((verdict) => edits.some(({ id }) => id === verdict.id));
    if (!progress) throw new Error('The server answered nothing that was asked.');
    for (const verdict of verdicts) {
      const pending = edits.find(({ id }) => id === verdict.id);
      if (!pending || !this.pending.includes(pending)) continue;
      if ('version' in verdict) this.verdicts.set(pending.id, verdict.version);
      else this.toTray(pending, verdict.refusal);
    }
    this.settle((pending) => this.isConfirmed(pending));
    this.lacking = expected !== undefined;
    this.refold();
    this.host.onChange();
  }

  /**
   * The server waits for an edit that we no longer hold: the outbox lost it, or the log was set back. What is left was
   * never decided, for all that was accepted has been confirmed: it goes on under a new client id, with a new hello.
   */
  private startAnew(): void {
    const { client, pending } = this;
    this.lacking = false;
    this.client = this.host.newId();
    this.pending = pending.map((one, i) => ({ ...one, seq: i + 1 }));
    this.nextSeq = pending.length + 1;
    const { outbox } = this.host;
    const stored = Promise.all(this.pending.map((one) => outbox.put(this.client, one)));
    this.save(
      stored.then(() =>
        outbox.settle(
          client,
          pending.map(({ seq }) => seq),
        ),
      ),
    );
    void this.connected();
  }

  /** [S9] */
  private toTray(pending: Pending, refusal: Refusal): void {
    const entry: TrayEntry = { ...pending, refusal };
    this.tray = [...this.tray, entry];
    this.history.forget(pending.id);
    this.pending = this.pending.filter((one) => one !== pending);
    this.save(this.host.outbox.refuse(entry));
  }

  private isConfirmed({ id }: Pending): boolean {
    return (this.verdicts.get(id) ?? Infinity) <= (this.version ?? 0);
  }

  private settle(isDone: (pending: Pending) => boolean): void {
    const done = this.pending.filter(isDone);
    if (done.length === 0) return;
    this.pending = this.pending.filter((pending) => !done.includes(pending));
    for (const { id } of done) this.verdicts.delete(id);
    this.save(
      this.host.outbox.settle(
        this.client,
        done.map(({ seq }) => seq),
      ),
    );
  }

  private save(write: Promise<void>): void {
    // A browser without storage still edits; it only loses the safety over a reload.
    const written = write.catch(() => undefined);
    this.saved = this.saved.then(() => written);
  }

  /** [S6] The only way into the confirmed map. [S12] Who loses a role forgets what only that role may see. */
  private apply(patches: readonly Patch[]): void {
    this.confirmed = applyPatches(this.confirmed, patches);
    const { participant, role } = this;
    const viewer = { ...viewerIn(this.confirmed, participant), role };
    if (mayClose(patches, viewer)) this.confirmed = visibleMap(this.confirmed, viewer);
  }

  /** [S6] The view is always the confirmed map with the pending edits folded on top. */
  private refold(): void {
    let view = this.confirmed;
    for (const { id, edit, at } of this.pending) {
      const result = applyEdit(view, edit, { id, by: this.participant, at }, this.folds);
      if (result.ok) view = applyPatches(view, result.value);
    }
    this.view = view;
  }
}
