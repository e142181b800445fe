import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { Id } from '../id.ts';
import { put } from '../patch.ts';
import { Bearing, isUnsettled, type Quotation } from '../tables/quotations.ts';
import { isLive } from '../tree.ts';
import { kind, ownOrOthers } from './kind.ts';
import { quoted } from './quoted.ts';

/**
 * Says anew on which passage a claim rests, and how. The passage it rests on already, said once more, settles that it
 * stays with its own edition though a later one has other words.
 */
export const Requote = z.object({
  kind: z.literal('requote'),
  quotation: Id,
  edition: Id,
  start: z.int().min(0).describe('in Unicode code points'),
  end: z.int().min(1),
  bearing: Bearing,
});
export type Requote = z.infer<typeof Requote>;

const isSamePassage = (a: Pick<Quotation, 'edition' | 'start' | 'end'>, b: typeof a): boolean =>
  a.edition === b.edition && a.start === b.start && a.end === b.end;

export const requote = kind({
  schema: Requote,
  act: () => 'quote',
  verb: (map, { quotation }, actor) => ownOrOthers(map.quotations.get(quotation)?.by, actor),
  rule(map, { kind: _, quotation: id, ...asked }) {
    const quotation = map.quotations.get(id);
    const claim = map.claims.get(quotation?.claim ?? '');
    if (!quotation || quotation.removed || !claim || !isLive(map, claim.id))
      return refuse('removed', 'The quotation was removed or does not exist.');
    const { bearing } = asked;
    if (isSamePassage(quotation, asked)) {
      const { stands } = quotation;
      if (bearing === quotation.bearing && !isUnsettled(quotation))
        return refuse('no-change', 'The claim rests on this passage already.');
      if (bearing === 'verbatim' && quotation.bearing !== bearing && quotation.exact !== claim.text)
        return refuse('not-verbatim', 'The claim does not repeat the passage to the letter.');
      const kept = isUnsettled(quotation) && stands ? { ...stands, status: 'kept' as const } : stands;
      return ok([put('quotations', { ...quotation, bearing, stands: kept })]);
    }
    const passage = quoted(map, asked, claim.text);
    if (!passage.ok) return passage;
    return ok([put('quotations', { ...quotation, edition: asked.edition, bearing, ...passage.value })]);
  },
  undo({ kind: _, quotation: id, ...asked }, before, now) {
    const [was, is] = [before.quotations.get(id), now.quotations.get(id)];
    if (!was || !is || is.removed || !isSamePassage(is, asked) || is.bearing !== asked.bearing)
      return undefined;
    // What was settled does not become open again.
    if (isSamePassage(was, asked) && isUnsettled(was)) return undefined;
    const { edition, start, end, bearing } = was;
    return { kind: 'requote', quotation: id, edition, start, end, bearing };
  },
});
