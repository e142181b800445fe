// Look-ups over the argument tree. An entity is live when neither it nor anything above it is removed.
import type { Argument, Target } from './tables/arguments.ts';
import type { ArgumentMap } from './map.ts';
import type { Bearing, Quotation } from './tables/quotations.ts';
import type { Claim } from './tables/claims.ts';
import type { Comment } from './tables/comments.ts';
import type { Edition } from './tables/editions.ts';
import type { Id } from './id.ts';
import type { Merger } from './tables/mergers.ts';
import type { Reference } from './tables/references.ts';
import type { Source } from './tables/sources.ts';
import type { Stamp } from './stamp.ts';
import { byOrder } from './order.ts';
import { TOP } from './tables/description.ts';

export type Node = { kind: 'claim'; value: Claim } | { kind: 'argument'; value: Argument };

export function nodeAt(map: ArgumentMap, id: Id): Node | undefined {
  const claim = map.claims.get(id);
  if (claim) return { kind: 'claim', value: claim };
  const argument = map.arguments.get(id);
  return argument && { kind: 'argument', value: argument };
}

/** What a node hangs under: a claim under its home, an argument under its target. */
export function above(map: ArgumentMap, node: Node): Node | undefined {
  const id = node.kind === 'claim' ? node.value.home : node.value.target.id;
  return id === null ? undefined : nodeAt(map, id);
}

/** The node and all above it, up to its thesis. */
export function* lineage(map: ArgumentMap, id: Id): Generator<Node> {
  for (let node = nodeAt(map, id); node; node = above(map, node)) yield node;
}

/** `back` is taken as if it were not removed itself. */
export function isLive(map: ArgumentMap, id: Id, back?: Id): boolean {
  let found = false;
  for (const node of lineage(map, id)) {
    if (node.value.removed && node.value.id !== back) return false;
    found = true;
  }
  return found;
}

export function liveTarget(map: ArgumentMap, target: Target): boolean {
  return nodeAt(map, target.id)?.kind === target.kind && isLive(map, target.id);
}

/** Theses in order, without removed ones. */
export function theses(map: ArgumentMap): Claim[] {
  return present(map.index.home.get(TOP), map.claims).sort(byOrder);
}

/** Arguments on a claim, or undercuts of an argument, in order, without removed ones. [T5] One that has lost all its
 *  premises, because the claims it refers to were removed elsewhere, is left out until one of them comes back. */
export function repliesTo(map: ArgumentMap, id: Id): Argument[] {
  return present(map.index.replies.get(id), map.arguments)
    .filter((argument) => hasPremise(map, argument.id))
    .sort(byOrder);
}

export type Premise =
  | { readonly id: Id; readonly order: string; readonly claim: Claim; readonly reference?: undefined }
  | { readonly id: Id; readonly order: string; readonly claim: Claim; readonly reference: Reference };

/** Premises of an argument in order: claims at home in it and references to live claims elsewhere. */
export function premisesOf(map: ArgumentMap, argument: Id): Premise[] {
  const home: Premise[] = present(map.index.home.get(argument), map.claims).map((claim) => ({
    id: claim.id,
    order: claim.order,
    claim,
  }));
  const borrowed: Premise[] = (map.index.references.get(argument) ?? []).flatMap((id) => {
    const reference = map.references.get(id);
    const claim = reference && map.claims.get(reference.claim);
    return claim && isLive(map, claim.id) ? [{ id, order: reference.order, claim, reference }] : [];
  });
  return [...home, ...borrowed].sort(byOrder);
}

/** [T3] A removed one may refer to what hangs beneath itself, and has that again once it is back. */
export function hasPremise(map: ArgumentMap, argument: Id): boolean {
  const atHome = (map.index.home.get(argument) ?? []).some((id) => map.claims.get(id)?.removed === null);
  const references = map.index.references.get(argument) ?? [];
  return atHome || references.some((id) => isLive(map, map.references.get(id)?.claim ?? id, argument));
}

/** Where a claim is to be found: [E18] another one, since it was merged into that; itself, where it was not. */
export const wentTo = (map: ArgumentMap, claim: Id): Id => map.mergers.get(claim)?.into ?? claim;

