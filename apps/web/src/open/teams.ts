// Who is on which side of the debate that takes place.
import { debateOf, may, sideOf, type ArgumentMap, type Participant, type Side } from '@counterpoint/shared';

export interface Team {
  /** Null for who is on no side yet. */
  readonly side: Side | null;
  readonly people: readonly Participant[];
}

/** The sides in the order of the plan, each with its people, and last whoever is on none; who decides is in no team. */
export function teamsOf(view: Pick<ArgumentMap, 'debates' | 'participants'>): readonly Team[] {
  const sides = debateOf(view)?.sides ?? [];
  if (sides.length === 0) return [];
  const people = [...view.participants.values()].filter(({ role }) => role !== null && !may(role, 'review'));
  const on = (side: Side | null): Team => ({
    side,
    people: people.filter(({ id }) => (sides.find((one) => one.id === sideOf(view, id)) ?? null) === side),
  });
  return [...sides.map(on), on(null)];
}
