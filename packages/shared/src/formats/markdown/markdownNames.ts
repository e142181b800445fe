// Who is named in a Markdown outline, and how: two people of one name would come back as one.
import type { Id } from '../../map/id.ts';
import type { Participant } from '../../map/tables/participants.ts';
import { contributorsTo, type Shown } from '../document/mapDocumentPeople.ts';

/** Those who come back, since their names stand with their comments. */
export function commentersIn(shown: Shown, participants: readonly Participant[]): Participant[] {
  const authors = new Set(shown.comments.map(({ by }) => by));
  return participants.filter(({ id }) => authors.has(id));
}

/** Of all who are named. Whoever has the name of someone before gets a number behind it. */
export function namesIn(shown: Shown, participants: readonly Participant[]): ReadonlyMap<Id, string> {
  const people = [...commentersIn(shown, participants), ...contributorsTo(shown, participants)];
  const names = new Map<Id, string>();
  const taken = new Set(people.map(({ name }) => name));
  const given = new Set<string>();
  for (const { id, name } of people) {
    if (names.has(id)) continue;
    let own = name;
    for (let n = 2; given.has(own) || (own !== name && taken.has(own)); n++) own = `${name} ${n}`;
    given.add(own);
    names.set(id, own);
  }
  return names;
}
