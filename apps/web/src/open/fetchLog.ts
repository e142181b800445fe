// The log of a map as this person is told of it, from the first change on, ready to be played.
import { Past, storyOf, type Change, type Id, type Story } from '@counterpoint/shared';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api, type Problem } from '../api.ts';
import { inSlices } from '../ui/inSlices.ts';
import { useOpenMap } from './openMap.ts';

export interface Log {
  readonly past: Past;
  readonly story: Story;
}

/** Why a log could not be had. */
class NoLog extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** `tell` is told how many changes are here. */
async function fetchLog(map: Id, upTo: number, tell: (done: number) => void): Promise<Log> {
  const changes: Change[] = [];
  while (changes.length < upTo) {
    const answer = await api.changes(map, changes.length);
    if (!answer.ok) {
      const { retryAfterMs } = answer.refusal;
      if (answer.refusal.code !== 'too-many-requests' || retryAfterMs === undefined)
        throw new NoLog(answer.refusal);
      await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
      continue;
    }
    if (answer.value.changes.length === 0) break;
    // A change may have come in between: up to it all is told as of now, and the next page belongs to that.
    for (const change of answer.value.changes) if (change.version <= upTo) changes.push(change);
    tell(changes.length);
  }
  const past = new Past(changes);
  await inSlices(past.keep());
  return { past, story: storyOf(changes) };
}

interface LogAsked {
  /** The version that it ends with. */
  readonly upTo: number;
  readonly tell?: (done: number) => void;
  readonly enabled?: boolean;
}

export function useLog({ upTo, tell = () => undefined, enabled = true }: LogAsked): UseQueryResult<Log> {
  const { id } = useOpenMap();
  return useQuery({
    queryKey: ['log', id, upTo],
    queryFn: () => fetchLog(id, upTo, tell),
    enabled,
    placeholderData: (before) => before,
    staleTime: Infinity,
    // Words that are purged meanwhile must not come back.
    gcTime: 0,
  });
}
