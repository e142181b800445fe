// [Q7] Quotations whose words a new edition changed or took away, and nobody has settled yet.
import {
  isLive,
  isUnsettled,
  quotationsOf,
  type ArgumentMap,
  type Id,
  type Quotation,
} from '@counterpoint/shared';

/** Of the whole map, in the order of the text. */
export function unsettledIn(view: ArgumentMap): readonly Quotation[] {
  return [...view.quotations.values()]
    .filter((one) => !one.removed && isUnsettled(one) && isLive(view, one.claim))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
}

/** Whether a claim rests on one: it wears a badge until then. */
export const isClaimUnsettled = (view: ArgumentMap, claim: Id): boolean =>
  quotationsOf(view, claim).some(isUnsettled);
