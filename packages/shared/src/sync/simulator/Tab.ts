import type { Id } from '../../map/id.ts';
import type { Frame, Snapshot } from '../protocol.ts';
import type { Identity, Outbox, Pending, SyncHost, Transport, TrayEntry } from '../ports.ts';
import type { SyncClient } from '../SyncClient.ts';
import type { Clock } from './Clock.ts';
import type { History } from './History.ts';
import { Link, type Down, type Question, type Weather } from './Link.ts';
import { overWire } from './MemoryLog.ts';
import type { Process } from './Process.ts';
import type { Random } from './random.ts';

export type CreateClient = (identity: Identity, host: SyncHost) => SyncClient;

/** The world, as a browser meets it. */
interface Surroundings {
  readonly id: Id;
  readonly clock: Clock;
  readonly random: Random;
  readonly weather: Weather;
  readonly history: History;
  readonly storageLoss: number;
  readonly parts: { readonly createClient: CreateClient };
  newId(): Id;
  time(): number;
  balance(): Process | undefined;
}

interface Kept {
  readonly client: Id;
  readonly pending: Pending;
}

/** One browser tab of a person: its storage stays when the page is reloaded, closed and opened again. */
export class Tab {
  /** By edit id, as IndexedDB keeps them: an edit stored once more replaces its earlier self. */
  readonly stored = new Map<Id, Kept>();
  readonly tray = new Map<Id, TrayEntry>();
  readonly lastSeqs = new Map<Id, number>();
  page: Page | undefined;
  /** No packet passes, in either direction. */
  isPartitioned = false;

  constructor(
    readonly world: Surroundings,
    readonly participant: Id,
  ) {}

  /** An id with unsent edits is taken up again; one without is never used again. */
  open(): void {
    const left = [...this.stored.values()];
    const client = left[0]?.client ?? this.world.newId();
    const mine = left.filter((kept) => kept.client === client).map((kept) => kept.pending);
    const tray = [...this.tray.values()];
    this.page = new Page(
      this,
      overWire({ map: this.world.id, client, pending: mine, lastSeq: this.lastSeqs.get(client) ?? 0, tray }),
    );
  }

  close(): void {
    this.page?.die();
    this.page = undefined;
  }

  reload(): void {
    this.close();
    this.open();
  }

  /** Whether storage holds edits that the present page does not look after. */
  get hasOrphans(): boolean {
    return [...this.stored.values()].some((kept) => kept.client !== this.page?.client.client);
  }
}

