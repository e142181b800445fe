import { useMutation, useQueryClient } from '@tanstack/react-query';
import { mapsQuery } from '../api.ts';
import { problemText } from '../i18n/refusalText.ts';
import { toast } from '../ui/toast.ts';

/** Does one thing to the list of maps, and says how it went. */
export function useMapTask<T>(task: () => Promise<T>, done: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: task,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: mapsQuery.queryKey });
      toast(done);
    },
    onError: (thrown) => toast(problemText(thrown), { problem: true }),
  });
}
