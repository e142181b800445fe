// What one viewer sees of a map. Every way out (frame, catch-up, history, search, export) goes through here.
import { ruleOf } from './edit.ts';
import type { ArgumentMap, Id, MapContent, Proposal, Role } from './map.ts';
import { applyPatches, drop, type Patch } from './patch.ts';
import { isReviewer } from './permissions.ts';

export interface Viewer {
  readonly participant: Id | null;
  readonly role: Role | null;
}

/** [V1] A proposal is seen by its author and by those who decide on it. */
function seesProposal(viewer: Viewer, proposal: Proposal): boolean {
  return isReviewer(viewer.role) || (viewer.participant !== null && proposal.by === viewer.participant);
}

export function visiblePatches(patches: readonly Patch[], viewer: Viewer): readonly Patch[] {
  if (!patches.some((patch) => patch.table === 'proposals')) return patches;
  return patches.filter(
    (patch) => patch.table !== 'proposals' || ('put' in patch && seesProposal(viewer, patch.put)),
  );
}

export function visibleContent(content: MapContent, viewer: Viewer): MapContent {
  return { ...content, proposals: content.proposals.filter((proposal) => seesProposal(viewer, proposal)) };
}

/** A map without the proposals that the viewer may not see, as after the loss of a role. */
export function visibleMap(map: ArgumentMap, viewer: Viewer): ArgumentMap {
  const hidden = [...map.proposals.values()].filter((proposal) => !seesProposal(viewer, proposal));
  return applyPatches(
    map,
    hidden.map(({ id }) => drop('proposals', id)),
  );
}

/** Pending proposals in the order they were made. */
export function pendingProposals(map: ArgumentMap): Proposal[] {
  const pending = [...map.proposals.values()].filter((proposal) => proposal.state === 'pending');
  return pending.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/**
 * The map with pending proposals folded on top, all of them or those by one author. The viewer's map already holds
 * only proposals the viewer may see. A proposal that no longer fits is left out until it is decided.
 */
export function withProposals(map: ArgumentMap, by?: Id | null): ArgumentMap {
  let view = map;
  for (const proposal of pendingProposals(map)) {
    if (by !== undefined && proposal.by !== by) continue;
    const result = ruleOf(view, proposal.edit, proposal);
    if (result.ok) view = applyPatches(view, result.value);
  }
  return view;
}
