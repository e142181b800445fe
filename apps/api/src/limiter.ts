// How often something may happen, counted in memory: each process counts for itself.
import type { Limit } from './config.ts';

/** Keys kept before the first sweep for those that no longer count; later sweeps wait until as many came again. */
export const MANY_KEYS = 10_000;

/** Most keys kept: where more than half as many count at once, those that came first are forgotten. */
export const MOST_KEYS = 200_000;

export function sweep<V>(known: Map<string, V>, many: number, isOver: (value: V) => boolean): number {
  if (known.size < many) return many;
  for (const [key, value] of known) if (isOver(value)) known.delete(key);
  for (const [key] of known) {
    if (known.size <= MOST_KEYS / 2) break;
    known.delete(key);
  }
  return Math.max(MANY_KEYS, 2 * known.size);
}

/** The address to count by: of IPv6 the first half, because the other half is its owner's to change at will. */
export function networkOf(ip = ''): string {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip.replace('::ffff:', '');
  const [left = [], right = []] = ip.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}

/** Lets `most` through at once, then as many as flow back evenly over `perMs`. */
export class Limiter {
  /** When the last allowed one will have flowed off, by key. */
  private readonly full = new Map<string, number>();
  private many = MANY_KEYS;

  constructor(private readonly limit: Limit) {}

  /**
   * Counts `cost` more, and answers 0; or counts nothing, and answers how many ms to wait. `now` is that of a steady
   * clock, which nobody sets back. What costs more than `most` has to wait until nothing else is counted.
   * Who has `patience`, in ms, is counted when the wait is no longer than that: it is then a place in a queue.
   */
  take(key: string, now: number, cost = 1, patience = 0): number {
    const { perMs, most } = this.limit;
    const more = Math.min(cost, most) * (perMs / most);
    const from = Math.max(this.full.get(key) ?? -Infinity, now);
    const wait = Math.max(0, Math.ceil(from + more - now - perMs - 1e-6));
    if (wait > patience) return wait;
    this.many = sweep(this.full, this.many, (until) => until <= now);
    this.full.set(key, from + more);
    return wait;
  }

  /** Counts one less: what was taken turned out to cost nothing. */
  giveBack(key: string): void {
    this.full.set(key, (this.full.get(key) ?? 0) - this.limit.perMs / this.limit.most);
  }
}
