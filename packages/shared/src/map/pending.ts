// Proposals that wait, and the map as it would be with them. What was folded before is used again: a small edit must not
// cost as much as all that waits.
import { ruleOf, waiting } from './edit.ts';
import type { Id } from './id.ts';
import { emptyMap, type ArgumentMap } from './map.ts';
import { applyPatches, type Patch } from './patch.ts';
import { isOpen, type Proposal } from './tables/proposals.ts';
import { byAge } from './tree.ts';
import { difference, Parts, plain, readWhole, watched } from './watched.ts';

/** Pending proposals in the order they were made. */
export function pendingProposals(map: ArgumentMap): Proposal[] {
  return [...map.proposals.values()].filter((proposal) => proposal.state === 'pending').sort(byAge);
}

/** Those, and the drafts that were not published yet, in the order they were made. */
const keptBack = (map: ArgumentMap): Proposal[] => [...map.proposals.values()].filter(isOpen).sort(byAge);

/** A proposal on top of those before it, and what it looked at there; without patches where it does not fit. */
export interface ProposalStep {
  readonly proposal: Proposal;
  readonly patches: readonly Patch[] | undefined;
  readonly reads: Parts;
}

export interface Folded {
  readonly view: ArgumentMap;
  readonly steps: readonly ProposalStep[];
}

/**
 * Folds pending proposals on one map after another. A proposal that no longer fits is left out until it is decided; one
 * that is not to be `shown` is asked about and moves nothing. The viewer's map already holds only what the viewer may see.
 */
export class Fold {
  private base = emptyMap;
  private folded: Folded = { view: emptyMap, steps: [] };

  constructor(
    private readonly isOf: (proposal: Proposal) => boolean = () => true,
    private readonly isShown: (proposal: Proposal) => boolean = () => true,
  ) {}

  on(map: ArgumentMap): Folded {
    if (map === this.base) return this.folded;
    this.folded = this.moved(map);
    this.base = map;
    return this.folded;
  }

  private moved(map: ArgumentMap): Folded {
    const { view, steps } = this.folded;
    const isSame = map.proposals === this.base.proposals;
    const pending = isSame
      ? steps.map(({ proposal }) => proposal)
      : keptBack(map).filter((proposal) => this.isOf(proposal));
    if (steps.length === 0) return pending.length === 0 ? { view: map, steps } : this.rebuilt(map, pending);
    const change = difference(this.base, map);
    const stand = steps.every(
      ({ proposal, reads }, i) => proposal === pending[i] && !reads.meets(change.parts),
    );
    if (!stand) return this.rebuilt(map, pending);
    let folded: Folded = { view: applyPatches(view, change.patches), steps };
    for (const proposal of pending.slice(steps.length))
      folded = this.with(folded, this.stepOf(folded.view, proposal));
    return folded;
  }

  /** Beside the old views, one proposal after the other: only those that looked at what differs are asked again. */
  private rebuilt(map: ArgumentMap, pending: readonly Proposal[]): Folded {
    const old = [...this.folded.steps];
    let before = this.base;
    let folded: Folded = { view: map, steps: [] };
    let differing: Parts | undefined;
    const parts = (): Parts => (differing ??= difference(before, folded.view).parts);
    for (const proposal of pending) {
      for (let gone = old[0]; gone && byAge(gone.proposal, proposal) < 0; gone = old[0]) {
        before = this.after(before, gone);
        differing = undefined;
        old.shift();
      }
      const known = old[0]?.proposal.id === proposal.id ? old.shift() : undefined;
      const stands = known && known.proposal.edit === proposal.edit && !known.reads.meets(parts());
      const step = stands ? { ...known, proposal } : this.stepOf(folded.view, proposal);
      if (known) before = this.after(before, known);
      folded = this.with(folded, step);
      if (!stands) differing = undefined;
    }
    return folded;
  }

  private stepOf(view: ArgumentMap, proposal: Proposal): ProposalStep {
    const reads = new Parts();
    const through = watched(view, reads);
    const result = ruleOf(through, waiting(proposal), proposal);
    if (!result.ok) return { proposal, reads, patches: undefined };
    // What is taken away must be taken away again, however it changes.
    for (const patch of result.value) if ('drop' in patch) readWhole(through[patch.table].get(patch.drop));
    return { proposal, reads, patches: result.value.map(plain) };
  }

  private with({ view, steps }: Folded, step: ProposalStep): Folded {
    return { view: this.after(view, step), steps: [...steps, step] };
  }

  private after(view: ArgumentMap, { proposal, patches }: ProposalStep): ArgumentMap {
    return patches && this.isShown(proposal) ? applyPatches(view, patches) : view;
  }
}

/** Most people whose folds are kept. */
const MOST_AUTHORS = 32;

/** The folds of one map, for each author of their own proposals. */
export class Folds {
  private readonly byAuthor = new Map<Id | null, Fold>();

  /** The map as its author sees it [P9]. */
  ownOn(map: ArgumentMap, by: Id | null): ArgumentMap {
    const fold =
      this.byAuthor.get(by) ?? new Fold(({ by: author, state }) => author === by && state === 'pending');
    this.byAuthor.delete(by);
    this.byAuthor.set(by, fold);
    for (const [oldest] of this.byAuthor.size > MOST_AUTHORS ? this.byAuthor : []) {
      this.byAuthor.delete(oldest);
      break;
    }
    return fold.on(map).view;
  }
}

/** The map with pending proposals folded on top, all of them or those by one author. */
export const withProposals = (map: ArgumentMap, by?: Id | null): ArgumentMap =>
  new Fold((proposal) => by === undefined || (proposal.by === by && proposal.state === 'pending')).on(map)
    .view;
