// What can be done to a card from its menu, its buttons and the keyboard.
import {
  isLive,
  makeThesis,
  moveBy,
  premisesOf,
  repliesTo,
  standpointOf,
  takeAway,
  takeOut,
  turned,
  type ArgumentMap,
  type Edit,
  type Id,
} from '@counterpoint/shared';
import { askFor, removeWithUndo } from './askFor.ts';
import type { MapSession } from './mapSession.ts';
import { newId } from './newId.ts';
import { claimAt, startEditing, startNew, type NewKind } from './writing.ts';

type Asked = 'move' | 'join' | 'link-support' | 'link-rebut';
type Immediate = 'moveUp' | 'moveDown' | 'takeOut' | 'turn' | 'makeThesis';
export type CardCommand =
  Exclude<NewKind, 'thesis'> | Asked | Immediate | 'edit' | 'fold' | 'focus' | 'export' | 'remove';

export function runOnCard(session: MapSession, command: CardCommand, id: Id): void {
  const { view } = session.doc.getState();
  const { folded, focus, fold, focusOn, select, ask } = session.screen.getState();
  if (!isOffered(view, command, id)) return;
  const claim = claimAt(session, id);
  switch (command) {
    case 'sibling':
    case 'support':
    case 'rebut':
    case 'undercut':
    case 'andAlso':
      startNew(session, command, id);
      break;
    case 'move':
    case 'join':
    case 'link-support':
    case 'link-rebut':
      ask({ for: command, id });
      break;
    case 'edit':
      startEditing(session, id);
      break;
    case 'fold':
      fold(claim, !folded.has(claim));
      break;
    case 'focus':
      focusOn(focus === claim ? null : claim);
      break;
    case 'export':
      ask({ for: 'export', branch: claim });
      break;
    case 'remove':
      removeWithUndo(session, takeAway(view, id));
      // A removal that waits for a moderator leaves the card where it is.
      if (!isThere(session.doc.getState().view, id)) select(aboveOf(view, id));
      break;
    default:
      askFor(session, editOf(view, command, id));
  }
}

function editOf(view: ArgumentMap, command: Immediate, id: Id): Edit | undefined {
  switch (command) {
    case 'moveUp':
      return moveBy(view, id, -1);
    case 'moveDown':
      return moveBy(view, id, 1);
    case 'takeOut':
      return takeOut(view, id, newId);
    case 'makeThesis':
      return makeThesis(view, id);
    case 'turn': {
      const at = standpointOf(view, id);
      return at && turned(at.argument);
    }
  }
}

/** Whether a command makes sense here; the shared rules have the last word on whether it may be done. */
export function isOffered(view: ArgumentMap, command: CardCommand, id: Id): boolean {
  const at = standpointOf(view, id);
  switch (command) {
    case 'undercut':
    case 'andAlso':
      return at !== undefined;
    case 'takeOut':
      return at !== undefined && at.premises.length > 1;
    case 'turn':
      return at?.argument.target.kind === 'claim';
    case 'makeThesis':
      return at !== undefined && view.claims.has(id);
    case 'moveUp':
      return moveBy(view, id, -1) !== undefined;
    case 'moveDown':
      return moveBy(view, id, 1) !== undefined;
    case 'fold':
      return hasReplies(view, view.references.get(id)?.claim ?? id);
    default:
      return true;
  }
}

/** Whether a premise still stands in the map. */
export const isThere = (map: ArgumentMap, id: Id): boolean =>
  isLive(map, map.references.get(id)?.argument ?? id);

export function hasReplies(view: ArgumentMap, claim: Id): boolean {
  return (view.index.replies.get(claim) ?? []).some((id) => view.arguments.get(id)?.removed === null);
}

/** What is selected when a card goes: what it hung on; for an undercut, a premise of what it attacked. */
export function aboveOf(view: ArgumentMap, id: Id): Id | null {
  const target = standpointOf(view, id)?.argument.target;
  if (!target) return null;
  return target.kind === 'claim' ? target.id : (premisesOf(view, target.id)[0]?.id ?? null);
}

/** The nearest thing above a card that is still there, in a map as it was before the card went. */
export function survivorOf(before: ArgumentMap, now: ArgumentMap, id: Id): Id | null {
  for (let at = aboveOf(before, id); at !== null; at = aboveOf(before, at)) if (isLive(now, at)) return at;
  return null;
}

/** Claims deeper than `depth` fold away. */
export function foldsBelow(view: ArgumentMap, thesesIds: readonly Id[], depth: number): Set<Id> {
  const folded = new Set<Id>();
  const walk = (claim: Id, level: number): void => {
    const replies = repliesTo(view, claim);
    if (replies.length > 0 && level >= depth) folded.add(claim);
    else for (const argument of replies) walkArgument(argument.id, level + 1);
  };
  const walkArgument = (argument: Id, level: number): void => {
    for (const premise of premisesOf(view, argument)) if (!premise.reference) walk(premise.claim.id, level);
    for (const undercut of repliesTo(view, argument)) walkArgument(undercut.id, level);
  };
  for (const thesis of thesesIds) walk(thesis, 0);
  return folded;
}
