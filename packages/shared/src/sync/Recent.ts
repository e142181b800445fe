import type { Id } from '../map/id.ts';
import { MOST_CHANGE, PIECE, type Change, type Frame } from './protocol.ts';
import { scrubbed } from './scrubbed.ts';

/** Most changes kept for catch-up, and most characters of JSON that they may have together. */
const MOST = 1_000;
const MOST_SIZE = 8 * 1024 * 1024;

const sizes = new WeakMap<Change, number>();

/** Characters of a change as JSON; each change is measured once. */
export function sizeOf(change: Change): number {
  const known = sizes.get(change) ?? JSON.stringify(change).length;
  sizes.set(change, known);
  return known;
}

/** The last changes of a room, without gaps, for whoever missed some. */
export class Recent {
  private changes: readonly Change[] = [];
  private size = 0;

  add(changes: readonly Change[]): void {
    const all = [...this.changes, ...changes];
    this.size += sum(changes);
    let first = Math.max(0, all.length - MOST);
    this.size -= sum(all.slice(0, first));
    for (; this.size > MOST_SIZE; first++) this.size -= sum(all.slice(first, first + 1));
    this.changes = all.slice(first);
  }

  /** [S15] Takes the words of what is `gone` out of all that is kept; tells which change stands for which. */
  scrub(gone: ReadonlySet<Id>, replaced: (was: Change, is: Change) => void): void {
    this.changes = this.changes.map((was) => {
      const is = scrubbed(was, gone);
      if (is !== was) replaced(was, is);
      return is;
    });
    this.size = sum(this.changes);
  }

  /** Changes after a version; undefined when some of them are no longer kept. */
  since(version: number, newest: number): readonly Change[] | undefined {
    if (version >= newest) return [];
    const first = this.changes[0]?.version ?? Infinity;
    return version + 1 < first ? undefined : this.changes.slice(version + 1 - first);
  }
}

export const sum = (changes: readonly Change[]): number =>
  changes.reduce((size, change) => size + sizeOf(change), 0);

/** [S13] The frame in pieces that a slow line gets through; one change is never cut. */
export function* pieces({ from, changes }: Frame): Generator<Frame> {
  let begin = 0;
  let size = 0;
  for (const [i, change] of changes.entries()) {
    const more = sizeOf(change);
    if (i > begin && size + more > PIECE) {
      yield frameOf(changes.slice(begin, i), changes[begin - 1]?.version ?? from);
      begin = i;
      size = 0;
    }
    size += more;
  }
  const rest = changes.slice(begin);
  if (rest.length > 0) yield frameOf(rest, changes[begin - 1]?.version ?? from);
}

const frameOf = (changes: readonly Change[], from: number): Frame => ({
  from,
  to: changes.at(-1)?.version ?? from,
  changes,
});

/** [S13] A change that is too long for one message is only told of: who hears of it asks, and gets the snapshot. */
export function announced(frame: Frame): Frame {
  return isTooLong(frame) ? { from: frame.to, to: frame.to, changes: [] } : frame;
}

export const isTooLong = ({ changes }: Frame): boolean =>
  changes.some((change) => sizeOf(change) > MOST_CHANGE);
