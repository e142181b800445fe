// What a SyncClient needs of its host: the browser, the simulator, a bot.
import { z } from 'zod';
import type { Id } from '../map/id.ts';
import type { Refusal, Refused } from '../result.ts';
import type { Steps } from './UndoStack.ts';
import { AROUND, bytesOf, Envelope, MOST_BYTES, type CatchUpReply, type Frame, type Hello, type Push, type PushReply, type Snapshot, type Welcome } from './protocol.ts'; // prettier-ignore

/** An edit not yet seen in the log; never altered once it was sent. The schema is for what a storage kept. */
export const Pending = Envelope.extend({ seq: z.int32().min(1), at: z.int() }).refine(
  (pending) => bytesOf(pending) <= MOST_BYTES - AROUND,
  'does not fit into one message',
);
export type Pending = Readonly<z.infer<typeof Pending>>;

/** A refused edit with its reason: nobody's words are lost. */
export interface TrayEntry extends Omit<Pending, 'edit'> {
  /** An `Edit`, or what another version of the product kept in the place of one. */
  readonly edit: unknown;
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
  /** Keeps one edit per edit id: put again under another client id, it replaces its earlier self. */
  put(client: Id, pending: Pending): Promise<void>;
  settle(client: Id, seqs: readonly number[]): Promise<void>;
  /** Moves an edit from the pending ones to the tray. */
  refuse(entry: TrayEntry): Promise<void>;
  /** Takes an entry out of the tray. */
  forget(entry: TrayEntry): Promise<void>;
}

export interface SyncHost {
  now(): number;
  newId(): Id;
  /** Waits before a server that was too busy is asked again. */
  pause(ms: number): Promise<void>;
  readonly transport: Transport;
  readonly outbox: Outbox;
  /** Something to show has changed. */
  onChange(): void;
  /** A frame was taken into the confirmed map. */
  onFrame?(frame: Frame): void;
}

export interface Identity {
  readonly map: Id;
  /** Of one living page at a time. An id that left nothing pending is not used again. */
  readonly client: Id;
  /** What the outbox kept of this client from before a reload. */
  readonly pending?: readonly Pending[];
  /** The highest number this client has used, kept or not: what it sends next must not look like an edit already decided. */
  readonly lastSeq?: number;
  readonly tray?: readonly TrayEntry[];
  /** What this tab could undo and redo before a reload. */
  readonly steps?: Steps;
}
