import type { Invitation } from '@counterpoint/shared';
import type { QueryClient } from '@tanstack/react-query';
import { redirect, type LoaderFunctionArgs } from 'react-router';
import { api, mapsQuery, meQuery, type Answer, type Problem } from '../api.ts';

export type JoinData =
  { readonly invitation: Invitation; readonly key: string } | { readonly problem: Problem };

/** Whoever is known already goes straight through; everyone else is asked for a name. */
export const joinLoader =
  (queries: QueryClient) =>
  async ({ params }: LoaderFunctionArgs): Promise<JoinData | Response> => {
    const key = params['key'] ?? '';
    const [found, me] = await Promise.all([api.invitation(key), api.me()]);
    if (!found.ok) return { problem: found.refusal };
    if (me.ok) queries.setQueryData(meQuery.queryKey, me.value);
    if (found.value.participant !== null) return redirect(`/maps/${found.value.map}`);
    if (!me.ok || me.value.account === null) return { invitation: found.value, key };
    const joined = await join(queries, key);
    return joined.ok ? redirect(`/maps/${joined.value.map}`) : { problem: joined.refusal };
  };

export async function join(
  queries: QueryClient,
  key: string,
  name?: string,
): Promise<Answer<{ map: string }>> {
  const joined = await api.join(key, name === undefined ? {} : { name });
  if (joined.ok) {
    await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    await queries.invalidateQueries({ queryKey: mapsQuery.queryKey });
  }
  return joined;
}
