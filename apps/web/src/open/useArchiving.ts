import type { RecordRow } from '@counterpoint/shared';
import { useQuery } from '@tanstack/react-query';
import { api, valueOf } from '../api.ts';
import { useDoc, useOpenMap } from './openMap.ts';

/** [S-26] When the map was archived, by whom and as which version: the log knows, and is asked once. */
export function useArchiving(): RecordRow | undefined {
  const { id } = useOpenMap();
  const isArchived = useDoc(({ confirmed }) => confirmed.info.hold === 'archived');
  const version = useDoc((doc) => doc.version);
  const { data } = useQuery({
    // Asked anew where anything was done since.
    queryKey: ['archiving', id, version],
    enabled: isArchived,
    // It may have been reopened and archived anew.
    gcTime: 0,
    staleTime: Infinity,
    queryFn: async () => (await valueOf(api.record(id, { kind: 'set-hold', limit: 10 }))).rows,
  });
  return isArchived
    ? data?.find(({ did }) => did?.kind === 'set-hold' && did.hold === 'archived')
    : undefined;
}
