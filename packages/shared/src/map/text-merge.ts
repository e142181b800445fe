import { diffIndices } from 'node-diff3';

/** The finest comparison takes time by the product of both lengths; beyond this (some 50 ms) it is not made. */
const MOST_COMPARISONS = 160_000;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Three-way merge (diff3; Khanna, Kunal, Pierce 2007) of two rewordings of `base`: grapheme by grapheme in Chinese,
 * word by word in scripts with spaces. Undefined when both changed the same place, or places that touch.
 */
export function mergeTexts(base: string, theirs: string, mine: string): string | undefined {
  if (theirs === mine || theirs === base) return mine;
  if (mine === base) return theirs;
  const [o, a, b] = [pieces(base), pieces(theirs), pieces(mine)];
  const hunks = [...hunksOf(o, a), ...hunksOf(o, b)].sort((x, y) => x.from - y.from || x.to - y.to);
  const merged: string[] = [];
  let done = 0;
  let last: Hunk | undefined;
  for (const hunk of hunks) {
    if (last && isSame(last, hunk)) continue;
    if (last && hunk.from <= last.to) return undefined;
    merged.push(...o.slice(done, hunk.from), ...hunk.put);
    done = hunk.to;
    last = hunk;
  }
  return [...merged, ...o.slice(done)].join('');
}

/** Takes the pieces from `from` up to `to` out of the base and puts others there. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly put: readonly string[];
}

const isSame = (x: Hunk, y: Hunk): boolean =>
  x.from === y.from && x.to === y.to && x.put.join('') === y.put.join('');

/** What turns `o` into `x`: found finely between their common start and end, or as one hunk where that would take long. */
export function hunksOf(o: readonly string[], x: readonly string[]): Hunk[] {
  const most = Math.min(o.length, x.length);
  let start = 0;
  while (start < most && o[start] === x[start]) start++;
  let end = 0;
  while (end < most - start && o.at(-1 - end) === x.at(-1 - end)) end++;
  const [was, is] = [o.slice(start, o.length - end), x.slice(start, x.length - end)];
  if (was.length * is.length > MOST_COMPARISONS) return [{ from: start, to: o.length - end, put: is }];
  return diffIndices(was, is).map(({ buffer1: [at, length], buffer2Content: put }) => ({
    from: start + at,
    to: start + at + length,
    put,
  }));
}

const word = /^(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}]/u;

/** Graphemes, with letters and digits of spaced scripts gathered into words. */
export function pieces(text: string): string[] {
  const list: string[] = [];
  let open = false;
  for (const { segment } of graphemes.segment(text)) {
    const inWord = word.test(segment);
    if (inWord && open) list.push((list.pop() ?? '') + segment);
    else list.push(segment);
    open = inWord;
  }
  return list;
}
