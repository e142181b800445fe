// One tab's side of the sync (DESIGN section 4): confirmed + pending = view. Hosts: the browser, the simulator, the bots.
import { applyEdit } from '../map/applyEdit.ts';
import { Edit } from '../map/edit.ts';
import { emptyMap, type ArgumentMap, type Id, type Role } from '../map/map.ts';
import { applyPatches, mapOf } from '../map/patch.ts';
import { ok, refuse, type Refusal, type Refused, type Result } from '../result.ts';
import {
  MOST_EDITS,
  PROTOCOL,
  type CatchUpReply,
  type Envelope,
  type Frame,
  type Hello,
  type Push,
  type PushReply,
  type Snapshot,
  type Welcome,
} from './protocol.ts';
import { UndoStack } from './UndoStack.ts';

/** An edit not yet seen in the log; never altered once it was sent. */
export interface Pending extends Envelope {
  readonly at: number;
}

/** A refused edit with its reason: nobody's words are lost. */
export interface TrayEntry extends Pending {
  readonly refusal: Refusal;
}

/** Requests reject when no answer comes; the client then asks for a new connection. */
export interface Transport {
  hello(hello: Hello): Promise<({ ok: true } & Welcome) | Refused>;
  push(push: Push): Promise<PushReply | Refused>;
  catchUp(since: number): Promise<CatchUpReply | Refused>;
  snapshot(): Promise<Snapshot>;
  /** Drops the connection; the host comes back with `connected`. */
  reset(): void;
}

/** Where pending and refused edits outlive the page. */
export interface Outbox {
  put(client: Id, pending: Pending): Promise<void>;
  settle(client: Id, seqs: readonly number[]): Promise<void>;
  refuse(entry: TrayEntry): Promise<void>;
}

export interface SyncHost {
  now(): number;
  newId(): Id;
  readonly transport: Transport;
  readonly outbox: Outbox;
  /** Something to show has changed. */
  onChange(): void;
  /** A change arrived that this client did not ask for or that differs from what it predicted. */
  onFrame?(frame: Frame): void;
}

export interface Identity {
  readonly map: Id;
  readonly client: Id;
  /** What the outbox kept of this client from before a reload. */
  readonly pending?: readonly Pending[];
  /** The highest number this client has used, kept or not: what it sends next must not look like an edit already decided. */
  readonly lastSeq?: number;
  readonly tray?: readonly TrayEntry[];
}

export type Status = 'connecting' | 'live' | 'offline' | 'refused';

export class SyncClient {
  readonly id: Id;
  readonly history: UndoStack;
  client: Id;
  status: Status = 'connecting';
  /** Why the server would not have us, when status is 'refused'. */
  refusal: Refusal | undefined;
  participant: Id | null = null;
  confirmed: ArgumentMap = emptyMap;
  /** Version of `confirmed`; null before the first snapshot. */
  version: number | null = null;
  view: ArgumentMap = emptyMap;
  pending: readonly Pending[];
  tray: readonly TrayEntry[];

  private readonly host: SyncHost;
  private epoch: number | null = null;
  private nextSeq: number;
  /** Counts connections: answers to an earlier one are ignored. */
  private generation = 0;
  private sending = false;
  private catching = false;
  private readonly stored = new Map<number, Promise<void>>();
  private readonly verdicts = new Map<number, number>();

  constructor({ map, client, pending = [], lastSeq = 0, tray = [] }: Identity, host: SyncHost) {
    this.id = map;
    this.client = client;
    this.host = host;
    this.pending = [...pending].sort((a, b) => a.seq - b.seq);
    this.tray = tray;
    this.nextSeq = Math.max(lastSeq, this.pending.at(-1)?.seq ?? 0) + 1;
    this.history = new UndoStack();
  }

  /** My role as the confirmed map has it; null for a guest of a map that anyone may read. */
  get role(): Role | null {
    return (this.participant !== null && this.confirmed.participants.get(this.participant)?.role) || null;
  }

