// First step from a graph to a map: every key names one thing, every argument has premises and one target, and what
// arguments aim at ends in a claim.
import type { Graph, GraphArgument, GraphClaim } from './graph.ts';
import type { Losses } from '../loss.ts';

export interface TidyArgument extends Omit<GraphArgument, 'targets'> {
  readonly target: string;
}

export interface TidyGraph {
  readonly claims: ReadonlyMap<string, GraphClaim>;
  /** In the order of the file. */
  readonly arguments: ReadonlyMap<string, TidyArgument>;
}

/** Words of a claim that nobody wrote. */
export const UNSTATED = { zh: '（未说明）', en: '(unstated)' };

export function tidied(graph: Graph, unstated: string, losses: Losses): TidyGraph {
  const claims = new Map<string, GraphClaim>();
  const given = new Map<string, GraphArgument>();
  const taken = new Set<string>();
  const last = new Map<string, number>();
  const keyed = <T extends GraphClaim | GraphArgument>(node: T, same: T | undefined): T | undefined => {
    if (!taken.has(node.key)) {
      taken.add(node.key);
      return node;
    }
    losses.add('duplicates', node.where);
    if (same && 'text' in same && 'text' in node && same.text === node.text) return undefined;
    const key = freshKey(node.key, taken, last);
    return { ...node, key, row: undefined };
  };
  for (const claim of graph.claims) {
    const one = keyed(claim, claims.get(claim.key));
    if (one) claims.set(one.key, one);
  }
  for (const argument of graph.arguments) {
    const one = keyed(argument, given.get(argument.key));
    if (one) given.set(one.key, one);
  }
  const stand = (key: string, where: string): string => {
    const fresh = freshKey(key, taken, last);
    losses.add('unstated', where);
    claims.set(fresh, { key: fresh, where, text: unstated });
    return fresh;
  };
  const whole = new Map<string, TidyArgument>();
  for (const argument of given.values()) {
    for (const one of completed(argument, {
      claims,
      given,
      fresh: (key) => freshKey(key, taken, last),
      stand,
      losses,
    }))
      whole.set(one.key, one);
  }
  return { claims, arguments: grounded(whole, losses) };
}

/** A key that nothing has; `last` remembers where counting stopped, since a file may repeat one key for ever. */
function freshKey(key: string, taken: Set<string>, last: Map<string, number>): string {
  let n = last.get(key) ?? 2;
  while (taken.has(`${key}#${n}`)) n++;
  last.set(key, n + 1);
  taken.add(`${key}#${n}`);
  return `${key}#${n}`;
}

interface Completing {
  readonly claims: ReadonlyMap<string, GraphClaim>;
  readonly given: ReadonlyMap<string, GraphArgument>;
  readonly fresh: (key: string) => string;
  /** Puts in a claim without words. */
  readonly stand: (key: string, where: string) => string;
  readonly losses: Losses;
}

/** The argument with premises and a target, once for each of its targets. */
function completed(
  argument: GraphArgument,
  { claims, given, fresh, stand, losses }: Completing,
): TidyArgument[] {
  const { key, where } = argument;
  const known = (list: readonly string[], has: (key: string) => boolean): string[] => {
    const once = [...new Set(list)];
    if (once.length < list.length) losses.add('duplicates', where);
    return once.filter((each) => {
      if (!has(each)) losses.add('dangling', where);
      return has(each);
    });
  };
  const premises = known(argument.premises, (each) => claims.has(each));
  const targets = known(argument.targets, (each) => claims.has(each) || given.has(each));
  if (premises.length === 0) premises.push(stand(`${key} premise`, where));
  if (targets.length === 0) targets.push(stand(`${key} conclusion`, where));
  return targets.map((target, i) => {
    if (i === 0) return { ...argument, premises, target };
    losses.add('conclusions', where);
    return { ...argument, key: fresh(key), premises, target, row: undefined };
  });
}

/** Support for an argument goes to what the argument speaks to; arguments that aim at each other are cut apart. */
function grounded(all: ReadonlyMap<string, TidyArgument>, losses: Losses): Map<string, TidyArgument> {
  const result = new Map(all);
  const safe = new Set<string>();
  for (const start of all.keys()) {
    const way = new Set<string>();
    let last: TidyArgument | undefined;
    for (let at = result.get(start); at && !safe.has(at.key); at = result.get(at.target)) {
      if (last && way.has(at.key)) {
        // The undercut that closes the circle attacks a premise instead.
        losses.add('cycles', last.where);
        result.set(last.key, { ...last, target: at.premises[0] ?? last.target });
        break;
      }
      way.add(at.key);
      last = at;
    }
    for (const key of way) safe.add(key);
  }
  for (const argument of [...result.values()]) settleAim(argument, result, losses);
  return result;
}

/** Support for an argument does what that argument does: speaks for or against the same thing. */
function settleAim(argument: TidyArgument, all: Map<string, TidyArgument>, losses: Losses): void {
  const chain: TidyArgument[] = [];
  let at: TidyArgument | undefined = argument;
  while (at?.direction === 'support' && all.has(at.target)) {
    chain.push(at);
    at = all.get(at.target);
  }
  for (const one of chain) {
    losses.add('aims', one.where);
    all.set(one.key, { ...one, direction: at?.direction ?? one.direction, target: at?.target ?? one.target });
  }
}
