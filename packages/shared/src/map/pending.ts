// Proposals that wait, and the map as it would be with them.
import { ruleOf, waiting } from './edit.ts';
import type { Id } from './id.ts';
import type { ArgumentMap } from './map.ts';
import { applyPatches } from './patch.ts';
import type { Proposal } from './tables/proposals.ts';
import { byAge } from './tree.ts';

/** Pending proposals in the order they were made. */
export function pendingProposals(map: ArgumentMap): Proposal[] {
  return [...map.proposals.values()].filter((proposal) => proposal.state === 'pending').sort(byAge);
}

/**
 * The map with pending proposals folded on top, all of them or those by one author. The viewer's map already holds
 * only proposals the viewer may see. A proposal that no longer fits is left out until it is decided.
 */
export function withProposals(map: ArgumentMap, by?: Id | null): ArgumentMap {
  let view = map;
  for (const proposal of pendingProposals(map)) {
    if (by !== undefined && proposal.by !== by) continue;
    const result = ruleOf(view, waiting(proposal), proposal);
    if (result.ok) view = applyPatches(view, result.value);
  }
  return view;
}