  /** Shows the edit at once and sends it, or refuses it when the shared rules already do. */
  edit(asked: Edit): Result<Id> {
    return this.submit(asked, (edit, before, id) => this.history.did({ edit, before, id }));
  }

  undo(): Result<Id> {
    return this.step(this.history.toUndo(this.view), (edit, before, id) => this.history.undid({ edit, before, id }));
  }

  redo(): Result<Id> {
    return this.step(this.history.toRedo(this.view), (edit, before, id) => this.history.redid({ edit, before, id }));
  }

  dismiss(seq: number): void {
    const entry = this.tray.find((one) => one.seq === seq);
    this.tray = this.tray.filter((one) => one !== entry);
    void this.host.outbox.settle(this.client, [seq]);
    this.host.onChange();
  }

  /** The host has a connection: say hello, take what was missed, send what waits. */
  async connected(): Promise<void> {
    const generation = ++this.generation;
    this.sending = false;
    this.catching = false;
    this.status = 'connecting';
    this.host.onChange();
    const { id: map, client, version, epoch } = this;
    try {
      const welcome = await this.host.transport.hello({ protocol: PROTOCOL, map, client, version, epoch });
      if (generation !== this.generation) return;
      if (welcome.ok) await this.welcomed(welcome, generation);
      else this.refused(welcome.refusal);
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
    if (this.version === null || frame.to <= this.version) return;
    if (frame.from > this.version) {
      void this.catchUp(this.generation);
      return;
    }
    const changes = frame.changes.filter((change) => change.version > (this.version ?? 0));
    this.confirmed = applyPatches(this.confirmed, changes.flatMap((change) => change.patches));
    this.version = frame.to;
    const own = new Set(changes.filter((change) => change.client === this.client).map((change) => change.seq));
    this.settle((pending) => own.has(pending.seq));
    this.refold();
    this.host.onFrame?.(frame);
    this.host.onChange();
  }

  private submit(asked: Edit, remember: (edit: Edit, before: ArgumentMap, id: Id) => void): Result<Id> {
    const parsed = Edit.safeParse(asked);
    if (!parsed.success) return refuse('invalid', parsed.error.issues.map((issue) => issue.message).join('; '));
    const pending: Pending = { seq: this.nextSeq, id: this.host.newId(), edit: parsed.data, at: this.host.now() };
    const predicted = applyEdit(this.view, pending.edit, { id: pending.id, by: this.participant, at: pending.at });
    if (!predicted.ok) return predicted;
    this.nextSeq += 1;
    remember(pending.edit, this.view, pending.id);
    this.pending = [...this.pending, pending];
    this.store(pending);
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
    if (welcome.frame && welcome.epoch === this.epoch && this.version !== null) this.receive(welcome.frame);
    else if (!(await this.takeSnapshot(generation))) return;
    this.status = 'live';
    this.refusal = undefined;
    this.host.onChange();
    if (this.version !== null && this.version < welcome.version) void this.catchUp(generation);
    void this.send(generation);
  }

  private refused(refusal: Refusal): void {
    this.status = 'refused';
    this.refusal = refusal;
    this.host.onChange();
  }

  private async takeSnapshot(generation: number): Promise<boolean> {
    const snapshot = await this.host.transport.snapshot();
    if (generation !== this.generation) return false;
    // A snapshot from a cache may be older than what frames told meanwhile; only another log may take us back.
    if (snapshot.epoch === this.epoch && this.version !== null && snapshot.version < this.version) return true;
    this.confirmed = mapOf(snapshot.map);
    this.version = snapshot.version;
    this.epoch = snapshot.epoch;
    this.settle((pending) => (this.verdicts.get(pending.seq) ?? Infinity) <= snapshot.version);
    this.refold();
    this.host.onChange();
    return true;
  }

  private async catchUp(generation: number): Promise<void> {
    if (this.catching || this.version === null) return;
    this.catching = true;
    try {
      const reply = await this.host.transport.catchUp(this.version);
      if (generation !== this.generation) return;
      if (!reply.ok) this.refused(reply.refusal);
      else if (reply.frame) this.receive(reply.frame);
      else await this.takeSnapshot(generation);
    } catch {
      if (generation === this.generation) this.host.transport.reset();
    } finally {
      if (generation === this.generation) this.catching = false;
    }
  }

  /** [S7] [S8] One push in flight; what is sent was stored before and is never altered after. */
  private async send(generation: number): Promise<void> {
    if (this.sending || this.status !== 'live') return;
    const edits = this.pending.filter((pending) => !this.verdicts.has(pending.seq)).slice(0, MOST_EDITS);
    if (edits.length === 0) return;
    this.sending = true;
    try {
      await Promise.all(edits.map((edit) => this.stored.get(edit.seq)));
      if (generation !== this.generation) return;
      const wire = edits.map(({ seq, id, edit }) => ({ seq, id, edit }));
      const reply = await this.host.transport.push({ client: this.client, edits: wire });
      if (generation !== this.generation) return;
      this.sending = false;
      this.answered(reply);
    } catch {
      if (generation === this.generation) this.host.transport.reset();
    } finally {
      if (generation === this.generation) this.sending = false;
    }
  }

  private answered(reply: PushReply | Refused): void {
    if (!reply.ok) {
      if (reply.refusal.code === 'busy' || reply.refusal.code === 'too-many-requests') this.host.transport.reset();
      else this.refused(reply.refusal);
      return;
    }
    for (const verdict of reply.verdicts) {
      if ('version' in verdict) this.verdicts.set(verdict.seq, verdict.version);
      else this.toTray(verdict.seq, verdict.refusal);
    }
    this.settle((pending) => (this.verdicts.get(pending.seq) ?? Infinity) <= (this.version ?? 0));
    const { expected } = reply;
    const first = this.pending.find((pending) => !this.verdicts.has(pending.seq))?.seq;
    if (expected !== undefined && first !== undefined && expected < first) this.renumber();
    this.refold();
    this.host.onChange();
    void this.send(this.generation);
  }

  /** The outbox lost an edit that the server still waits for: go on as a new client, with what is left. */
  private renumber(): void {
    const lost = this.pending;
    void this.host.outbox.settle(this.client, lost.map((pending) => pending.seq));
    this.client = this.host.newId();
    this.verdicts.clear();
    this.pending = lost.map((pending, i) => ({ ...pending, seq: i + 1 }));
    this.nextSeq = this.pending.length + 1;
    for (const pending of this.pending) this.store(pending);
  }

  private toTray(seq: number, refusal: Refusal): void {
    const pending = this.pending.find((one) => one.seq === seq);
    if (!pending) return;
    const entry: TrayEntry = { ...pending, refusal };
    this.tray = [...this.tray, entry];
    this.history.forget(pending.id);
    this.pending = this.pending.filter((one) => one !== pending);
    this.stored.delete(seq);
    void this.host.outbox.refuse(entry);
  }

  private settle(isDone: (pending: Pending) => boolean): void {
    const done = this.pending.filter(isDone);
    if (done.length === 0) return;
    this.pending = this.pending.filter((pending) => !done.includes(pending));
    for (const { seq } of done) {
      this.stored.delete(seq);
      this.verdicts.delete(seq);
    }
    void this.host.outbox.settle(this.client, done.map((pending) => pending.seq));
  }

  private store(pending: Pending): void {
    // A browser without storage still edits; it only loses the safety over a reload.
    this.stored.set(pending.seq, this.host.outbox.put(this.client, pending).catch(() => undefined));
  }

  /** [S6] The view is always the confirmed map with the pending edits folded on top. */
  private refold(): void {
    let view = this.confirmed;
    for (const { id, edit, at } of this.pending) {
      const result = applyEdit(view, edit, { id, by: this.participant, at });
      if (result.ok) view = applyPatches(view, result.value);
    }
    this.view = view;
  }
}
