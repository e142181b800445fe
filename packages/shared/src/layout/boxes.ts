// What a laid-out map is made of: rectangles and paths in CSS px, x to the right and y down, for canvas and pictures.
import type { Id, Language } from '../map/id.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Support speaks for a claim, a rebuttal against it, an undercut against an argument. */
export type ArgumentKind = 'support' | 'rebut' | 'undercut';

export interface CardBox extends Box {
  /** The claim's id, or the reference's where a claim stands outside its home. */
  readonly id: Id;
  readonly claim: Id;
  /** The argument whose premise it is; null for a thesis. */
  readonly argument: Id | null;
  readonly kind: 'thesis' | ArgumentKind;
  readonly reference: boolean;
  readonly lines: readonly string[];
  /** Of its words: they are drawn in the letters in which they were measured. */
  readonly language: Language;
  readonly truncated: boolean;
  /** The column: 0 for a thesis. */
  readonly depth: number;
  /** How many claims hang beneath it, drawn or not: as many as `claimsBeneath` finds. */
  readonly beneath: number;
  /** How many claims beneath it are not drawn: it is folded, or they are out of focus. */
  readonly hidden: number;
}

/** The frame around joint premises. */
export interface GroupBox extends Box {
  /** The argument's id. */
  readonly id: Id;
  readonly kind: ArgumentKind;
  readonly depth: number;
  /** Room for the words "and also" between two premises. */
  readonly strips: readonly Box[];
}

export interface EdgePath {
  /** The argument's id. */
  readonly id: Id;
  readonly kind: ArgumentKind;
  /** SVG path from the premises to the target; computed when read, so a copy by spread has none. */
  readonly d: string;
  /** On the left side of the premises. */
  readonly from: Point;
  /** On the right side of the claim it speaks to; for an undercut the junction of the argument it attacks. */
  readonly to: Point;
  /** The spot on this path at which undercuts of this argument end. */
  readonly junction: Point;
  /** Whether one is drawn there. */
  readonly attacked: boolean;
}

export interface MapLayout {
  /** In reading order: a claim before what speaks to it. */
  readonly cards: readonly CardBox[];
  readonly groups: readonly GroupBox[];
  readonly edges: readonly EdgePath[];
  readonly bounds: Box;
}

/** How far a card moved between two layouts: pan the view by it, and the card stays where it is on the screen. */
export function anchorShift(before: MapLayout, after: MapLayout, anchorId: Id): { dx: number; dy: number } {
  const at = (layout: MapLayout): CardBox | undefined => layout.cards.find((card) => card.id === anchorId);
  const [old, now] = [at(before), at(after)];
  return old && now ? { dx: now.x - old.x, dy: now.y - old.y } : { dx: 0, dy: 0 };
}

export function boundsOf(...lists: readonly (readonly Box[])[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const boxes of lists) {
    for (const { x, y, width, height } of boxes) {
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x + width);
      bottom = Math.max(bottom, y + height);
    }
  }
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: left, y: top, width: right - left, height: bottom - top };
}
