import type { Invitation, JoinRequest } from '@counterpoint/shared';
import type { QueryClient } from '@tanstack/react-query';
import { redirect, type LoaderFunctionArgs } from 'react-router';
import { api, mapsQuery, meQuery, type Answer, type Problem } from '../api.ts';

export type JoinData =
  | {
      readonly invitation: Invitation;
      readonly key: string;
      /** The name of the account that one is signed in with. */
      readonly account: string | null;
    }
  | { readonly problem: Problem };

/** Whoever is known already goes straight through, where they are known by name; everyone else is told first how they come. */
export const joinLoader =
  (queries: QueryClient) =>
  async ({ params }: LoaderFunctionArgs): Promise<JoinData | Response> => {
    const key = params['key'] ?? '';
    const [found, me] = await Promise.all([api.invitation(key), api.me()]);
    if (!found.ok) return { problem: found.refusal };
    if (me.ok) queries.setQueryData(meQuery.queryKey, me.value);
    if (found.value.participant !== null) return redirect(`/maps/${found.value.map}`);
    const { value: invitation } = found;
    const account = me.ok ? (me.value.account?.name ?? null) : null;
    if (account === null || invitation.comesAs !== 'named') return { invitation, key, account };
    const joined = await join(queries, key, { faces: 'named' });
    return joined.ok ? redirect(`/maps/${joined.value.map}`) : { problem: joined.refusal };
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
