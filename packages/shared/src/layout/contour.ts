// Outlines of subtrees, column by column, after Reingold and Tilford, "Tidier Drawings of Trees" (1981), and van der
// Ploeg, "Drawing non-layered tidy trees in linear time" (2014). Theirs thread the tree and so change it; these are
// immutable lists that share their tails, so a subtree keeps its outline while what is around it is laid out again.

/** One column of an outline; the distances are relative to the column before, so that a shift costs nothing. */
interface Cell {
  /** Upper or lower edge in this column, in px below the origin that holds here. */
  readonly edge: number;
  /** How far the origin of the columns to the right lies below this one's. */
  shift: number;
  next: Cell | null;
}

/** The upper edges (or the lower ones) of a subtree in its column and those to the right of it. */
export interface Contour {
  readonly first: Readonly<Cell> | null;
  readonly shift: number;
  /** In how many columns. */
  readonly depth: number;
}

export const noContour: Contour = { first: null, shift: 0, depth: 0 };

export const shifted = ({ first, shift, depth }: Contour, by: number): Contour => ({
  first,
  shift: shift + by,
  depth,
});

/** The outline of a box whose edge is `edge`, with `rest` in the columns to the right of it. */
export const withColumn = (edge: number, rest: Contour): Contour => ({
  first: { edge, shift: rest.shift, next: rest.first },
  shift: 0,
  depth: rest.depth + 1,
});

/** The outline of two subtrees of which `near` covers `far` wherever it reaches: a copy of it, ended by that of `far`. */
export function covered(near: Contour, far: Contour): Contour {
  if (near.depth >= far.depth) return near;
  if (!near.first) return far;
  const first: Cell = { ...near.first };
  let last = first;
  let lastAt = near.shift;
  let atFar = far.shift + (far.first?.shift ?? 0);
  let b = far.first?.next ?? null;
  for (let a = near.first.next; a; a = a.next) {
    lastAt += last.shift;
    last.next = { edge: a.edge, shift: a.shift, next: null };
    last = last.next;
    atFar += b?.shift ?? 0;
    b = b?.next ?? null;
  }
  last.next = b;
  last.shift = atFar - lastAt;
  return { first, shift: near.shift, depth: far.depth };
}

/** Distances that cards of neighbouring subtrees keep: in their own column, and in those to the right of it. */
export interface Gap {
  readonly near: number;
  readonly far: number;
}

/** How far the lower subtree has to move down to clear the upper one; -Infinity if they share no column. */
export function clearance(upperBottom: Contour, lowerTop: Contour, { near, far }: Gap): number {
  let most = -Infinity;
  let [a, b] = [upperBottom.first, lowerTop.first];
  let [atA, atB] = [upperBottom.shift, lowerTop.shift];
  for (let gap = near; a && b; gap = far) {
    most = Math.max(most, atA + a.edge + gap - (atB + b.edge));
    [atA, atB] = [atA + a.shift, atB + b.shift];
    [a, b] = [a.next, b.next];
  }
  return most;
}

/** The smallest edge of an outline: where a subtree's topmost card begins. */
export function highest({ first, shift }: Contour): number {
  let most = Infinity;
  for (let cell = first; cell; cell = cell.next) {
    most = Math.min(most, shift + cell.edge);
    shift += cell.shift;
  }
  return most;
}
