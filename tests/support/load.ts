// People who write without a pause, and what must be true of the log when they are done.
import {
  applyPatches,
  contentOf,
  emptyMap,
  mapOf,
  type Change,
  type History,
  type Id,
  type Snapshot,
} from '@counterpoint/shared';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { uuidv7 } from 'uuidv7';
import type { Bot } from './bot.ts';
import type { Person } from './people.ts';

/** Who waits for the answers to so many edits writes no more of them: a slow machine must not owe ever more, which it would
 *  still be working off when everyone else has long stopped. */
const MOST_WAITING = 40;

export class Load {
  private readonly asked: Id[] = [];
  private readonly acknowledged = new Set<Id>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly bots: readonly Bot[]) {
    for (const bot of bots)
      bot.onFrame = ({ changes }) => changes.forEach((change) => this.acknowledged.add(change.id));
  }

  /** How many edits everyone has been told of. */
  get told(): number {
    return this.acknowledged.size;
  }

  /** Everyone writes once every so many ms, as far as they are answered. */
  start(everyMs = 25): void {
    this.timer = setInterval(() => {
      for (const bot of this.bots) this.write(bot);
    }, everyMs);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /**
   * Stops, waits until everyone has been answered, and compares: nothing lost, nothing twice, no gap, and everyone agrees
   * with the log. What is wrong, in words; ids are counted and not listed.
   */
  async faults(owner: Person, map: Id, patience?: number): Promise<string[]> {
    this.stop();
    await Promise.all(this.bots.map((bot) => bot.settled(patience)));
    const newest = Math.max(...this.bots.map((bot) => bot.client.version ?? 0));
    const snapshot = await snapshotFrom(owner, map, newest);
    const log = await logOf(owner, map);
    const written = log.map((change) => change.id);
    const known = new Set(written);
    await Promise.all(
      this.bots.map((bot) => bot.until((client) => client.version === snapshot.version, patience)),
    );
    const served = contentOf(mapOf(snapshot.map));
    const replayed = applyPatches(
      emptyMap,
      log.flatMap((change) => change.patches),
    );
    const differ = this.bots.filter((bot) => !isDeepStrictEqual(contentOf(bot.client.confirmed), served));
    const counts = {
      'edits were asked for and are not in the log': this.asked.filter((id) => !known.has(id)).length,
      'edits were acknowledged and are not in the log': [...this.acknowledged].filter((id) => !known.has(id))
        .length,
      'edits are in the log twice': written.length - known.size,
      'versions do not follow each other': log.filter((change, i) => change.version !== i + 1).length,
      'people see something else than the server': differ.length,
      'edits were refused': this.bots.flatMap((bot) => bot.tray).length,
      'maps differ from their log': isDeepStrictEqual(contentOf(replayed), served) ? 0 : 1,
    };
    return Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([what, count]) => `${count} ${what}`);
  }

  private write(bot: Bot): void {
    if (bot.client.pending.length >= MOST_WAITING) return;
    const text = `一句话 ${this.asked.length}`;
    const to = { at: 'thesis', order: 'a0' } as const;
    const result = bot.client.edit({ kind: 'add-claim', claim: uuidv7(), text, language: 'zh', to });
    if (result.ok) this.asked.push(result.value);
  }
}

/** Of two servers, the one that is asked may hear a moment later than people on the other. */
async function snapshotFrom(owner: Person, map: Id, version: number): Promise<Snapshot> {
  for (;;) {
    const snapshot = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
    if (snapshot.version >= version) return snapshot;
    await sleep(50);
  }
}

/** Everything in the log of a map, as any member may read it. */
export async function logOf(owner: Person, map: Id): Promise<Change[]> {
  const changes: Change[] = [];
  for (;;) {
    const since = changes.length;
    const page = await owner.ask<History>('GET', `/api/maps/${map}/changes?since=${since}&limit=1000`);
    changes.push(...page.changes);
    if (changes.length >= page.version) return changes;
  }
}
