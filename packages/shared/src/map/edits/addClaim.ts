import { z } from 'zod';
import { sideOf } from '../../debate/sides.ts';
import { ok, refuse } from '../../result.ts';
import { Id, Language } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import type { Claim } from '../tables/claims.ts';
import { put } from '../patch.ts';
import { LONGEST, personText } from '../text.ts';
import { premisesOf } from '../tree.ts';
import { kind, stamp } from './kind.ts';
import { isFree, Place, settle } from './place.ts';
import { isAllBy } from './remove.ts';

export const AddClaim = z.object({
  kind: z.literal('add-claim'),
  claim: Id.describe('id of the new claim'),
  text: personText(LONGEST.claim),
  language: Language,
  to: Place,
});
export type AddClaim = z.infer<typeof AddClaim>;

export const addClaim = kind({
  schema: AddClaim,
  act: () => 'claim',
  verb: () => 'add',
  rule(map, { claim: id, text, language, to }, context) {
    if (!isFree(map, id) || (to.at === 'argument' && to.argument === id))
      return refuse('id-taken', 'The id of the new claim is in use.');
    const settled = settle(map, to, id, context);
    if (!settled.ok) return settled;
    const { home, order, patches } = settled.value;
    const claim: Claim = {
      id,
      text,
      language,
      home,
      order,
      side: sideOf(map, context.by),
      reworded: null,
      beside: [],
      removed: null,
      ...stamp(context),
    };
    return ok([...patches, put('claims', claim)]);
  },
  undo({ claim: id }, _before, now) {
    if (isOutOfSightWithout(now, id)) return undefined;
    return isAllBy(now, id, now.claims.get(id)?.by) ? { kind: 'remove', id } : undefined;
  },
  words: {
    of: ({ claim }) => [claim],
    none: { text: '' },
    on: ({ to }) =>
      to.at === 'thesis' ? [] : [to.argument, ...(to.at === 'argument' ? [to.target.id] : [])],
    makes: ({ claim, to }) => (to.at === 'argument' ? [claim, to.argument] : [claim]),
  },
});

/** [T5] Whether its argument was there before it, and only out of sight: it would go with its only premise, for good. */
function isOutOfSightWithout(map: ArgumentMap, id: Id): boolean {
  const home = map.claims.get(id)?.home ?? null;
  if (home === null || !map.index.references.get(home)?.length) return false;
  return premisesOf(map, home).every((premise) => premise.id === id);
}
