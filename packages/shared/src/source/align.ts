// Which items of one sequence stand, in their order, in another: patience diff (Bram Cohen) on stretches that both have
// once, and the shortest edit (Myers 1986) between them. Work is bounded: where it would take long, items stay unpaired.

/** An edit of more items is not looked for. */
const MOST_EDITS = 400;
const DEEPEST = 6;
/** In place of an index. */
const NONE = -1;
const SEVERAL = -2;

type Pair = readonly [number, number];

/** Tells each pair. A stretch is so many items long. */
export function align(
  a: Int32Array,
  b: Int32Array,
  stretch: number,
  tell: (i: number, j: number) => void,
): void {
  const [hashesA, hashesB] = [stretchHashes(a, stretch), stretchHashes(b, stretch)];
  within([0, a.length], [0, b.length], 0);

  function within([fromA, toA]: Pair, [fromB, toB]: Pair, depth: number): void {
    while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) tell(fromA++, fromB++);
    while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) tell(--toA, --toB);
    if (fromA === toA || fromB === toB) return;
    const rangeA = hashesA.subarray(fromA, Math.max(fromA, toA - stretch + 1));
    const rangeB = hashesB.subarray(fromB, Math.max(fromB, toB - stretch + 1));
    const common = depth < DEEPEST ? inOrder(commonOnce(rangeA, rangeB)) : [];
    if (common.length === 0) {
      const tellThere = (i: number, j: number): void => tell(fromA + i, fromB + j);
      shortestEdit(a.subarray(fromA, toA), b.subarray(fromB, toB), tellThere);
      return;
    }
    let [doneA, doneB] = [fromA, fromB];
    for (const [i, j] of common) {
      within([doneA, fromA + i], [doneB, fromB + j], depth + 1);
      [doneA, doneB] = [fromA + i, fromB + j];
    }
    within([doneA, toA], [doneB, toB], depth + 1);
  }
}

/** A hash of the stretch that begins at each item; equal stretches have equal ones, others hardly ever. */
export function stretchHashes(items: Int32Array, stretch: number): Int32Array {
  if (stretch === 1) return items;
  const hashes = new Int32Array(items.length);
  for (let at = 0; at < items.length; at++)
    hashes[at] = hashOf(items, at, Math.min(items.length, at + stretch));
  return hashes;
}

export function hashOf(items: Int32Array, from: number, to: number): number {
  let hash = to - from;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (items[at] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
  return hash | 0;
}

/** The places of what both have exactly once, by their place in `a`. An open hash table of numbers: a Map is too slow. */
export function commonOnce(a: Int32Array, b: Int32Array): Pair[] {
  const mask = 2 ** Math.ceil(Math.log2(a.length + 1) + 1) - 1;
  const items = new Int32Array(mask + 1);
  const placesA = new Int32Array(mask + 1).fill(NONE);
  const placesB = new Int32Array(mask + 1).fill(NONE);
  const slotOf = (item: number): number => {
    let slot = (Math.imul(item, 0x9e3779b1) >>> 7) & mask;
    while (placesA[slot] !== NONE && items[slot] !== item) slot = (slot + 1) & mask;
    return slot;
  };
  for (let i = 0; i < a.length; i++) {
    const slot = slotOf(a[i] ?? 0);
    items[slot] = a[i] ?? 0;
    placesA[slot] = placesA[slot] === NONE ? i : SEVERAL;
  }
  for (let j = 0; j < b.length; j++) {
    const slot = slotOf(b[j] ?? 0);
    if (placesA[slot] !== NONE) placesB[slot] = placesB[slot] === NONE ? j : SEVERAL;
  }
  const pairs: Pair[] = [];
  for (let i = 0; i < a.length; i++) {
    const slot = slotOf(a[i] ?? 0);
    const j = placesB[slot] ?? NONE;
    if (placesA[slot] === i && j >= 0) pairs.push([i, j]);
  }
  return pairs;
}

/** The longest choice of pairs that rises on both sides (patience sorting). */
function inOrder(pairs: readonly Pair[]): Pair[] {
  const piles: number[] = [];
  const before: number[] = [];
  const topOf = (pile: number): number => pairs[piles[pile] ?? 0]?.[1] ?? 0;
  for (const [n, [, j]] of pairs.entries()) {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (topOf(middle) < j) low = middle + 1;
      else high = middle;
    }
    before.push(piles[low - 1] ?? -1);
    piles[low] = n;
  }
  const chosen: Pair[] = [];
  for (let n = piles.at(-1) ?? -1; n >= 0; n = before[n] ?? -1) chosen.push(pairs[n] ?? [0, 0]);
  return chosen.reverse();
}

/** Myers' greedy algorithm; tells nothing when the edit is longer than MOST_EDITS. */
function shortestEdit(a: Int32Array, b: Int32Array, tell: (i: number, j: number) => void): void {
  const most = Math.min(MOST_EDITS, a.length + b.length);
  const reach = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const history: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    history.push(reach.slice(middle - edits - 1, middle + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const [below, above] = [reach[middle + k - 1] ?? 0, reach[middle + k + 1] ?? 0];
      let x = k === -edits || (k !== edits && below < above) ? above : below + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach[middle + k] = x;
      if (x >= a.length && x - k >= b.length) {
        tellBack(history, [a.length, b.length], tell);
        return;
      }
    }
  }
}

function tellBack(history: readonly Int32Array[], [x, y]: Pair, tell: (i: number, j: number) => void): void {
  for (let edits = history.length - 1; edits >= 0; edits--) {
    const reach = history[edits] ?? new Int32Array();
    const at = (k: number): number => reach[k + edits + 1] ?? 0;
    const k = x - y;
    const isInsertion = k === -edits || (k !== edits && at(k - 1) < at(k + 1));
    const before = edits === 0 ? 0 : isInsertion ? at(k + 1) : at(k - 1);
    const begin = edits === 0 || isInsertion ? before : before + 1;
    while (x > begin) tell(--x, --y);
    [x, y] = [before, before - (isInsertion ? k + 1 : k - 1)];
  }
}
