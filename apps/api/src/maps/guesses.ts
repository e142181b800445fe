// Invitation codes are short enough to be guessed, and many people may type them behind one address.
import { refuse, type Result } from '@counterpoint/shared';
import type { Limit } from '../config.ts';
import { Limiter, MANY_KEYS, sweep } from '../limiter.ts';

const MINUTE = 60_000;
/** As many at once as may join at once, see config.ts; then a hundred an hour. */
const TRIES: Limit = { most: 300, perMs: 180 * MINUTE };
const KNOWN_FOR = 12 * 60 * MINUTE;
const FREE_MISSES = 10;
const FORGOTTEN_AFTER = 10 * MINUTE;

/**
 * Makes guessing slow without shutting out a class behind the guesser's address.
 * - A wrong code costs its address a try, a right one nothing. Without tries left no code is looked up: right and wrong
 *   are answered alike.
 * - Codes that were rightly used at the address of late are looked up all the same: a flood keeps none of the class out.
 * - After ten wrong codes each further one is told to wait, twice as long each time, up to a minute.
 *
 * There are 31^6 = 887,503,681 codes; an address tries 300 of them and then 100 an hour. It finds one of 1,000 live codes
 * after 887,504 tries, a year, and one certain code after half of all, 507 years. The codes that are known at an
 * address can be tried from there as fast as the server answers: at a thousand a second, one of those takes five days.
 * That is the price of a door that nobody in the class can hold shut.
 * Sessions are not counted, since whoever wants a fresh one drops the cookie.
 */
export class Guesses {
  private readonly tries = new Limiter(TRIES);
  private readonly known = new Map<string, number>();
  private manyKnown = MANY_KEYS;
  private readonly misses = new Map<string, { count: number; at: number }>();
  private manyMisses = MANY_KEYS;

  /** @param clock - in ms, steady: one that is set back would lock people out */
  constructor(private readonly clock: () => number = () => performance.now()) {}

  /** Looks the code up, unless its address has to wait. */
  async guess<T>(address: string, code: string, look: () => Promise<Result<T>>): Promise<Result<T>> {
    const now = this.clock();
    const place = `${address} ${code}`;
    const isKnown = now - (this.known.get(place) ?? -Infinity) <= KNOWN_FOR;
    // Taken before the look-up, so that many at once are not looked up for one try.
    const wait = isKnown ? 0 : this.tries.take(address, now);
    if (wait > 0) return tooMany(wait);
    const found = await look();
    if (!found.ok && found.refusal.code === 'not-found') return this.miss(address) ?? found;
    if (!isKnown) this.tries.giveBack(address);
    if (found.ok) this.remember(place);
    return found;
  }

  private remember(place: string): void {
    const now = this.clock();
    this.manyKnown = sweep(this.known, this.manyKnown, (at) => now - at > KNOWN_FOR);
    this.known.set(place, now);
  }

  private miss(address: string): Result<never> | undefined {
    const now = this.clock();
    const last = this.misses.get(address);
    const isOver = !last || now - last.at > FORGOTTEN_AFTER;
    this.manyMisses = sweep(this.misses, this.manyMisses, ({ at }) => now - at > FORGOTTEN_AFTER);
    const count = isOver ? 1 : last.count + 1;
    this.misses.set(address, { count, at: now });
    return count <= FREE_MISSES
      ? undefined
      : tooMany(Math.min(1000 * 2 ** (count - FREE_MISSES - 1), MINUTE));
  }
}

function tooMany(retryAfterMs: number): Result<never> {
  const { refusal } = refuse('too-many-requests', 'Too many wrong codes. Wait a moment, or use the link.');
  return { ok: false, refusal: { ...refusal, retryAfterMs: Math.ceil(retryAfterMs) } };
}
