import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { Id } from '../id.ts';
import type { Claim } from '../tables/claims.ts';
import { put } from '../patch.ts';
import { LONGEST, personText } from '../text.ts';
import { mergeTexts } from '../text-merge.ts';
import { isLive } from '../tree.ts';
import { kind, ownOrOthers, stamp } from './kind.ts';
import { goneRefused } from './place.ts';

const ClaimText = personText(LONGEST.claim);
const isClaimText = (text: string): boolean => ClaimText.safeParse(text).success;

/** [E10] How many displaced wordings wait beside a claim; older ones stay in its history. */
const MOST_BESIDE = 8;

export const Reword = z.object({
  kind: z.literal('reword'),
  claim: Id,
  text: ClaimText,
  was: ClaimText.describe('the wording the writer started from'),
});
export type Reword = z.infer<typeof Reword>;

export const reword = kind({
  schema: Reword,
  act: () => 'claim',
  verb: (map, { claim }, actor) => ownOrOthers(map.claims.get(claim)?.by, actor),
  rule(map, edit, context) {
    const claim = map.claims.get(edit.claim);
    if (!claim || !isLive(map, edit.claim)) return goneRefused(map, edit.claim);
    const next = worded(claim, edit);
    if (!next) return refuse('no-change', 'The claim has this wording already.');
    const { merged, ...words } = next;
    const patch = put('claims', { ...claim, ...words, reworded: stamp(context) });
    return ok([merged ? { ...patch, mergedWith: (claim.reworded ?? claim).by } : patch]);
  },
  undo(edit, before, now) {
    const was = before.claims.get(edit.claim);
    const is = now.claims.get(edit.claim);
    const mine = was && worded(was, edit);
    if (!is || !mine) return undefined;
    const text = is.text === mine.text ? was.text : mergeTexts(mine.text, is.text, was.text);
    if (text === undefined || text === is.text || !isClaimText(text)) return undefined;
    // To reword is to settle: what still waits beside the claim would be lost.
    if (is.beside.some((wording) => wording.text !== text)) return undefined;
    return { kind: 'reword', claim: edit.claim, text, was: is.text };
  },
  words: { of: ({ claim }) => [claim], none: { text: '', was: '' } },
});

/**
 * [E8] Based on the present wording, the new one replaces it and settles what stood beside.
 * [E9] Based on an older one, both changes are merged; where they overlap the later wins and the other stays beside.
 * Undefined when nothing would change.
 */
function worded(
  claim: Claim,
  { text, was }: Reword,
): (Pick<Claim, 'text' | 'beside'> & { merged?: true }) | undefined {
  if (was === claim.text) return text === was && claim.beside.length === 0 ? undefined : { text, beside: [] };
  if (text === claim.text) return undefined;
  const merged = mergeTexts(was, claim.text, text);
  if (merged !== undefined && isClaimText(merged)) {
    return merged === claim.text ? undefined : { text: merged, beside: claim.beside, merged: true };
  }
  const displaced = { text: claim.text, ...(claim.reworded ?? { by: claim.by, at: claim.at }) };
  return { text, beside: [...claim.beside, displaced].slice(-MOST_BESIDE) };
}
