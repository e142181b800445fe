// A claim being written in the outline: where its row stands, and the edit it becomes.
import {
  addClaim,
  againstArgument,
  asJoint,
  asReply,
  asSibling,
  asThesis,
  type Aim,
  type ArgumentMap,
  type Id,
  type MadeClaim,
  type NewId,
  type Relation,
} from '@counterpoint/shared';
import { endOfBranch, type Row } from './outlineRows.ts';

export interface Draft {
  /** A reply beneath the anchor, another beside it, one more premise with it, or the first thesis. */
  readonly as: 'reply' | 'sibling' | 'joint' | 'thesis';
  /** A row; null when there is none yet. */
  readonly anchor: Id | null;
  readonly relation: Relation;
}

export const firstThesis: Draft = { as: 'thesis', anchor: null, relation: 'thesis' };

/** One draft at each place: its words wait there until they are saved. */
export const draftKey = ({ as, anchor }: Draft): string => `${as} ${anchor ?? ''}`;

/** What a draft may become by a press on another relation; one or none when there is nothing to choose. */
export function relationsFor(draft: Draft, anchor: Row | undefined): readonly Relation[] {
  if (!anchor || draft.as === 'joint' || draft.as === 'thesis') return [];
  if (draft.as === 'reply')
    return anchor.reference ? [] : anchor.argument ? ['support', 'rebut', 'undercut'] : ['support', 'rebut'];
  return anchor.relation === 'support' || anchor.relation === 'rebut' ? ['support', 'rebut'] : [];
}

export function editOf(
  view: ArgumentMap,
  draft: Draft,
  anchor: Row | undefined,
  text: string,
  newId: NewId,
): MadeClaim {
  return addClaim(view, text, placeOf(view, draft, anchor, newId), newId);
}

function placeOf(view: ArgumentMap, { as, relation }: Draft, anchor: Row | undefined, newId: NewId) {
  if (!anchor || as === 'thesis') return asThesis(view);
  if (as === 'joint' && anchor.argument) return asJoint(view, anchor.argument.id, anchor.id);
  if (as === 'reply') return asReply(view, aimOf(anchor, relation), newId);
  const place = asSibling(view, anchor.id, newId);
  return place.at === 'argument'
    ? { ...place, direction: relation === 'support' ? ('support' as const) : ('rebut' as const) }
    : place;
}

function aimOf({ claim, argument }: Row, relation: Relation): Aim {
  if (relation === 'undercut' && argument) return againstArgument(argument.id);
  return { direction: relation === 'support' ? 'support' : 'rebut', target: { kind: 'claim', id: claim.id } };
}

/** Before which row the draft is drawn, and how deep: a reply right beneath its anchor, others behind the anchor's branch.
 *  Undefined while its anchor is out of sight. */
export function placeOfRow(
  rows: readonly Row[],
  draft: Draft,
): { readonly index: number; readonly level: number } | undefined {
  if (draft.anchor === null) return { index: rows.length, level: 1 };
  const anchor = rows.findIndex((row) => row.id === draft.anchor);
  const level = rows[anchor]?.level;
  if (level === undefined) return undefined;
  return draft.as === 'reply'
    ? { index: anchor + 1, level: level + 1 }
    : { index: endOfBranch(rows, anchor), level };
}
