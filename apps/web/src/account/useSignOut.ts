import type { Me } from '@counterpoint/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, meQuery, valueOf } from '../api.ts';
import { problemText } from '../i18n/refusalText.ts';
import { toast } from '../ui/toast.ts';

/** Ends the session of this browser; what was known to whoever had it is forgotten before `then`. */
export function useSignOut(then: () => unknown) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => valueOf(api.signOut()),
    onSuccess: async (me) => {
      queries.clear();
      queries.setQueryData(meQuery.queryKey, me);
      await then();
    },
    onError: (thrown) => toast(problemText(thrown), { problem: true }),
  });
}

/** [S-11] Whether signing out takes nothing that signing in would not bring back. */
export const losesNothing = (me: Me | undefined): boolean => !me?.account?.guest && !me?.faces;
