// A deterministic world around the real engine: people, pages, lines, server processes and one disk. One seed, one story.
import { sideOf } from '../../debate/sides.ts';
import { emptyMap, type MapContent } from '../../map/map.ts';
import type { Id } from '../../map/id.ts';
import type { Role } from '../../map/tables/participants.ts';
import { contentOf } from '../../map/patch.ts';
import { Clock } from './Clock.ts';
import { Disk } from './Disk.ts';
import { History } from './History.ts';
import type { Weather } from './Link.ts';
import { MemoryLog } from './MemoryLog.ts';
import { Process, type Doors, type OpenRoom } from './Process.ts';
import { Random } from './random.ts';
import { Tab, type CreateClient } from './Tab.ts';
import { UNSTORABLE, Writer } from './writer.ts';

/** What the world is built of; a test exchanges a part to see whether the checks notice. */
export interface Parts {
  readonly door: Doors;
  readonly openRoom: OpenRoom;
  readonly createClient: CreateClient;
}

/** Lets every promise go on that can: in Node `new Promise(setImmediate)`. */
export type Settle = () => Promise<void>;

const CHAOS_MS = 10_000;
const QUIET_MS = 90_000;
const CALM: Weather = { slowest: 60, reorder: 0, duplicate: 0 };
const ROLES: readonly Role[] = ['owner', 'participant', 'suggester', 'moderator', 'participant', 'observer'];

export class World {
  readonly clock = new Clock();
  readonly random: Random;
  readonly weather: Weather;
  readonly disk: Disk;
  readonly history: History;
  readonly tabs: Tab[] = [];
  readonly processes: (Process | undefined)[] = [];
  readonly id: Id;
  private readonly writer: Writer;
  /** How likely a browser's storage fails to keep an edit. */
  readonly storageLoss: number;
  private skew = 0;
  private bellLoss: number;
  private isHealed = false;

  constructor(
    seed: number,
    readonly parts: Parts,
  ) {
    const random = new Random(seed);
    this.random = random;
    this.id = this.newId();
    const rough = random.chance(0.4);
    this.weather = {
      slowest: random.chance(0.5) ? 800 : 60,
      reorder: rough ? 0.05 : 0,
      duplicate: rough ? 0.05 : 0,
    };
    this.bellLoss = random.chance(0.5) ? 0.3 : 0;
    this.storageLoss = random.chance(0.2) ? 0.15 : 0;
    this.writer = new Writer(random, () => this.newId());
    const people = ROLES.slice(0, random.int(3, ROLES.length)).map((role) => ({ id: this.newId(), role }));
    const log = new MemoryLog(
      this.id,
      aContent(people, () => this.newId()),
    );
    log.isUnstorable = ({ edit }) => JSON.stringify(edit).includes(UNSTORABLE);
    this.disk = new Disk(log, this.clock, random);
    if (random.chance(0.5)) this.disk.faults = { before: 0.02, after: 0.02, late: 0.02 };
    this.history = new History(log, random);
    for (let i = random.int(1, 2); i > 0; i--) this.processes.push(new Process(this));
    for (const { id } of people) this.tabs.push(new Tab(this, id));
    if (random.chance(0.3)) this.tabs.push(new Tab(this, people[1]?.id ?? ''));
  }

  newId(): Id {
    return this.random.id(this.clock.now);
  }

  /** The time of day as everybody's clock shows it: it may jump. */
  time(): number {
    return 1_000_000 + this.clock.now + this.skew;
  }

  /** A process that takes new connections, if any does. */
  balance(): Process | undefined {
    return this.random.pick(this.processes.filter((process) => process !== undefined));
  }

  /** The doorbell: to every other process, sooner or later or not at all. */
  ring(from: Process, version: number): void {
    for (const process of this.processes) {
      if (!process || process === from || this.random.chance(this.bellLoss)) continue;
      this.clock.after(this.random.int(0, this.random.chance(0.1) ? 500 : 10), () => process.hear(version));
    }
  }

  /** The whole story, to the quiet after it. */
  async play(settle: Settle): Promise<void> {
    for (const tab of this.tabs) {
      tab.open();
      this.live(tab);
    }
    this.trouble();
    await this.run(CHAOS_MS, settle);
    this.heal();
    for (let waited = 0; waited < QUIET_MS && !this.isQuiet(); waited += 5_000) await this.run(5_000, settle);
  }

  private async run(ms: number, settle: Settle): Promise<void> {
    if (!this.history.isHopeless)
      await this.clock.run(this.clock.now + ms, settle, () => this.history.isHopeless);
  }

