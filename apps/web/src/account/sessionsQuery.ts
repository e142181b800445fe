import { queryOptions } from '@tanstack/react-query';
import { api, valueOf } from '../api.ts';

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => valueOf(api.sessions()),
});
