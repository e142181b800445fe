// Where what one writes goes: to all, to one's side, or to oneself alone. Whatever asks or sends goes by this, see mapStore.ts.
import { byAge, debateOf, idsIn, isInPhase, mayBeKept, rowAt, sideOf, waiting, type ArgumentMap, type Edit, type Id, type Proposal } from '@counterpoint/shared'; // prettier-ignore
import { newId } from './newId.ts';
import type { Proposed } from './proposals.ts';

export type Keeping = 'all' | 'side' | 'self';

/** Who writes, and where they want it to go; null for as the phase has it. */
export interface Keeper {
  readonly view: ArgumentMap;
  readonly participant: Id | null;
  readonly keeping: Keeping | null;
}

/**
 * [S-10] Where an edit goes: never to more people than were chosen. With nothing chosen, what the phase keeps from the map
 * goes to one's side, where it lets one prepare.
 */
export function goesTo({ view, participant, keeping }: Keeper, edit: Edit, now: number): Keeping {
  if (participant === null || !mayBeKept(view, edit)) return 'all';
  const isOnSide = sideOf(view, participant) !== null;
  if (keeping === 'side') return isOnSide ? 'side' : 'self';
  if (keeping !== null) return keeping;
  if (!isOnSide || isInPhase(view, edit, participant, now)) return 'all';
  return isInPhase(view, draftOf(edit, 'side'), participant, now) ? 'side' : 'all';
}

export const draftOf = (edit: Edit, to: 'side' | 'self'): Edit => ({ kind: 'propose', proposal: newId(), to, edit: { ...edit } }); // prettier-ignore

/** What is sent for it: itself, or a draft that holds it. */
export function asKept(keeper: Keeper, edit: Edit, now: number): Edit {
  const to = goesTo(keeper, edit, now);
  return to === 'all' ? edit : draftOf(edit, to);
}

/** A new claim, as it is asked about before anybody wrote one. */
export const A_CLAIM: Edit = {
  ...{ kind: 'add-claim', claim: '', text: '…', language: 'en' },
  to: { at: 'thesis', order: 'a0' },
};

/** Whether this person has a place to prepare in: a side, or drafts of their own. */
export const hasPreparation = ({ view, participant, keeping }: Keeper): boolean =>
  participant !== null &&
  (keeping === 'self' ||
    (debateOf(view) !== undefined && sideOf(view, participant) !== null) ||
    draftsIn(view).length > 0);

/** Mine, and those of my side, in the order they were made. */
export const draftsIn = (view: ArgumentMap): readonly Proposal[] =>
  [...view.proposals.values()].filter(({ state }) => state === 'draft').sort(byAge);

interface Shown {
  readonly unfolded: ArgumentMap;
  readonly proposed: Proposed;
}

/** [D15] A draft with those that it cannot be without: what it hangs on, or changes, is in no map before them. */
export function withGround({ unfolded, proposed }: Shown, draft: Proposal): readonly Proposal[] {
  const ground = new Set<Proposal>();
  const stack = [draft];
  for (let one = stack.pop(); one; one = stack.pop()) {
    if (ground.has(one)) continue;
    ground.add(one);
    const { id: self, at } = one;
    for (const id of idsIn(waiting(one))) {
      if (rowAt(unfolded, id)) continue;
      for (const other of proposed.get(id) ?? [])
        if (other.state === 'draft' && other.id !== self && other.at <= at) stack.push(other);
    }
  }
  return [...ground].sort(byAge);
}
