import { isLive, type ArgumentMap, type Id, type MapContent, type Participant } from '@counterpoint/shared';

/**
 * What a copy of a map starts with: its living claims, arguments, references and comments. Authors stay named but are
 * no members, under new ids, so that nobody can be followed from map to map; `owner` takes over what `ownerWas` wrote.
 */
export function copyContent(
  map: ArgumentMap,
  { owner, ownerWas, newId }: { owner: Participant; ownerWas: Id | null; newId: () => Id },
): MapContent {
  const people = new Map<Id, Id>(ownerWas === null ? [] : [[ownerWas, owner.id]]);
  const renamed = (id: Id | null): Id | null => {
    if (id === null) return null;
    const known = people.get(id) ?? newId();
    people.set(id, known);
    return known;
  };
  const stamped = <T extends { readonly by: Id | null }>(thing: T): T => ({
    ...thing,
    by: renamed(thing.by),
  });
  const content: MapContent = {
    info: { ...map.info, access: 'members' },
    claims: [...map.claims.values()]
      .filter(({ id }) => isLive(map, id))
      .map((claim) => ({
        ...stamped(claim),
        reworded: claim.reworded && stamped(claim.reworded),
        beside: claim.beside.map(stamped),
      })),
    arguments: [...map.arguments.values()].filter(({ id }) => isLive(map, id)).map(stamped),
    references: [...map.references.values()]
      .filter(({ argument, claim }) => isLive(map, argument) && isLive(map, claim))
      .map(stamped),
    comments: [...map.comments.values()]
      .filter(({ claim, removed }) => !removed && isLive(map, claim))
      .map(stamped),
    participants: [],
    proposals: [],
  };
  const authors = [...people].flatMap(([was, id]) => {
    const author = map.participants.get(was);
    return author && id !== owner.id ? [{ ...author, id, role: null }] : [];
  });
  return { ...content, participants: [owner, ...authors] };
}
