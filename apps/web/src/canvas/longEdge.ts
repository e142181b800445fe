// A line over many screens costs a browser as much as all its dashes: only the part in sight is drawn.
import type { Box, EdgePath, Point } from '@counterpoint/shared';

/** Lines shorter than this are drawn whole, in px of the layout. */
const LONG = 4_000;

export const isLong = ({ from, to, kind }: EdgePath): boolean =>
  Math.abs(to.y - from.y) >= LONG && kind !== 'undercut';

/** The path of an edge, cut to what lies in sight when it is very long. */
export function visiblePath(edge: EdgePath, sight: Box): string {
  const { from, to, junction, d } = edge;
  if (!isLong(edge)) return d;
  const half = (junction.x + to.x) / 2;
  const curve: Curve = [{ x: junction.x, y: from.y }, { x: half, y: from.y }, { x: half, y: to.y }, to]; // prettier-ignore
  const [first, last] = [sight.y, sight.y + sight.height]
    .map((y) => whereAt((y - from.y) / (to.y - from.y)))
    .sort((a, b) => a - b);
  const [begin, one, two, end] = part(curve, first ?? 0, last ?? 1);
  const lead = first === 0 ? `M${from.x} ${from.y}H${junction.x}` : `M${begin.x} ${begin.y}`;
  return `${lead}C${one.x} ${one.y} ${two.x} ${two.y} ${end.x} ${end.y}`;
}

type Curve = readonly [Point, Point, Point, Point];

/** Our curves leave and arrive level, so that y runs as 3t² - 2t³: the t at which a share of the height is passed. */
function whereAt(share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 1;
  let [low, high] = [0, 1];
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (middle * middle * (3 - 2 * middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The part of a cubic between two parameters (de Casteljau). */
function part(curve: Curve, from: number, to: number): Curve {
  const [, , , start] = split(curve, from).before;
  const rest = split(curve, from).after;
  const { before } = split(rest, from === 1 ? 0 : (to - from) / (1 - from));
  return [start, before[1], before[2], before[3]];
}

function split([a, b, c, d]: Curve, t: number): { readonly before: Curve; readonly after: Curve } {
  const [ab, bc, cd] = [between(a, b, t), between(b, c, t), between(c, d, t)];
  const [abc, bcd] = [between(ab, bc, t), between(bc, cd, t)];
  const middle = between(abc, bcd, t);
  return { before: [a, ab, abc, middle], after: [middle, bcd, cd, d] };
}

const between = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
});
