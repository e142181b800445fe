// Which debate takes place over a map, and who is on which side of it.
import type { Id } from '../map/id.ts';
import type { ArgumentMap } from '../map/map.ts';
import { may } from '../map/roles.ts';
import type { Allowance } from '../map/tables/allowances.ts';
import type { Debate, Side } from '../map/tables/debates.ts';

/** [D1] The debate that takes place, if one does. */
export function debateOf({ debates }: Pick<ArgumentMap, 'debates'>): Debate | undefined {
  for (const debate of debates.values()) if (debate.ended === null) return debate;
  return undefined;
}

/** The debate that takes place, or else the one that was begun last. */
export const latestDebate = (map: Pick<ArgumentMap, 'debates'>): Debate | undefined =>
  debateOf(map) ?? [...map.debates.values()].sort((a, b) => b.at - a.at)[0];

/** Whether the clock of the debate that takes place runs. */
export const isClockRunning = (map: Pick<ArgumentMap, 'debates'>): boolean =>
  (debateOf(map)?.clock.since ?? null) !== null;

/** [D9] The side that a person is on; null for none. Who decides is on none. */
export function sideOf({ participants }: Pick<ArgumentMap, 'participants'>, person: Id | null): Id | null {
  const participant = person === null ? undefined : participants.get(person);
  return !participant?.role || may(participant.role, 'review') ? null : participant.side;
}

/** A side by its id, of this debate or an earlier one. */
export function sideNamed({ debates }: Pick<ArgumentMap, 'debates'>, id: Id | null): Side | undefined {
  if (id === null) return undefined;
  for (const { sides } of debates.values()) {
    const side = sides.find((one) => one.id === id);
    if (side) return side;
  }
  return undefined;
}

/** [D11] What is noted about the time that a person has for speaking, as far as one may know. */
export function allowanceOf(
  { allowances }: Pick<ArgumentMap, 'allowances'>,
  participant: Id,
): Allowance | undefined {
  for (const allowance of allowances.values()) if (allowance.participant === participant) return allowance;
  return undefined;
}
