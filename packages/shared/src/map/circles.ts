// Which circles somebody is in, and whether a thing is theirs to see by what its table says.
import { sideOf } from '../debate/sides.ts';
import type { Id } from './id.ts';
import { tables, type ArgumentMap, type Row } from './map.ts';
import { may } from './roles.ts';
import type { Audience, Circle } from './tables/audience.ts';
import type { Role } from './tables/participants.ts';

export interface Viewer {
  readonly participant: Id | null;
  readonly role: Role | null;
  /** [D14] The side whose drafts they see; none where nobody asked. */
  readonly side?: Id | null;
  /** [C4] The ballots that they voted on, where that opens what came out. */
  readonly voted?: readonly Id[];
}

/** Who somebody is to a map, as it is now. */
export const viewerIn = (map: ArgumentMap, participant: Id | null): Viewer => ({
  participant,
  role: (participant !== null && map.participants.get(participant)?.role) || null,
  side: sideOf(map, participant),
  voted: map.info.votes === 'own' ? votedBy(map, participant) : [],
});

const votedBy = ({ index, votes }: ArgumentMap, participant: Id | null): Id[] =>
  (participant === null ? [] : (index.cast.get(participant) ?? [])).flatMap(
    (id) => votes.get(id)?.ballot ?? [],
  );

/** The circles that a viewer is in besides everyone's. */
export function circlesOf({ participant, role, side = null, voted = [] }: Viewer): readonly Circle[] {
  const circles: Circle[] = may(role, 'review') ? ['reviewers'] : [];
  if (participant !== null) circles.push(`person:${participant}`);
  if (side !== null) circles.push(`side:${side}`);
  for (const ballot of voted) circles.push(`voted:${ballot}`);
  return circles;
}

export const isAmong = (audience: Audience, circles: readonly Circle[]): boolean =>
  audience.some((circle) => circle === 'everyone' || circles.includes(circle));

/** [V1] Who sees it at all, as its table says; nobody, where that names no circle. */
export const audienceOf = ({ table, entity }: Row, now: ArgumentMap): Audience =>
  tables[table].sees(entity as never, now);

/** Whether a person sees that it is there; `by` null is the server, who sees everything. */
export const isSeenBy = (row: Row, by: Id | null, now: ArgumentMap): boolean =>
  by === null || isAmong(audienceOf(row, now), circlesOf(viewerIn(now, by)));
