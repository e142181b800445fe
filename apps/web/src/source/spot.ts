// Where a bar stands beside a passage, in px of the page of the text: under its last line, and never over the edge.
export interface Spot {
  readonly left: number;
  readonly top: number;
  readonly maxWidth: number;
}

const GAP_PX = 8;
/** A bar has at least as much room as this, where the page has. */
const ROOM_PX = 440;

export function spotUnder(words: HTMLElement, box: Pick<DOMRect, 'left' | 'bottom'>): Spot {
  // The page has margins around the words, and bars stand in it.
  const page = (words.parentElement ?? words).getBoundingClientRect();
  const left = Math.max(0, Math.min(box.left - page.left, page.width - ROOM_PX));
  return { left, top: box.bottom - page.top + GAP_PX, maxWidth: page.width - left };
}

/** The last line of a range, as one box from its first character there. */
export function lastLine(range: Range): DOMRect {
  const lines = range.getClientRects();
  return lines[lines.length - 1] ?? range.getBoundingClientRect();
}
