// Who wrote a claim besides who wrote it first: those whose claims were merged into it.
import { mergersInto, type ArgumentMap, type Id } from '@counterpoint/shared';

/** [E18] Each once, in the order they wrote. */
export function otherAuthors(view: ArgumentMap, claim: Id): readonly (Id | null)[] {
  const first = view.claims.get(claim)?.by;
  return [...new Set(mergersInto(view, claim).map(({ by }) => by))].filter((by) => by !== first);
}
