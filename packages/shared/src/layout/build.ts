// Finds what hangs on what in a map and makes units of it, the deepest first.
import type { Argument } from '../map/tables/arguments.ts';
import type { ArgumentMap } from '../map/map.ts';
import type { Claim } from '../map/tables/claims.ts';
import type { Id } from '../map/id.ts';
import { byOrder, type Ordered } from '../map/order.ts';
import type { Table } from '../map/table.ts';
import { lineage, nodeAt, premisesOf, type Premise } from '../map/tree.ts';
import type { LayoutCache } from './cache.ts';
import { cardSize, type CardManner } from './card.ts';
import { stripHeight } from './grid.ts';
import { isBeside, unitOf, type Member, type Unit } from './unit.ts';

export interface Scope {
  readonly map: ArgumentMap;
  readonly cache: LayoutCache;
  /** Claims whose replies are not drawn. */
  readonly folded: ReadonlySet<Id>;
  /** The only arguments that are looked at; without it all. */
  readonly only?: ReadonlySet<Id>;
  /** Whether texts keep all their lines. */
  readonly whole?: boolean;
  readonly manner: CardManner;
}

/** An argument, or a thesis when `argument` is null, that waits for what hangs on it. */
interface Plan {
  readonly id: Id;
  readonly argument: Argument | null;
  readonly premises: readonly Premise[];
  /** The replies to each premise. */
  readonly replies: readonly (readonly Argument[])[];
  readonly undercuts: readonly Argument[];
}

export function thesisUnit(scope: Scope, thesis: Claim): Unit {
  const { cache } = scope;
  const fresh = cache.fresh(thesis.id);
  if (fresh) return fresh;
  return finished(scope, thesisPlan(scope, thesis));
}

/** Depth first with a stack of its own, so that few plans are alive at a time and none too deep. */
function finished(scope: Scope, root: Plan): Unit {
  const path = [{ plan: root, waiting: staleBeneath(scope, root) }];
  let unit: Unit | undefined;
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const argument = step.waiting.pop();
    if (argument) {
      const plan = argumentPlan(scope, argument);
      path.push({ plan, waiting: staleBeneath(scope, plan) });
    } else {
      unit = built(scope, step.plan);
      scope.cache.keep(unit);
      path.pop();
    }
  }
  return unit ?? built(scope, root);
}

function staleBeneath({ cache }: Scope, { replies, undercuts }: Plan): Argument[] {
  const stale: Argument[] = []; // a stack: the order is of no account
  for (const list of replies)
    for (const argument of list) if (!cache.fresh(argument.id)) stale.push(argument);
  for (const argument of undercuts) if (!cache.fresh(argument.id)) stale.push(argument);
  return stale;
}

/**
 * The thesis above `focus`, with nothing on the way to it but what it hangs on. Joint premises stand beside each
 * other, since none counts alone, but closed. The units of the whole map must be fresh.
 */
export function focusUnit(scope: Scope, focus: Id): Unit | undefined {
  let beneath: Unit | undefined;
  let open: Id | undefined;
  for (const node of lineage(scope.map, focus)) {
    if (node.value.removed) return undefined;
    if (node.kind === 'claim') open = node.value.id;
    if (node.kind === 'claim' && node.value.home !== null) continue;
    const plan = node.kind === 'claim' ? thesisPlan(scope, node.value) : argumentPlan(scope, node.value);
    if (plan.premises.length === 0) return undefined;
    beneath = focusedUnit(scope, plan, { focus, open, beneath });
    open = undefined;
  }
  return nodeAt(scope.map, focus)?.kind === 'claim' ? beneath : undefined;
}

interface Way {
  readonly focus: Id;
  /** The premise that is in focus or leads to it; none in an argument that an undercut leads to. */
  readonly open: Id | undefined;
  /** The unit that leads to the focus, if this is not it. */
  readonly beneath: Unit | undefined;
}

function focusedUnit(scope: Scope, plan: Plan, { focus, open, beneath }: Way): Unit {
  const { cache } = scope;
  const strip = stripHeight(scope.manner.measures);
  const members = plan.premises.map((premise, i): Member => {
    const all = unitsOf(cache, plan.replies[i] ?? []);
    const leads = premise.id === open;
    if (leads && open === focus) return member(scope, plan, premise, { all, replies: all, hidden: NO_UNITS });
    const hidden = all.filter(({ id }) => !leads || id !== beneath?.id);
    return member(scope, plan, premise, { all, replies: leads && beneath ? [beneath] : NO_UNITS, hidden });
  });
  return unitOf(plan.id, plan.argument, members, open === undefined && beneath ? [beneath] : [], strip);
}

