// Where a bar stands beside a passage, in px of the page of the text: under its last line, and never over the edge.
export interface Spot {
  readonly left: number;
  readonly top: number;
}

const GAP_PX = 8;

export function spotUnder(words: HTMLElement, box: Pick<DOMRect, 'left' | 'bottom'>): Spot {
  // The page has margins around the words, and bars stand in it.
  const page = (words.parentElement ?? words).getBoundingClientRect();
  return { left: Math.max(0, box.left - page.left), top: box.bottom - page.top + GAP_PX };
}

/** The last line of a range, as one box from its first character there. */
export function lastLine(range: Range): DOMRect {
  const lines = range.getClientRects();
  return lines[lines.length - 1] ?? range.getBoundingClientRect();
}
