// Whether a knot that stands still would stand almost the same if a vote more were cast, or tip over.
import type { Knot, Network } from './network.ts';

/** [G6] A change of one base may move no strength of its knot by more than so many times as much. */
export const GAIN = 5;
/** As about one vote among two hundred. */
const NUDGE = 1e-3;
/** Larger knots are steady only where this is seen at once: each claim of one is tried against all the others. */
const MOST_TRIED = 1_000;
const MOST_ROUNDS = 500;

/** Whom a claim moves directly within the knot, and by how many times its own change. */
interface Pull {
  readonly to: number;
  readonly by: number;
}
interface Slopes {
  /** Of each claim's strength along its own base. */
  readonly own: readonly number[];
  /** Of each claim, along the strengths of others. */
  readonly pulls: readonly (readonly Pull[])[];
}

/** The values of the knot stand still; they are the same afterwards. */
export function isSteady(network: Network, knot: Knot): boolean {
  const slopes = slopesOf(network, knot);
  return isBounded(slopes) || (knot.claims.length <= MOST_TRIED && gainOf(slopes) <= GAIN);
}

/** The largest change of a strength by the change of a base; endless where a small change grows by itself. */
export function gainOf({ own, pulls }: Slopes): number {
  // How strongly one is moved by all others together says how small the steps must be.
  const moves = pulls.map((all) => all.reduce((sum, { by }) => sum + Math.abs(by), 0));
  const step = 1 / (1 + Math.max(0, ...moves));
  let most = 0;
  for (let from = 0; from < own.length && most <= GAIN; from++)
    most = Math.max(most, reach({ own, pulls }, from, step));
  return most;
}

/** How far the nudge of one base carries: x = own + pulls(x), in steps that only stand still where the knot does. */
function reach({ own, pulls }: Slopes, from: number, step: number): number {
  let moved = new Float64Array(own.length);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = moved.map((value) => value * (1 - step));
    next[from] = (next[from] ?? 0) + step * (own[from] ?? 0);
    moved.forEach((value, i) => {
      if (value !== 0)
        for (const { to, by } of pulls[i] ?? []) next[to] = (next[to] ?? 0) + step * by * value;
    });
    const change = next.reduce((most, value, i) => Math.max(most, Math.abs(value - (moved[i] ?? 0))), 0);
    moved = next;
    if (change < step * 1e-6) return moved.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  }
  return Infinity;
}

/** Whether no base can move a strength further than GAIN even if all pulled the same way: quick, and mostly enough. */
function isBounded({ own, pulls }: Slopes): boolean {
  let most = Float64Array.from(own);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = Float64Array.from(own);
    most.forEach((value, i) => {
      for (const { to, by } of pulls[i] ?? []) next[to] = (next[to] ?? 0) + Math.abs(by) * value;
    });
    if (next.some((value) => !(value <= GAIN))) return false;
    if (next.every((value, i) => value - (most[i] ?? 0) < 1e-6)) return true;
    most = next;
  }
  return false;
}

/** Found by nudging one after the other: no method needs to know its own derivative. */
export function slopesOf(network: Network, knot: Knot): Slopes {
  const { nodes, bases, values, counted } = network;
  const { claims, args } = knot;
  const placeIn = new Map(claims.map((claim, i) => [claim, i]));
  const target = new Map<number, number>();
  const users = new Map<number, number[]>();
  for (const place of [...claims, ...args])
    for (const reply of [...(nodes[place]?.supports ?? []), ...(nodes[place]?.attacks ?? [])])
      target.set(reply, place);
  args.forEach((argument, i) => {
    for (const premise of nodes[argument]?.premises ?? [])
      users.set(premise, [...(users.get(premise) ?? []), i]);
  });
  const rank = new Map(args.map((argument, i) => [argument, i]));

  const own = claims.map((claim) => steepest(bases, claim, () => counted(claim)));
  const pulls = claims.map((claim) => {
    const touched = new Set<number>();
    const reached = new Set<number>();
    for (const user of users.get(claim) ?? []) {
      let at: number | undefined = args[user];
      for (; at !== undefined && rank.has(at); at = target.get(at)) touched.add(at);
      if (at !== undefined && placeIn.has(at)) reached.add(at);
    }
    const inOrder = [...touched].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    const count = (): void => {
      for (const argument of inOrder) values[argument] = counted(argument);
    };
    const found = [...reached].map((to) => {
      const by = steepest(values, claim, () => {
        count();
        return counted(to);
      });
      return { to: placeIn.get(to) ?? 0, by };
    });
    count();
    return found;
  });
  return { own, pulls };
}

/** By which factor a nudge up or down comes out, whichever counts for more; nothing goes beyond 0 or 1. */
function steepest(of: Float64Array, place: number, outcome: () => number): number {
  const value = of[place] ?? NaN;
  const before = outcome();
  let steepest = 0;
  for (const nudge of [NUDGE, -NUDGE]) {
    if (value + nudge < 0 || value + nudge > 1) continue;
    of[place] = value + nudge;
    const slope = (outcome() - before) / nudge;
    if (Math.abs(slope) > Math.abs(steepest)) steepest = slope;
  }
  of[place] = value;
  return steepest;
}