function thesisPlan(scope: Scope, claim: Claim): Plan {
  const replies = [repliesIn(scope, claim.id)];
  return {
    id: claim.id,
    argument: null,
    premises: [{ id: claim.id, order: claim.order, claim }],
    replies,
    undercuts: [],
  };
}

function argumentPlan(scope: Scope, argument: Argument): Plan {
  const premises = premisesIn(scope.map, argument.id);
  return {
    id: argument.id,
    argument,
    premises,
    replies: premises.map((premise) => (premise.reference ? NONE : repliesIn(scope, premise.id))),
    undercuts: repliesIn(scope, argument.id),
  };
}

const NONE: readonly Argument[] = [];

/** The replies to a claim or the undercuts of an argument. Whether they have a premise shows when they are built. */
function repliesIn({ map, only }: Scope, id: Id): readonly Argument[] {
  const ids = map.index.replies.get(id);
  if (!ids) return NONE;
  const replies = present(ids, map.arguments);
  return only ? replies.filter((argument) => only.has(argument.id)) : replies;
}

/** As `premisesOf`, without its cost where nothing is referred to: reading makes up most of a layout from nothing. */
function premisesIn(map: ArgumentMap, argument: Id): readonly Premise[] {
  if (map.references.size > 0 && map.index.references.has(argument)) return premisesOf(map, argument);
  const claims = present(map.index.home.get(argument) ?? [], map.claims);
  return claims.map((claim) => ({ id: claim.id, order: claim.order, claim }));
}

function present<T extends Ordered & { readonly removed: unknown }>(
  ids: readonly Id[],
  table: Table<T>,
): T[] {
  const found: T[] = [];
  for (const id of ids) {
    const entity = table.get(id);
    if (entity && !entity.removed) found.push(entity);
  }
  return found.length > 1 ? found.sort(byOrder) : found;
}

function built(scope: Scope, plan: Plan): Unit {
  const { cache, folded, manner } = scope;
  const members = plan.premises.map((premise, i): Member => {
    const all = unitsOf(cache, plan.replies[i] ?? []);
    const closed = folded.has(premise.id);
    const [replies, hidden] = closed ? [NO_UNITS, all] : [all, NO_UNITS];
    return member(scope, plan, premise, { all, replies, hidden });
  });
  return unitOf(
    plan.id,
    plan.argument,
    members,
    unitsOf(cache, plan.undercuts),
    stripHeight(manner.measures),
  );
}

interface Replies {
  /** As they are in the whole map. */
  readonly all: readonly Unit[];
  readonly replies: readonly Unit[];
  readonly hidden: readonly Unit[];
}

function member(
  { cache, whole = false, manner }: Scope,
  plan: Plan,
  { id, claim, reference }: Premise,
  { all, replies, hidden }: Replies,
): Member {
  const known = cache.former(plan.id)?.cards.find((card) => card.id === id && card.claim === claim);
  const place = {
    thesis: plan.argument === null,
    reference: reference !== undefined,
    undercut: isBeside(plan.argument),
  };
  const size =
    known && known.beside === place.undercut
      ? known.size
      : cardSize({ text: claim.text, language: claim.language, ...place, whole }, manner);
  return {
    id,
    claim,
    reference: place.reference,
    beside: place.undercut,
    size,
    beneath: claimsIn(all),
    hidden: claimsIn(hidden),
    replies,
  };
}

const claimsIn = (units: readonly Unit[]): number => units.reduce((sum, unit) => sum + unit.claims, 0);

const NO_UNITS: readonly Unit[] = [];

function unitsOf(cache: LayoutCache, replies: readonly Argument[]): readonly Unit[] {
  if (replies.length === 0) return NO_UNITS;
  const units: Unit[] = [];
  for (const { id } of replies) {
    const unit = cache.fresh(id);
    if (unit && unit.cards.length > 0) units.push(unit);
  }
  return units;
}
