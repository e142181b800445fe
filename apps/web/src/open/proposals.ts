// What waits for a moderator, as its author and the moderators see it: folded on the map, and marked.
import {
  Fold,
  waiting,
  type ArgumentMap,
  type Id,
  type Patch,
  type Proposal,
  type ProposalStep,
} from '@counterpoint/shared';

/** Pending proposals by the id of each claim, argument or reference that they would touch. */
export type Proposed = ReadonlyMap<Id, readonly Proposal[]>;

export interface Folded {
  readonly view: ArgumentMap;
  readonly proposed: Proposed;
}

const nothing: Proposed = new Map();

/** Folds one map after another, as they come. A proposed removal only marks: what may go must stay in sight until it is
 *  decided. */
export function foldingProposals(): (map: ArgumentMap) => Folded {
  const fold = new Fold(
    () => true,
    (proposal) => waiting(proposal).kind !== 'remove',
  );
  let marked: readonly ProposalStep[] = [];
  let proposed = nothing;
  return (map) => {
    const { view, steps } = fold.on(map);
    if (steps !== marked) proposed = marksOf(steps);
    marked = steps;
    return { view, proposed };
  };
}

export const foldProposals = (map: ArgumentMap): Folded => foldingProposals()(map);

function marksOf(steps: readonly ProposalStep[]): Proposed {
  const marks = new Map<Id, Proposal[]>();
  for (const { proposal, patches } of steps) {
    if (!patches) continue;
    const edit = waiting(proposal);
    for (const id of edit.kind === 'remove' ? [edit.id] : patches.flatMap(touched)) {
      const others = marks.get(id);
      if (others) others.push(proposal);
      else marks.set(id, [proposal]);
    }
  }
  return marks;
}

function touched(patch: Patch): Id[] {
  if (patch.table === 'info') return [];
  return ['put' in patch ? patch.put.id : patch.drop];
}
