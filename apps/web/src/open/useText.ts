import type { EditionText, Id } from '@counterpoint/shared';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, valueOf } from '../api.ts';
import { useDoc, useOpenMap } from './openMap.ts';

/** [V9] The text of an edition, which is told to nobody and fetched by whoever reads it. */
export function useText(edition: Id | undefined): UseQueryResult<EditionText> {
  const { id: map } = useOpenMap();
  const removed = useDoc(
    ({ view }) => view.sources.get(view.editions.get(edition ?? '')?.source ?? '')?.removed ?? null,
  );
  return useQuery({
    // A removal, and a purge above all, changes what may be read.
    queryKey: ['text', edition, removed],
    queryFn: () => valueOf(api.text(map, edition ?? '')),
    enabled: edition !== undefined,
    staleTime: Infinity,
  });
}
