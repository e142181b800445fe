import { z } from 'zod';
import { ok, refuse, type Refused } from '../../result.ts';
import { Id } from '../id.ts';
import { INDEXES, type ArgumentMap } from '../map.ts';
import { OrderKey } from '../order.ts';
import { applyPatches, put, type Patch } from '../patch.ts';
import type { Claim } from '../tables/claims.ts';
import { LONGEST, personText } from '../text.ts';
import { isLive, premisesOf } from '../tree.ts';
import { kind, ownOrOthers, stamp, type Context } from './kind.ts';
import { goneRefused, isFree, settle, type Place } from './place.ts';
import type { Remove } from './remove.ts';
import type { Reword } from './reword.ts';

const ClaimText = personText(LONGEST.claim);

/** Most claims that one is split into, besides itself, and most quotations that one of them takes along. */
export const MOST_SPLIT = 8;
const MOST_HANDED = 100;

export const SplitPart = z.object({
  claim: Id.describe('id of the new claim'),
  text: ClaimText,
  argument: Id.describe('id of the new argument, where it stands in one of its own'),
  order: OrderKey.describe('among the premises, the replies or the theses beside which it stands'),
  quotations: z.array(Id).max(MOST_HANDED).describe('those of the claim that go over to it'),
});
export type SplitPart = z.infer<typeof SplitPart>;

/** [E21] Splits a claim that says several things: it keeps the first, each of the others becomes a claim by the same author. */
export const SplitClaim = z.object({
  kind: z.literal('split-claim'),
  claim: Id,
  was: ClaimText.describe('the wording that is split'),
  text: ClaimText.describe('what stays'),
  as: z.enum(['joint', 'own']).describe('premises of the same argument, or arguments of their own beside it'),
  parts: z.array(SplitPart).min(1).max(MOST_SPLIT),
});
export type SplitClaim = z.infer<typeof SplitClaim>;

/** Rests another claim on a passage, in place of the one that rested on it. */
export const MoveQuotation = z.object({ kind: z.literal('move-quotation'), quotation: Id, claim: Id });
export type MoveQuotation = z.infer<typeof MoveQuotation>;

export const splitClaim = kind({
  schema: SplitClaim,
  act: () => 'claim',
  verb(map, { claim, parts }, actor) {
    const quoted = parts.flatMap((part) => part.quotations.map((id) => map.quotations.get(id)));
    const isAllTheirs = [map.claims.get(claim), ...quoted].every((one) => one?.by === actor.id);
    return isAllTheirs ? 'change-own' : 'change-others';
  },
  rule(map, { claim: id, was, text, as, parts }, context) {
    const claim = map.claims.get(id);
    if (!claim || !isLive(map, id)) return goneRefused(map, id);
    if (claim.text !== was) return refuse('stale', 'The claim was reworded since.');
    const reworded = text === was ? claim.reworded : stamp(context);
    const patches: Patch[] = [put('claims', { ...claim, text, reworded })];
    let next = applyPatches(map, patches);
    for (const part of parts) {
      const made = partOf(next, { claim, as }, part, context);
      if ('ok' in made) return made;
      patches.push(...made);
      next = applyPatches(next, made);
    }
    return ok(patches);
  },
  undo(edit, before, now) {
    const { claim, was, text, parts } = edit;
    const is = now.claims.get(claim);
    // To reword is to settle: what waits beside the claim would be lost.
    if (is?.text !== text || (text !== was && is.beside.length > 0)) return undefined;
    const from = before.claims.get(claim)?.home ?? null;
    if (!parts.every((part) => isUntouched(now, part, from && edit.as === 'own' ? part.argument : from)))
      return undefined;
    const back = parts.flatMap((part): (MoveQuotation | Remove)[] => [
      ...part.quotations.map((quotation) => ({ kind: 'move-quotation', quotation, claim }) as const),
      { kind: 'remove', id: part.claim },
    ]);
    const reword: Reword[] = text === was ? [] : [{ kind: 'reword', claim, text: was, was: text }];
    return { kind: 'batch', edits: [...back, ...reword] };
  },
  words: {
    of: ({ claim, parts }) => [claim, ...parts.map((part) => part.claim)],
    none: { was: '', text: '', parts: [] },
    on: ({ claim }) => [claim],
    makes: ({ parts }) => parts.flatMap((part) => [part.claim, part.argument]),
  },
});

