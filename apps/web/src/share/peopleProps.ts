import type { Id, Participant, Role } from '@counterpoint/shared';

export interface PeopleProps {
  me: Id | null;
  participants: readonly Participant[];
  maySetRole: (participant: Id, role: Role | null) => boolean;
  onSetRole: (participant: Id, role: Role | null) => void;
  /** [Z-14] Whether I may find out whose pseudonym this is. */
  mayLookBehind: (person: Participant) => boolean;
}

export type Member = Participant & { readonly role: Role };
