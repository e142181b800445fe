// Where a claim can stand: as a thesis, as one more premise of an argument, or in a new argument of its own.
import { z } from 'zod';
import { ok, refuse, type Refused, type Result } from '../../result.ts';
import { Direction, Target, type Argument } from '../tables/arguments.ts';
import { Id } from '../id.ts';
import { INDEXES, rowAt, type ArgumentMap } from '../map.ts';
import type { Claim } from '../tables/claims.ts';
import { OrderKey, type Ordered } from '../order.ts';
import { applyPatches, drop, put, type Patch } from '../patch.ts';
import { followed, hasPremise, isLive, lineage, liveTarget, premisesOf } from '../tree.ts';
import { stamp, type Context, type Kinded } from './kind.ts';
import type { Reorder } from './reorder.ts';

export const NewArgument = z.object({
  at: z.literal('argument'),
  argument: Id.describe('id of the new argument'),
  direction: Direction,
  target: Target,
  order: OrderKey.describe('among the replies to the target'),
});
export const JointPremise = z.object({ at: z.literal('premise'), argument: Id, order: OrderKey });
const Thesis = z.object({ at: z.literal('thesis'), order: OrderKey });

export const Place = z.discriminatedUnion('at', [Thesis, JointPremise, NewArgument]);
export type Place = z.infer<typeof Place>;

export interface Settled {
  readonly home: Id | null;
  readonly order: OrderKey;
  readonly patches: readonly Patch[];
}

/** [E3] [E4] [E5] [T1] Checks a place for a claim and makes the argument that the place asks for. */
export function settle(map: ArgumentMap, place: Place, claim: Id, context: Context): Result<Settled> {
  if (place.at === 'thesis') return ok({ home: null, order: place.order, patches: [] });
  if (place.at === 'premise') return settleJoint(map, place, claim);
  const { argument: id, direction, order } = place;
  const target = followed(map, place.target);
  const refused = targetRefused(map, { direction, target }, claim);
  if (refused) return refused;
  if (!isFree(map, id)) return refuse('id-taken', 'The id of the new argument is in use.');
  const argument: Argument = { id, direction, target, order, scheme: null, removed: null, ...stamp(context) };
  return ok({ home: id, order, patches: [put('arguments', argument)] });
}

/** [E4] [E5] [T1] Why an argument with this direction cannot attack or support this target; undefined when it can. */
export function targetRefused(
  map: ArgumentMap,
  { direction, target }: Pick<Argument, 'direction' | 'target'>,
  moving: Id,
) {
  if (!liveTarget(map, target)) return refuse('removed', 'The target was removed or does not exist.');
  if (target.kind === 'argument' && direction !== 'rebut') {
    return refuse('undercut-must-rebut', 'Only a rebuttal can be aimed at an argument.');
  }
  return cycleRefused(map, target.id, moving);
}

/** [E6] An argument that was put away for want of a premise comes back with the next one. */
function settleJoint(
  map: ArgumentMap,
  { argument, order }: z.infer<typeof JointPremise>,
  claim: Id,
): Result<Settled> {
  const found = map.arguments.get(argument);
  const emptied =
    found?.removed && !found.removed.purged && !hasPremise(map, argument) && liveTarget(map, found.target);
  if (!found || !(emptied || isLive(map, argument))) {
    return refuse('removed', 'The argument was removed or does not exist.');
  }
  if (isPremise(map, argument, claim)) {
    return refuse('already-premise', 'The claim is a premise of this argument already.');
  }
  const patches = emptied ? [put('arguments', { ...found, removed: null })] : [];
  return cycleRefused(map, argument, claim) ?? ok({ home: argument, order, patches });
}

/** [E12] Also by a reference that is out of sight because the claim is just leaving a removed place. */
export function isPremise(map: ArgumentMap, argument: Id, claim: Id): boolean {
  const references = map.index.references.get(argument) ?? [];
  return (
    map.claims.get(claim)?.home === argument ||
    references.some((id) => map.references.get(id)?.claim === claim)
  );
}

