// What a role may do with a map as a whole, and which roles rule over which.
import type { Role } from './tables/participants.ts';

/** Rights over a map as a whole, for routes and screens. */
export type Right = 'read' | 'edit' | 'review' | 'invite' | 'manage' | 'bring' | 'delete';

const RIGHTS: Record<Role, readonly Right[]> = {
  owner: ['read', 'edit', 'review', 'invite', 'manage', 'bring', 'delete'],
  moderator: ['read', 'edit', 'review', 'invite', 'manage'],
  participant: ['read', 'edit'],
  suggester: ['read', 'edit'],
  observer: ['read'],
};

/** [P1] `role` is null for someone who is no member: they read what anyone may read, and nothing else. */
export function may(role: Role | null, right: Right, access: 'members' | 'anyone' = 'members'): boolean {
  return role === null ? right === 'read' && access === 'anyone' : RIGHTS[role].includes(right);
}

/** Highest first: moderators rule over the roles beneath theirs. */
const RANK: readonly (Role | null)[] = ['owner', 'moderator', 'participant', 'suggester', 'observer', null];
const isBelow = (role: Role | null, other: Role): boolean => RANK.indexOf(role) > RANK.indexOf(other);

/** [P10] Whether `role` may give the role `given`, take it away, and invite to it; null is to be taken out. */
export const mayGive = (role: Role | null, given: Role | null): boolean =>
  role === 'owner' || (role === 'moderator' && isBelow(given, role));

/** [P25] Whether `role` may mute who has the role `of`: nobody mutes their equal. */
export const mayMute = (role: Role | null, of: Role | null): boolean => role !== of && mayGive(role, of);