  /** One person at work: now and then an edit, sometimes a whole burst, sometimes undo and redo. */
  private live(tab: Tab): void {
    const { random, clock } = this;
    clock.after(random.int(10, 900), () => {
      if (this.isHealed) return;
      for (let edits = random.chance(0.05) ? 15 : 1; edits > 0; edits--) this.act(tab);
      this.live(tab);
    });
  }

  private act({ page, participant }: Tab): void {
    if (!page || page.client.version === null) return;
    const { client } = page;
    const deed = this.random.weighted({ edit: 12, undo: 3, redo: 2, dismiss: 0.3 });
    if (deed === 'undo') client.undo();
    if (deed === 'redo') client.redo();
    if (deed !== 'edit') return;
    const edit = this.writer.next(client.view, {
      participant,
      role: client.role,
      side: sideOf(client.view, participant),
    });
    if (edit) client.edit(edit);
  }

  private trouble(): void {
    this.clock.after(this.random.int(50, 1_200), () => {
      if (this.isHealed) return;
      this.strike();
      this.trouble();
    });
  }

  private strike(): void {
    const { random, clock, disk } = this;
    const tab = random.pick(this.tabs);
    const stories = {
      cut: () => tab?.page?.link?.cut(),
      freeze: () => tab?.page?.link?.freeze(),
      partition: () => tab && this.partition(tab),
      reload: () => tab?.reload(),
      close: () => tab && this.closeFor(tab, random.int(500, 5_000)),
      crash: () => this.crash(random.int(0, this.processes.length - 1)),
      evict: () => random.pick(this.processes)?.evict(),
      diskDown: () => {
        disk.isDown = true;
        clock.after(random.int(50, 3_000), () => (disk.isDown = false));
      },
      clock: () => (this.skew = random.int(-60_000, 60_000)),
      letBackIn: () => this.letBackIn(),
    };
    const weights = {
      cut: 6,
      freeze: 2,
      partition: 2,
      reload: 3,
      close: 1,
      crash: 2,
      evict: 1,
      diskDown: 1,
      clock: 1,
      letBackIn: 5,
    };
    stories[random.weighted(weights)]();
  }

  private partition(tab: Tab): void {
    tab.isPartitioned = true;
    tab.page?.link?.freeze();
    this.clock.after(this.random.int(500, 6_000), () => (tab.isPartitioned = false));
  }

  private closeFor(tab: Tab, ms: number): void {
    tab.close();
    this.clock.after(ms, () => {
      if (!tab.page) tab.open();
    });
  }

  private crash(at: number): void {
    this.processes[at]?.crash();
    this.processes[at] = undefined;
    this.clock.after(this.random.int(50, 2_000), () => (this.processes[at] ??= new Process(this)));
  }

  /** Someone who was sent away is let back in. */
  private letBackIn(): void {
    const { participants } = this.disk.log.tables;
    const away = this.random.pick([...participants.values()].filter(({ role }) => role === null));
    if (away)
      void this.balance()?.edit(this.newId(), {
        kind: 'set-role',
        participant: away.id,
        role: 'participant',
      });
  }

  private heal(): void {
    this.isHealed = true;
    Object.assign(this.weather, CALM);
    this.bellLoss = 0;
    this.disk.repair();
    for (const [at] of this.processes.entries()) this.processes[at] ??= new Process(this);
    for (const tab of this.tabs) {
      tab.isPartitioned = false;
      if (!tab.page) tab.open();
    }
  }

  /** Whether everybody who may read is up to date; pages then look for edits that closed ones left behind. */
  private isQuiet(): boolean {
    const { log } = this.disk;
    const present = this.tabs.filter(({ participant }) => log.tables.participants.get(participant)?.role);
    for (const tab of present) if (tab.hasOrphans && tab.page?.client.pending.length === 0) tab.reload();
    const isDone = ({ page, stored }: Tab) => {
      const { status, version, pending } = page?.client ?? {};
      return status === 'live' && version === log.version && pending?.length === 0 && stored.size === 0;
    };
    return (
      present.every(isDone) &&
      this.processes.every((process) => !process?.current || process.current.version === log.version)
    );
  }
}

function aContent(people: readonly { id: Id; role: Role }[], newId: () => Id): MapContent {
  const stamp = { by: null, at: 0, removed: null };
  const claims = ['a0', 'a1', 'a2'].map((order) => {
    const id = newId();
    return {
      id,
      text: `every ${order} harm`,
      language: 'en',
      home: null,
      order,
      side: null,
      reworded: null,
      beside: [],
      ...stamp,
    };
  });
  return {
    ...contentOf(emptyMap),
    info: { ...emptyMap.info, title: 'Simulated', language: 'en' },
    claims,
    participants: people.map(({ id, role }, i) => ({
      id,
      name: `P${i}`,
      role,
      side: null,
      pseudonym: false,
      at: 0,
    })),
  };
}
