// A long text is found in parts, so that a hit is a place in it and not the whole book.

export interface Part {
  /** In the whole text, in code points. */
  readonly start: number;
  readonly text: string;
}

/** In code points. A query has at most so many: it stands whole in one of two parts that overlap. */
export const LONGEST_QUERY = 100;
const LONGEST_PART = 400;

/** Whole lines, as many as fit; a longer line in pieces that overlap by the longest query. Blank ones are left out. */
export function partsOf(text: string): Part[] {
  const points = [...text];
  const parts: Part[] = [];
  for (let start = 0; start < points.length;) {
    const most = Math.min(start + LONGEST_PART, points.length);
    const line = most === points.length ? most : points.lastIndexOf('\n', most - 1) + 1;
    const end = line > start ? line : most;
    const part = points.slice(start, end).join('');
    if (part.trim() !== '') parts.push({ start, text: part });
    start = end === most && line <= start ? end - LONGEST_QUERY : end;
  }
  return parts;
}
