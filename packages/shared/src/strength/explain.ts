// Why a claim is as strong as it is, as data: what it starts from, what each argument brings, and what would change it most.
import type { Id } from '../map/id.ts';
import type { Direction } from '../map/tables/arguments.ts';
import { METHODS } from './semantics.ts';
import { numberOf, strengthWithout, type Strength, type Strengths } from './strengths.ts';
import { baseOf, relevanceOf } from './votes.ts';

/** What an argument brings: the strength now less what it would be without the argument. They do not add up to a whole. */
export interface Contribution {
  readonly argument: Id;
  readonly direction: Direction;
  readonly change: number;
}

/** How many there are, and how far they take the strength, one step after the other: these do add up. */
export interface Share {
  readonly count: number;
  readonly change: number;
}

/** Were the argument answered or undercut until nothing is left of it, the claim would stand at `to`. */
export interface Turn {
  readonly argument: Id;
  readonly to: number;
}

export interface Explanation {
  readonly claim: Id;
  readonly strength: Strength;
  readonly base: number;
  readonly votes: number;
  /** Of each argument for or against the claim. */
  readonly contributions: readonly Contribution[];
  /** The largest first, three at most. */
  readonly helps: readonly Contribution[];
  readonly hits: readonly Contribution[];
  /** From the base: by what supports, then by what rebuts, then by what undercuts either of them; the rest is the strength. */
  readonly steps: Readonly<Record<'support' | 'rebut' | 'undercut', Share>>;
  /** Among the arguments about the claim, and those about these and their premises. */
  readonly rise: Turn | undefined;
  readonly fall: Turn | undefined;
}

const MOST_NAMED = 3;

/** [G10] Undefined for what does not count. Where a number is unsettled, what would be made of it is left out. */
export function explanationOf(strengths: Strengths, claim: Id): Explanation | undefined {
  const strength = strengths.byId.get(claim);
  const point = strengths.graph.at(claim);
  if (!strength || !point) return undefined;
  const { supports, attacks } = strengths.graph.inputs(point);
  const direct = [...supports, ...attacks];
  const now = numberOf(strength);
  const without = new Map<Id, number>();
  for (const argument of new Set([...direct, ...direct.flatMap((id) => about(strengths, id))])) {
    const to = numberOf(strengthWithout(strengths, claim, argument));
    if (!Number.isNaN(now - to)) without.set(argument, to);
  }
  const contributions = direct.flatMap((argument): Contribution[] => {
    const to = without.get(argument);
    const direction = supports.includes(argument) ? 'support' : 'rebut';
    return to === undefined ? [] : [{ argument, direction, change: now - to }];
  });
  const byChange = [...contributions].sort((a, b) => b.change - a.change);
  const turns = [...without].map(([argument, to]): Turn => ({ argument, to })).sort((a, b) => b.to - a.to);
  const [highest, lowest] = [turns[0], turns.at(-1)];
  const tally = strengths.votes.truth(claim);
  return {
    claim,
    strength,
    base: baseOf(tally, strengths.how),
    votes: tally?.votes ?? 0,
    contributions,
    helps: byChange.filter(({ change }) => change > 0).slice(0, MOST_NAMED),
    hits: byChange.filter(({ change }) => change < 0).reverse().slice(0, MOST_NAMED), // prettier-ignore
    steps: stepsOf(strengths, claim, supports, attacks),
    rise: highest && highest.to > now ? highest : undefined,
    fall: lowest && lowest.to < now ? lowest : undefined,
  };
}

/** Undercuts of an argument, and the arguments about its premises. */
function about({ graph }: Strengths, argument: Id): Id[] {
  const found: Id[] = [];
  const point = graph.at(argument);
  if (!point) return found;
  const { supports, attacks, premises } = graph.inputs(point);
  for (const premise of premises) {
    const claim = graph.at(premise);
    if (claim) found.push(...graph.inputs(claim).supports, ...graph.inputs(claim).attacks);
  }
  return [...found, ...supports, ...attacks];
}

function stepsOf(
  { graph, votes, how, byId }: Strengths,
  claim: Id,
  supports: readonly Id[],
  attacks: readonly Id[],
): Explanation['steps'] {
  const { aggregation, influence } = METHODS[how.method];
  const base = baseOf(votes.truth(claim), how);
  let undercuts = 0;
  const strengthOf = (id: Id): number => numberOf(byId.get(id));
  const untouched = (id: Id): number => {
    const point = graph.at(id);
    if (!point) return NaN;
    const { premises, ...replies } = graph.inputs(point);
    undercuts += replies.supports.length + replies.attacks.length;
    return premises.reduce(
      (all, premise) => all * strengthOf(premise),
      relevanceOf(votes.relevance(id), how),
    );
  };
  const [forIt, against] = [supports.map(untouched), attacks.map(untouched)];
  const supported = influence(base, aggregation(forIt, []));
  const rebutted = influence(base, aggregation(forIt, against));
  const whole = influence(base, aggregation(supports.map(strengthOf), attacks.map(strengthOf)));
  return {
    support: { count: supports.length, change: supported - base },
    rebut: { count: attacks.length, change: rebutted - supported },
    undercut: { count: undercuts, change: whole - rebutted },
  };
}