/** The target, or the claim that it was merged into. */
export function followed(map: ArgumentMap, target: Target): Target {
  const id = target.kind === 'claim' ? wentTo(map, target.id) : target.id;
  return id === target.id ? target : { ...target, id };
}

/** Claims that were merged into this one, which have its earlier wordings, oldest first; without removed ones. */
export const mergersInto = (map: ArgumentMap, claim: Id): Merger[] =>
  present(map.index.mergers.get(claim), map.mergers).sort(byAge);

/** Comments on a claim, oldest first, without removed ones. */
export function commentsOn(map: ArgumentMap, claim: Id): Comment[] {
  return present(map.index.comments.get(claim), map.comments).sort(byAge);
}

type Aged = Stamp & { readonly id: Id };

export const byAge = (a: Aged, b: Aged): number => a.at - b.at || (a.id < b.id ? -1 : 1);

/** [Q9] Quotations of a claim, oldest first, without removed ones. Those that say the same are shown as one. */
export function quotationsOf(map: ArgumentMap, claim: Id): Quotation[] {
  const all = present(map.index.quotations.get(claim), map.quotations).sort(byAge);
  return all.filter((one, i) => !all.some((other, j) => j !== i && covers(other, one, j < i)));
}

/** Those of the same claim that say the same as this one, itself among them. */
export const quotationsLike = (map: ArgumentMap, one: Quotation): Quotation[] =>
  present(map.index.quotations.get(one.claim), map.quotations).filter((other) => isAlike(one, other));

const isAlike = (a: Quotation, b: Quotation): boolean =>
  a.edition === b.edition && a.start === b.start && a.end === b.end && a.bearing === b.bearing;

/** Whether nothing is missed where only `other` is shown: what has a translation of its own is shown as well. */
function covers(other: Quotation, one: Quotation, isOlder: boolean): boolean {
  if (!isAlike(other, one)) return false;
  if (one.gloss === null) return other.gloss !== null || isOlder;
  return other.gloss?.text === one.gloss.text && isOlder;
}

/** [Q4] Words that a claim no longer repeats are a paraphrase, until the claim has them again. */
export const bearingOf = ({ bearing, exact }: Quotation, { text }: Pick<Claim, 'text'>): Bearing =>
  bearing === 'verbatim' && exact !== text ? 'paraphrase' : bearing;

/** Sources, oldest first, without removed ones. */
export function sourcesOf(map: ArgumentMap): Source[] {
  return [...map.sources.values()].filter(({ removed }) => !removed).sort(byAge);
}

/** The editions of a source, oldest first. */
export function editionsOf(map: ArgumentMap, source: Id): Edition[] {
  return (map.index.editions.get(source) ?? []).flatMap((id) => map.editions.get(id) ?? []).sort(byAge);
}

/** The live nodes beneath `id`, itself first, parents before children; references are not followed. */
export function* subtree(map: ArgumentMap, id: Id): Generator<Node> {
  const stack: Id[] = [id];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const node = nodeAt(map, next);
    if (!node || node.value.removed) continue;
    yield node;
    const replies = repliesTo(map, next).map((argument) => argument.id);
    const premises =
      node.kind === 'argument'
        ? present(map.index.home.get(next), map.claims)
            .sort(byOrder)
            .map((claim) => claim.id)
        : [];
    stack.push(...[...premises, ...replies].reverse());
  }
}

/** The claims that hang beneath a claim or an argument, at any depth. What they refer to stands elsewhere. */
export function claimsBeneath(map: ArgumentMap, id: Id): Claim[] {
  return [...subtree(map, id)].flatMap((node) =>
    node.kind === 'claim' && node.value.id !== id ? [node.value] : [],
  );
}

function present<T extends { readonly removed: unknown }>(
  ids: readonly Id[] | undefined,
  table: { get(id: Id): T | undefined },
): T[] {
  const found: T[] = [];
  for (const id of ids ?? []) {
    const entity = table.get(id);
    if (entity && !entity.removed) found.push(entity);
  }
  return found;
}
