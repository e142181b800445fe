// Taken once: a look-up of a global is slow inside Jest, and every read of a map hashes.
const { imul, max } = Math;

/** Buckets hang on pages of this size, as many pages as buckets on a page: at 10,000 entries a bucket holds about ten. */
const BITS = 5;
const SIZE = 1 << BITS;

type Bucket<V> = ReadonlyMap<string, V>;
type Page<V> = readonly (Bucket<V> | undefined)[];
const emptyPage: Page<never> = Array.from({ length: SIZE }, () => undefined);
const noPages: readonly undefined[] = Array.from({ length: SIZE }, () => undefined);

/**
 * An immutable table by id. `with` and `without` answer a new table that shares all but one bucket with the old
 * one, so a map of 10,000 claims is edited in about the time of one with 100, and an old state stays readable.
 */
export class Table<V> {
  static readonly empty = new Table<never>(noPages, 0);

  private constructor(
    private readonly pages: readonly (Page<V> | undefined)[],
    readonly size: number,
  ) {}

  static of<V>(entries: Iterable<readonly [string, V]>): Table<V> {
    const pages: (Map<string, V> | undefined)[][] = [];
    let size = 0;
    for (const [key, value] of entries) {
      const at = placeOf(key);
      const page = (pages[at >> BITS] ??= [...emptyPage] as (Map<string, V> | undefined)[]);
      const bucket = (page[at % SIZE] ??= new Map<string, V>());
      if (!bucket.has(key)) size++;
      bucket.set(key, value);
    }
    return new Table(
      noPages.map((_, i) => pages[i]),
      size,
    );
  }

  get(key: string): V | undefined {
    return this.bucketAt(placeOf(key))?.get(key);
  }

  has(key: string): boolean {
    return this.bucketAt(placeOf(key))?.has(key) ?? false;
  }

  with(key: string, value: V): Table<V> {
    const at = placeOf(key);
    const bucket = new Map(this.bucketAt(at));
    const grown = bucket.has(key) ? 0 : 1;
    bucket.set(key, value);
    return this.replaced(at, bucket, grown);
  }

  without(key: string): Table<V> {
    if (!this.has(key)) return this;
    const at = placeOf(key);
    const bucket = new Map(this.bucketAt(at));
    bucket.delete(key);
    return this.replaced(at, bucket, -1);
  }

  /** With the value at the key changed; without it where nothing is left. */
  updated(key: string, change: (value: V | undefined) => V | undefined): Table<V> {
    const value = change(this.get(key));
    return value === undefined ? this.without(key) : this.with(key, value);
  }

  *keys(): Generator<string> {
    for (const bucket of this.buckets()) yield* bucket.keys();
  }

  *values(): Generator<V> {
    for (const bucket of this.buckets()) yield* bucket.values();
  }

  /** Keys whose values differ between this table and a later one; what both share is not looked at. */
  *changed(later: Table<V>): Generator<string> {
    if (later === this) return;
    for (let i = 0; i < SIZE; i++) {
      if (this.pages[i] === later.pages[i]) continue;
      for (let j = 0; j < SIZE; j++) {
        const [was, is] = [this.pages[i]?.[j], later.pages[i]?.[j]];
        if (was === is) continue;
        for (const [key, value] of is ?? []) if (was?.get(key) !== value) yield key;
        for (const key of was?.keys() ?? []) if (!is?.has(key)) yield key;
      }
    }
  }

  private *buckets(): Generator<Bucket<V>> {
    for (const page of this.pages) {
      if (page) for (const bucket of page) if (bucket) yield bucket;
    }
  }

  private bucketAt(at: number): Bucket<V> | undefined {
    return this.pages[at >> BITS]?.[at % SIZE];
  }

  private replaced(at: number, bucket: Bucket<V>, grown: number): Table<V> {
    const pages = this.pages.slice();
    const page = (pages[at >> BITS] ?? emptyPage).slice();
    page[at % SIZE] = bucket;
    pages[at >> BITS] = page;
    return new Table(pages, this.size + grown);
  }
}

/** FNV-1a over the last characters: the random end of a UUIDv7 spreads well. */
function placeOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = max(0, key.length - 6); i < key.length; i++) {
    hash = imul(hash ^ key.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0) % (SIZE * SIZE);
}