/** One life of a page: the real SyncClient with a simulated storage and connection. */
export class Page {
  readonly client: SyncClient;
  link: Link | undefined;
  isAlive = true;
  private readonly asks = new Map<
    number,
    { link: Link; resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  private asked = 0;
  private connecting = false;
  private lastWrite = 0;
  private readonly writes: (() => unknown)[] = [];

  constructor(
    private readonly tab: Tab,
    identity: Identity,
  ) {
    const { world } = tab;
    this.client = world.parts.createClient(identity, {
      now: () => world.time(),
      newId: () => world.newId(),
      pause: (ms) => world.clock.sleep(ms),
      transport: this.transport(),
      outbox: this.outbox(),
      onChange: () => this.changed(),
      onFrame: (frame) => world.history.took(this, this.client, frame),
    });
    world.history.opened(this, tab, this.client);
    this.connectLater();
  }

  /** Of the writes that are under way the first few may still land. */
  die(): void {
    this.isAlive = false;
    const landing = this.tab.world.random.int(0, this.writes.length);
    for (const run of this.writes.splice(0).slice(0, landing)) run();
    this.link?.hangUp();
    this.link = undefined;
  }

  hears(link: Link, message: Down): void {
    if (!this.isAlive) return;
    switch (message.kind) {
      case 'answer':
        this.asks.get(message.ask)?.resolve(message.value);
        this.asks.delete(message.ask);
        break;
      case 'frame':
        if (link === this.link) this.receive(message.frame);
        break;
      case 'goodbye':
        if (link === this.link) this.reset(5_000);
    }
  }

  lost(link: Link): void {
    if (link !== this.link || !this.isAlive) return;
    this.link = undefined;
    this.client.lost();
    this.dropAsks(link);
    this.connectLater();
  }

  private receive(frame: Frame): void {
    this.tab.world.history.told(this.tab.participant, frame);
    this.client.receive(frame);
  }

  private reset(wait = 1_000): void {
    const { link } = this;
    if (!this.isAlive || !link) return;
    this.link = undefined;
    link.hangUp();
    this.client.lost();
    this.dropAsks(link);
    this.connectLater(wait);
  }

  /** A host may tell at once that no answer will come, or never: the engine has to live with both. */
  private dropAsks(link: Link): void {
    if (this.tab.world.random.chance(0.5)) return;
    for (const [id, ask] of this.asks) {
      if (ask.link !== link) continue;
      this.asks.delete(id);
      ask.reject(new Error('the connection was lost'));
    }
  }

  private connectLater(wait = 500): void {
    if (this.connecting) return;
    this.connecting = true;
    const { clock, random } = this.tab.world;
    clock.after(random.int(20, wait), () => {
      this.connecting = false;
      if (this.isAlive) this.connect();
    });
  }

  private connect(): void {
    const { world, isPartitioned, participant } = this.tab;
    const process = isPartitioned ? undefined : world.balance();
    if (!process) {
      this.connectLater();
      return;
    }
    const link = new Link(this, process, world);
    process.accept(link, participant);
    this.link = link;
    void this.client.connected();
  }

  private changed(): void {
    if (!this.isAlive) return;
    this.tab.world.history.changed(this, this.client);
    // A person whom the server turned away tries again after a while.
    if (this.client.status === 'refused') this.reset(5_000);
  }

  private ask<T>(question: Question): Promise<T> {
    const { link } = this;
    if (!link) return Promise.reject(new Error('there is no connection'));
    const ask = ++this.asked;
    link.up({ ...question, ask });
    return new Promise((resolve, reject) => {
      this.asks.set(ask, { link, resolve: (value) => resolve(value as T), reject });
      this.tab.world.clock.after(10_000, () => {
        if (this.asks.delete(ask)) reject(new Error('no answer came'));
      });
    });
  }

  private transport(): Transport {
    const { history } = this.tab.world;
    return {
      hello: (hello) => this.ask({ kind: 'hello', hello }),
      push: async (push) => {
        if (!this.isAlive) return new Promise(() => undefined); // a closed page may still wake up, but says nothing
        history.sent(this.client, push, this.tab);
        const reply = await this.ask<Awaited<ReturnType<Transport['push']>>>({ kind: 'push', push });
        history.answered(this, push, reply);
        return reply;
      },
      catchUp: (since) => this.ask({ kind: 'catch-up', missed: { since } }),
      snapshot: () => this.fetch(),
      reset: () => this.reset(),
    };
  }

  private async fetch(): Promise<Snapshot> {
    const { world, isPartitioned, participant } = this.tab;
    const { clock, random } = world;
    await clock.sleep(random.int(1, 50));
    const process = isPartitioned ? undefined : world.balance();
    const answer = process && overWire(await process.snapshot(participant));
    await clock.sleep(random.int(1, 200));
    if (!answer || 'ok' in answer || !process.isAlive) throw new Error('the snapshot did not come');
    world.history.toldAll(participant, answer);
    return answer;
  }

  private outbox(): Outbox {
    const { stored, tray, lastSeqs, world } = this.tab;
    const { random, history } = world;
    return {
      put: (client, pending) =>
        this.write(() => {
          if (random.chance(world.storageLoss)) return history.unstored.add(pending.id);
          stored.set(pending.id, { client, pending: overWire(pending) });
          lastSeqs.set(client, pending.seq);
        }),
      settle: (client, seqs) =>
        this.write(() => {
          for (const [id, kept] of stored)
            if (kept.client === client && seqs.includes(kept.pending.seq)) stored.delete(id);
        }),
      refuse: (entry) =>
        this.write(() => {
          stored.delete(entry.id);
          tray.set(entry.id, overWire(entry));
        }),
      forget: (entry) => this.write(() => tray.delete(entry.id)),
    };
  }

  /** Writes land in order. */
  private write(run: () => unknown): Promise<void> {
    const { clock, random } = this.tab.world;
    this.lastWrite = Math.max(this.lastWrite, clock.now + random.int(0, 6));
    return new Promise((resolve) => {
      this.writes.push(run);
      clock.after(this.lastWrite - clock.now, () => {
        if (!this.isAlive) return;
        this.writes.shift()?.();
        resolve();
      });
    });
  }
}
