import { diff3Merge } from 'node-diff3';

/** Beyond this many pieces between the first and the last difference, a merge is not tried. */
const MOST_PIECES = 2_000;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Three-way merge (diff3; Khanna, Kunal, Pierce 2007) of two rewordings of `base`: grapheme by grapheme in Chinese,
 * word by word in scripts with spaces. Undefined when both changed the same place.
 */
export function mergeTexts(base: string, theirs: string, mine: string): string | undefined {
  if (theirs === mine || theirs === base) return mine;
  if (mine === base) return theirs;
  const [o, a, b] = [pieces(base), pieces(theirs), pieces(mine)];
  const start = sharedPrefix(o, a, b);
  const end = sharedSuffix(o, a, b, start);
  const middle = (list: string[]) => list.slice(start, list.length - end);
  if (Math.max(o.length, a.length, b.length) - start - end > MOST_PIECES) return undefined;
  const regions = diff3Merge(middle(a), middle(o), middle(b));
  if (regions.some((region) => region.conflict)) return undefined;
  const merged = regions.flatMap((region) => region.ok ?? []);
  return [...o.slice(0, start), ...merged, ...o.slice(o.length - end)].join('');
}

/** Graphemes, with letters and digits of spaced scripts gathered into words. */
function pieces(text: string): string[] {
  const list: string[] = [];
  let open = false;
  for (const { segment } of graphemes.segment(text)) {
    const inWord = /^[\p{L}\p{N}]/u.test(segment) && !/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(segment);
    if (inWord && open) list[list.length - 1] += segment;
    else list.push(segment);
    open = inWord;
  }
  return list;
}

function sharedPrefix(o: string[], a: string[], b: string[]): number {
  const most = Math.min(o.length, a.length, b.length);
  let i = 0;
  while (i < most && o[i] === a[i] && o[i] === b[i]) i++;
  return i;
}

function sharedSuffix(o: string[], a: string[], b: string[], start: number): number {
  const most = Math.min(o.length, a.length, b.length) - start;
  let i = 0;
  while (i < most && o.at(-1 - i) === a.at(-1 - i) && o.at(-1 - i) === b.at(-1 - i)) i++;
  return i;
}
