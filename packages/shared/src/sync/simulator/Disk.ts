import type { Clock } from './Clock.ts';
import type { MemoryLog } from './MemoryLog.ts';
import type { Random } from './random.ts';
import type { ChangeLog } from '../log.ts';

/** What the simulated disk throws on purpose; any other error is a bug. */
export class DiskTrouble extends Error {}

/** How likely each mishap is, per question to the disk. */
export interface DiskFaults {
  /** The connection breaks before anything is done. */
  readonly before: number;
  /** It is done, but the answer is lost. */
  readonly after: number;
  /** The connection breaks, and the write lands a little later all the same. */
  readonly late: number;
}

const NONE: DiskFaults = { before: 0, after: 0, late: 0 };

/** The database that all server processes share: a log behind an unreliable line. */
export class Disk {
  faults: DiskFaults = NONE;
  isDown = false;

  constructor(
    readonly log: MemoryLog,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  repair(): void {
    this.faults = NONE;
    this.isDown = false;
  }

  /** The disk as one process reaches it. A process that died gets no answer, though its last wish may still be done. */
  connect(process: { readonly isAlive: boolean }): ChangeLog {
    const { log } = this;
    return {
      load: (map) => this.ask(process, () => log.load(map)),
      since: (map, version) => this.ask(process, () => log.since(map, version)),
      mark: (map, client) => this.ask(process, () => log.mark(map, client)),
      commit: (write) => this.ask(process, () => log.commit(write), this.faults.late),
      commitLocked: (map, since, clients, decide) =>
        this.ask(process, () => log.commitLocked(map, since, clients, decide)),
    };
  }

  private async ask<T>(process: { readonly isAlive: boolean }, run: () => Promise<T>, late = 0): Promise<T> {
    const { clock, random, faults } = this;
    await clock.sleep(random.int(0, 3));
    if (!process.isAlive && random.chance(0.5)) return silence();
    if (this.isDown || random.chance(faults.before)) return trouble(process, 'nothing was done');
    if (random.chance(late)) {
      clock.after(random.int(0, 60), () => void run().catch(() => undefined));
      return trouble(process, 'it may be done later');
    }
    const answer = await run().then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error;
      },
    );
    await clock.sleep(random.int(0, 3));
    if (random.chance(faults.after)) return trouble(process, 'it was done');
    return process.isAlive ? answer() : silence();
  }
}

const silence = <T>(): Promise<T> => new Promise(() => undefined);

function trouble<T>(process: { readonly isAlive: boolean }, message: string): Promise<T> {
  return process.isAlive ? Promise.reject(new DiskTrouble(message)) : silence();
}
