// Taken once: a look-up of a global is slow inside Jest, and every read of a map hashes.
const { imul, max } = Math;

/** How many buckets share the keys: at 10,000 entries one write copies about ten of them. */
const BUCKETS = 1024;

type Bucket<V> = ReadonlyMap<string, V>;
const noBuckets: readonly undefined[] = Array.from({ length: BUCKETS }, () => undefined);

/**
 * An immutable table by id. `with` and `without` answer a new table that shares all but one bucket with the old
 * one, so a map of 10,000 claims is edited in about the time of one with 100, and an old state stays readable.
 */
export class Table<V> {
  static readonly empty = new Table<never>(noBuckets, 0);

  private constructor(
    private readonly buckets: readonly (Bucket<V> | undefined)[],
    readonly size: number,
  ) {}

  static of<V>(entries: Iterable<readonly [string, V]>): Table<V> {
    const buckets: (Map<string, V> | undefined)[] = Array.from({ length: BUCKETS }, () => undefined);
    let size = 0;
    for (const [key, value] of entries) {
      const at = bucketOf(key);
      const bucket = (buckets[at] ??= new Map());
      if (!bucket.has(key)) size++;
      bucket.set(key, value);
    }
    return new Table(buckets, size);
  }

  get(key: string): V | undefined {
    return this.buckets[bucketOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.buckets[bucketOf(key)]?.has(key) ?? false;
  }

  with(key: string, value: V): Table<V> {
    const at = bucketOf(key);
    const bucket = new Map(this.buckets[at]);
    const grown = bucket.has(key) ? 0 : 1;
    bucket.set(key, value);
    return this.replaced(at, bucket, grown);
  }

  without(key: string): Table<V> {
    if (!this.has(key)) return this;
    const at = bucketOf(key);
    const bucket = new Map(this.buckets[at]);
    bucket.delete(key);
    return this.replaced(at, bucket, -1);
  }

  *keys(): Generator<string> {
    for (const bucket of this.buckets) if (bucket) yield* bucket.keys();
  }

  *values(): Generator<V> {
    for (const bucket of this.buckets) if (bucket) yield* bucket.values();
  }

  private replaced(at: number, bucket: Bucket<V>, grown: number): Table<V> {
    const buckets = this.buckets.slice();
    buckets[at] = bucket;
    return new Table(buckets, this.size + grown);
  }
}

/** FNV-1a over the last characters: the random end of a UUIDv7 spreads well. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = max(0, key.length - 6); i < key.length; i++) {
    hash = imul(hash ^ key.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0) % BUCKETS;
}
