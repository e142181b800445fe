import { may, partsIn, viewerIn, votedBy, type Id, type PersonPart } from '@counterpoint/shared';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, valueOf } from '../api.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { useGroups } from '../open/useGroups.ts';
import { useNow } from '../ui/useNow.ts';

/** How often the numbers are asked for that the page does not know by itself, in ms. */
const EVERY = 15_000;

interface Parts {
  readonly decides: boolean;
  /** [H7] Of everyone for who decides, of oneself for others. */
  readonly parts: readonly PersonPart[];
  /** [J6] Over the maps of all groups, too. */
  readonly areAddedUp: boolean;
  readonly mine: PersonPart | undefined;
}

export function useParts(): Parts {
  const { id } = useOpenMap();
  const map = useDoc((state) => state.confirmed);
  const participant = useDoc((state) => state.participant);
  const decides = useDoc(({ role }) => may(role, 'review'));
  const isTemplate = (useGroups().data?.groups.length ?? 0) > 0;
  const now = useNow();
  const { data } = useQuery({
    queryKey: ['report', id],
    queryFn: () => valueOf(api.report(id)),
    enabled: (decides && map.ballots.size > 0) || isTemplate,
    refetchInterval: EVERY,
  });
  const parts = useMemo(() => {
    // What was done in the maps of groups, the server alone adds up.
    if (isTemplate && data) return data.people;
    const told = new Map(data?.people.map(({ person, voted }) => [person.id, voted]));
    const viewer = viewerIn(map, participant);
    const voted = (person: Id) => (decides ? (told.get(person) ?? null) : votedBy(map, viewer, person));
    return partsIn(map, now, voted).filter(({ person }) => decides || person.id === participant);
  }, [map, participant, decides, isTemplate, data, now]);
  return {
    decides,
    parts,
    areAddedUp: isTemplate,
    mine: parts.find(({ person }) => person.id === participant),
  };
}
