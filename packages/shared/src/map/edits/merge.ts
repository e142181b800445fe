import { z } from 'zod';
import { ok, refuse, type Refused } from '../../result.ts';
import { Id } from '../id.ts';
import { INDEXES, rowAt, type ArgumentMap } from '../map.ts';
import { applyPatches, drop, put, type Patch } from '../patch.ts';
import type { Argument } from '../tables/arguments.ts';
import type { Claim } from '../tables/claims.ts';
import type { Merger } from '../tables/mergers.ts';
import { isLive, lineage, premisesOf, wentTo } from '../tree.ts';
import { goingFrom, taken } from './going.ts';
import { kind, stamp, type Context, type Verb } from './kind.ts';
import { goneRefused, isFree, isPremise } from './place.ts';
import { isAllBy } from './remove.ts';

/** [E18] [E19] Merges a claim into another that says the same: all that hangs on it goes over, its words stay as an earlier wording. */
export const MergeClaim = z.object({
  kind: z.literal('merge-claim'),
  claim: Id,
  into: Id,
  reference: Id.describe('id for the other one in its place, where it is a premise'),
});
export type MergeClaim = z.infer<typeof MergeClaim>;

/** [E20] Parts what was merged: the claim stands in its place again, with what went over and is still there. */
export const UnmergeClaim = z.object({ kind: z.literal('unmerge-claim'), claim: Id });
export type UnmergeClaim = z.infer<typeof UnmergeClaim>;

export const mergeClaim = kind({
  schema: MergeClaim,
  act: () => 'claim',
  verb: (map, { claim, into }, actor) =>
    own(map.claims.get(wentTo(map, into))?.by === actor.id && isAllBy(map, claim, actor.id)),
  rule(map, { claim: id, into: asked, reference }, context) {
    const into = wentTo(map, asked);
    const claim = map.claims.get(id);
    if (!claim || !isLive(map, id)) return goneRefused(map, id);
    if (!map.claims.has(into) || !isLive(map, into))
      return refuse('removed', 'The claim to merge into was removed or does not exist.');
    if (id === into) return refuse('no-change', 'A claim cannot be merged into itself.');
    for (const { value } of lineage(map, into))
      if (value.id === id)
        return refuse('cycle', 'It has the other one beneath it: merge that one into this one.');
    if (!isFree(map, reference)) return refuse('id-taken', 'The id of the new reference is in use.');
    return ok(merged(map, { claim, into, reference }, context));
  },
  undo: ({ claim, into }, before, now) =>
    now.mergers.get(claim)?.into === wentTo(before, into) ? { kind: 'unmerge-claim', claim } : undefined,
});

export const unmergeClaim = kind({
  schema: UnmergeClaim,
  act: () => 'claim',
  verb(map, { claim }, actor) {
    const merger = map.mergers.get(claim);
    const things = merger ? [merger, map.claims.get(merger.into), ...merger.moved.map((id) => rowAt(map, id)?.entity)] : []; // prettier-ignore
    return own(things.every((one) => !one || !('by' in one) || one.by === actor.id));
  },
  rule(map, { claim: id }) {
    const merger = map.mergers.get(id);
    if (!merger) return refuse('not-found', 'The claim was not merged, or is parted again.');
    if (merger.removed || !isLive(map, merger.into))
      return refuse('removed', 'What was merged, or what it was merged into, was removed.');
    const patches = parted(map, merger);
    return misplaced(applyPatches(map, patches), id) ?? ok(patches);
  },
  undo({ claim: id }, before, now, held) {
    const was = before.mergers.get(id);
    const claim = now.claims.get(id);
    const stayed = before.index.uses.get(id) ?? [];
    if (!was || !claim || !isAsParted(now, was, [...was.moved, ...stayed])) return undefined;
    const { into, reference, merged: mark } = was;
    const back = { kind: 'merge-claim', claim: id, into, reference } as const;
    // Where the other one hangs beneath it by now, there is nothing to look at.
    const merging = mergeClaim.rule(now, back, { id, ...mark }, held);
    return merging.ok && isAsMerged(before, applyPatches(now, merging.value), was) ? back : undefined;
  },
});

