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
}

/** Who somebody is to a map, as it is now. */
export const viewerIn = (map: ArgumentMap, participant: Id | null): Viewer => ({
  participant,
  role: (participant !== null && map.participants.get(participant)?.role) || null,
  side: sideOf(map, participant),
});

/** The circles that a viewer is in besides everyone's. */
export function circlesOf({ participant, role, side = null }: Viewer): readonly Circle[] {
  const own = participant === null ? [] : ([`person:${participant}`] as const);
  const sided = side === null ? own : ([...own, `side:${side}`] as const);
  return may(role, 'review') ? ['reviewers', ...sided] : sided;
}

export const isAmong = (audience: Audience, circles: readonly Circle[]): boolean =>
  audience.some((circle) => circle === 'everyone' || circles.includes(circle));

/** [V1] Who sees it at all, as its table says; nobody, where that names no circle. */
export const audienceOf = ({ table, entity }: Row, now: ArgumentMap): Audience =>
  tables[table].sees(entity as never, now);

/** Whether a person sees that it is there; `by` null is the server, who sees everything. */
export const isSeenBy = (row: Row, by: Id | null, now: ArgumentMap): boolean =>
  by === null || isAmong(audienceOf(row, now), circlesOf(viewerIn(now, by)));
