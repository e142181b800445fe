// Everything that can be done to a row: asked for by keys, by the buttons under the row, and by its menu alike.
import {
  indent,
  isLive,
  makeThesis,
  may,
  moveBy,
  outdent,
  takeAway,
  takeOut,
  turned,
  type ArgumentMap,
  type Edit,
  type Id,
  type NewId,
  type Proposal,
  type Role,
  waiting,
} from '@counterpoint/shared';
import type { Row } from './outlineRows.ts';

export type Command = Writing | Asked | Immediate | 'goTo' | 'fold' | 'discuss' | 'undo' | 'redo';
/** Opens a field. */
export type Writing = 'edit' | 'sibling' | 'joint' | Reply;
export type Reply = 'support' | 'rebut' | 'undercut';
/** Opens a dialog that asks where. */
export type Asked = 'move' | 'join' | 'link-support' | 'link-rebut';
/** Is done at once. */
export type Immediate = 'up' | 'down' | 'indent' | 'outdent' | 'takeOut' | 'turn' | 'thesis' | 'remove';

export interface Situation {
  readonly view: ArgumentMap;
  readonly me: { readonly participant: Id | null; readonly role: Role | null };
  /** Pending proposals by what they touch. */
  readonly proposed: ReadonlyMap<Id, readonly Proposal[]>;
}

export const isAsked = (command: Command): command is Asked => /^(move|join|link-.*)$/.test(command);
export const isReply = (command: Command): command is Reply => /^(support|rebut|undercut)$/.test(command);
export const isWriting = (command: Command): command is Writing =>
  isReply(command) || /^(edit|sibling|joint)$/.test(command);

/** The edit of a command that needs no words and no place; undefined where there is nothing to do. */
export function editOfCommand(
  view: ArgumentMap,
  row: Row,
  command: Immediate,
  newId: NewId,
): Edit | undefined {
  const { id, argument } = row;
  switch (command) {
    case 'up':
      return moveBy(view, id, -1);
    case 'down':
      return moveBy(view, id, 1);
    case 'indent':
      return indent(view, id, newId);
    case 'outdent':
      return outdent(view, id, newId);
    case 'takeOut':
      return row.joint ? takeOut(view, id, newId) : undefined;
    case 'turn':
      return argument && argument.target.kind === 'claim' ? turned(argument) : undefined;
    case 'thesis':
      return argument && !row.reference ? makeThesis(view, id) : undefined;
    case 'remove':
      return takeAway(view, id);
  }
}

/** Whether a command makes sense on a row for this person; the rules have the last word. */
export function isOffered({ view, me, proposed }: Situation, row: Row, command: Command): boolean {
  if (command === 'undo' || command === 'redo' || command === 'discuss') return true;
  if (command === 'fold') return row.children.length > 0;
  if (command === 'goTo') return otherPlaces(view, row).length > 0;
  if (!may(me.role, 'edit', view.info.access)) return false;
  const waiting = proposalsOn(proposed, row);
  // What only a proposal holds is not in the map yet: others decide on it first, its author goes on writing.
  if (may(me.role, 'review') && waiting.some((proposal) => brings(proposal, row))) return false;
  switch (command) {
    case 'edit':
      return !waiting.some((proposal) => proposal.edit.kind === 'reword' && proposal.by !== me.participant);
    case 'support':
    case 'rebut':
    case 'link-support':
    case 'link-rebut':
      return row.reference === null;
    case 'undercut':
    case 'joint':
      return row.argument !== null;
    case 'sibling':
    case 'remove':
    case 'move':
    case 'join':
      return true;
    default:
      return editOfCommand(view, row, command, () => row.id) !== undefined;
  }
}

export function proposalsOn(proposed: Situation['proposed'], row: Row): readonly Proposal[] {
  const ids = [row.id, ...(row.reference ? [] : [row.claim.id]), ...(row.argument ? [row.argument.id] : [])];
  return [...new Set(ids.flatMap((id) => proposed.get(id) ?? []))];
}

/** Whether a row is there only because of this proposal. */
export function brings(proposal: Proposal, { id }: Row): boolean {
  const edit = waiting(proposal);
  const edits = edit.kind === 'batch' ? edit.edits : [edit];
  return edits.some(
    (one) =>
      (one.kind === 'add-claim' && one.claim === id) ||
      (one.kind === 'add-reference' && one.reference === id),
  );
}

/** Where else the claim of a row stands: at home, and wherever it is used once more. */
export function otherPlaces(view: ArgumentMap, { id, claim }: Row): readonly Id[] {
  const uses = (view.index.uses.get(claim.id) ?? []).filter((use) => {
    const reference = view.references.get(use);
    return reference && isLive(view, reference.argument);
  });
  return [claim.id, ...uses].filter((place) => place !== id);
}