/** Everything is theirs, or something is not. */
const own = (isAllTheirs: boolean): Verb => (isAllTheirs ? 'change-own' : 'change-others');

interface Asked {
  readonly claim: Claim;
  readonly into: Id;
  readonly reference: Id;
}

function merged(map: ArgumentMap, { claim, into, reference }: Asked, context: Context): Patch[] {
  const { id, text, language, home, order, side, reworded, beside, by, at } = claim;
  const going = goingFrom(map, id);
  const uses = (map.index.uses.get(id) ?? []).flatMap((use) => map.references.get(use) ?? []);
  // [E12] Where the other one is a premise already, the use stays with what was merged, out of sight.
  const used = uses.filter(({ argument }) => !isPremise(map, argument, into));
  const isInPlace = home === null || isPremise(map, home, into);
  const patches = [
    drop('claims', id),
    ...going.flatMap((row) => taken(row, id, into) ?? []),
    ...used.map((use) => put('references', { ...use, claim: into })),
    ...(isInPlace ? [] : [put('references', { id: reference, argument: home, claim: into, order, ...stamp(context) })]), // prettier-ignore
  ];
  const then = applyPatches(map, patches);
  const touched = [home, ...uses.map(({ argument }) => argument), ...going.map(({ entity }) => entity.id)];
  const emptied = emptiedIn(then, new Set(touched), into);
  // In an order that does not hang on which of them came first.
  const moved = [...going.map(({ entity }) => entity.id), ...used.map((use) => use.id)].sort();
  const merger: Merger = {
    ...{ id, into, text, language, reworded, beside, home, order, side, reference, by, at },
    ...{ moved, emptied: emptied.map((one) => one.id).sort(), merged: stamp(context), removed: null },
  };
  return [
    ...patches,
    ...emptied.map((one) => put('arguments', { ...one, removed: stamp(context) })),
    put('mergers', merger),
  ];
}

/** [E19] Those of the arguments that say nothing any more, and on which nothing hangs but their premises. */
function emptiedIn(map: ArgumentMap, among: ReadonlySet<Id | null>, into: Id): Argument[] {
  const emptied = new Map<Id, Argument>();
  for (const id of among) {
    const argument = map.arguments.get(id ?? '');
    if (!argument || !isLive(map, argument.id) || !isBare(map, argument.id)) continue;
    const premises = claimsIn(map, argument.id);
    const saysItself = argument.target.id === into && premises.size === 1 && premises.has(into);
    const siblings = (map.index.replies.get(argument.target.id) ?? []).filter((one) => !emptied.has(one));
    if (saysItself || siblings.some((other) => says(map, map.arguments.get(other), argument, premises)))
      emptied.set(argument.id, argument);
  }
  return [...emptied.values()];
}

/** Whether all that hangs on an argument are references, and votes on it. */
const isBare = (map: ArgumentMap, argument: Id): boolean =>
  premisesOf(map, argument).length > 0 &&
  INDEXES.every((index) => (map.index[index].get(argument) ?? []).every((id) => map.references.has(id) || map.ballots.has(id))); // prettier-ignore

const claimsIn = (map: ArgumentMap, argument: Id): ReadonlySet<Id> =>
  new Set(premisesOf(map, argument).map(({ claim }) => claim.id));

/** Whether another argument says all that this one does. */
function says(
  map: ArgumentMap,
  other: Argument | undefined,
  { id, direction, scheme }: Argument,
  premises: ReadonlySet<Id>,
): boolean {
  if (!other || other.id === id || other.removed || other.direction !== direction) return false;
  if (scheme !== null && scheme !== other.scheme) return false;
  const others = claimsIn(map, other.id);
  return others.size === premises.size && [...premises].every((claim) => others.has(claim));
}

