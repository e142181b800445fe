import { changedContent, livingContent, NOT_HELD, tables, withPeople, type ArgumentMap, type Id, type MapContent, type Participant, type Viewer } from '@counterpoint/shared'; // prettier-ignore
import { isSeated, plansFor, seatedIn, type Bringing } from './broughtPeople.ts';

interface Copier {
  readonly owner: Participant;
  /** As whom they saw the original. */
  readonly viewer: Viewer;
  readonly newId: () => Id;
  /** Hears under which id an author who goes by their own name stands in the copy. */
  readonly named?: (was: Id, as: Id) => void;
  /** [Y1] Left out where the people of the map stay behind. */
  readonly bringing?: Bringing | undefined;
}

/**
 * What a copy of a map starts with: what lives in it, of that what the copier sees, in the tables that a copy takes along.
 * Authors stay named but are no members, under new ids, so that nobody can be followed from map to map; the owner takes
 * over what they wrote themselves, unless that were to say who they are in the original.
 */
export function copyContent(map: ArgumentMap, { owner, viewer, newId, named, bringing }: Copier): MapContent {
  const self = map.participants.get(viewer.participant ?? '');
  // [A6] Under a pseudonym they stay one of its authors: the owner of the copy is named.
  const people = new Map<Id, Id>(self && !self.pseudonym ? [[self.id, owner.id]] : []);
  const renamed = (id: Id | null): Id | null => {
    if (id === null) return null;
    const known = people.get(id) ?? newId();
    people.set(id, known);
    return known;
  };
  const content = changedContent(livingContent(map, viewer), ({ table, entity }) =>
    tables[table].copied ? withPeople(entity, renamed) : undefined,
  );
  const authors = [...people].flatMap(([was, id]) => {
    const author = map.participants.get(was);
    if (!author || id === owner.id || (bringing && isSeated(author))) return [];
    if (!author.pseudonym) named?.(was, id);
    return [{ ...author, id, role: null }];
  });
  const idOf = (id: Id): Id => people.get(id) ?? newId();
  const seats = bringing ? seatedIn(map, { owner, self: viewer.participant, idOf, bringing }) : [];
  return {
    ...content,
    info: { ...map.info, access: 'members', embeds: '', ...NOT_HELD },
    debates: bringing ? plansFor(map, { id: newId(), by: owner.id, at: owner.at }) : [],
    participants: [owner, ...authors, ...seats],
  };
}
