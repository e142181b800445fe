// [Y1] [Y2] [Y3] Who comes along into a copy of a map, as whom, and with which plan: a class that goes on with another map.
import { latestDebate, newPseudonyms, notBegun, type ArgumentMap, type Debate, type Id, type Participant, type Role } from '@counterpoint/shared'; // prettier-ignore

export interface Bringing {
  /** Answers a random number from 0 to below its argument. */
  readonly below: (most: number) => number;
  /** An id without a time in it [A6]. */
  readonly newFace: () => Id;
  /** Hears as whom a member of the map sits in the copy. */
  readonly seated: (was: Id, as: Id) => void;
}

interface Copy {
  readonly owner: Participant;
  /** Who makes the copy, as they are in the map. */
  readonly self: Id | null;
  /** Under which id somebody is an author in the copy. */
  readonly idOf: (id: Id) => Id;
  readonly bringing: Bringing;
}

/** Whether somebody is in the copy the author of what they wrote: under a pseudonym that would tell whose it was. */
export const isSeated = ({ role, pseudonym }: Participant): boolean => role !== null && !pseudonym;

/** All who have a role in the map but who copies it. */
export function seatedIn(map: ArgumentMap, { owner, self, idOf, bringing }: Copy): Participant[] {
  const { below, newFace, seated } = bringing;
  const sides = new Set(latestDebate(map)?.sides.map(({ id }) => id));
  const names = newPseudonyms(map, below);
  const comers = [...map.participants.values()].flatMap((person): Participant[] => {
    const { role, pseudonym, side } = person;
    if (role === null || person.id === self) return [];
    const id = pseudonym ? newFace() : idOf(person.id);
    seated(person.id, id);
    const face = { id, role: roleIn(role), pseudonym, at: owner.at };
    if (pseudonym) return [{ ...face, name: names.next().value, side: null }];
    return [{ ...face, name: person.name, side: side !== null && sides.has(side) ? side : null }];
  });
  // [A6] The order of a list says nothing of who.
  return comers.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The copy is owned by who made it. */
const roleIn = (role: Role): Role => (role === 'owner' ? 'moderator' : role);

/** [Y2] The plan that the sides are of, before its first phase. */
export function plansFor(
  map: ArgumentMap,
  { id, by, at }: { readonly id: Id; readonly by: Id; readonly at: number },
): Debate[] {
  const latest = latestDebate(map);
  return latest ? [notBegun(id, latest, { by, at })] : [];
}