function parted(map: ArgumentMap, merger: Merger): Patch[] {
  const { id, into, text, language, side, reworded, beside, by, at, home, merged: mark } = merger;
  const back = merger.moved.flatMap((moved): Patch[] => {
    const use = map.references.get(moved);
    // It may have stayed behind when what it went over to was merged into yet another.
    if (use) return wentTo(map, use.claim) === into ? [put('references', { ...use, claim: id })] : [];
    const row = rowAt(map, moved);
    const patch = row && taken(row, into, id);
    return patch ? [patch] : [];
  });
  const emptied = merger.emptied.flatMap((one) => {
    const argument = map.arguments.get(one);
    const isStill = argument?.removed?.at === mark.at && argument.removed.by === mark.by;
    return isStill && !argument.removed.purged ? [argument] : [];
  });
  const use = map.references.get(merger.reference);
  const inPlace = use?.argument === home ? use : undefined;
  const order = inPlace?.order ?? merger.order;
  const claim: Claim = { id, text, language, home, order, side, reworded, beside, removed: null, by, at };
  const returned = new Map(back.flatMap((patch) => ('put' in patch && patch.table === 'arguments' ? [[patch.put.id, patch.put]] : []))); // prettier-ignore
  return [
    drop('mergers', id),
    ...back,
    ...emptied.map((one) => put('arguments', { ...(returned.get(one.id) ?? one), removed: null })),
    ...(inPlace ? [drop('references', inPlace.id)] : []),
    put('claims', claim),
  ];
}

/** [U3] Whether nobody changed the claim that was parted since, or hung anything on it but what it had. */
function isAsParted(map: ArgumentMap, merger: Merger, had: readonly Id[]): boolean {
  const { id, text, home, beside } = merger;
  const claim = map.claims.get(id);
  if (claim?.text !== text || claim.home !== home || claim.beside.length > beside.length) return false;
  const hanging = [...goingFrom(map, id).map(({ entity }) => entity.id), ...(map.index.uses.get(id) ?? [])];
  return hanging.every((one) => had.includes(one));
}

/**
 * [U2] Whether merging once more brings back what was parted. Others may have put away the one in its place since it was merged,
 * or brought back an argument that said nothing, and what stayed with it may go now; what went over to it, and then elsewhere, would
 * not be parted with it once more.
 */
function isAsMerged(
  before: ArgumentMap,
  then: ArgumentMap,
  { id, reference, emptied, moved }: Merger,
): boolean {
  const again = then.mergers.get(id);
  const isAway = (map: ArgumentMap, one: Id): boolean => map.arguments.get(one)?.removed !== null;
  return (
    again !== undefined &&
    then.references.has(reference) === before.references.has(reference) &&
    again.emptied.every((one) => emptied.includes(one)) &&
    emptied.every((one) => isAway(then, one) === isAway(before, one)) &&
    again.moved.join() === moved.join()
  );
}

/** [T1] [E5] [E12] Why the claim cannot stand where it stood: since then its place may have gone, or hang beneath it. */
function misplaced(map: ArgumentMap, id: Id): Refused | undefined {
  const seen = new Set<Id>();
  for (const { value } of lineage(map, id)) {
    if (seen.has(value.id)) return refuse('cycle', 'A branch cannot hang beneath itself.');
    seen.add(value.id);
  }
  const home = map.claims.get(id)?.home ?? null;
  if (!isLive(map, id) || (home !== null && !map.arguments.has(home)))
    return refuse('removed', 'The place it had was removed.');
  const uses = (map.index.uses.get(id) ?? []).map((use) => map.references.get(use)?.argument ?? null);
  return new Set([home, ...uses]).size <= uses.length
    ? refuse('already-premise', 'The claim is a premise of this argument already.')
    : undefined;
}
