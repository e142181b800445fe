// A division before it is done: what the dialog holds and shows.
import { divided, fromRoster, FEWEST, MOST_GROUPS, type Id, type NewGroups, type Participant, type Roster } from '@counterpoint/shared'; // prettier-ignore

export type Drafted = NewGroups['groups'];

/** About four to a group, which is what one begins with. */
const USUAL = 4;

export const mostGroups = (people: readonly Participant[]): number =>
  Math.min(MOST_GROUPS, Math.floor(people.length / FEWEST));

export const usualGroups = (people: readonly Participant[]): number =>
  Math.max(1, Math.min(mostGroups(people), Math.round(people.length / USUAL)));

export const drawn = (people: readonly Participant[], count: number, nameOf: (n: number) => string): Drafted =>
  divided(people.map(({ id }) => id), count, Math.random).map((ids, i) => ({ name: nameOf(i + 1), people: ids })); // prettier-ignore

/** A list that numbers its groups means the first, the second. */
export function listed(
  text: string,
  people: readonly Participant[],
  nameOf: (n: number) => string,
): { readonly groups: Drafted; readonly roster: Roster } {
  const roster = fromRoster(text, people);
  const groups = roster.groups.map(({ name, people: ids }) => ({
    name: /^\d{1,3}$/.test(name) ? nameOf(Number(name)) : [...name].slice(0, 20).join(''),
    people: [...ids],
  }));
  return { groups: groups.slice(0, MOST_GROUPS), roster };
}

/** `to` is null for no group. */
export const movedTo = (groups: Drafted, person: Id, to: string | null): Drafted =>
  groups.map(({ name, people }) => {
    const others = people.filter((id) => id !== person);
    return { name, people: name === to ? [...others, person] : others };
  });

/** Groups that nobody is in are none. */
export const filled = (groups: Drafted): Drafted => groups.filter(({ people }) => people.length > 0);

export const isRight = (groups: Drafted): boolean =>
  filled(groups).length > 0 && filled(groups).every(({ people }) => people.length >= FEWEST);
