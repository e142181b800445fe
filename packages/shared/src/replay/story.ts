// What a log tells as a story to be played: its moments, one after the other, and the phases of debates that they fell in.
import type { Id } from '../map/id.ts';
import type { Patch } from '../map/patch.ts';
import { isRecorded } from '../record/record.ts';
import { relationOf, type Relation } from '../map/relation.ts';
import type { Change } from '../sync/protocol.ts';

/** A change of which something is to be seen. */
export interface Moment {
  readonly version: number;
  /** In ms since 1970. */
  readonly at: number;
  /** When it comes in the story, in ms from its beginning: silence takes as long as it is bearable. */
  readonly from: number;
  /** What arguments it brought. */
  readonly brought: readonly Move[];
}

export type Move = Exclude<Relation, 'thesis'>;

export interface Stretch {
  readonly name: string;
  /** The side that speaks in it; null for all. */
  readonly side: Id | null;
  /** The first version in it, and the first after it; null where it runs to the end. */
  readonly version: number;
  readonly until: number | null;
  readonly from: number;
  readonly to: number;
}

export interface Story {
  readonly moments: readonly Moment[];
  readonly phases: readonly Stretch[];
  /** In ms. */
  readonly length: number;
}

/** Longer than this nobody is silent in a story. */
const SILENCE = 60_000;

export function storyOf(changes: readonly Change[]): Story {
  const moments: Moment[] = [];
  const phases = new Phases();
  const known = new Set<Id>();
  let before: Moment | undefined;
  for (const { version, at, patches } of changes) {
    if (!patches.some(isRecorded)) continue;
    const passed: number = before ? Math.min(Math.max(0, at - before.at), SILENCE) : 0;
    const from: number = (before?.from ?? 0) + passed;
    before = { version, at, from, brought: movesIn(patches, known) };
    moments.push(before);
    phases.read(patches, before);
  }
  const length = before?.from ?? 0;
  return { moments, phases: phases.upTo(length), length };
}

function movesIn(patches: readonly Patch[], known: Set<Id>): Move[] {
  return patches.flatMap((patch) => {
    if (patch.table !== 'arguments' || !('put' in patch) || known.has(patch.put.id)) return [];
    known.add(patch.put.id);
    return relationOf(patch.put) as Move;
  });
}

/** Which phase ran when. */
class Phases {
  private readonly over: Stretch[] = [];
  private running: (Omit<Stretch, 'to' | 'until'> & { readonly key: string }) | undefined;

  read(patches: readonly Patch[], { version, from }: Moment): void {
    for (const patch of patches) {
      if (patch.table !== 'debates' || !('put' in patch)) continue;
      const { id, phases, phase, ended } = patch.put;
      const runs = ended === null ? phases.find((one) => one.id === phase) : undefined;
      const key = `${id} ${runs?.id}`;
      if (key === this.running?.key) continue;
      this.end(from, version);
      if (runs) this.running = { key, name: runs.name, side: runs.side, version, from };
    }
  }

  upTo(length: number): readonly Stretch[] {
    this.end(length, null);
    return this.over;
  }

  private end(to: number, until: number | null): void {
    if (this.running) {
      const { key: _, ...stretch } = this.running;
      this.over.push({ ...stretch, to, until });
    }
    this.running = undefined;
  }
}

/** The last moment by a version, or by a time of the story: its place in the list, -1 for before the first. */
export function momentBy({ moments }: Story, key: 'version' | 'from', value: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle]?.[key] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The phase that ran at a version. */
export const phaseAt = ({ phases }: Story, version: number): Stretch | undefined =>
  phases.findLast((phase) => phase.version <= version && (phase.until === null || version < phase.until));
