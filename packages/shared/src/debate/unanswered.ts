// [S-20] What nobody has answered yet: objections first of all, and claims that nobody took up.
import type { Id } from '../map/id.ts';
import type { ArgumentMap } from '../map/map.ts';
import type { Argument } from '../map/tables/arguments.ts';
import type { Claim } from '../map/tables/claims.ts';
import { premisesOf, repliesTo, subtree, theses, type Node } from '../map/tree.ts';

/** Which way something counts for the thesis it hangs beneath: against what speaks against it, it speaks for it. */
export type Leaning = 'for' | 'against';

export interface Unanswered {
  /** A rebuttal or an undercut that nothing speaks against; or a claim without any reply, unless it is such an objection. */
  readonly what: 'objection' | 'claim';
  /** The premise by which it is found in the map; of an objection, its first. */
  readonly id: Id;
  readonly claim: Claim;
  readonly leaning: Leaning;
}

/** In the order of the map. */
export function unansweredIn(map: ArgumentMap): Unanswered[] {
  const leanings = new Map<Id, Leaning>();
  const found: Unanswered[] = [];
  for (const thesis of theses(map))
    for (const node of subtree(map, thesis.id)) {
      const leaning = leaningOf(node, leanings);
      leanings.set(node.value.id, leaning);
      if (node.kind === 'argument' && isOpenObjection(map, node.value)) {
        const [first] = premisesOf(map, node.value.id);
        if (first) found.push({ what: 'objection', id: first.id, claim: first.claim, leaning });
      } else if (node.kind === 'claim' && isLeftAlone(map, node.value))
        found.push({ what: 'claim', id: node.value.id, claim: node.value, leaning });
    }
  return found;
}

function leaningOf(node: Node, above: ReadonlyMap<Id, Leaning>): Leaning {
  if (node.kind === 'claim') return above.get(node.value.home ?? '') ?? 'for';
  const target = above.get(node.value.target.id) ?? 'for';
  return (node.value.direction === 'support') === (target === 'for') ? 'for' : 'against';
}

/** An objection is answered by an undercut, or by a rebuttal of any of its premises, wherever that premise is at home. */
const isOpenObjection = (map: ArgumentMap, { id, direction }: Argument): boolean =>
  direction === 'rebut' &&
  repliesTo(map, id).length === 0 &&
  !premisesOf(map, id).some(({ claim }) => repliesTo(map, claim.id).some((one) => one.direction === 'rebut'));

function isLeftAlone(map: ArgumentMap, { id, home }: Claim): boolean {
  if (repliesTo(map, id).length > 0) return false;
  const argument = map.arguments.get(home ?? '');
  return !argument || (repliesTo(map, argument.id).length === 0 && !isOpenObjection(map, argument));
}
