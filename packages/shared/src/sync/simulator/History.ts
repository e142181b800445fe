import { bareContent } from '../../map/words.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import { contentOf } from '../../map/patch.ts';
import { lineage } from '../../map/tree.ts';
import { viewerIn } from '../../map/circles.ts';
import { visibleContent, visiblePatches } from '../../map/visibility.ts';
import type { Refused } from '../../result.ts';
import type { Frame, Push, PushReply, Snapshot, Verdict } from '../protocol.ts';
import type { Pending, TrayEntry } from '../ports.ts';
import type { SyncClient } from '../SyncClient.ts';
import type { MemoryLog } from './MemoryLog.ts';
import type { Random } from './random.ts';

/** A browser tab, as far as its storage tells. */
interface Tab {
  readonly participant: Id;
  readonly stored: ReadonlyMap<Id, unknown>;
  readonly tray: ReadonlyMap<Id, TrayEntry>;
}

/** One life of a page; who it is counts, not what. */
type Page = object;

/** An edit that was sent at least once. */
export interface Sent {
  readonly edit: string;
  readonly participant: Id;
  readonly tab: Tab;
}

interface Watched {
  readonly tab: Tab;
  version: number;
  /** Versions of my edits as the server told them, until the client has caught up. */
  readonly told: Map<Id, number>;
}

/** Listens to everything and notes what must never happen; check.ts asks the rest at the end. */
export class History {
  readonly faults: string[] = [];
  /** The story cannot go on. */
  isHopeless = false;
  /** Edits that the storage of a browser lost: they are sent all the same, and may be lost with the page. */
  readonly unstored = new Set<Id>();
  readonly sentEdits = new Map<Id, Sent>();
  private readonly verdicts = new Map<string, Verdict>();
  /** What authors were told about their edits. */
  readonly verdictsById = new Map<Id, Verdict>();
  private readonly pages = new Map<Page, Watched>();

  constructor(
    private readonly log: MemoryLog,
    private readonly random: Random,
  ) {}

  fault(message: string): void {
    if (this.faults.length < 20) this.faults.push(message);
  }

  opened(page: Page, tab: Tab, client: SyncClient): void {
    this.pages.set(page, { tab, version: client.version ?? -1, told: new Map() });
  }

  /** [S7] The same id always carries the same edit. */
  sent({ pending }: SyncClient, { edits }: Push, tab: Tab): void {
    for (const { id, edit } of edits) {
      const text = JSON.stringify(edit);
      const before = this.sentEdits.get(id);
      if (before && before.edit !== text) this.fault(`[S7] edit ${id} was altered after it was sent`);
      if (!before) this.sentEdits.set(id, { edit: text, participant: tab.participant, tab });
      this.checkStored(id, pending, tab);
    }
  }

  /** [S8] */
  private checkStored(id: Id, pending: readonly Pending[], tab: Tab): void {
    const isPending = pending.some((one) => one.id === id);
    if (isPending && !tab.stored.has(id) && !this.unstored.has(id))
      this.fault(`[S8] edit ${id} was sent before it was stored`);
  }

  /** [S2] What a room tells is in the log by then. [T1] Homes are a forest. */
  broadcast(frame: Frame): void {
    for (const change of frame.changes) {
      if (this.log.changes[change.version - 1]?.id !== change.id)
        this.fault(`[S2] version ${change.version} was told before it was stored`);
      for (const patch of change.patches)
        if (patch.table === 'claims' && 'put' in patch) this.checkHome(patch.put.id);
    }
  }

  private checkHome(claim: Id): void {
    let height = 0;
    for (const { value } of lineage(this.log.tables, claim)) {
      if (++height === 1 || value.id !== claim) continue;
      this.fault(`[T1] claim ${claim} hangs beneath itself`);
      this.isHopeless = true;
      throw new Error('whoever walks up this tree walks for ever');
    }
  }

