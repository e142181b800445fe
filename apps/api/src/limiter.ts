// How often something may happen, counted in memory: each process counts for itself.
import type { Limit } from './config.ts';

/** Keys kept before the first sweep for those that no longer count; later sweeps wait until as many came again. */
const MANY_KEYS = 10_000;

function sweep<V>(known: Map<string, V>, many: number, isOver: (value: V) => boolean): number {
  if (known.size < many) return many;
  for (const [key, value] of known) if (isOver(value)) known.delete(key);
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
   */
  take(key: string, now: number, cost = 1): number {
    const { perMs, most } = this.limit;
    const more = Math.min(cost, most) * (perMs / most);
    const from = Math.max(this.full.get(key) ?? -Infinity, now);
    const wait = from + more - now - perMs;
    if (wait > 1e-6) return Math.ceil(wait);
    this.many = sweep(this.full, this.many, (until) => until <= now);
    this.full.set(key, from + more);
    return 0;
  }
}

const FREE_MISSES = 10;
const LONGEST_WAIT = 60_000;
const FORGOTTEN_AFTER = 10 * 60_000;

/** Makes guessing slow: after ten misses each further one doubles the wait, up to a minute. Hits cost nothing. */
export class Guesses {
  private readonly misses = new Map<string, { count: number; at: number }>();
  private many = MANY_KEYS;

  /** How many ms the next guess has to wait. */
  wait(key: string, now: number): number {
    const known = this.misses.get(key);
    if (!known || known.count < FREE_MISSES || now - known.at > FORGOTTEN_AFTER) return 0;
    return Math.max(0, known.at + Math.min(1000 * 2 ** (known.count - FREE_MISSES), LONGEST_WAIT) - now);
  }

  miss(key: string, now: number): void {
    const known = this.misses.get(key);
    const count = known && now - known.at <= FORGOTTEN_AFTER ? known.count + 1 : 1;
    this.many = sweep(this.misses, this.many, ({ at }) => now - at > FORGOTTEN_AFTER);
    this.misses.set(key, { count, at: now });
  }
}
