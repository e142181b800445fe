// A copy of a map for oneself. Who is not signed in is asked to sign up first; what they wanted waits for them meanwhile.
import type { Id, NewCopy } from '@counterpoint/shared';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { useNavigate } from 'react-router';
import { api, mapsQuery, meQuery, valueOf } from '../api.ts';
import { problemText } from '../i18n/refusalText.ts';
import { toast } from '../ui/toast.ts';
import { within } from '../base.ts';

const WANTED = 'wanted';

/** Makes the copy and opens it. */
export function useThisMap(map: Id): { readonly use: (asked?: NewCopy) => void; readonly isBusy: boolean } {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const isSignedOut = useQuery(meQuery).data?.account === null;
  const copy = useMutation({
    mutationFn: (asked: NewCopy) => valueOf(api.copyMap(map, asked)),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: mapsQuery.queryKey });
      toast(i18next.t('use.done'));
      await navigate(`/maps/${id}`, { replace: within(location.pathname).startsWith('/use/') });
    },
    onError: (thrown) => toast(problemText(thrown), { problem: true }),
  });
  const use = (asked: NewCopy = { people: false }): void => {
    if (!isSignedOut) {
      copy.mutate(asked);
      return;
    }
    sessionStorage.setItem(WANTED, map);
    void navigate(`/sign-in?task=sign-up&to=/use/${map}`);
  };
  return { use, isBusy: copy.isPending };
}

/** Whether this tab asked for a copy of the map before it signed in; once. An address alone makes nothing. */
export function wasWanted(map: Id): boolean {
  const wanted = sessionStorage.getItem(WANTED) === map;
  if (wanted) sessionStorage.removeItem(WANTED);
  return wanted;
}
