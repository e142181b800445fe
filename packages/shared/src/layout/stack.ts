// Places subtrees one below the other in a column, as close as their outlines allow.
import { clearance, covered, noContour, shifted, type Contour, type Gap } from './contour.ts';

/** A subtree seen from the side: its box begins at 0 and is `height` high; the outlines hold all there is around it. */
export interface Outlined {
  readonly height: number;
  readonly top: Contour;
  readonly bottom: Contour;
}

export interface Stack extends Outlined {
  /** Where each member's box begins; all are integers. */
  readonly at: readonly number[];
}

const ZERO: readonly number[] = [0];
const EMPTY: Stack = { at: [], height: 0, top: noContour, bottom: noContour };

/**
 * Members in order, top to bottom. A small one between two big ones stands in the middle of the room it has: half-way
 * between the tight stack from above and the tight stack from below, which clears all others because both do.
 */
export function stacked(members: readonly Outlined[], gap: Gap): Stack {
  const [only] = members;
  if (!only) return EMPTY;
  if (members.length === 1) return { at: ZERO, height: only.height, top: only.top, bottom: only.bottom };
  const down = tightDown(members, gap);
  return joined(members, isLoose(members, down, gap) ? between(down, tightUp(members, down, gap)) : down);
}

/** Members in order, each as high as it can stand; the first begins at 0. */
export const packed = (members: readonly Outlined[], gap: Gap): Stack =>
  joined(members, tightDown(members, gap));

/** Stacks that each want to begin at `wanted`; where they would meet they give way together, each by as much. */
export function spread(stacks: readonly Outlined[], wanted: readonly number[], gap: Gap): Stack {
  const [only] = stacks;
  if (only && stacks.length === 1) return movedBy(only, wanted[0] ?? 0);
  const tight = tightDown(stacks, gap);
  const pools: { sum: number; count: number }[] = [];
  for (const [i, tightAt] of tight.entries()) {
    let pool = { sum: (wanted[i] ?? 0) - tightAt, count: 1 };
    for (let above = pools.at(-1); above && mean(above) >= mean(pool); above = pools.at(-1)) {
      pool = { sum: pool.sum + above.sum, count: pool.count + above.count };
      pools.pop();
    }
    pools.push(pool);
  }
  const shifts = pools.flatMap((pool) => Array<number>(pool.count).fill(Math.floor(mean(pool))));
  return joined(
    stacks,
    tight.map((at, i) => at + (shifts[i] ?? 0)),
  );
}

const mean = ({ sum, count }: { sum: number; count: number }): number => sum / count;
const between = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((at, i) => Math.floor((at + (b[i] ?? at)) / 2));

function tightDown(members: readonly Outlined[], gap: Gap): number[] {
  let bottom = noContour;
  return members.map((member, i) => {
    const at = i === 0 ? 0 : clearance(bottom, member.top, gap);
    bottom = covered(shifted(member.bottom, at), bottom);
    return at;
  });
}

/** As high as they can stand above the last member, which keeps its place. */
function tightUp(members: readonly Outlined[], down: readonly number[], gap: Gap): number[] {
  const up = [...down];
  let top = noContour;
  for (const [i, member] of [...members.entries()].reverse()) {
    const at = i === members.length - 1 ? (down[i] ?? 0) : -clearance(member.bottom, top, gap);
    top = covered(shifted(member.top, at), top);
    up[i] = at;
  }
  return up;
}

/** Whether some member does not touch the one right above it. */
function isLoose(members: readonly Outlined[], at: readonly number[], gap: Gap): boolean {
  return members.some((member, i) => {
    const above = members[i - 1];
    return above && (at[i] ?? 0) - (at[i - 1] ?? 0) > clearance(above.bottom, member.top, gap);
  });
}

const movedBy = ({ height, top, bottom }: Outlined, by: number): Stack => ({
  at: [by],
  height: height + by,
  top: shifted(top, by),
  bottom: shifted(bottom, by),
});

function joined(members: readonly Outlined[], at: readonly number[]): Stack {
  let [top, bottom] = [noContour, noContour];
  for (const [i, member] of members.entries()) {
    if (member.top.depth > top.depth) top = covered(top, shifted(member.top, at[i] ?? 0));
    bottom = covered(shifted(member.bottom, at[i] ?? 0), bottom);
  }
  const height = (at.at(-1) ?? 0) + (members.at(-1)?.height ?? 0);
  return { at, height, top, bottom };
}
