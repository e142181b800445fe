import { useMemo } from 'react';
import { useDoc } from '../open/openMap.ts';
import { useText } from '../open/useText.ts';
import { readingOf, type Reading } from './reading.ts';
import { notedOn, restingOn, type Noted, type Resting } from './resting.ts';

/** The text of an edition with where its paragraphs and sentences are; `retry` once it could not be had. */
export function useReading(edition: string | undefined): {
  readonly reading: Reading | null;
  readonly retry: (() => void) | null;
} {
  const { data, isError, refetch } = useText(edition);
  const reading = useMemo(() => (data ? readingOf(data.text, data.marks) : null), [data]);
  return { reading, retry: isError ? () => void refetch() : null };
}

/** What rests on an edition, in the map as this person sees it. */
export function useResting(edition: string | undefined): readonly Resting[] {
  const view = useDoc((state) => state.view);
  const proposed = useDoc((state) => state.proposed);
  const { claims, quotations, arguments: args } = view;
  return useMemo(
    () => (edition === undefined ? [] : restingOn(view, proposed, edition)),
    // What it reads of the map; a comment must not paint the text anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [claims, quotations, args, proposed, edition],
  );
}

/** The notes on it. */
export function useNoted(edition: string | undefined): readonly Noted[] {
  const view = useDoc((state) => state.view);
  const { annotations, rounds, index } = view;
  return useMemo(
    () => (edition === undefined ? [] : notedOn(view, edition)),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- as above
    [annotations, rounds, index.annotations, edition],
  );
}
