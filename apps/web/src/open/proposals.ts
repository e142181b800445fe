// What waits for a moderator, as its author and the moderators see it: folded on the map, and marked.
import {
  Fold,
  may,
  muteOf,
  standpointOf,
  waiting,
  type ArgumentMap,
  type Id,
  type Patch,
  type Proposal,
  type ProposalStep,
  type Role,
  type SingleEdit,
  type StoredEdit,
} from '@counterpoint/shared';

/** Pending proposals by the id of each claim, argument or reference that they would touch. */
export type Proposed = ReadonlyMap<Id, readonly Proposal[]>;

export interface Folded {
  readonly view: ArgumentMap;
  readonly proposed: Proposed;
}

const nothing: Proposed = new Map();

/** What an edit would take out of sight. */
const takenBy = (edit: StoredEdit): Id | undefined =>
  edit.kind === 'remove' ? edit.id : edit.kind === 'merge-claim' ? edit.claim : undefined;

/** What waits of an edit that would put other words into somebody's mouth; a draft is one's own. */
function rewordedBy(proposal: Proposal): Id | undefined {
  const edit = waiting(proposal);
  return proposal.state === 'pending' && edit.kind === 'reword' ? edit.claim : undefined;
}

/** Of what a proposal only marks until it is decided: what may go stays in sight, and a claim says what was accepted. */
const markedBy = (proposal: Proposal): Id | undefined => takenBy(waiting(proposal)) ?? rewordedBy(proposal);

/** Folds one map after another, as they come. */
export function foldingProposals(me: () => Id | null = () => null): (map: ArgumentMap) => Folded {
  const fold = new Fold(
    // [P25]
    ({ by }, map) => by === me() || !muteOf(map, by),
    (proposal) => markedBy(proposal) === undefined,
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
    const only = markedBy(proposal);
    for (const id of only === undefined ? patches.flatMap(touched) : [only]) {
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

/** What waits about a premise: its claim where that is at home, its argument, its use. */
export function proposalsOn({ view, proposed }: Folded, id: Id | null): readonly Proposal[] {
  if (id === null || proposed.size === 0) return [];
  const argument = standpointOf(view, id)?.argument.id;
  const ids = argument === undefined ? [id] : [id, argument];
  return [...new Set(ids.flatMap((one) => proposed.get(one) ?? []))];
}

/** [D14] The draft that a premise is there by, or changed by. */
export const draftOn = (folded: Folded, id: Id): Proposal | undefined =>
  proposalsOn(folded, id).find(({ state }) => state === 'draft');

/** The edit that a premise would come by, where it is there only because of this proposal. */
export function bringing(proposal: Proposal, id: Id | null): SingleEdit | undefined {
  const edit = waiting(proposal);
  const edits = edit.kind === 'batch' ? edit.edits : [edit];
  return edits.find(
    (one) =>
      (one.kind === 'add-claim' && one.claim === id) ||
      (one.kind === 'add-reference' && one.reference === id),
  );
}

/** What another person's proposal says is not the wording yet: others decide first. */
export const wordingWaits = ({
  doc,
  id,
}: {
  readonly doc: Folded & Decider;
  readonly id: Id | null;
}): boolean =>
  proposalsOn(doc, id).some(
    ({ edit, by }) => (edit.kind === 'reword' || edit.kind === 'split-claim') && by !== doc.participant,
  );

export interface Decider {
  readonly participant: Id | null;
  readonly role: Role | null;
}

export const mayDecide = (proposal: Proposal, me: Decider): boolean =>
  proposal.state === 'pending' && may(me.role, 'review') && proposal.by !== me.participant;

export const mayWithdraw = (proposal: Proposal, me: Decider): boolean =>
  proposal.state === 'pending' && isMine(proposal, me);

/** [D14] A draft is thrown away by who made it. */
export const mayDiscard = (proposal: Proposal, me: Decider): boolean =>
  proposal.state === 'draft' && isMine(proposal, me);

const isMine = ({ by }: Proposal, { participant }: Decider): boolean =>
  participant !== null && by === participant;
