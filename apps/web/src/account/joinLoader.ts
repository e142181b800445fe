import type { Invitation, JoinRequest, Me } from '@counterpoint/shared';
import type { QueryClient } from '@tanstack/react-query';
import type { LoaderFunctionArgs } from 'react-router';
import { api, mapsQuery, meQuery, type Answer, type Problem } from '../api.ts';

export type JoinData =
  | { readonly invitation: Invitation; readonly key: string; readonly me: Me | null }
  | { readonly problem: Problem };

/** Nobody goes straight through: the one whom this browser knows may be the one who had it before. */
export const joinLoader =
  (queries: QueryClient) =>
  async ({ params }: LoaderFunctionArgs): Promise<JoinData> => {
    const key = params['key'] ?? '';
    const [found, me] = await Promise.all([api.invitation(key), api.me()]);
    if (!found.ok) return { problem: found.refusal };
    if (me.ok) queries.setQueryData(meQuery.queryKey, me.value);
    return { invitation: found.value, key, me: me.ok ? me.value : null };
  };

export async function join(
  queries: QueryClient,
  key: string,
  asked: JoinRequest,
): Promise<Answer<{ map: string }>> {
  const joined = await api.join(key, asked);
  if (joined.ok) {
    await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    await queries.invalidateQueries({ queryKey: mapsQuery.queryKey });
  }
  return joined;
}
