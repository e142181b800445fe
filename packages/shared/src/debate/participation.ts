// Who has taken part so far, for whoever sees to it that all do.
import { debateOf } from './sides.ts';
import { spokenBy } from './queue.ts';
import type { Id } from '../map/id.ts';
import type { ArgumentMap } from '../map/map.ts';
import { may } from '../map/roles.ts';
import type { Participant } from '../map/tables/participants.ts';
import { isOpen } from '../map/tables/proposals.ts';
import { isLive } from '../map/tree.ts';

export interface Participation {
  readonly person: Participant;
  /** How much of theirs stands in the map, or waits to stand there, as far as the viewer sees it. */
  readonly written: number;
  /** How long they spoke in the debate that takes place, in ms; null while none does. */
  readonly spoken: number | null;
}

/** Of all who may write, and do not decide: in no order that means anything. */
export function participationIn(map: ArgumentMap, at: number): Participation[] {
  const debate = debateOf(map);
  const spoken = debate && spokenBy(map, debate.id, at);
  const written = writtenIn(map);
  return [...map.participants.values()]
    .filter(({ role }) => may(role, 'edit') && !may(role, 'review'))
    .map((person) => ({
      person,
      written: written.get(person.id) ?? 0,
      spoken: spoken ? (spoken.get(person.id) ?? 0) : null,
    }));
}

/** Claims, also those that were merged into others, arguments, uses of a claim, comments and quotations. */
function writtenIn(map: ArgumentMap): ReadonlyMap<Id, number> {
  const written = new Map<Id, number>();
  const count = ({ by }: { readonly by: Id | null }, isThere: boolean): void => {
    if (by !== null && isThere) written.set(by, (written.get(by) ?? 0) + 1);
  };
  for (const claim of map.claims.values()) count(claim, isLive(map, claim.id));
  for (const argument of map.arguments.values()) count(argument, isLive(map, argument.id));
  for (const merger of map.mergers.values()) count(merger, !merger.removed && isLive(map, merger.into));
  for (const reference of map.references.values()) count(reference, isLive(map, reference.argument));
  for (const comment of map.comments.values()) count(comment, !comment.removed && isLive(map, comment.claim));
  for (const quotation of map.quotations.values()) count(quotation, !quotation.removed && isLive(map, quotation.claim)); // prettier-ignore
  for (const proposal of map.proposals.values()) count(proposal, isOpen(proposal));
  return written;
}
