// What acts on itself: strengths that follow from one another in a circle are let flow until they stand still.
import { isSteady } from './steadiness.ts';
import type { Knot, Network } from './network.ts';

const STEP = 0.25;
/** What takes longer answers a small change with a larger one than GAIN allows. */
const MOST_STEPS = 800;
const STILL = 1e-9;

/** [G6] Counts the members of a knot, whose other inputs are counted; where they find no steady strength, each is NaN. */
export function settle(network: Network, members: readonly number[]): void {
  const knot = knotOf(network, members);
  if (flow(network, knot) && isSteady(network, knot)) return;
  for (const member of members) network.values[member] = NaN;
}

export function knotOf({ nodes }: Network, members: readonly number[]): Knot {
  const inside = new Set(members);
  const claims = members.filter((place) => nodes[place]?.kind === 'claim');
  const under = (place: number): number[] => {
    const { supports = [], attacks = [] } = nodes[place] ?? {};
    return [...supports, ...attacks].filter((reply) => inside.has(reply));
  };
  const args = claims.flatMap(under);
  for (const place of args) args.push(...under(place));
  return { claims, args: args.reverse() };
}

/** Whether they came to stand still. From their bases, by ds/dt = counted(s) - s, in steps of Runge and Kutta. */
export function flow(network: Network, { claims, args }: Knot): boolean {
  const { values, bases, counted } = network;
  const room = (): Float64Array => new Float64Array(claims.length);
  const [now, next, slope, sum] = [room(), room(), room(), room()];
  /** Answers the steepest. */
  const look = (at: Float64Array): number => {
    let steepest = 0;
    for (let i = 0; i < claims.length; i++) values[claims[i] ?? 0] = at[i] ?? NaN;
    for (const argument of args) values[argument] = counted(argument);
    for (let i = 0; i < claims.length; i++) {
      const one = (slope[i] = counted(claims[i] ?? 0) - (at[i] ?? NaN));
      if (!(Math.abs(one) <= steepest)) steepest = Math.abs(one);
    }
    return steepest;
  };
  for (let i = 0; i < claims.length; i++) now[i] = bases[claims[i] ?? 0] ?? NaN;
  for (let step = 0; step < MOST_STEPS; step++) {
    const speed = look(now);
    if (speed < STILL) return true;
    if (Number.isNaN(speed)) return false;
    sum.set(slope);
    for (const [share, weight] of STAGES) {
      for (let i = 0; i < now.length; i++) next[i] = (now[i] ?? 0) + share * STEP * (slope[i] ?? 0);
      look(next);
      for (let i = 0; i < now.length; i++) sum[i] = (sum[i] ?? 0) + weight * (slope[i] ?? 0);
    }
    for (let i = 0; i < now.length; i++) now[i] = (now[i] ?? 0) + (STEP / 6) * (sum[i] ?? 0);
  }
  return false;
}

/** How far along the last slope the next one is looked at, and what it counts beside the first. */
const STAGES = [
  [0.5, 2],
  [0.5, 2],
  [1, 1],
] as const;
