// Who may do what. Everything that acts asks here: rooms before a rule, doors before a route, screens before a button.
import { ruleOf, type Batch, type LoggedEdit } from './edit.ts';
import { NOBODY } from './edits/kind.ts';
import { isAllBy, marksOf, type Remove, type Restore } from './edits/remove.ts';
import type { ArgumentMap } from './map.ts';
import type { Id } from './id.ts';
import type { MapInfo } from './info.ts';
import type { Participant, Role } from './tables/participants.ts';
import { applyPatches } from './patch.ts';
import { nodeAt } from './tree.ts';

/** What becomes of an edit: a change at once, a proposal for a moderator, or nothing. */
export type Standing = 'change' | 'proposal' | 'refused';

/** Rights over a map as a whole, for routes and screens. */
export type Right = 'read' | 'edit' | 'review' | 'invite' | 'manage' | 'delete';

const RIGHTS: Record<Role, readonly Right[]> = {
  owner: ['read', 'edit', 'review', 'invite', 'manage', 'delete'],
  moderator: ['read', 'edit', 'review', 'invite', 'manage'],
  participant: ['read', 'edit'],
  suggester: ['read', 'edit'],
  observer: ['read'],
};

/** [P1] `role` is null for someone who is no member: they read what anyone may read, and nothing else. */
export function may(role: Role | null, right: Right, access: 'members' | 'anyone'): boolean {
  return role === null ? right === 'read' && access === 'anyone' : RIGHTS[role].includes(right);
}

export const isReviewer = (role: Role | null | undefined): boolean =>
  role === 'owner' || role === 'moderator';

/** Highest first: moderators rule over the roles beneath theirs. */
const RANK: readonly (Role | null)[] = ['owner', 'moderator', 'participant', 'suggester', 'observer', null];
const isBelow = (role: Role | null, other: Role): boolean => RANK.indexOf(role) > RANK.indexOf(other);

/** [P10] Whether `role` may give the role `given`, take it away, and invite to it; null is to be taken out. */
export const mayGive = (role: Role | null, given: Role | null): boolean =>
  role === 'owner' || (role === 'moderator' && isBelow(given, role));

/** [P1] to [P4] [P10] to [P13] The standing of an edit asked for by participant `by`; null is the server, who may everything. */
export function standing(map: ArgumentMap, edit: LoggedEdit, by: Id | null): Standing {
  if (by === null) return 'change';
  const actor = map.participants.get(by);
  if (!actor?.role || actor.role === 'observer') return 'refused';
  return edit.kind === 'batch'
    ? batchStanding(map, edit, by)
    : standingOf(map, edit, { ...actor, role: actor.role });
}

/** [P11] As strict as its strictest part, each part judged by the map that the parts before it make. */
function batchStanding(map: ArgumentMap, { edits }: Batch, by: Id): Standing {
  const parts = new Set<Standing>();
  let next = map;
  for (const part of edits) {
    parts.add(standing(next, part, by));
    const result = ruleOf(next, part, { ...NOBODY, by });
    if (result.ok) next = applyPatches(next, result.value);
  }
  return parts.has('refused') ? 'refused' : parts.has('proposal') ? 'proposal' : 'change';
}

type Member = Participant & { readonly role: Role };

function standingOf(map: ArgumentMap, edit: Exclude<LoggedEdit, { kind: 'batch' }>, actor: Member): Standing {
  switch (edit.kind) {
    case 'found':
    case 'join':
      return 'refused';
    case 'comment':
      return 'change';
    case 'withdraw':
      return map.proposals.get(edit.proposal)?.by === actor.id ? 'change' : 'refused';
    case 'decide':
    case 'purge':
      return isReviewer(actor.role) ? 'change' : 'refused';
    case 'change-settings':
      return actor.role === 'owner' || (actor.role === 'moderator' && !opensTheMap(edit.set))
        ? 'change'
        : 'refused';
    case 'set-role': {
      const present = map.participants.get(edit.participant)?.role ?? null;
      return mayGive(actor.role, present) && mayGive(actor.role, edit.role) ? 'change' : 'refused';
    }
    case 'remove':
    case 'restore':
      return removalStanding(map, edit, actor);
    default:
      if (isReviewer(actor.role)) return 'change';
      if (actor.role === 'suggester') return 'proposal';
      return map.info.editing === 'all' || isOwn(map, edit, actor.id) ? 'change' : 'proposal';
  }
}

/** [P10] Who may read, and on whose pages. */
const opensTheMap = ({ access, embeds }: Partial<MapInfo>): boolean =>
  access !== undefined || embeds !== undefined;

/** [P4] A participant takes away what is theirs through and through, and brings back what they took away themselves;
 *  about the rest a moderator decides. */
function removalStanding(map: ArgumentMap, { kind, id }: Remove | Restore, actor: Member): Standing {
  if (isReviewer(actor.role)) return 'change';
  const own =
    kind === 'remove'
      ? isAllBy(map, id, actor.id)
      : marksOf(map, id).every(({ entity }) => entity.removed?.by === actor.id);
  const comment = map.comments.get(id);
  if (comment) return own && comment.by === actor.id ? 'change' : 'refused';
  const source = map.sources.get(id);
  const theirs = source ? source.by === actor.id : own;
  const removable = nodeAt(map, id) ?? source ?? map.quotations.get(id);
  return theirs && actor.role === 'participant' && removable ? 'change' : 'proposal';
}

type ContentEdit = Extract<
  LoggedEdit,
  {
    kind:
      | 'add-claim'
      | 'reword'
      | 'move-claim'
      | 'move-argument'
      | 'turn'
      | 'reorder'
      | 'add-reference'
      | 'drop-reference'
      | 'add-source'
      | 'add-edition'
      | 'quote';
  }
>;

function isOwn(map: ArgumentMap, edit: ContentEdit, by: Id): boolean {
  switch (edit.kind) {
    case 'add-claim':
    case 'add-reference':
    case 'add-source':
    case 'quote':
      return true;
    case 'add-edition':
      return map.sources.get(edit.source)?.by === by;
    case 'reword':
    case 'move-claim':
      return map.claims.get(edit.claim)?.by === by;
    case 'move-argument':
    case 'turn':
      return map.arguments.get(edit.argument)?.by === by;
    case 'reorder':
      return (nodeAt(map, edit.id)?.value ?? map.references.get(edit.id))?.by === by;
    case 'drop-reference':
      return map.references.get(edit.reference)?.by === by;
  }
}