  /** [S2] as for a frame. [S4] The same edit gets the same verdict every time, from whichever process. */
  acknowledged(client: Id, reply: PushReply | Refused): void {
    if (!reply.ok) return;
    for (const verdict of reply.verdicts) {
      const key = `${client} ${verdict.seq}`;
      const before = this.verdicts.get(key);
      if (before && !isSame(before, verdict))
        this.fault(`[S4] ${key} was first ${JSON.stringify(before)}, then ${JSON.stringify(verdict)}`);
      this.verdicts.set(key, verdict);
      if (!('version' in verdict)) continue;
      const change = this.log.changes[verdict.version - 1];
      if (change?.client !== client || change.seq !== verdict.seq)
        this.fault(`[S2] version ${verdict.version} was acknowledged before it was stored`);
    }
  }

  answered(page: Page, { edits }: Push, reply: PushReply | Refused): void {
    if (!reply.ok) return;
    for (const verdict of reply.verdicts) {
      const edit = edits.find(({ seq }) => seq === verdict.seq);
      if (!edit) continue;
      this.verdictsById.set(edit.id, verdict);
      if ('version' in verdict) this.pages.get(page)?.told.set(edit.id, verdict.version);
    }
  }

  /** [S12] Nothing reaches a person that they may not see. */
  told(participant: Id, { to, changes }: Frame): void {
    const state = this.log.states[to];
    if (!state) return;
    const viewer = viewerIn(state, participant);
    for (const { patches, version, kind, by } of changes) {
      if (!isSameText(visiblePatches(patches, viewer, state), patches))
        this.fault(`[S12] version ${version} told ${viewer.role} what they may not see`);
      if (kind === 'hidden' && by !== null) this.fault(`[S12] version ${version} told who proposed`);
    }
  }

  /** [S12] as for a frame. */
  toldAll(participant: Id, { version, map }: Snapshot): void {
    const state = this.log.states[version];
    if (state && !isSameText(visibleContent(map, viewerIn(state, participant), state), map)) {
      this.fault(`[S12] the snapshot of version ${version} holds what its reader may not see`);
    }
  }

  /** [S1] [S6] After any frame the confirmed map is what the log holds at that version, as this person may see it. */
  took(page: Page, client: SyncClient, frame: Frame): void {
    const watched = this.pages.get(page);
    if (!watched || client.version === null) return;
    if (client.version < watched.version)
      this.fault(`[S1] a client went back to ${client.version} from ${watched.version}`);
    if (watched.version >= 0 && frame.from > watched.version)
      this.fault(`[S1] a client skipped to ${frame.from} from ${watched.version}`);
    watched.version = client.version;
    const isAboutPeople = frame.changes.some(({ patches }) =>
      patches.some(({ table }) => table === 'participants'),
    );
    if (isAboutPeople || this.random.chance(0.03)) this.compare(client);
  }

  /** Nothing that the server took disappears before the confirmed map holds it. */
  changed(page: Page, client: SyncClient): void {
    const watched = this.pages.get(page);
    if (!watched || client.version === null) return;
    watched.version = client.version;
    for (const [id, version] of watched.told) {
      if (client.version >= version) watched.told.delete(id);
      else if (!client.pending.some((pending) => pending.id === id))
        this.fault(`edit ${id} vanished from its author's view`);
    }
  }

  /** The confirmed map of a client against the log. */
  compare({ confirmed, version, participant }: SyncClient): void {
    const state = this.log.states[version ?? 0];
    if (!state || version === null) {
      this.fault(`a client is at version ${version}, the log at ${this.log.version}`);
      return;
    }
    const expected = JSON.stringify(visibleContent(contentOf(state), viewerIn(state, participant), state));
    const actual = contentOf(confirmed);
    if (JSON.stringify(actual) === expected) return;
    // [S15] Whoever took an earlier version before the purge holds words that the log has no more.
    const words = (content: MapContent): string => JSON.stringify(bareContent(content, this.log.gone));
    const isOld = version < this.log.purgedAt;
    if (!isOld || words(actual) !== words(JSON.parse(expected) as MapContent))
      this.fault(`a client differs from the log at version ${version}`);
  }
}

const isSameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function isSame(a: Verdict, b: Verdict): boolean {
  return 'version' in a
    ? 'version' in b && a.version === b.version
    : 'refusal' in b && a.refusal.code === b.refusal.code;
}