function cycleRefused(map: ArgumentMap, under: Id, moving: Id) {
  for (const node of lineage(map, under)) {
    if (node.value.id === moving) return refuse('cycle', 'A branch cannot hang beneath itself.');
  }
  return undefined;
}

/**
 * [E6] The patches that let a premise go from its argument. The last premise takes an argument with nothing on it
 * along; an argument that is attacked stays, so its last premise cannot go. Where something is left that could not be
 * made again, the argument is put away and not dropped.
 */
export function leave(
  map: ArgumentMap,
  argument: Id,
  premise: Id,
  context: Context,
): Result<readonly Patch[]> {
  const left = map.arguments.get(argument);
  if (!left || premisesOf(map, argument).some((other) => other.id !== premise)) return ok([]);
  const undercuts = map.index.replies.get(argument) ?? [];
  if (undercuts.some((id) => !map.arguments.get(id)?.removed)) {
    return refuse('would-empty-argument', 'The argument is undercut and would be left without a premise.');
  }
  const buried = INDEXES.flatMap((index) => map.index[index].get(argument) ?? []);
  if (left.scheme !== null || buried.some((id) => id !== premise))
    return ok([put('arguments', { ...left, removed: stamp(context) })]);
  return ok([drop('arguments', argument)]);
}

/** Leaves the argument first, so that the new place is checked against the map as it will be. */
export function leaveAndSettle(
  map: ArgumentMap,
  { from, premise, place, claim }: { from: Id | null; premise: Id; place: Place; claim: Id },
  context: Context,
): Result<Settled> {
  const left = from === null ? ok([]) : leave(map, from, premise, context);
  if (!left.ok) return left;
  if (from !== null && place.at === 'argument' && left.value.length > 0) {
    if (place.argument === from) return refuse('id-taken', 'The id of the new argument is in use.');
    if (place.target.id === from)
      return refuse('would-empty-argument', 'The argument would be left without a premise.');
  }
  const settled = settle(applyPatches(map, left.value), place, claim, context);
  return settled.ok ? ok({ ...settled.value, patches: [...left.value, ...settled.value.patches] }) : settled;
}

/** The place a claim had in `before`, asked for in `now`: its argument may have gone since. */
export function placeOf(before: ArgumentMap, now: ArgumentMap, claim: Claim): Place | undefined {
  return claim.home === null
    ? { at: 'thesis', order: claim.order }
    : premisePlaceOf(before, now, claim.home, claim.order);
}

export function premisePlaceOf(
  before: ArgumentMap,
  now: ArgumentMap,
  argument: Id,
  order: OrderKey,
): Place | undefined {
  if (now.arguments.has(argument)) return { at: 'premise', argument, order };
  const was = before.arguments.get(argument);
  return was && { at: 'argument', argument, direction: was.direction, target: was.target, order: was.order };
}

export interface InOrder<E> {
  readonly kind: 'batch';
  readonly edits: [E, Reorder];
}

/** An edit that makes an argument again gives its premise the same key; where the premise had another, it is set after. */
export function keepingOrder<E extends Kinded>(
  edit: E,
  place: Place,
  { id, order }: Ordered,
): E | InOrder<E> {
  return place.at === 'argument' && place.order !== order
    ? { kind: 'batch', edits: [edit, { kind: 'reorder', id, order }] }
    : edit;
}

/** Why a claim that is not there, or not live, cannot be changed. */
export const goneRefused = (map: ArgumentMap, claim: Id): Refused =>
  map.mergers.has(claim)
    ? refuse('merged', 'The claim was merged into another.')
    : refuse('removed', 'The claim was removed or does not exist.');

export const isFree = (map: ArgumentMap, id: Id): boolean => rowAt(map, id) === undefined;