export const moveQuotation = kind({
  schema: MoveQuotation,
  act: () => 'quote',
  verb: (map, { quotation }, actor) => ownOrOthers(map.quotations.get(quotation)?.by, actor),
  rule(map, { quotation: id, claim }) {
    const quotation = map.quotations.get(id);
    if (!quotation || quotation.removed || !isLive(map, quotation.claim))
      return refuse('removed', 'The quotation was removed or does not exist.');
    if (!map.claims.has(claim) || !isLive(map, claim)) return goneRefused(map, claim);
    if (quotation.claim === claim) return refuse('no-change', 'The claim rests on this passage already.');
    return ok([put('quotations', { ...quotation, claim })]);
  },
  undo({ quotation, claim }, before, now) {
    const was = before.quotations.get(quotation)?.claim;
    return was !== undefined && now.quotations.get(quotation)?.claim === claim
      ? { kind: 'move-quotation', quotation, claim: was }
      : undefined;
  },
});

interface Splitting {
  readonly claim: Claim;
  readonly as: SplitClaim['as'];
}

/** What stands in the old wording to the letter are its author's words; others are those of who splits it. */
function partOf(
  map: ArgumentMap,
  splitting: Splitting,
  part: SplitPart,
  context: Context,
): Patch[] | Refused {
  const { claim: id, text, quotations } = part;
  const { by, language, reworded, text: whole } = splitting.claim;
  if (!isFree(map, id) || id === part.argument)
    return refuse('id-taken', 'The id of the new claim is in use.');
  const place = placeBeside(map, splitting, part);
  const settled = settle(map, place, id, { ...context, by });
  if (!settled.ok) return settled;
  const handed = quotations.flatMap((one) => map.quotations.get(one) ?? []);
  if (
    handed.length < quotations.length ||
    handed.some((one) => one.removed || one.claim !== splitting.claim.id)
  )
    return refuse('removed', 'A quotation was removed, or is no longer one of this claim.');
  const said = { text, language, reworded: whole.includes(text) ? reworded : stamp(context) };
  const { home, order, patches } = settled.value;
  const { side } = splitting.claim;
  const claim: Claim = { id, ...said, home, order, side, beside: [], removed: null, by, at: context.at };
  return [...patches, put('claims', claim), ...handed.map((one) => put('quotations', { ...one, claim: id }))];
}

function placeBeside(map: ArgumentMap, { claim, as }: Splitting, { argument, order }: SplitPart): Place {
  const home = claim.home === null ? undefined : map.arguments.get(claim.home);
  if (!home) return { at: 'thesis', order };
  if (as === 'joint') return { at: 'premise', argument: home.id, order };
  return { at: 'argument', argument, direction: home.direction, target: home.target, order };
}

/** [U3] Whether nobody did anything to a new claim, or hung anything on it, since it was made in its home. */
function isUntouched(map: ArgumentMap, part: SplitPart, made: Id | null): boolean {
  const { claim: id, argument, text, quotations } = part;
  const claim = map.claims.get(id);
  if (claim?.text !== text || claim.home !== made || claim.removed || claim.beside.length > 0) return false;
  if (quotations.some((one) => map.quotations.get(one)?.removed !== null)) return false;
  const isOwn = claim.home === argument;
  if (isOwn && premisesOf(map, argument).length > 1) return false;
  // [E7] Its argument goes with it, where nothing else is a premise of it.
  const home = map.arguments.get(claim.home ?? '');
  if (home && home.by !== claim.by && premisesOf(map, home.id).length === 1) return false;
  return INDEXES.every((index) => {
    const hanging = [
      ...(map.index[index].get(id) ?? []),
      ...(isOwn ? (map.index[index].get(argument) ?? []) : []),
    ];
    return hanging.every((one) => one === id || quotations.includes(one));
  });
}
