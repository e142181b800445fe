import { z } from 'zod';
import { passageAt } from '../../source/passage.ts';
import { ok, refuse } from '../../result.ts';
import { Bearing, type Quotation } from '../tables/quotations.ts';
import { Id } from '../id.ts';
import { put } from '../patch.ts';
import { isLive } from '../tree.ts';
import { kind, stamp } from './kind.ts';
import { isFree } from './place.ts';

/** Rests a claim on a passage. The words are taken from the edition itself, so that no quotation can be invented. */
export const Quote = z.object({
  kind: z.literal('quote'),
  quotation: Id.describe('id of the new quotation'),
  claim: Id,
  edition: Id,
  start: z.int().min(0).describe('in Unicode code points'),
  end: z.int().min(1),
  bearing: Bearing,
});
export type Quote = z.infer<typeof Quote>;

/** [V9] Where the text is not told, only the server knows the words; the prediction is without them. */
const UNKNOWN = { exact: '', prefix: '', suffix: '' };

export const quote = kind({
  schema: Quote,
  verb: () => 'add',
  rule(map, { quotation: id, claim: claimId, edition: editionId, start, end, bearing }, context) {
    if (!isFree(map, id)) return refuse('id-taken', 'The id of the new quotation is in use.');
    const claim = map.claims.get(claimId);
    if (!claim || !isLive(map, claimId)) return refuse('removed', 'The claim was removed or does not exist.');
    const edition = map.editions.get(editionId);
    if (!edition || map.sources.get(edition.source)?.removed !== null)
      return refuse('removed', 'The source was removed or does not exist.');
    const isHere = edition.text !== '';
    const passage = isHere ? passageAt(edition.text, start, end) : ok({ start, end, ...UNKNOWN });
    if (!passage.ok) return passage;
    if (isHere && bearing === 'verbatim' && passage.value.exact !== claim.text)
      return refuse('not-verbatim', 'The claim does not repeat the passage to the letter.');
    const quotation: Quotation = {
      id,
      claim: claimId,
      edition: editionId,
      bearing,
      ...passage.value,
      removed: null,
      ...stamp(context),
    };
    return ok([put('quotations', quotation)]);
  },
  undo: ({ quotation: id }, _before, now) =>
    now.quotations.get(id)?.removed === null ? { kind: 'remove', id } : undefined,
});
