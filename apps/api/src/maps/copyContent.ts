import { isLive, type ArgumentMap, type Id, type MapContent, type Participant } from '@counterpoint/shared';

/**
 * What a copy of a map starts with: what lives in it: claims, arguments, references, comments,
 * and the sources and quotations beneath them. Authors stay named but are
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
    info: { ...map.info, access: 'members', embeds: '' },
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
    ...quotedContent(map, stamped),
    participants: [],
    proposals: [],
  };
  const authors = [...people].flatMap(([was, id]) => {
    const author = map.participants.get(was);
    return author && id !== owner.id ? [{ ...author, id, role: null }] : [];
  });
  return { ...content, participants: [owner, ...authors] };
}

/** Sources that were not removed, with their editions, and what living claims quote of them. */
function quotedContent(
  map: ArgumentMap,
  stamped: <T extends { readonly by: Id | null }>(thing: T) => T,
): Pick<MapContent, 'sources' | 'editions' | 'quotations'> {
  const quotations = [...map.quotations.values()].filter(
    ({ claim, removed }) => !removed && isLive(map, claim),
  );
  // A source that was removed after it had been quoted stays beneath the quotations.
  const quoted = new Set(quotations.map(({ edition }) => map.editions.get(edition)?.source));
  const sources = [...map.sources.values()].filter(({ id, removed }) => !removed || quoted.has(id));
  const kept = new Set(sources.map(({ id }) => id));
  return {
    sources: sources.map((source) => ({
      ...stamped(source),
      removed: source.removed && stamped(source.removed),
    })),
    editions: [...map.editions.values()].filter(({ source }) => kept.has(source)).map(stamped),
    quotations: quotations.map(stamped),
  };
}
