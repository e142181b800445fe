// What waits for a moderator, as its author and the moderators see it: folded on the map, and marked.
import {
  applyPatches,
  pendingProposals,
  ruleOf,
  type ArgumentMap,
  type Id,
  type Patch,
  type Proposal,
  waiting,
} from '@counterpoint/shared';

/** Pending proposals by the id of each claim, argument or reference that they would touch. */
export type Proposed = ReadonlyMap<Id, readonly Proposal[]>;

export interface Folded {
  readonly view: ArgumentMap;
  readonly proposed: Proposed;
}

const nothing: Proposed = new Map();

/** A proposed removal only marks: what may go must stay in sight until it is decided. */
export function foldProposals(map: ArgumentMap): Folded {
  const pending = pendingProposals(map);
  if (pending.length === 0) return { view: map, proposed: nothing };
  const proposed = new Map<Id, Proposal[]>();
  let view = map;
  for (const proposal of pending) {
    const edit = waiting(proposal);
    const result = ruleOf(view, edit, proposal);
    if (!result.ok) continue;
    const marks = edit.kind === 'remove' ? [edit.id] : result.value.flatMap(touched);
    for (const id of marks) proposed.set(id, [...(proposed.get(id) ?? []), proposal]);
    if (edit.kind !== 'remove') view = applyPatches(view, result.value);
  }
  return { view, proposed };
}

function touched(patch: Patch): Id[] {
  if (patch.table === 'info') return [];
  return ['put' in patch ? patch.put.id : patch.drop];
}
