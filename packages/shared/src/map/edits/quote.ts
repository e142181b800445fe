import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { RuleId } from '../../source/rule.ts';
import { Bearing, UNTOUCHED, type Quotation } from '../tables/quotations.ts';
import { Id } from '../id.ts';
import { put } from '../patch.ts';
import { isLive, wentTo } from '../tree.ts';
import { kind, stamp } from './kind.ts';
import { isFree } from './place.ts';
import { quoted } from './quoted.ts';

/** Rests a claim on a passage. The words are taken from the edition itself, so that no quotation can be invented. */
export const Quote = z.object({
  kind: z.literal('quote'),
  quotation: Id.describe('id of the new quotation'),
  claim: Id,
  edition: Id,
  start: z.int().min(0).describe('in Unicode code points'),
  end: z.int().min(1),
  bearing: Bearing,
  rule: RuleId.optional().describe('the rule that suggested the passage, if one did'),
});
export type Quote = z.infer<typeof Quote>;

export const quote = kind({
  schema: Quote,
  act: () => 'quote',
  verb: () => 'add',
  rule(map, { quotation: id, claim: on, rule = '', ...asked }, context) {
    const claimId = wentTo(map, on);
    if (!isFree(map, id)) return refuse('id-taken', 'The id of the new quotation is in use.');
    const claim = map.claims.get(claimId);
    if (!claim || !isLive(map, claimId)) return refuse('removed', 'The claim was removed or does not exist.');
    const passage = quoted(map, asked, claim.text);
    if (!passage.ok) return passage;
    const { edition, bearing } = asked;
    const quotation: Quotation = {
      ...UNTOUCHED,
      id,
      claim: claimId,
      edition,
      bearing,
      rule,
      ...passage.value,
      ...stamp(context),
    };
    return ok([put('quotations', quotation)]);
  },
  undo: ({ quotation: id }, _before, now) =>
    now.quotations.get(id)?.removed === null ? { kind: 'remove', id } : undefined,
});
