import type { Groups } from '@counterpoint/shared';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, valueOf } from '../api.ts';
import { useDoc, useOpenMap } from './openMap.ts';

/** Nobody is told by the socket that groups were made, in ms. */
const EVERY = 60_000;

export const groupsKey = (map: string): readonly string[] => ['maps', map, 'groups'];

/** What the open map has to do with groups; asked by members alone. */
export function useGroups(): UseQueryResult<Groups> {
  const { id } = useOpenMap();
  const isMember = useDoc(({ role }) => role !== null);
  return useQuery({
    queryKey: groupsKey(id),
    queryFn: () => valueOf(api.groups(id)),
    enabled: isMember,
    refetchInterval: EVERY,
  });
}
