// Claims that only references lead to: what they hang under has no premise left, so the tree does not show it. An
// outline has to write their words somewhere, and does so where they are first used.
import type { Claim } from '../../map/tables/claims.ts';
import type { Argument } from '../../map/tables/arguments.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import type { Reference } from '../../map/tables/references.ts';
import { isClaim, shownTree, type ShownTree } from '../shownTree.ts';

export interface Settled {
  /** Every claim that anything shown uses has a home that is shown. */
  readonly content: MapContent;
  readonly tree: ShownTree;
  /** References that became homes. */
  readonly became: readonly Reference[];
}

export function settled(given: MapContent): Settled {
  const tree = shownTree(given);
  const uses = firstUses(tree);
  if (uses.size === 0) return { content: given, tree, became: [] };
  const claims = given.claims.map((claim) => {
    const use = uses.get(claim.id);
    return use ? { ...claim, home: use.argument, order: use.order } : claim;
  });
  const became = [...uses.values()];
  const gone = new Set(became);
  const references = given.references.filter((reference) => !gone.has(reference));
  const content = { ...given, claims, references };
  return { content, tree: shownTree(content), became };
}

/** By claim, the reference that leads to it first, in the order in which people read. */
function firstUses({ theses, repliesTo, premisesOf, has }: ShownTree): ReadonlyMap<Id, Reference> {
  const uses = new Map<Id, Reference>();
  const placed = new Set<Id>();
  const stack: (Claim | Argument)[] = [...theses].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    placed.add(node.id);
    const below: (Claim | Argument)[] = [];
    for (const { claim, reference } of isClaim(node) ? [] : premisesOf(node.id)) {
      if (placed.has(claim.id) || (reference && has(claim.id))) continue;
      if (reference) uses.set(claim.id, reference);
      placed.add(claim.id);
      below.push(claim);
    }
    below.push(...repliesTo(node.id));
    for (const next of below.reverse()) stack.push(next);
  }
  return uses;
}
